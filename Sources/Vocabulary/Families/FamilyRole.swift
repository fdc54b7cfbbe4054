/// The part that a person has in a family for some time.
public enum FamilyRole: String, Hashable, Sendable, CaseIterable {
  /// A child who lives with the family and depends on it.
  case dependentChild = "dependent-child"
  /// A parent, or whoever cares for the children as one, who lives with them.
  case parent
  /// A grown-up child who still lives with the family.
  case adultChild = "adult-child"
  /// A parent of a parent.
  case grandparent
  /// Someone's partner who is no parent of the children.
  case partner
  /// A parent of one of the children who lives elsewhere.
  case nonResidentParent = "non-resident-parent"
  /// A child of the family whom the council looks after elsewhere.
  case lookedAfterChild = "looked-after-child"
  /// A child of one of the parents who lives with another family.
  case nonResidentChild = "non-resident-child"
  /// Anyone else who belongs to the family.
  case other

  /// Whether whoever has this part lives with the family.
  public var isResident: Bool {
    switch self {
    case .nonResidentParent, .lookedAfterChild, .nonResidentChild: false
    case .dependentChild, .parent, .adultChild, .grandparent, .partner, .other: true
    }
  }
}
