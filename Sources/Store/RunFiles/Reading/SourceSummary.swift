/// How fresh a source is on the day for which the run is made.
public enum Freshness: String, Hashable, Sendable, CaseIterable {
  /// The newest extract is as new as it should be.
  case fresh
  /// The newest extract is older than the contract's warning.
  case warn
  /// The newest extract is too old to be relied on.
  case stale
  /// There is no extract at all.
  case missing
  /// The first extract is not due yet.
  case notDue = "not-due"
}

/// How fresh a source is, and how its newest extract compares with those before it.
public struct SourceState: Hashable, Sendable {
  /// The judgement; nothing if the file has a word that this program does not know.
  public var freshness: Freshness?
  /// The newest day that the source speaks of, or on which it was delivered.
  public var newest: String?
  /// How many days before the run's day that was.
  public var ageInDays: Int?
  /// When the next extract is due.
  public var due: String?
  /// The rows of the newest extract.
  public var rows: Int?
  /// The rows that an extract of this source usually has.
  public var usualRows: Int?
  /// How many of a hundred keys of the extract before are in the newest.
  public var overlapInHundredths: Int?
  /// How many of a hundred keys of the newest were never seen before.
  public var unseenInHundredths: Int?
}

/// A source.
public struct SourceSummary: Hashable, Sendable {
  /// Its number in the run.
  public var number: Int
  /// The word used for it in contracts, such as `police-nominals`.
  public var name: String
  /// What people call it.
  public var title: String
  /// The agency it comes from.
  public var agency: String
  /// Who answers for it.
  public var owner: String
  /// By what right it is held.
  public var ground: SharingGround
  /// How fresh it is, where that was judged.
  public var state: SourceState?
}

/// What was kept of a source's rows.
public struct SourceYield: Hashable, Sendable {
  /// How many facts it gave.
  public var facts = 0
  /// How many different sets of a person's details it gave.
  public var personRecords = 0

  /// Nothing was kept.
  public init() {}
}
