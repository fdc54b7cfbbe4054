import Vocabulary

extension NeighbourhoodBuilder {
  /// The foster carers of the neighbourhood, made when first needed.
  mutating func fosterCarers() -> (carer: Person.ID, dwelling: Dwelling.ID) {
    if fosterHome == nil { addFosterCarers(children: 0) }
    guard let home = fosterHome else { preconditionFailure("carers have a home") }
    return (home.carer, home.stay.dwelling)
  }

  /// Adds a couple who foster, with children whose own families live elsewhere.
  mutating func addFosterCarers(children count: Int? = nil) {
    let pair = couple(womanAge: members.within(38...58), youngestTogether: 20, together: nil)
    let come = min(first.adding(days: -400), first)
    let dwelling = addDwelling(.house, .owner)
    let start = max(come, pair.together)
    let stay = Stay(dwelling: dwelling, from: start, until: nil)
    vacantFrom[dwelling.place] = .latest
    let family = openFamily(.fosterCarers)
    for person in [pair.woman, pair.man] {
      join(family, person, as: .parent, from: start)
      settle(person, in: [stay], from: start)
    }
    fosterHome = fosterHome ?? (stay, pair.woman)
    live(family, Household(homes: [stay], adults: [pair.woman, pair.man], children: []))
    for _ in 0..<(count ?? members.within(1...2)) {
      addFosterChild(family, carer: pair.woman, in: stay)
    }
  }

  private mutating func addFosterChild(_ family: Family.ID, carer: Person.ID, in stay: Stay) {
    let child = add(
      Newcomer(
        sex: members.chance(450) ? .female : .male, born: birth(age: members.within(1...15)),
        origin: families.weigh(Origin.shares)))
    let earliest = max(max(first, stay.from), world.people[child.place].born).adding(days: 20)
    let from = members.day(min(earliest, last.adding(days: -20)), last.adding(days: -20))
    join(family, child, as: .fosterChild, from: from)
    settle(child, in: [stay], from: from)
    relate(.fosterCarer, carer, child, from: from)
    let own = openFamily(.fosterCarers)
    world.families[own.place].shape = .single
    join(own, child, as: .lookedAfterChild, from: from)
    recordCare(child, on: from, need: .abuseOrNeglect, placement: .fosterCarer, carer: carer)
    liveAsChild(child, Household(homes: [stay], adults: [carer], children: [child]))
  }

  /// Writes down that a child is looked after from a day on.
  mutating func recordCare(
    _ child: Person.ID, on day: Day, need: PrimaryNeed, placement: LookedAfter.Placement,
    carer: Person.ID?
  ) {
    let status: LookedAfter.LegalStatus = members.chance(600) ? .careOrder : .accommodated
    record(
      .lookedAfter(
        LookedAfter(
          legalStatus: status, placement: placement, need: need, carer: carer, ending: nil)),
      child, on: day)
  }

  /// Adds grandparents who bring up their daughter's children while she lives elsewhere.
  mutating func addKinshipCare() {
    let origin = families.weigh(Origin.shares)
    let pair = couple(womanAge: members.within(50...66), youngestTogether: 18, origin: origin)
    let ages = [members.within(6...13), members.within(1...5)].prefix(members.within(1...2))
    let oldest = birth(age: ages[0])
    let come = max(pair.together, first.adding(days: -3_000))
    let homes = homes(
      Tenancies(arrival: come, leaving: nil, tenure: tenure(social: 400, private: 50)))
    let grandmotherBorn = world.people[pair.woman.place].born
    let motherBorn = max(
      oldest.adding(months: -12 * members.within(17...24)), grandmotherBorn.adding(months: 12 * 17))
    let mother = add(
      Newcomer(
        sex: .female, born: motherBorn, origin: origin, mother: pair.woman,
        surname: world.people[pair.man.place].names[0].surname))
    relate(.parent, pair.woman, mother)
    let births = ages.map { birth(age: $0) }.filter { motherBorn.completedYears(to: $0) >= 15 }
    let children = addChildren(births.sorted(), Parents(mother: mother), origin)
    let family = openFamily(.kinshipCare)
    for person in [pair.woman, pair.man] {
      join(family, person, as: .grandparent, from: come)
      settle(person, in: homes, from: come)
    }
    for child in children {
      let born = world.people[child.place].born
      let from = members.day(max(max(come, first), born.adding(days: 60)), last.adding(days: -30))
      join(family, child, as: .grandchild, from: from)
      settle(child, in: homes, from: from)
      relate(.grandparent, pair.woman, child)
    }
    live(
      family,
      Household(homes: homes, adults: [pair.woman, pair.man], children: children, leaving: nil))
  }
}
