import Disk
import SQLiteAccess
import Store

/// Builds one run in its folder, stage by stage, beside whatever is live.
///
/// What an earlier attempt left is used as far as its checkpoints hold: everything after the last one that does is
/// done again, and comes out the same.
struct RunBuilder {
  let workspace: Workspace
  let pipeline: LoadedPipeline
  let plan: RunPlan
  let folder: Path
  let log: RunLog
  let threads: Int
  /// Every stage that there is, in order.
  let allStages: [Stage]

  var runFile: Path { folder.joining(Self.runFileName) }
  static let runFileName = "run.db"

  /// The stages that the plan's selection asks for.
  var stages: [Stage] {
    allStages.filter { plan.selection.stages.isEmpty || plan.selection.stages.contains($0.name) }
  }

  /// Builds what is missing, and adds how each stage went, up to the one that broke off.
  ///
  /// It tells of the files that the checkpoints vouch for what they are, so that nobody has to read them again.
  @discardableResult
  func build(
    ignoringCheckpoints: Bool, noting results: inout [RunResults.StageResult]
  ) async throws -> [String: FileRecord] {
    try Files.createFolder(folder)
    let reusable = ignoringCheckpoints ? [] : try reusableCheckpoints()
    try clear(but: reusable)
    for checkpoint in reusable {
      results.append(
        RunResults.StageResult(
          uniqueID: checkpoint.stage, status: .reused, elapsedMilliseconds: 0,
          counts: checkpoint.counts))
      log.note(
        RunEvent(
          .info, "stage-reused", stage: checkpoint.stage,
          "\(checkpoint.stage): done by an earlier attempt, and unchanged"))
    }
    var handedOn = HandedOn()
    for checkpoint in reusable { handedOn.take(checkpoint) }
    for stage in stages.dropFirst(reusable.count) {
      let start = SystemClock.monotonicNanoseconds()
      do {
        results.append(try await build(stage, &handedOn))
      } catch {
        noteFailure(of: stage, since: start, in: &results)
        throw error
      }
    }
    return handedOn.records
  }

  /// What goes from stage to stage.
  private struct HandedOn {
    var gathered: GatheredCases?
    /// The files of the run that are known, by their paths.
    var records: [String: FileRecord] = [:]
    /// The run file's header when its record was made.
    var header: [UInt8] = []

    mutating func take(_ checkpoint: Checkpoint) {
      for record in checkpoint.files + [checkpoint.runFile] { records[record.path] = record }
    }
  }

  private func noteFailure(
    of stage: Stage, since start: Int, in results: inout [RunResults.StageResult]
  ) {
    let elapsed = (SystemClock.monotonicNanoseconds() - start) / 1_000_000
    results.append(
      RunResults.StageResult(
        uniqueID: stage.name, status: .error, elapsedMilliseconds: elapsed, counts: [:]))
    for skipped in stages.dropFirst(results.count) {
      results.append(
        RunResults.StageResult(
          uniqueID: skipped.name, status: .skipped, elapsedMilliseconds: 0, counts: [:]))
    }
    log.note(
      RunEvent(.error, "stage-failed", stage: stage.name, "\(stage.name): broke off"))
  }

  private func build(
    _ stage: Stage, _ handedOn: inout HandedOn
  ) async throws -> RunResults.StageResult {
    let start = SystemClock.monotonicNanoseconds()
    log.note(RunEvent(.info, "stage-started", stage: stage.name, "\(stage.name): \(stage.title)"))
    let (outputs, counts) = try await work(stage, &handedOn.gathered)
    // SQLite leaves its journal behind, empty; what is not empty would be needed.
    let journal = folder.joining(Self.runFileName + "-journal")
    if try Files.kind(of: journal) == .file, try Files.size(of: journal) == 0 {
      try Files.remove(journal)
    }
    let checkpoint = Checkpoint(
      stage: stage.name,
      files: try outputs.sorted().map { try FileRecord(of: $0, in: folder) },
      runFile: try await runFileRecord(&handedOn), counts: counts)
    handedOn.take(checkpoint)
    try checkpoint.write(in: folder)
    let elapsed = (SystemClock.monotonicNanoseconds() - start) / 1_000_000
    log.note(
      RunEvent(
        .info, "stage-finished", stage: stage.name, "\(stage.name): done in \(elapsed) ms",
        [("elapsed_ms", .number(elapsed))]))
    return RunResults.StageResult(
      uniqueID: stage.name, status: .success, elapsedMilliseconds: elapsed,
      peakMegabytes: ProcessMemory.peakMegabytes, counts: counts)
  }

