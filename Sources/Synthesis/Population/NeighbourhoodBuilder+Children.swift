import Vocabulary

extension NeighbourhoodBuilder {
  /// How many children under sixteen a troubled family has: 16 in a hundred have five or more.
  private static let troubledCounts: [(Int, Int)] = [
    (1, 15), (2, 25), (3, 27), (4, 17), (5, 10), (6, 5), (7, 1),
  ]

  private static let usualCounts: [(Int, Int)] = [(1, 44), (2, 39), (3, 12), (4, 4), (5, 1)]

  /// The days of birth of a family's children, oldest first; twins are two equal days.
  mutating func births(_ shape: Family.Shape, _ isTroubled: Bool) -> [Day] {
    if shape == .youngParent { return [birthday(months: members.within(1...34))] }
    return isTroubled ? troubledBirths() : usualBirths()
  }

  private mutating func usualBirths() -> [Day] {
    var months = members.within(1...190)
    var days = [birthday(months: months)]
    for _ in 1..<members.weigh(Self.usualCounts) {
      if members.chance(16) {
        days.append(days[days.count - 1])
        continue
      }
      months += members.within(13...40) + members.below(24)
      if months < 12 * 24 { days.append(birthday(months: months)) }
    }
    return days.reversed()
  }

  /// One child is of an age for all the criteria, and most have an older brother or sister.
  private mutating func troubledBirths() -> [Day] {
    let count = members.weigh(Self.troubledCounts)
    let oldest = members.within(12 * 13 + 2...12 * 16 - 4)
    var days = [birthday(months: oldest)]
    let step = max(11, min(32, (oldest - 6) / max(1, count)))
    var months = oldest
    for _ in 1..<count {
      if members.chance(30) {
        days.append(days[days.count - 1])
        continue
      }
      months = max(1, months - step - members.below(max(1, step / 3)))
      days.append(birthday(months: months))
    }
    if members.chance(600) {
      days.insert(birthday(months: oldest + members.within(14...52)), at: 0)
    }
    return spaced(days)
  }

  /// Children who are not twins are at least ten months apart.
  private func spaced(_ days: [Day]) -> [Day] {
    var kept: [Day] = []
    for day in days.sorted() {
      let apart = kept.last.map { $0.days(until: day) } ?? 1_000
      if apart == 0 || apart > 300 { kept.append(day) }
    }
    return kept
  }

  private mutating func birthday(months: Int) -> Day {
    last.adding(months: -months).adding(days: -members.below(28))
  }

  /// The two parents a child is to be given, and how it gets its surname.
  struct Parents {
    var mother: Person.ID?
    var father: Person.ID?
    var married = false
    var surname: String?
  }

  /// Adds the children born on some days, with twins and sons of their father's name.
  mutating func addChildren(_ births: [Day], _ parents: Parents, _ origin: Origin) -> [Person.ID] {
    var parents = parents
    var children: [Person.ID] = []
    for born in births {
      let twin = children.last.flatMap { world.people[$0.place].born == born ? $0 : nil }
      // Three at once are too rare to invent.
      if let twin, world.people[twin.place].twin != nil { continue }
      let child = addChild(born, parents, origin, twin: twin)
      children.append(child)
      if parents.surname == nil, sharesSurname(parents, origin) {
        parents.surname = world.people[child.place].names[0].surname
      }
    }
    for (index, child) in children.enumerated() {
      for sibling in children[..<index] { relateSiblings(sibling, child) }
    }
    return children
  }

  /// Whether the next child of two parents is given the surname of the one before.
  private mutating func sharesSurname(_ parents: Parents, _ origin: Origin) -> Bool {
    guard parents.mother != nil, parents.father != nil else { return false }
    return origin != .pakistani && origin != .bangladeshi && members.chance(960)
  }

