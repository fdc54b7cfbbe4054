/// What a decision says, bound to keys of records, which outlive runs.
///
/// A person is named by any record of theirs, and a family by a record of anyone in it: ids of people and families follow
/// from decisions, so no decision rests on them.
public enum DecisionSubject: Hashable, Sendable {
  /// Two records are one person.
  case match(RecordPair)
  /// Two records are two people.
  case notMatch(RecordPair)
  /// Nobody can tell whether two records are one person.
  case cannotTell(RecordPair)
  /// Two records are two people of one household.
  case sameHousehold(RecordPair)
  /// A record is not of the person of the other records.
  case split(RecordKey, from: [RecordKey])
  /// Somebody belongs to a family.
  case joinFamily(FamilyTie)
  /// Somebody does not belong to a family.
  case leaveFamily(FamilyTie)
  /// A finding about a family is other than the rules say.
  case override(FindingOverride)
  /// A family is in a pack's cohort, or is not, by local discretion.
  case localDiscretion(LocalDiscretion)
  /// A remark about a record.
  case note(RecordKey)
  /// The decision of another entry no longer holds.
  case undo(Int)

  /// Its kind.
  public var kind: DecisionKind {
    switch self {
    case .match: .match
    case .notMatch: .notMatch
    case .cannotTell: .cannotTell
    case .sameHousehold: .sameHousehold
    case .split: .split
    case .joinFamily: .joinFamily
    case .leaveFamily: .leaveFamily
    case .override: .override
    case .localDiscretion: .localDiscretion
    case .note: .note
    case .undo: .undo
    }
  }

  /// The records that it speaks of, in the order in which it names them.
  public var records: [RecordKey] {
    switch self {
    case .match(let pair), .notMatch(let pair), .cannotTell(let pair), .sameHousehold(let pair):
      [pair.left, pair.right]
    case .split(let record, let others): [record] + others
    case .joinFamily(let tie), .leaveFamily(let tie): [tie.person, tie.family]
    case .override(let finding): [finding.family]
    case .localDiscretion(let discretion): [discretion.family]
    case .note(let record): [record]
    case .undo: []
    }
  }
}

/// Somebody and a family that they are said to belong to, or not.
public struct FamilyTie: Hashable, Sendable {
  /// A record of the person.
  public var person: RecordKey
  /// A record of anyone in the family.
  public var family: RecordKey
  /// As what, where it is said.
  public var role: FamilyRole?
  /// For which days; nil for all.
  public var days: DayInterval?

  /// States a tie.
  public init(
    person: RecordKey, family: RecordKey, role: FamilyRole? = nil, days: DayInterval? = nil
  ) {
    self.person = person
    self.family = family
    self.role = role
    self.days = days
  }
}

/// The answers that a person may put in place of a rule's.
public enum RuledFinding: String, Hashable, Sendable, CaseIterable {
  /// The criterion is met.
  case met
  /// It is not.
  case notMet = "not-met"
  /// What would decide it is not known.
  case cannotTell = "cannot-tell"
  /// The criterion does not apply to the family.
  case notApplicable = "not-applicable"
}

/// Another finding about a family than the rules give.
public struct FindingOverride: Hashable, Sendable {
  /// A record of anyone in the family.
  public var family: RecordKey
  /// The pack.
  public var pack: String
  /// The criterion of the pack.
  public var criterion: String
  /// What is found.
  public var finding: RuledFinding
  /// For which days; nil for all.
  public var days: DayInterval?

  /// States a finding.
  public init(
    family: RecordKey, pack: String, criterion: String, finding: RuledFinding,
    days: DayInterval? = nil
  ) {
    self.family = family
    self.pack = pack
    self.criterion = criterion
    self.finding = finding
    self.days = days
  }
}

/// A family that is in a pack's cohort by local discretion, or is kept out of it.
public struct LocalDiscretion: Hashable, Sendable {
  /// A record of anyone in the family.
  public var family: RecordKey
  /// The pack.
  public var pack: String
  /// Whether the family is in.
  public var isIn: Bool
  /// For which days; nil for all.
  public var days: DayInterval?

  /// States it.
  public init(family: RecordKey, pack: String, isIn: Bool, days: DayInterval? = nil) {
    self.family = family
    self.pack = pack
    self.isIn = isIn
    self.days = days
  }
}
