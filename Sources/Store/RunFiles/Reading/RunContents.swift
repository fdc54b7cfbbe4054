/// How many facts of a kind there are.
public struct FactCount: Hashable, Sendable {
  /// The kind's dotted name.
  public var kind: String
  /// What people call it.
  public var title: String
  /// The agency that knows of it.
  public var agency: String
  /// `event`, `episode` or `measure`.
  public var shape: String
  /// How many there are.
  public var facts: Int
  /// How many people's details they are about.
  public var people: Int
  /// The year of the first.
  public var firstYear: Int?
  /// The year in which the last begins.
  public var lastYear: Int?
}

/// How much of everything a run holds.
public struct RunTotals: Hashable, Sendable {
  /// The facts, each once.
  public var facts: Int
  /// The relations between people, each once.
  public var relations: Int
  /// The different sets of a person's details; one person has several.
  public var personRecords: Int
  /// How often somebody appears in a row.
  public var mentions: Int
  /// The different addresses.
  public var places: Int
}

/// Something that a person should look at, or that forbids publishing.
public struct FindingSummary: Hashable, Sendable {
  /// Whether the run may publish all the same.
  public var isError: Bool
  /// What kind of thing it is.
  public var code: String
  /// The name of the source that it is about; empty if none.
  public var source: String
  /// The file that it is about, if it is one.
  public var fileName: String?
  /// The column that it is about, if it is one.
  public var column: String?
  /// What was found.
  public var message: String
  /// What to do about it.
  public var remedy: String
}

/// How many rows of an extract were quarantined for a reason.
public struct RejectedRows: Hashable, Sendable {
  /// The number of the extract.
  public var extract: Int
  /// The problem's code.
  public var code: String
  /// The column; empty where the problem is of whole rows.
  public var column: String
  /// How many rows.
  public var rows: Int
  /// The first of them.
  public var firstLine: Int
}
