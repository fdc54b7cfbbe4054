import Disk
import Store
import Sealing
import Vocabulary

/// Coming back to runs: finding them, going on with them, taking them back.
extension RunKeeper {
  /// A run and how it went.
  public struct Listed: Sendable {
    /// The run.
    public var run: RunName
    /// How it went, if it came to an end.
    public var results: RunResults?
    /// Whether it is the live one.
    public var isLive: Bool
  }

  /// Every run of the workspace, newest day first.
  public func list() throws -> [Listed] {
    let live = try workspace.liveRun()
    return try workspace.allRuns().map { run in
      Listed(
        run: run, results: try RunResults.read(in: workspace.folder(of: run)), isLive: run == live)
    }
  }

  /// The run that the first letters of a name mean; without letters, the live run.
  public func find(_ letters: String?) throws -> RunName {
    guard let letters else {
      guard let live = try workspace.liveRun() else { throw RunProblem.nothingLive }
      return live
    }
    let found = try workspace.allRuns().filter { run in
      // With a day before the letters, both have to be meant.
      letters.contains("/")
        ? run.description.hasPrefix(letters) : run.id.hasPrefix(letters) || run.asOf.iso == letters
    }
    guard let first = found.first else { throw RunProblem.noRun(letters) }
    guard found.count == 1 else { throw RunProblem.severalRuns(letters) }
    return first
  }

  /// The newest run that did not come to its end, for `retry`.
  ///
  /// It may be the live one, if that is damaged, or one that was cut short just before the last rename: that one has
  /// the records of a published run, and the ledger tells that it is not what it seems.
  public func latestUnfinished() throws -> RunName? {
    let noted = try notedRuns()
    let listed = try list().filter { listed in
      // A folder without a request is of a run stopped before it was begun: there is nothing in it.
      guard try RequestRecord.read(in: workspace.folder(of: listed.run)) != nil else {
        return false
      }
      guard listed.results?.status == .published else { return true }
      let name = listed.run.description
      return !listed.isLive && (noted.last == name || !noted.contains(name))
    }
    return try listed.max { one, other in
      try begun(one.run) < begun(other.run)
    }?.run
  }

  /// The runs that the ledger says were made live, oldest first.
  private func notedRuns() throws -> [String] {
    guard try Files.kind(of: workspace.ledger) != nil else { return [] }
    var ledger = try workspace.openLedger()
    return try ledger.entries().filter(\.isOfRuns).compactMap { entry in
      try? JSON.read(LedgerContent.self, Array(entry.content.utf8)).run
    }
  }

  /// When a run was last begun.
  private func begun(_ run: RunName) throws -> Instant {
    let request = workspace.folder(of: run).joining(RequestRecord.fileName)
    guard try Files.kind(of: request) != nil else { return Instant(milliseconds: 0) }
    return try Files.modificationTime(of: request)
  }

  /// Goes on with a run after the last stage that holds.
  ///
  /// Where something that went into the run has changed, it would be another run: that is refused unless accepted.
  public func retry(_ run: RunName, acceptingChange: Bool, threads: Int) async throws
    -> RunOutcome
  {
    let (pipeline, plan, options) = try await replan(run, threads: threads)
    if plan.name == run { return try await self.run(plan, of: pipeline, options) }
    guard acceptingChange else { throw RunProblem.changed(run, try changes(since: run, plan)) }
    // What is accepted is a new run, so it starts from what is decided now.
    let anew = try await self.plan(pipeline, asOf: plan.asOf, options)
    return try await self.run(anew, of: pipeline, options)
  }

  /// Plans a run again from what was asked for, and decided, when it was begun.
  func replan(_ run: RunName, threads: Int) async throws -> (LoadedPipeline, RunPlan, RunOptions) {
    guard let request = try RequestRecord.read(in: workspace.folder(of: run)),
      let asOf = Day(iso: request.asOf)
    else { throw RunProblem.notBuilt(run) }
    let pipeline = try LoadedPipeline.load(
      Path(request.pipeline), extracts: request.extracts.map { Path($0) })
    var options = request.options
    options.threads = threads
    // The request is read once: a disk that fails at a second reading must not make it another run.
    let plan = try await plan(pipeline, asOf: asOf, options, from: try notedStart(by: request))
    return (pipeline, plan, options)
  }

  /// The files that differ from those that went into a run, by name.
  func changes(since run: RunName, _ plan: RunPlan) throws -> [String] {
    guard let manifest = try Manifest.read(in: workspace.folder(of: run)) else { return [] }
    let (noted, basis) = (manifest.basis, BasisRecord(plan.basis))
    let before =
      manifest.pipeline.map { [$0.path, $0.sha256] }
      + manifest.extracts.map { [$0.file, $0.sha256] }
      + [
        ["ledger.db", noted.ledger?.sha256 ?? ""], ["previous run", noted.previous?.sha256 ?? ""],
        ["reference.key", noted.references ?? ""],
      ]
    let now =
      plan.configuration.map { [$0.path, $0.digest.hex] }
      + plan.extracts.map { [$0.fileName, $0.digest.hex] }
      + [
        ["ledger.db", basis.ledger?.sha256 ?? ""], ["previous run", basis.previous?.sha256 ?? ""],
        ["reference.key", basis.references ?? ""],
      ]
    return Set(Set(before).symmetricDifference(now).map { $0[0] }).sorted()
  }

  /// Makes an earlier run the live one again: the one named, or the one that was live before this one.
  public func rollBack(to letters: String?) throws -> RunName {
    try Files.createFolder(workspace.folder)
    let lock = try Self.take(workspace.lock)
    defer { extendLifetime(lock) }
    let target = try letters.map { try find($0) } ?? previousLive()
    let folder = workspace.folder(of: target)
    guard try Self.publishedResults(in: folder) != nil else { throw RunProblem.notBuilt(target) }
    var ledger = try workspace.openLedger()
    try ledger.append(
      kind: "rollback", at: SystemClock.now().text, by: Account.name,
      content: JSONValue.members([("run", .text(target.description))]).line)
    try workspace.makeLive(target)
    return target
  }

  /// The run that was live before the one that is, by the ledger.
  private func previousLive() throws -> RunName {
    guard let live = try workspace.liveRun() else { throw RunProblem.nothingLive }
    let all = try workspace.allRuns()
    for name in try notedRuns().reversed() where name != live.description {
      if let run = all.first(where: { $0.description == name }) { return run }
    }
    throw RunProblem.nothingBefore(live)
  }
}

extension LedgerFile.Entry {
  /// Whether it says which run is live, and not what somebody decided.
  var isOfRuns: Bool { kind == "publish" || kind == "rollback" }
}

/// What the ledger notes of a run.
private struct LedgerContent: Codable {
  var run: String
}
