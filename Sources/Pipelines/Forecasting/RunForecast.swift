public import Store

/// What a run would do, found out without writing anything.
public struct RunForecast: Sendable {
  /// What the run would read, and its name.
  public var plan: RunPlan
  /// The sources, in the order of names.
  public var sources: [SourceForecast]
  /// What is known to be wrong before a row is read, errors first.
  public var findings: [FindingRow]
  /// The stages in their order.
  public var stages: [StageForecast]
  /// The run that is live, if any is.
  public var live: RunName?
  /// The files that differ from those that the live run was made of.
  public var changedSinceLive: [String]

  /// Whether a run could start and, as far as can be known by now, publish.
  public var verdict: Verdict { Verdict(findings) }
  /// Whether the run would be the one that is live.
  public var isLive: Bool { live == plan.name }
}

/// A source, as a run would find it.
public struct SourceForecast: Sendable {
  /// Its name.
  public var name: String
  /// How often an extract is due.
  public var every: String
  /// How fresh it is: fresh, warn, stale, missing or not due.
  public var freshness: String
  /// When its newest extract was delivered.
  public var newest: String?
  /// How old that is.
  public var ageDays: Int?
  /// When the next one is due.
  public var due: String?
  /// Whether that day has passed.
  public var isLate: Bool
  /// Its extracts, newest first.
  public var extracts: [PlannedExtract]
}

/// A stage, and whether it would run.
public struct StageForecast: Equatable, Sendable {
  /// Its name.
  public var name: String
  /// What it does, in a few words.
  public var title: String
  /// Whether it would be taken from an earlier attempt.
  public var isReused: Bool
  /// Why.
  public var reason: String
}
