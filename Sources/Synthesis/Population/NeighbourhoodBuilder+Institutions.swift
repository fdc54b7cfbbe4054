import Vocabulary

extension NeighbourhoodBuilder {
  /// Adds a house of many, if this neighbourhood has one and there is room for its people.
  ///
  /// The first neighbourhoods have one of each sort in turn, so that the smallest county knows
  /// them all; later ones have one by chance.
  mutating func addInstitution(room: Int) {
    let sorts: [Dwelling.Kind] = [.hostel, .refuge, .careHome, .studentHall, .childrensHome]
    let isDue = (1...sorts.count).contains(number) || (number > 5 && families.chance(150))
    guard isDue, room > 120 else { return }
    let kind = number <= sorts.count ? sorts[number - 1] : families.pick(sorts)
    var building = streets.build(.hostel, .institution, place: world.dwellings.count)
    building.kind = kind
    building.paon = families.pick(Places.institutions[kind] ?? [building.paon])
    switch kind {
    case .refuge: for place in 1...families.within(3...5) { addFled(building, place) }
    case .childrensHome: addChildrensHome(building)
    default: addRooms(building, kind)
    }
  }

  private mutating func addRoom(_ building: Dwelling, _ place: Int) -> Dwelling.ID {
    let room = streets.room(place, of: building, place: world.dwellings.count)
    world.dwellings.append(room)
    vacantFrom.append(.latest)
    return room.id
  }

  private mutating func addRooms(_ building: Dwelling, _ kind: Dwelling.Kind) {
    for place in 1...families.within(8...16) {
      let room = addRoom(building, place)
      let age =
        kind == .careHome
        ? members.within(74...97) : members.within(18...(kind == .hostel ? 50 : 22))
      let born = birth(age: age)
      let person = add(
        Newcomer(
          sex: members.chance(kind == .careHome ? 720 : 420) ? .female : .male, born: born,
          origin: families.weigh(Origin.shares)))
      let grown = born.adding(months: 12 * 18)
      let longest = kind == .careHome ? 1_500 : kind == .hostel ? 300 : 290
      let from = max(last.adding(days: -members.within(10...longest)), grown)
      let homes = [Stay(dwelling: room, from: from, until: nil)]
      let family = openFamily(.institution)
      join(family, person, as: .single, from: from)
      settle(person, in: homes, from: from)
      live(family, Household(homes: homes, adults: [person], children: []))
    }
  }

  private mutating func addChildrensHome(_ building: Dwelling) {
    var home = building
    home.id = Dwelling.ID(neighbourhood: number, place: world.dwellings.count)
    world.dwellings.append(home)
    vacantFrom.append(.latest)
    for _ in 0..<families.within(3...5) {
      let child = add(
        Newcomer(
          sex: members.chance(400) ? .female : .male, born: birth(age: members.within(11...16)),
          origin: families.weigh(Origin.shares)))
      let from = last.adding(days: -members.within(40...900))
      let stay = Stay(dwelling: home.id, from: from, until: nil)
      let family = openFamily(.institution)
      join(family, child, as: .lookedAfterChild, from: from)
      settle(child, in: [stay], from: from)
      recordCare(
        child, on: from, need: .unacceptableBehaviour, placement: .childrensHome, carer: nil)
      liveAsChild(child, Household(homes: [stay], adults: [], children: [child]))
    }
  }

  /// A mother who fled with her children to a refuge; half took another surname.
  ///
  /// The man she fled lives on in the home they shared.
  private mutating func addFled(_ building: Dwelling, _ place: Int) {
    let origin = families.weigh(Origin.shares)
    let fled = last.adding(days: -members.within(20...400))
    let pair = couple(
      womanAge: members.within(23...38), youngestTogether: 17,
      together: last.adding(months: -12 * 4), origin: origin, until: fled)
    let grown = world.people[pair.woman.place].born.adding(months: 12 * 17)
    let births = [72, 30].map { last.adding(months: -$0).adding(days: -members.below(300)) }
      .filter { $0 > grown }
    let children = addChildren(
      births, Parents(mother: pair.woman, father: pair.man, married: pair.married), origin)
    let come = first.adding(days: -members.within(0...600))
    let start = max(come, max(grown, world.people[pair.man.place].born.adding(months: 12 * 17)))
    let home = homes(
      Tenancies(arrival: start, leaving: nil, tenure: tenure(social: 500, private: 300)))
    let room = addRoom(building, place)
    let refuge = [Stay(dwelling: room, from: fled, until: nil, isProtected: true)]
    let family = openFamily(.refuge)
    for person in [pair.woman] + children {
      let from = max(start, world.people[person.place].born)
      join(family, person, as: person == pair.woman ? .parent : .child, from: from)
      settle(person, in: home, from: from, until: fled)
      settle(person, in: refuge, from: fled)
      relate(.protectedFrom, person, pair.man, from: fled)
    }
    join(family, pair.man, as: .partner, from: start, until: fled)
    settle(pair.man, in: home, from: start)
    changeNames([pair.woman] + children, on: fled)
    var household = Household(homes: home, adults: [pair.woman], children: children, leaving: nil)
    household.isLoneParent = true
    household.formerPartner = pair.man
    household.difficulties[.domesticAbuse] = max(start, fled.adding(days: -700))
    live(family, household, keepsDifficulties: true)
    let own = openFamily(.single)
    join(own, pair.man, as: .single, from: fled)
  }

  private mutating func changeNames(_ people: [Person.ID], on day: Day) {
    guard members.chance(500) else { return }
    let surname = naming.surname(.female, .british)
    for person in people { rename(person, surname: surname, on: day, because: .fleeing) }
  }
}
