import Vocabulary

extension NeighbourhoodBuilder {
  /// What is settled about a family with children before its people are made.
  struct Outline {
    var shape: Family.Shape
    var isTroubled: Bool
    var origin: Origin
    var births: [Day]
    var motherBorn: Day
    var come: Day
    var leaving: Day?
    var homes: [Stay]
  }

  /// Adds a family with children in any shape that parents and children make.
  mutating func addWithChildren(_ shape: Family.Shape, _ isTroubled: Bool) {
    let outline = outline(shape, isTroubled)
    let family = openFamily(shape, isTroubled: isTroubled)
    switch shape {
    case .loneParent, .youngParent: addLoneParent(family, outline)
    case .separatedParents: addSeparated(family, outline)
    case .stepFamily: addStepFamily(family, outline)
    case .threeGenerations: addThreeGenerations(family, outline)
    default: addCoupleWithChildren(family, outline)
    }
  }

  private mutating func outline(_ shape: Family.Shape, _ isTroubled: Bool) -> Outline {
    let births = births(shape, isTroubled)
    let age =
      shape == .youngParent
      ? members.within(15...18) : max(16, members.near(isTroubled ? 21 : 28, spread: 7))
    let motherBorn = births[0].adding(months: -12 * age).adding(days: -members.below(330))
    let come = arrival(notBefore: motherBorn.adding(months: 12 * 15))
    let leaving = isTroubled ? nil : departure(after: come)
    let isSingle = shape == .loneParent || shape == .youngParent || shape == .separatedParents
    let social = isTroubled ? 800 : isSingle ? 480 : 170
    let homes = homes(
      Tenancies(
        arrival: come, leaving: leaving,
        tenure: tenure(social: social, private: isTroubled ? 160 : isSingle ? 330 : 140),
        moves: isTroubled ? families.within(0...2) : families.chance(180) ? 1 : 0,
        prefersFlat: shape == .youngParent))
    return Outline(
      shape: shape, isTroubled: isTroubled, origin: families.weigh(Origin.shares), births: births,
      motherBorn: motherBorn, come: come, leaving: leaving, homes: homes)
  }

  private mutating func parents(
    of outline: Outline, until: Day? = nil
  ) -> Couple {
    let woman = add(Newcomer(sex: .female, born: outline.motherBorn, origin: outline.origin))
    let manBorn = outline.motherBorn.adding(days: -members.within(-500...2_900))
    let man = add(Newcomer(sex: .male, born: manBorn, origin: outline.origin))
    let youngest = max(outline.motherBorn, manBorn).adding(months: 12 * 15)
    let met = max(youngest, outline.births[0].adding(days: -members.within(300...2_000)))
    let origin = outline.origin
    let isTraditional = origin == .pakistani || origin == .bangladeshi || origin == .indian
    let married = members.chance(isTraditional ? 960 : outline.isTroubled ? 280 : 610)
    relate(.partner, man, woman, from: met, until: until)
    if married {
      let legal = max(met, max(outline.motherBorn, manBorn).adding(months: 12 * 18))
      let day = max(legal, met.adding(days: members.within(100...2_500)))
      if day < until ?? last { marry(woman, man, on: day, until: until) }
    }
    return Couple(woman: woman, man: man, together: met, married: married)
  }

  private func household(_ outline: Outline, adults: [Person.ID]) -> Household {
    Household(
      homes: outline.homes, adults: adults, children: [], leaving: outline.leaving,
      isLoneParent: adults.count == 1, isTroubled: outline.isTroubled)
  }

  private mutating func settleAdult(
    _ person: Person.ID, _ family: Family.ID, _ outline: Outline, as role: Family.Role = .parent,
    from: Day? = nil, until: Day? = nil
  ) {
    let start = max(outline.come, from ?? outline.come)
    let end = Self.earlier(until, outline.leaving)
    join(family, person, as: role, from: start, until: end)
    settle(person, in: outline.homes, from: start, until: end)
  }

