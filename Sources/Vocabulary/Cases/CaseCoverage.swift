/// The days for which a source told everything of one kind: within them, silence means that nothing happened.
public struct CaseCoverage: Hashable, Sendable {
  /// The source's number in the run.
  public var source: UInt16
  /// The kind's place in the vocabulary's list of kinds.
  public var kind: UInt16
  /// What the source told it for, where it is not told for all: a school, by its word's number in ``CaseFile/words``.
  public var unit: Int32?
  /// The days.
  public var days: DayInterval

  /// States what is covered.
  public init(source: UInt16, kind: UInt16, unit: Int32? = nil, days: DayInterval) {
    self.source = source
    self.kind = kind
    self.unit = unit
    self.days = days
  }
}
