import Vocabulary

extension NeighbourhoodBuilder {
  /// Adds a family without children of school age.
  mutating func addChildless(_ shape: Family.Shape) {
    switch shape {
    case .single:
      addSingle(age: members.chance(350) ? members.within(20...32) : members.within(33...64))
    case .pensioner: addSingle(age: 65 + members.within(0...15) + members.within(0...12))
    case .pensionerCouple: addCouple(shape, age: 64 + members.within(0...18), grown: 0)
    case .emptyNest: addCouple(shape, age: members.within(46...63), grown: members.within(1...2))
    case .sharers: addSharers()
    default:
      addCouple(
        .couple, age: members.chance(430) ? members.within(20...32) : members.within(40...63),
        grown: 0)
    }
  }

  /// Adds someone who lives alone, who may have died since.
  mutating func addSingle(age: Int, newcomer: Newcomer? = nil) {
    let origin = families.weigh(Origin.shares)
    let sex: Person.Sex = members.chance(age > 70 ? 700 : 440) ? .female : .male
    let born = birth(age: age)
    let person = add(newcomer ?? Newcomer(sex: sex, born: born, origin: origin))
    let come = arrival(notBefore: born.adding(months: 12 * 18))
    let gone = death(of: person, age: age, after: come) ?? departure(after: come)
    let social = age >= 65 ? 250 : 280
    let homes = homes(
      Tenancies(
        arrival: come, leaving: gone, tenure: tenure(social: social, private: age < 35 ? 500 : 150),
        moves: families.chance(age < 35 ? 300 : 60) ? 1 : 0, prefersFlat: true))
    let family = openFamily(age >= 65 ? .pensioner : .single)
    join(family, person, as: .single, from: homes[0].from, until: gone)
    settle(person, in: homes, from: homes[0].from)
    live(family, Household(homes: homes, adults: [person], children: [], leaving: gone))
  }

  private mutating func death(of person: Person.ID, age: Int, after arrival: Day) -> Day? {
    guard age >= 65, members.chance(age > 80 ? 250 : 80) else { return nil }
    let day = members.day(max(arrival, first).adding(days: 90), last)
    world.people[person.place].died = day
    return day
  }

  /// Adds a couple, with grown-up children still at home or none.
  mutating func addCouple(_ shape: Family.Shape, age: Int, grown: Int) {
    let pair = couple(womanAge: age, youngestTogether: 20)
    let come = arrival(notBefore: pair.together)
    let gone = departure(after: come)
    let homes = homes(
      Tenancies(
        arrival: come, leaving: gone, tenure: tenure(social: 130, private: age < 35 ? 400 : 80),
        moves: families.chance(age < 35 ? 250 : 60) ? 1 : 0))
    let family = openFamily(shape)
    let widowed = shape == .pensionerCouple && members.chance(120)
    let death = widowed ? members.day(max(come, first).adding(days: 120), last) : nil
    if let death { world.people[pair.man.place].died = death }
    for person in [pair.woman, pair.man] {
      let end = person == pair.man ? Self.earlier(death, gone) : gone
      join(family, person, as: .partner, from: come, until: end)
      settle(person, in: homes, from: come, until: end)
    }
    var household = Household(
      homes: homes, adults: [pair.woman, pair.man], children: [], leaving: gone)
    for index in 0..<grown {
      let child = grownChild(of: pair, index: index)
      let start = max(come, world.people[child.place].born)
      join(family, child, as: .adultChild, from: start, until: gone)
      settle(child, in: homes, from: start)
      household.adults.append(child)
    }
    live(family, household)
  }

  private mutating func grownChild(of pair: Couple, index: Int) -> Person.ID {
    let woman = world.people[pair.woman.place]
    let oldest = min(30, woman.age(on: last) - 20)
    let born = birth(age: max(19, oldest - 3 * index))
    let child = add(
      Newcomer(
        sex: members.chance(420) ? .female : .male, born: max(born, woman.born.adding(months: 216)),
        origin: woman.origin, mother: pair.woman, father: pair.man, parentsMarried: pair.married))
    relate(.parent, pair.woman, child)
    relate(.parent, pair.man, child)
    return child
  }

  /// A woman and a man and the day from which they are together.
  struct Couple {
    var woman: Person.ID
    var man: Person.ID
    var together: Day
    var married: Bool
  }

  /// Makes a couple whose woman is so old; they met when both were grown.
  mutating func couple(
    womanAge: Int, youngestTogether: Int, together: Day? = nil, origin: Origin? = nil,
    until: Day? = nil
  ) -> Couple {
    let origin = origin ?? families.weigh(Origin.shares)
    let born = birth(age: womanAge)
    let woman = add(Newcomer(sex: .female, born: born, origin: origin))
    let manBorn = min(
      born.adding(days: -members.within(-1_100...2_600)),
      last.adding(months: -12 * youngestTogether))
    let man = add(
      Newcomer(
        sex: .male, born: manBorn, origin: members.chance(930) ? origin : .british))
    let grown = max(born, manBorn).adding(months: 12 * youngestTogether)
    let met = together ?? members.day(grown, max(grown, last.adding(days: -900)))
    let isTraditional = origin == .pakistani || origin == .bangladeshi || origin == .indian
    let married = members.chance(isTraditional ? 960 : womanAge > 55 ? 900 : 560)
    relate(.partner, man, woman, from: met, until: until)
    if married { wed(woman, man, met: met, until: until) }
    return Couple(woman: woman, man: man, together: met, married: married)
  }

  private mutating func wed(_ woman: Person.ID, _ man: Person.ID, met: Day, until: Day?) {
    let youngest = max(world.people[woman.place].born, world.people[man.place].born)
    let legal = youngest.adding(months: 12 * 18)
    let day = max(met.adding(days: members.within(0...1_400)), legal)
    if day < until ?? last { marry(woman, man, on: day, until: until) }
  }

  /// Adds three to six people who share a house and are no family: one family each.
  private mutating func addSharers() {
    let house = addDwelling(.sharedHouse, .privateRent)
    let count = members.within(3...6)
    vacantFrom[house.place] = .latest
    for _ in 0..<count {
      let person = add(
        Newcomer(
          sex: members.chance(450) ? .female : .male, born: birth(age: members.within(19...38)),
          origin: families.weigh(Origin.shares)))
      let grown = world.people[person.place].born.adding(months: 12 * 18)
      let come = max(members.day(first, last.adding(days: -30)), grown)
      let gone = members.chance(300) ? members.day(come.adding(days: 100), last) : nil
      let homes = [Stay(dwelling: house, from: come, until: gone)]
      let family = openFamily(.sharers)
      join(family, person, as: .single, from: come, until: gone)
      settle(person, in: homes, from: come)
      live(family, Household(homes: homes, adults: [person], children: [], leaving: gone))
    }
  }
}