  private mutating func finish(
    _ family: Family.ID, _ outline: Outline, _ household: Household, _ children: [Person.ID],
    secondHome: [Stay] = []
  ) {
    var household = household
    household.children = children
    household.removals = removals(outline, children)
    settleChildren(children, family, &household, from: outline.come, secondHome: secondHome)
    live(family, household)
  }

  private mutating func addCoupleWithChildren(_ family: Family.ID, _ outline: Outline) {
    let pair = parents(of: outline)
    let children = addChildren(
      outline.births, Parents(mother: pair.woman, father: pair.man, married: pair.married),
      outline.origin)
    let death = members.chance(6) ? members.day(max(outline.come, first), last) : nil
    if let death, death > outline.births[outline.births.count - 1], death < outline.leaving ?? last
    {
      world.people[pair.man.place].died = death
    }
    settleAdult(pair.woman, family, outline)
    settleAdult(pair.man, family, outline, until: world.people[pair.man.place].died)
    if outline.shape == .informalFostering { addGuest(family, outline) }
    finish(family, outline, household(outline, adults: [pair.woman, pair.man]), children)
  }

  /// A teenager whom a family has taken in without any order.
  private mutating func addGuest(_ family: Family.ID, _ outline: Outline) {
    let child = add(
      Newcomer(
        sex: members.chance(500) ? .female : .male, born: birth(age: members.within(12...15)),
        origin: .british))
    let from = members.day(max(outline.come, first), last.adding(days: -60))
    join(family, child, as: .otherRelative, from: from, until: outline.leaving)
    settle(child, in: outline.homes, from: from)
  }

  private mutating func addLoneParent(_ family: Family.ID, _ outline: Outline) {
    let isFather = outline.shape == .loneParent && members.chance(90)
    let parent = add(
      Newcomer(
        sex: isFather ? .male : .female, born: outline.motherBorn, origin: outline.origin))
    let children = addByFormerPartners(outline, mother: parent, isFather: isFather)
    settleAdult(parent, family, outline)
    finish(family, outline, household(outline, adults: [parent]), children)
  }

  /// Children of one parent by one or two partners who are not here, whose name some bear.
  private mutating func addByFormerPartners(
    _ outline: Outline, mother: Person.ID, isFather: Bool
  ) -> [Person.ID] {
    let hasTwo = outline.births.count > 2 && members.chance(350)
    let split = hasTwo ? members.within(1...outline.births.count - 1) : outline.births.count
    var children: [Person.ID] = []
    for births in [outline.births[..<split], outline.births[split...]] {
      let surname = members.chance(450) ? naming.surname(.male, outline.origin) : nil
      let parents = Parents(
        mother: isFather ? nil : mother, father: isFather ? mother : nil, surname: surname)
      children += addChildren(Array(births), parents, outline.origin)
    }
    return children
  }

  /// Parents who parted; the father lives nearby and most children are with him at times.
  private mutating func addSeparated(_ family: Family.ID, _ outline: Outline) {
    let youngest = outline.births[outline.births.count - 1]
    let earliest = max(max(outline.come, first).adding(days: 30), youngest.adding(days: 60))
    let parting = members.day(min(earliest, last.adding(days: -20)), last.adding(days: -20))
    let pair = parents(of: outline, until: parting)
    let children = addChildren(
      outline.births, Parents(mother: pair.woman, father: pair.man, married: pair.married),
      outline.origin)
    settleAdult(pair.woman, family, outline)
    settleAdult(pair.man, family, outline, until: parting)
    relate(.formerPartner, pair.man, pair.woman, from: parting)
    let his = homes(
      Tenancies(
        arrival: parting, leaving: nil, tenure: tenure(social: 300, private: 500),
        prefersFlat: true))
    settleFormerPartner(pair.man, in: his, from: parting)
    join(family, pair.man, as: .nonResidentParent, from: parting, until: outline.leaving)
    var household = household(outline, adults: [pair.woman])
    household.formerPartner = pair.man
    let shared = members.chance(600) && outline.leaving == nil
    finish(family, outline, household, children, secondHome: shared ? his : [])
  }