  private mutating func addChild(
    _ born: Day, _ parents: Parents, _ origin: Origin, twin: Person.ID?
  ) -> Person.ID {
    let sex: Person.Sex = members.chance(488) ? .female : .male
    var new = Newcomer(
      sex: sex, born: born, origin: origin, mother: parents.mother, father: parents.father,
      parentsMarried: parents.married, forename: forename(sex, parents), surname: parents.surname)
    if let twin { makeTwin(&new, of: twin) }
    let child = add(new)
    for parent in [parents.mother, parents.father] {
      if let parent { relate(.parent, parent, child) }
    }
    if let twin {
      world.people[child.place].twin = twin
      world.people[twin.place].twin = child
      shareSurname(of: twin, with: child)
    }
    return child
  }

  private mutating func forename(_ sex: Person.Sex, _ parents: Parents) -> String? {
    guard sex == .male, let father = parents.father, members.chance(30) else { return nil }
    return world.people[father.place].names[0].forename
  }

  private mutating func makeTwin(_ new: inout Newcomer, of twin: Person.ID) {
    let other = world.people[twin.place]
    if members.chance(650) { new.sex = other.sex }
    guard new.sex == other.sex, members.chance(250) else { return }
    let pairs = other.sex == .female ? NearNames.twinGirls : NearNames.twinBoys
    let pair = members.pick(pairs)
    world.people[twin.place].names[0].forename = pair.0
    world.people[twin.place].knownAs = nil
    new.forename = pair.1
  }

  private mutating func shareSurname(of one: Person.ID, with other: Person.ID) {
    world.people[other.place].names[0].surname = world.people[one.place].names[0].surname
    if world.people[other.place].names[0].forename == world.people[one.place].names[0].forename {
      world.people[other.place].names[0].forename = "Robin"
    }
  }

  private mutating func relateSiblings(_ one: Person.ID, _ other: Person.ID) {
    relate(world.people[one.place].twin == other ? .twin : .sibling, one, other)
  }

  /// The children join the family and its homes; grown-up ones leave when they are ready.
  mutating func settleChildren(
    _ children: [Person.ID], _ family: Family.ID, _ household: inout Household, from come: Day,
    secondHome: [Stay] = []
  ) {
    for child in children {
      let born = world.people[child.place].born
      let start = max(come, born)
      let leaves = leavesHome(child)
      let removal = household.removals.first { $0.child == child }
      let end = Self.earlier(Self.earlier(leaves, household.leaving), removal?.on)
      joinAsChild(family, child, from: start, until: end)
      settle(child, in: household.homes, from: start, until: end)
      if let removal { moveToCarer(family, removal) }
      settle(child, in: secondHome, from: start, until: end, isSecondHome: true)
    }
  }

  mutating func joinAsChild(
    _ family: Family.ID, _ child: Person.ID, from: Day, until: Day?
  ) {
    let grown = world.people[child.place].born.adding(months: 12 * 18)
    if grown > last || grown >= until ?? .latest {
      join(family, child, as: .child, from: from, until: until)
    } else if grown <= from {
      join(family, child, as: .adultChild, from: from, until: until)
    } else {
      join(family, child, as: .child, from: from, until: grown)
      join(family, child, as: .adultChild, from: grown, until: until)
    }
  }

  private mutating func leavesHome(_ child: Person.ID) -> Day? {
    let grown = world.people[child.place].born.adding(months: 12 * 18)
    guard grown <= last else { return nil }
    let day = grown.adding(days: members.within(0...2_600))
    return day < last ? day : nil
  }

  private mutating func moveToCarer(_ family: Family.ID, _ removal: Household.Removal) {
    let stay = Stay(dwelling: removal.dwelling, from: removal.on, until: nil)
    settle(removal.child, in: [stay], from: removal.on)
    join(family, removal.child, as: .lookedAfterChild, from: removal.on)
    relate(.fosterCarer, removal.carer, removal.child, from: removal.on)
    let carers = world.families.firstIndex { family in
      family.shape == .fosterCarers && family.members.contains { $0.person == removal.carer }
    }
    if let carers {
      join(world.families[carers].id, removal.child, as: .fosterChild, from: removal.on)
    }
  }
}
