/// One row that something rests on, with names instead of a run's numbers, so that it can be kept beyond the run.
public struct EvidenceRow: Hashable, Sendable {
  /// What makes two rows the same fact, in every run.
  public var key: Int64
  /// The kind of fact.
  public var kind: String
  /// The source that told it, or `practitioner` for what was entered by hand.
  public var source: String
  /// The digest of the file.
  public var file: String
  /// The line on which the row begins.
  public var line: Int
  /// Whom it is about; nil where it is about the family's address.
  public var person: PersonID?
  /// The first day that the fact may be of; nil where it says none.
  public var from: Day?
  /// The last day that the fact may be of; nil where it goes on or says none.
  public var until: Day?
  /// When the row came to be held: nobody may claim by what was gathered afterwards.
  public var held: Day?

  /// Names a row.
  public init(
    key: Int64, kind: String, source: String = "", file: String = "", line: Int = 0,
    person: PersonID? = nil, from: Day? = nil, until: Day? = nil, held: Day? = nil
  ) {
    self.key = key
    self.kind = kind
    self.source = source
    self.file = file
    self.line = line
    self.person = person
    self.from = from
    self.until = until
    self.held = held
  }
}
