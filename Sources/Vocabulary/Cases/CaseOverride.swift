/// What people decided about a family in place of what a pack's rules say.
public struct CaseOverride: Hashable, Sendable {
  /// The number of the ledger's entry.
  public var entry: Int
  /// The family.
  public var family: FamilyID
  /// The pack.
  public var pack: String
  /// The criterion of the pack; nil where the family is in the pack's cohort, or is kept out, by local discretion.
  public var criterion: String?
  /// What is found.
  public var finding: RuledFinding
  /// The days for which it holds.
  public var days: DayInterval

  /// States a decision.
  public init(
    entry: Int, family: FamilyID, pack: String, criterion: String?, finding: RuledFinding,
    days: DayInterval
  ) {
    self.entry = entry
    self.family = family
    self.pack = pack
    self.criterion = criterion
    self.finding = finding
    self.days = days
  }
}
