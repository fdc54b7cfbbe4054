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
  /// the records of a published run, and the ledger tells that it is not what it seems. What was not all asked for came to
  /// its end; and after a later run was published, or something was rolled back, an earlier one is of no use any more.
  public func latestUnfinished() throws -> RunName? {
    let noted = try notedRuns()
    let unfinished = try list().filter { listed in
      // A folder without a request is of a run stopped before it was begun: there is nothing in it.
      guard try RequestRecord.read(in: workspace.folder(of: listed.run)) != nil else {
        return false
      }
      let isNotedLast = noted.last?.run == listed.run.description
      guard listed.results?.status == .published else {
        guard listed.results?.status != .built else { return false }
        return try listed.isLive || isNotedLast || !isPast(listed.run, noted.last)
      }
      return !listed.isLive && (isNotedLast || !noted.contains { $0.run == "\(listed.run)" })
    }
    return try unfinished.max { one, other in
      try begun(one.run) < begun(other.run)
    }?.run
  }

  /// Whether a run was begun before what the ledger says of runs last.
  private func isPast(_ run: RunName, _ last: NotedRun?) throws -> Bool {
    guard let last else { return false }
    if last.kind == .publish,
      let published = try workspace.allRuns().first(where: { "\($0)" == last.run })
    {
      return try begun(run) < begun(published)
    }
    return try begun(run).text < last.at
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
    let lock = try Self.take(workspace.lock)
    defer { extendLifetime(lock) }
    let (pipeline, plan, options) = try await replan(run, threads: threads)
    if plan.name == run { return try await carryOut(plan, of: pipeline, options) }
    guard acceptingChange else { throw RunProblem.changed(run, try changes(since: run, plan)) }
    // What is accepted is a new run, so it starts from what is decided now.
    let anew = try await self.plan(pipeline, asOf: plan.asOf, options)
    return try await carryOut(anew, of: pipeline, options)
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

  /// What differs from what went into a run, by name.
  func changes(since run: RunName, _ plan: RunPlan) throws -> [String] {
    guard let before = try RequestRecord.read(in: workspace.folder(of: run))?.inputs else {
      return []
    }
    let now = plan.inputs
    return Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
  }
}
