import Vocabulary

/// A person as a family needs one, before the names are drawn.
struct Newcomer {
  var sex: Person.Sex
  var born: Day
  var origin: Origin
  var mother: Person.ID?
  var father: Person.ID?
  var parentsMarried = true
  var forename: String?
  var surname: String?
}

extension NeighbourhoodBuilder {
  /// Adds a person with names but, so far, no home.
  mutating func add(_ new: Newcomer) -> Person.ID {
    let id = Person.ID(neighbourhood: number, place: world.people.count)
    let year = new.born.year
    let (mother, father) = (
      new.mother.map { nameAt($0, new.born) }, new.father.map { nameAt($0, new.born) }
    )
    let middle = naming.middleNames(new.sex, new.origin, bornIn: year, father: father)
    let name = NameSpell(
      from: new.born, title: title(new.sex, new.born),
      forename: new.forename ?? naming.forename(new.sex, new.origin, bornIn: year),
      middleNames: middle,
      surname: Naming.gendered(
        new.surname ?? surname(new, mother: mother, father: father), new.sex, new.origin),
      reason: .birth)
    world.people.append(
      Person(
        id: id, sex: new.sex, born: new.born, died: nil, origin: new.origin,
        ethnicity: new.origin.ethnicity, names: [name], knownAs: naming.knownAs(name.forename),
        mother: new.mother, father: new.father, twin: nil, identifiers: Identifiers()))
    stays.append([])
    return id
  }

  private func nameAt(_ id: Person.ID, _ day: Day) -> NameSpell {
    world.people[id.place].name(on: day)
  }

  private mutating func surname(
    _ new: Newcomer, mother: NameSpell?, father: NameSpell?
  ) -> String {
    if mother == nil, father == nil { return naming.surname(new.sex, new.origin) }
    return naming.inherited(
      new.sex, new.origin, father: father, mother: mother, married: new.parentsMarried)
  }

  private func title(_ sex: Person.Sex, _ born: Day) -> String {
    let isChild = born.completedYears(to: last) < 13
    if sex == .male { return isChild ? "Master" : "Mr" }
    return "Miss"
  }

  /// Marries two people: a tie, and a new surname for most wives.
  mutating func marry(_ wife: Person.ID, _ husband: Person.ID, on day: Day, until: Day? = nil) {
    relate(.spouse, husband, wife, from: day, until: until)
    let his = nameAt(husband, day)
    let taken = naming.married(his, world.people[husband.place].origin)
    rename(wife, surname: taken, title: "Mrs", on: day, because: .marriage)
    guard let until, let before = world.people[wife.place].names.first?.surname else { return }
    if taken != nil, life.chance(400) {
      rename(wife, surname: before, title: "Ms", on: until, because: .divorce)
    }
  }

  /// Gives someone another surname from a day on; nothing if the day is before the last change.
  mutating func rename(
    _ person: Person.ID, surname: String?, title: String? = nil, on day: Day,
    because reason: NameSpell.Reason
  ) {
    guard var name = world.people[person.place].names.last, name.from < day else { return }
    name.from = day
    name.surname = surname ?? name.surname
    name.title = title ?? name.title
    name.reason = reason
    world.people[person.place].names.append(name)
  }

  /// Records a tie, from a day or from the later birth.
  mutating func relate(
    _ kind: Relation.Kind, _ first: Person.ID, _ second: Person.ID, from: Day? = nil,
    until: Day? = nil
  ) {
    let births = max(world.people[first.place].born, world.people[second.place].born)
    world.relations.append(
      Relation(kind: kind, first: first, second: second, from: from ?? births, until: until))
  }

  /// Someone lives in a family's homes from a day until another, or as long as the family does.
  mutating func settle(
    _ person: Person.ID, in homes: [Stay], from: Day, until: Day? = nil, isSecondHome: Bool = false
  ) {
    for home in homes {
      let start = max(home.from, from)
      let end = Self.earlier(home.until, until)
      if let end, end <= start { continue }
      world.residences.append(
        Residence(
          person: person, dwelling: home.dwelling, from: start, until: end,
          isProtected: home.isProtected, isSecondHome: isSecondHome))
      if isSecondHome { continue }
      stays[person.place].append(
        Stay(dwelling: home.dwelling, from: start, until: end, isProtected: home.isProtected))
      let isHereAtTheEnd = start <= last && (end.map { last < $0 } ?? true)
      if isHereAtTheEnd { residents += 1 }
    }
  }

  /// The earlier of two ends, of which nil is never.
  static func earlier(_ one: Day?, _ other: Day?) -> Day? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  /// Where someone lives on a day.
  func home(of person: Person.ID, on day: Day) -> Dwelling.ID? {
    stays[person.place].first { $0.from <= day && ($0.until.map { day < $0 } ?? true) }?.dwelling
  }

  /// The days of the time line on which someone lives here; nil if there are none.
  func presence(of person: Person.ID) -> ClosedRange<Day>? {
    let own = stays[person.place]
    guard let from = own.map(\.from).min() else { return nil }
    let isOpen = own.contains { $0.until == nil }
    let end = isOpen ? last : own.compactMap(\.until).max()?.adding(days: -1) ?? last
    let (start, stop) = (max(from, first), min(end, last))
    return start <= stop ? start...stop : nil
  }

  /// Writes down what happened to someone on a day, at the home of that day.
  mutating func record(
    _ happening: Happening, _ person: Person.ID, on day: Day, until: Day? = nil,
    at dwelling: Dwelling.ID? = nil
  ) {
    world.events.append(
      Event(
        person: person, dwelling: dwelling ?? home(of: person, on: day), at: PartialDate(day),
        until: until.map { PartialDate($0) }, happening: happening))
  }

  /// Writes down what happened if the person lived here on the day.
  mutating func recordIfPresent(
    _ happening: Happening, _ person: Person.ID, on day: Day, until: Day? = nil
  ) {
    guard first <= day, day <= last, let dwelling = home(of: person, on: day) else { return }
    record(happening, person, on: day, until: until, at: dwelling)
  }

  func age(_ person: Person.ID, on day: Day) -> Int { world.people[person.place].age(on: day) }
}
