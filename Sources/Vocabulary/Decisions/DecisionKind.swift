/// What kinds of thing people decide, by the words of the ledger, the command line and tables.
public enum DecisionKind: String, Hashable, Sendable, CaseIterable {
  /// Two records are one person.
  case match
  /// Two records are two people.
  case notMatch = "not-match"
  /// Nobody can tell from what there is whether two records are one person.
  case cannotTell = "cannot-tell"
  /// Two records are two people of one household.
  case sameHousehold = "same-household"
  /// A record is not of the person that it was put to.
  case split
  /// A person belongs to somebody's family.
  case joinFamily = "join-family"
  /// A person does not belong to somebody's family.
  case leaveFamily = "leave-family"
  /// A finding about a family is other than the rules say.
  case override
  /// A family is in, or is not, by local discretion.
  case localDiscretion = "local-discretion"
  /// A remark that changes nothing.
  case note
  /// An earlier decision no longer holds.
  case undo

  /// What it says, in a few words.
  public var title: String {
    switch self {
    case .match: "one person"
    case .notMatch: "two people"
    case .cannotTell: "cannot tell"
    case .sameHousehold: "two people of one household"
    case .split: "not of this person"
    case .joinFamily: "belongs to the family"
    case .leaveFamily: "does not belong to the family"
    case .override: "another finding"
    case .localDiscretion: "local discretion"
    case .note: "remark"
    case .undo: "undone"
    }
  }
}
