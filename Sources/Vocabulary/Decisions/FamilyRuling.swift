/// A decision about a family as forming families takes it: with people in place of keys.
///
/// Whoever runs the stages finds whose each record is; what speaks of records that are gone is not handed on.
public struct FamilyRuling: Hashable, Sendable {
  /// What was decided.
  public enum Ruling: Hashable, Sendable {
    /// The two belong to one family.
    case together
    /// The two do not belong to one family.
    case apart
  }

  /// The number of the ledger's entry.
  public var number: Int
  /// What was decided.
  public var ruling: Ruling
  /// Whom it is about.
  public var person: PersonID
  /// Somebody of the family.
  public var other: PersonID
  /// The part that the person has in the family, where it is said.
  public var role: FamilyRole?
  /// For which days; nil for all.
  public var days: DayInterval?

  /// States a ruling.
  public init(
    number: Int, ruling: Ruling, person: PersonID, other: PersonID, role: FamilyRole? = nil,
    days: DayInterval? = nil
  ) {
    self.number = number
    self.ruling = ruling
    self.person = person
    self.other = other
    self.role = role
    self.days = days
  }
}
