public import Vocabulary

/// A family as it was formed: its people over time, why each is in, and what somebody should look at.
public struct FormedFamily: Sendable {
  /// Whose family it is: the one who cares for most of the children, by the place in ``FamilyInput/people``.
  public var head: Int
  /// Whose home it is, or was last, by their places in ``FamilyInput/people``; nobody is of two homes.
  public var home: [Int]
  /// Who belonged to it and when, in the order of people and days.
  public var members: [FormedMembership]
  /// What speaks for the members, in the order of people.
  public var evidence: [MemberEvidence]
  /// What somebody should look at.
  public var notes: [FamilyNote]
}

/// The days for which somebody has a part in a family.
public struct FormedMembership: Hashable, Sendable {
  /// Who, by the place in ``FamilyInput/people``.
  public var person: Int
  /// As what.
  public var role: FamilyRole
  /// The days, open while it lasts.
  public var days: DayInterval
  /// What the strongest tie to another member weighs.
  public var strength: Int
}

/// What speaks for a member and another member being of one family.
public struct MemberEvidence: Hashable, Sendable {
  /// The member, by the place in ``FamilyInput/people``.
  public var person: Int
  /// The other member.
  public var other: Int
  /// What speaks for it.
  public var evidence: FamilyEvidence
}

/// Something about a family that somebody should look at.
public struct FamilyNote: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// More people hang together than a family has; it was split at the weakest evidence.
    case oversized
    /// Evidence joins people whom a ruling or a protected address keeps apart.
    case keptApart = "kept-apart"
    /// Rows name more mothers than one for a child.
    case contradiction
    /// A membership stands on little.
    case weak
    /// So many people are at one address that it was taken for an institution.
    case institution
    /// A child whom no family could be found for.
    case childAlone = "child-alone"
    /// Somebody ruled that a person belongs to the family of another, who is of none.
    case familyless
  }

  /// What it is.
  public var kind: Kind
  /// Whom it is about, by the place in ``FamilyInput/people``.
  public var person: Int
  /// The other one, where there is one.
  public var other: Int?
  /// What the evidence weighs.
  public var weight: Int
}

/// All families of a run.
public struct FormedFamilies: Sendable {
  /// The families, in the order of their heads.
  public var families: [FormedFamily] = []
  /// Notes that belong to no family.
  public var notes: [FamilyNote] = []
  /// How many homes were taken for institutions by their number of people.
  public var crowdedHomes = 0
}
