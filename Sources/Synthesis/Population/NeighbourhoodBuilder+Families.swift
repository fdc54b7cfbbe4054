import Vocabulary

extension NeighbourhoodBuilder {
  /// How many families in a thousand have each shape, before institutions.
  private static let shapes: [(Family.Shape, Int)] = [
    (.single, 185), (.pensioner, 120), (.pensionerCouple, 85), (.couple, 180), (.emptyNest, 75),
    (.coupleWithChildren, 165), (.loneParent, 58), (.separatedParents, 22), (.stepFamily, 25),
    (.threeGenerations, 14), (.youngParent, 10), (.kinshipCare, 4), (.fosterCarers, 3),
    (.informalFostering, 3), (.sharers, 40),
  ]

  /// The shapes of troubled families: nearly two thirds have one parent.
  private static let troubledShapes: [(Family.Shape, Int)] = [
    (.loneParent, 520), (.separatedParents, 110), (.coupleWithChildren, 180), (.stepFamily, 150),
    (.threeGenerations, 40),
  ]

  /// Adds one family with all that happens to it.
  mutating func addFamily() {
    let shape = families.weigh(Self.shapes)
    switch shape {
    case .single, .couple, .emptyNest, .pensioner, .pensionerCouple, .sharers:
      addChildless(shape)
    case .fosterCarers: addFosterCarers()
    case .kinshipCare: addKinshipCare()
    default:
      let isTroubled = families.below(settings.familiesPerTroubledFamily) == 0
      addWithChildren(isTroubled ? families.weigh(Self.troubledShapes) : shape, isTroubled)
    }
  }

  /// Opens a family without members.
  mutating func openFamily(_ shape: Family.Shape, isTroubled: Bool = false) -> Family.ID {
    let id = Family.ID(neighbourhood: number, place: world.families.count)
    world.families.append(
      Family(id: id, shape: shape, isTroubled: isTroubled, name: nil, members: []))
    return id
  }

  /// Makes someone a member, from a day until another.
  mutating func join(
    _ family: Family.ID, _ person: Person.ID, as role: Family.Role, from: Day, until: Day? = nil
  ) {
    if let until, until <= from { return }
    world.families[family.place].members.append(
      Family.Membership(person: person, role: role, from: from, until: until))
  }

  /// A day of birth that makes someone so old on the last day.
  mutating func birth(age: Int) -> Day {
    last.adding(months: -12 * age).adding(days: -members.below(365))
  }
}
