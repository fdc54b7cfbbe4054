import Disk

/// Building a run again, to see that the same inputs give the same bytes.
extension RunKeeper {
  /// What building a run again showed.
  public struct Verification: Sendable {
    /// The run.
    public var run: RunName
    /// How many files were compared.
    public var files: Int
    /// The files that differ, are missing or are new.
    public var different: [String]
    /// Files that are no longer as the manifest of the run lists them.
    public var damaged: [String]

    /// Whether everything is the same, byte for byte.
    public var isSame: Bool { different.isEmpty && damaged.isEmpty }
  }

  /// Builds a run again beside itself and compares every file, the manifest too.
  public func verify(_ run: RunName, threads: Int) async throws -> Verification {
    let folder = workspace.folder(of: run)
    guard try Files.kind(of: folder.joining(Manifest.fileName)) == .file else {
      throw RunProblem.notBuilt(run)
    }
    let (pipeline, plan, _) = try await replan(run, threads: threads)
    guard plan.name == run else {
      throw RunProblem.changed(run, try changes(since: run, plan))
    }
    let again = workspace.verifications.joining(run.id)
    try Files.createFolder(again.parent)
    let lock = try Self.take(again.parent.joining(Workspace.lockName))
    defer { extendLifetime(lock) }
    try Self.sweep(again.parent)
    let log = try RunLog(run: run.id, at: nil, watcher: watcher)
    let builder = RunBuilder(
      workspace: workspace, pipeline: pipeline, plan: plan, folder: again, log: log,
      threads: threads,
      allStages: stages)
    var results: [RunResults.StageResult] = []
    let known = try await builder.build(ignoringCheckpoints: true, noting: &results)
    _ = try builder.writeRecords(known)
    let verification = try compare(run, folder, again)
    try Files.removeTree(again)
    return verification
  }

  /// Compares a run with the same run built again, and with what its own manifest says of it.
  private func compare(_ run: RunName, _ folder: Path, _ again: Path) throws -> Verification {
    let rebuilt = try Self.records(in: again)
    let kept = try Self.records(in: folder)
    var stated = try Manifest.read(in: folder)?.outputs.map { ($0.path, $0) } ?? []
    // No manifest can state its own digest: it is as it was written if it comes out the same.
    stated.append((Manifest.fileName, rebuilt[Manifest.fileName] ?? FileRecord.none))
    let promised = Dictionary(stated) { $1 }
    let paths = Set(rebuilt.keys).union(kept.keys).union(promised.keys).sorted()
    return Verification(
      run: run, files: rebuilt.count,
      different: paths.filter { rebuilt[$0] != kept[$0] },
      damaged: paths.filter { promised[$0] != kept[$0] })
  }

  /// Every file of a run that has no time in it.
  private static func records(in folder: Path) throws -> [String: FileRecord] {
    var records: [String: FileRecord] = [:]
    for path in try RunFolder.files(in: folder) where !RunFolder.volatile.contains(path) {
      records[path] = try FileRecord(of: path, in: folder)
    }
    return records
  }
}