  private mutating func settleFormerPartner(_ man: Person.ID, in homes: [Stay], from: Day) {
    let own = openFamily(.single)
    join(own, man, as: .single, from: from)
    settle(man, in: homes, from: from)
    live(own, Household(homes: homes, adults: [man], children: [], leaving: nil))
  }

  /// A mother with children, a stepfather who came later, and often a child of both.
  private mutating func addStepFamily(_ family: Family.ID, _ outline: Outline) {
    let mother = add(Newcomer(sex: .female, born: outline.motherBorn, origin: outline.origin))
    let both = outline.births.count > 1 && members.chance(500) ? 1 : 0
    let before = Array(outline.births.dropLast(both))
    let surname = members.chance(500) ? naming.surname(.male, outline.origin) : nil
    var children = addChildren(before, Parents(mother: mother, surname: surname), outline.origin)
    let man = add(
      Newcomer(
        sex: .male, born: outline.motherBorn.adding(days: -members.within(-1_200...2_500)),
        origin: members.chance(900) ? outline.origin : .british))
    let came = stepfatherCame(outline, before: before, both: both)
    relate(.partner, man, mother, from: came)
    let married = members.chance(350)
    if married { marry(mother, man, on: came.adding(days: 1)) }
    for child in children where age(child, on: came) < 18 { adopt(child, by: man, from: came) }
    if both == 1 {
      let joint = addChildren(
        Array(outline.births.suffix(1)), Parents(mother: mother, father: man, married: married),
        outline.origin)
      for child in joint { for half in children { relate(.sibling, half, child) } }
      children += joint
    }
    settleAdult(mother, family, outline)
    settleAdult(man, family, outline, as: .partner, from: came)
    finish(family, outline, household(outline, adults: [mother, man]), children)
  }

  private mutating func stepfatherCame(_ outline: Outline, before: [Day], both: Int) -> Day {
    let earliest = max(
      before[before.count - 1].adding(days: 250), outline.motherBorn.adding(months: 12 * 19))
    let latest =
      both == 1
      ? outline.births[outline.births.count - 1].adding(days: -300) : last.adding(days: -250)
    return members.day(min(earliest, latest), latest)
  }

  private mutating func adopt(_ child: Person.ID, by man: Person.ID, from: Day) {
    relate(.stepParent, man, child, from: from)
    let day = from.adding(days: 200)
    if members.chance(400), day < last {
      let surname = world.people[man.place].name(on: day).surname
      rename(child, surname: surname, on: day, because: .stepfamily)
    }
  }

  /// A mother, her children, and her own mother or both her parents.
  private mutating func addThreeGenerations(_ family: Family.ID, _ outline: Outline) {
    let born = outline.motherBorn.adding(months: -12 * members.within(18...32))
    let grandmother = add(Newcomer(sex: .female, born: born, origin: outline.origin))
    let mother = add(
      Newcomer(sex: .female, born: outline.motherBorn, origin: outline.origin, mother: grandmother))
    relate(.parent, grandmother, mother)
    let children = addByFormerPartners(outline, mother: mother, isFather: false)
    for child in children { relate(.grandparent, grandmother, child) }
    settleAdult(mother, family, outline)
    settleAdult(grandmother, family, outline, as: .grandparent)
    var household = household(outline, adults: [mother, grandmother])
    household.isLoneParent = true
    finish(family, outline, household, children)
  }

  /// Children whom a troubled family cannot keep: the youngest, in one family of eight.
  private mutating func removals(
    _ outline: Outline, _ children: [Person.ID]
  ) -> [Household.Removal] {
    guard outline.isTroubled, members.chance(120), children.count > 1, let child = children.last,
      age(child, on: last) < 16
    else { return [] }
    let earliest = max(max(outline.come, first), world.people[child.place].born).adding(days: 200)
    guard earliest < last.adding(days: -90) else { return [] }
    let day = members.day(earliest, last.adding(days: -60))
    let foster = fosterCarers()
    return [
      Household.Removal(child: child, on: day, carer: foster.carer, dwelling: foster.dwelling)
    ]
  }
}
