/// That a source is expected to tell of a kind of fact, whether it has delivered or not.
public struct CaseSupplier: Hashable, Sendable {
  /// The source's number in the run.
  public var source: UInt16
  /// The kind's place in the vocabulary's list of kinds.
  public var kind: UInt16
  /// Whether it tells of it school by school, or for other such units, so that one may be missing.
  public var isByUnit: Bool

  /// States who tells of what.
  public init(source: UInt16, kind: UInt16, isByUnit: Bool = false) {
    self.source = source
    self.kind = kind
    self.isByUnit = isByUnit
  }
}

/// What a person ruled about a family in a matter that is left to judgement.
public struct CaseRuling: Hashable, Sendable {
  /// The family.
  public var family: FamilyID
  /// The matter, by its word's number in ``CaseFile/words``.
  public var matter: Int32
  /// Whether it is so.
  public var isSo: Bool
  /// The day on which it was ruled.
  public var day: Day

  /// States a ruling.
  public init(family: FamilyID, matter: Int32, isSo: Bool, day: Day) {
    self.family = family
    self.matter = matter
    self.isSo = isSo
    self.day = day
  }
}
