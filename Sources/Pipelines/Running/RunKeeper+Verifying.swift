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

  /// Builds a run again beside itself and compares every file.
  public func verify(_ run: RunName, threads: Int) async throws -> Verification {
    let folder = workspace.folder(of: run)
    guard let manifest = Manifest.read(in: folder) else { throw RunProblem.notBuilt(run) }
    let (pipeline, plan, _) = try await replan(run, threads: threads)
    guard plan.name == run else {
      throw RunProblem.changed(run, [])
    }
    let again = workspace.folder.joining("verify").joining(run.id)
    try Files.createFolder(again.parent)
    let lock = try Self.take(again.parent.joining("lock"))
    defer { extendLifetime(lock) }
    if try Files.kind(of: again) != nil { try Files.removeTree(again) }
    let log = try RunLog(run: run.id, at: nil, watcher: watcher)
    let builder = RunBuilder(
      pipeline: pipeline, plan: plan, folder: again, log: log, threads: threads)
    _ = try await builder.build(ignoringCheckpoints: true)
    let different = try compare(manifest, with: again)
    try Files.removeTree(again)
    return Verification(
      run: run, files: manifest.outputs.count, different: different,
      damaged: manifest.outputs.filter { !$0.holds(in: folder) }.map(\.path))
  }

  /// The files whose content is not what the manifest says; records that are written last are not compared.
  private func compare(_ manifest: Manifest, with again: Path) throws -> [String] {
    let now = Set(try RunFolder.files(in: again))
    var different: [String] = []
    for output in manifest.outputs where output.path != "sources.json" {
      if !now.contains(output.path) || !output.holds(in: again) { different.append(output.path) }
    }
    let known = Set(manifest.outputs.map(\.path)).union(RunFolder.volatile)
    for path in now.sorted() where !known.contains(path) && !path.hasSuffix("-journal") {
      different.append(path)
    }
    return different
  }
}
