public import Store

/// How two runs differ, and why.
public struct RunDifference: Sendable {
  /// What may make two runs differ.
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    /// Another version of the program.
    case program
    /// Contracts, settings or other files of the pipeline.
    case configuration
    /// The linkage model.
    case model
    /// Rows of extracts that came, went or changed.
    case row
    /// What somebody decided.
    case decision
    /// The day of the run.
    case time
    /// More than one of them, which could not be told apart: see ``RunDifference/doubt``.
    case unsettled
  }

  /// A change with its cause.
  public struct Change: Hashable, Sendable {
    /// Of what kind of thing.
    public var subject: IdentitySubject
    /// What happened.
    public var change: GroupChange
    /// Why.
    public var cause: Cause
  }

  /// The run before.
  public var before: RunName
  /// The run after.
  public var after: RunName
  /// What went into the runs and differs.
  public var inputs: [Cause]
  /// The changes, people first.
  public var changes: [Change]
  /// How many runs were built between the two to find the causes.
  public var replays: Int
  /// Why causes could not be told apart, where they could not.
  public var doubt: String?
}

extension RunDifference {
  /// What differs of what went into two runs.
  static func inputs(_ before: Manifest, _ after: Manifest) -> [Cause] {
    var causes: [Cause] = []
    func files(_ manifest: Manifest, models: Bool) -> Set<String> {
      Set(
        manifest.pipeline.filter { $0.path.hasSuffix(".model.json") == models }
          .map { "\($0.path) \($0.sha256)" })
    }
    func rows(_ manifest: Manifest) -> Set<String> {
      Set(manifest.extracts.map { "\($0.source) \($0.file) \($0.sha256)" })
    }
    if before.program != after.program { causes.append(.program) }
    if files(before, models: false) != files(after, models: false) {
      causes.append(.configuration)
    }
    if files(before, models: true) != files(after, models: true) { causes.append(.model) }
    if rows(before) != rows(after) { causes.append(.row) }
    if before.ledger != after.ledger { causes.append(.decision) }
    if before.asOf != after.asOf { causes.append(.time) }
    return causes
  }

  /// The first step at which what a change is about became other than it was: the states begin with the run before and
  /// end with the run after, and each step but the first has its cause.
  static func cause(
    of change: GroupChange, _ states: [GroupState], _ causes: [Cause]
  ) -> Cause {
    precondition(states.count == causes.count + 1, "a cause for each step")
    var last = states[0].together(change.traces)
    for (state, cause) in zip(states.dropFirst(), causes) {
      let now = state.together(change.traces)
      if now != last { return cause }
      last = now
    }
    return .unsettled
  }
}
