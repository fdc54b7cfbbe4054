public import Disk
import Intake
public import Store
public import Vocabulary
import YAMLFiles

/// What a run is asked to be.
public struct RunOptions: Sendable {
  /// The sources and stages that are wanted.
  public var selection = Selection()
  /// Whether warnings forbid publishing too.
  public var isStrict = false
  /// Whether it may take the place of a run of a later day.
  public var replacesLater = false
  /// Whether it may use another key of public references than the live run did, because that one is lost.
  public var renewsReferences = false
  /// Whether what an earlier attempt left is built again all the same.
  public var rebuilds = false
  /// How many extracts are read at a time.
  public var threads = 2

  /// The whole run, as usual.
  public init() {}
}

/// How a run ended, for whoever asked for it.
public struct RunOutcome: Sendable {
  /// The run.
  public var run: RunName
  /// Its folder.
  public var folder: Path
  /// How it ended.
  public var ending: Ending
  /// How its stages went.
  public var results: RunResults
  /// What was found, errors first.
  public var findings: [FindingRow]

  /// How a run ended.
  public enum Ending: Sendable {
    /// It is the live one now.
    case published
    /// It was the live one already, and nothing had changed.
    case alreadyLive
    /// It is whole, but was not all asked for, so it is kept beside the live one.
    case keptApart
    /// What was read forbids publishing; what was live stays live.
    case refused
    /// A required extract is missing or too old; what was live stays live.
    case extractMissing
  }
}

/// Builds, publishes and takes back the runs of a workspace.
public struct RunKeeper: Sendable {
  /// The workspace.
  public let workspace: Workspace
  let watcher: RunWatcher
  let stages: [Stage]

  /// Keeps the runs of a workspace.
  public init(_ workspace: Workspace, watcher: RunWatcher = .none) {
    self.init(workspace, watcher: watcher, stages: Stage.all)
  }

  /// Keeps the runs of a workspace, built of other stages than the program's.
  init(_ workspace: Workspace, watcher: RunWatcher = .none, stages: [Stage]) {
    self.workspace = workspace
    self.watcher = watcher
    self.stages = stages
  }

  /// Plans a run without writing anything.
  public func plan(_ pipeline: LoadedPipeline, asOf: Day, _ options: RunOptions) async throws
    -> RunPlan
  {
    try await plan(pipeline, asOf: asOf, options, from: try currentStart(asOf: asOf, options))
  }

  /// Plans a run that starts from what was decided, and from the run before, as they are given.
  func plan(
    _ pipeline: LoadedPipeline, asOf: Day, _ options: RunOptions,
    from start: RunStart
  ) async throws -> RunPlan {
    try check(options.selection, pipeline)
    let planner = Planner(
      pipeline: pipeline, asOf: asOf, selection: options.selection, threads: options.threads,
      start: start)
    let watcher = watcher
    return try await planner.plan { progress in
      watcher.onProgress(
        RunProgress(stage: "plan", unit: "files", done: progress.done, total: progress.total))
    }
  }

  /// Plans a run, builds it and publishes it, unless something forbids that.
  ///
  /// It is planned when nobody else holds the workspace, so that it starts from what was live and decided last.
  public func run(_ pipeline: LoadedPipeline, asOf: Day, _ options: RunOptions) async throws
    -> RunOutcome
  {
    try check(options.selection, pipeline)
    try Files.createFolder(workspace.folder)
    let lock = try Self.take(workspace.lock)
    defer { extendLifetime(lock) }
    return try await carryOut(
      try await plan(pipeline, asOf: asOf, options), of: pipeline, options)
  }

  /// Builds a run that is planned, and publishes it, unless something forbids that.
  public func run(_ plan: RunPlan, of pipeline: LoadedPipeline, _ options: RunOptions) async throws
    -> RunOutcome
  {
    try Files.createFolder(workspace.folder)
    let lock = try Self.take(workspace.lock)
    defer { extendLifetime(lock) }
    return try await carryOut(plan, of: pipeline, options)
  }

  /// Carries out what is planned; whoever calls this holds the workspace.
  func carryOut(
    _ plan: RunPlan, of pipeline: LoadedPipeline, _ options: RunOptions
  ) async throws -> RunOutcome {
    let live = try workspace.liveRun()
    let isLive = live == plan.name
    if let live, live.asOf > plan.asOf, options.selection.isEverything, !options.replacesLater {
      throw RunProblem.laterIsLive(live, than: plan.name)
    }
    if isLive, !options.rebuilds, let outcome = try liveOutcome(plan, options) { return outcome }
    // The live run is not touched: it is built beside itself and the two change places.
    let folder = isLive ? workspace.rebuilt(plan.name) : workspace.folder(of: plan.name)
    try Self.sweep(workspace.rebuilds, but: folder.lastComponent)
    try Files.createFolder(folder)
    try Files.writeAtomically(
      try JSON.bytes(RequestRecord(pipeline, plan, options)),
      to: folder.joining(RequestRecord.fileName))
    let log = try RunLog(
      run: plan.name.id, at: folder.joining(RunFolder.log), watcher: watcher)
    return try await RunAttempt(
      workspace: workspace, pipeline: pipeline, plan: plan, options: options, folder: folder,
      log: log, stages: stages
    ).carryOut()
  }

  /// How the run stands that is live already, unless it is damaged and has to be built again.
  private func liveOutcome(_ plan: RunPlan, _ options: RunOptions) throws -> RunOutcome? {
    let folder = workspace.folder(of: plan.name)
    guard let results = try Self.publishedResults(in: folder) else { return nil }
    try RunFolder.sweep(folder)
    var file = try RunFile.open(at: folder.joining(RunBuilder.runFileName).text)
    let findings = try file.findings()
    return RunOutcome(
      run: plan.name, folder: folder,
      ending: options.isStrict && !findings.isEmpty ? .refused : .alreadyLive,
      results: results, findings: findings)
  }

  static func take(_ path: Path) throws -> LockFile {
    do throws(LockError) {
      return try LockFile(path)
    } catch {
      switch error {
      case .held(let holder): throw RunProblem.locked(holder)
      case .failed(let error): throw error
      }
    }
  }

  /// Takes away what was being built in a folder when a program was stopped; whoever calls this holds the folder's lock.
  static func sweep(_ folder: Path, but kept: String? = nil) throws(DiskError) {
    for path in try Workspace.underWay(in: folder) where path.lastComponent != kept {
      try Files.removeTree(path)
    }
  }

  static func publishedResults(in folder: Path) throws(DiskError) -> RunResults? {
    guard let results = try RunResults.read(in: folder), results.status == .published,
      try Manifest.holds(in: folder)
    else { return nil }
    return results
  }

  private func check(_ selection: Selection, _ pipeline: LoadedPipeline) throws {
    let sources = pipeline.definition.contracts.map(\.name)
    for name in selection.sources + selection.excluded where !sources.contains(name) {
      throw RunProblem.unknownSource(
        name, nearest: NearestWord.suggestion(for: name, among: sources))
    }
    let stages = stages.map(\.name)
    for name in selection.stages where !stages.contains(name) {
      throw RunProblem.unknownStage(name, nearest: NearestWord.suggestion(for: name, among: stages))
    }
  }
}