  /// Records the run file when it is safe on the disk.
  private func runFileRecord(_ handedOn: inout HandedOn) async throws -> FileRecord {
    // Whatever changes the file changes the counter in its header (https://sqlite.org/fileformat2.html, section 1.3.7).
    let header = try Self.header(of: runFile)
    if header == handedOn.header, let known = handedOn.records[Self.runFileName] { return known }
    // The one waits for the disk, the other for the processor.
    async let safe: Void = FileSync.synchronise(runFile)
    let record = try FileRecord(of: Self.runFileName, in: folder)
    try await safe
    handedOn.header = header
    return record
  }

  private static func header(of path: Path) throws(DiskError) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 100)
    let count = try File(reading: path).read(into: &header)
    return Array(header.prefix(count))
  }

  /// Does a stage's work in a transaction; the file is closed when this is over.
  private func work(
    _ stage: Stage, _ gathered: inout GatheredCases?
  ) async throws -> (outputs: [String], counts: [String: Int]) {
    try PrivateFile.make(runFile)
    var file = try RunFile.create(at: runFile.text)
    try file.begin()
    var work = StageWork(
      pipeline: pipeline, plan: plan, folder: folder, log: log, threads: threads,
      previous: plan.basis.previous.map {
        workspace.folder(of: $0.run).joining(Self.runFileName)
      }, file: file)
    work.gathered = gathered
    try await stage.run(&work)
    try work.file.commit()
    gathered = work.gathered
    return (work.outputs, work.counts)
  }

  // MARK: What an earlier attempt left

  /// The checkpoints of the first stages that hold, the last of them with the run file as it is now.
  private func reusableCheckpoints() throws -> [Checkpoint] {
    guard try Files.kind(of: runFile) == .file else { return [] }
    do throws(DatabaseError) {
      // Opening the file undoes what a stage cut short had begun.
      try Self.undoHalfStage(runFile)
    } catch {
      guard error.kind == .corrupt else { throw error }
      return []
    }
    return try upToRunFile(checkpointsWhoseFilesHold())
  }

  /// The checkpoints of the first stages whose own files hold.
  func checkpointsWhoseFilesHold() throws(DiskError) -> [Checkpoint] {
    var checkpoints: [Checkpoint] = []
    for stage in stages {
      guard let checkpoint = try Checkpoint.read(stage.name, in: folder),
        try checkpoint.filesHold(in: folder)
      else { break }
      checkpoints.append(checkpoint)
    }
    return checkpoints
  }

  /// The checkpoints up to the one that left the run file as it is now.
  func upToRunFile(_ checkpoints: [Checkpoint]) throws(DiskError) -> [Checkpoint] {
    guard let now = try FileRecord.ifThere(Self.runFileName, in: folder) else { return [] }
    let last = checkpoints.lastIndex { $0.runFile == now }
    return Array(checkpoints.prefix(last.map { $0 + 1 } ?? 0))
  }

  private static func undoHalfStage(_ path: Path) throws(DatabaseError) {
    var connection = try Connection(path: path.text, .readWrite)
    try connection.execute("SELECT count(*) FROM sqlite_schema")
  }

  /// Takes away everything that an earlier attempt left but the log and what its checkpoints vouch for.
  private func clear(but checkpoints: [Checkpoint]) throws(DiskError) {
    var kept = RunFolder.kept
    for checkpoint in checkpoints {
      kept.formUnion(checkpoint.files.map(\.path))
      kept.formUnion([Self.runFileName, Checkpoint.name(of: checkpoint.stage)])
    }
    for path in try RunFolder.files(in: folder) where !kept.contains(path) {
      try Files.remove(folder.joining(path))
    }
    try RunFolder.removeEmptyFolders(in: folder)
  }
}
