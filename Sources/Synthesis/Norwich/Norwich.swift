import Vocabulary

extension NeighbourhoodBuilder {
  /// The last day on which the stories of the eight families may not be told whole.
  private static let storiesEnd = Day.of(2010, 12, 31)

  /// Adds the eight families, unless the time line ends before their stories do.
  mutating func addNorwich() {
    guard last > Self.storiesEnd else { return }
    for story in NorwichFamily.all { tell(story) }
  }

  private mutating func tell(_ story: NorwichFamily) {
    let family = openFamily(story.shape, isTroubled: true)
    world.families[family.place].name = story.name
    let people = addMembers(of: story)
    relateMembers(of: story, people)
    settleMembers(of: story, people, family)
    for entry in story.timeline { record(entry, people, family) }
    for member in story.members { liveQuietly(people[member.name]) }
  }

  /// Looks a member up; a name that no member bears is a slip in the family's file.
  private func find(_ name: String, _ people: [String: Person.ID]) -> Person.ID {
    guard let person = people[name] else { preconditionFailure("no such member of the family") }
    return person
  }

  private mutating func addMembers(of story: NorwichFamily) -> [String: Person.ID] {
    var people: [String: Person.ID] = [:]
    // Parents before children, so that a child knows them.
    for (place, member) in story.members.enumerated().sorted(by: { $0.1.months > $1.1.months }) {
      let december = Day.of(2010, 12, 15)
      let twin = member.twin.map { find($0, people) }
      let born =
        twin.map { world.people[$0.place].born }
        ?? december.adding(months: -member.months).adding(
          days: member.months < 36 ? -9 : -place * 43 - 9)
      let id = add(
        Newcomer(
          sex: member.sex, born: born, origin: .british,
          mother: member.mother.map { find($0, people) },
          father: member.father.map { find($0, people) }, forename: member.name,
          surname: member.surname ?? story.name))
      if let twin {
        world.people[id.place].twin = twin
        world.people[twin.place].twin = id
      }
      people[member.name] = id
    }
    return people
  }

  private mutating func relateMembers(of story: NorwichFamily, _ people: [String: Person.ID]) {
    for (place, member) in story.members.enumerated() {
      let person = find(member.name, people)
      for parent in [member.mother, member.father] {
        if let parent { relate(.parent, find(parent, people), person) }
      }
      for other in story.members[..<place]
      where other.mother != nil && other.mother == member.mother {
        relate(member.twin == other.name ? .twin : .sibling, find(other.name, people), person)
      }
    }
    let parents = story.members.filter { $0.role == .parent }.map { find($0.name, people) }
    if parents.count == 2 { relate(.partner, parents[0], parents[1], from: Day.of(2005, 1, 1)) }
  }

  private mutating func settleMembers(
    of story: NorwichFamily, _ people: [String: Person.ID], _ family: Family.ID
  ) {
    var homes: [String: Dwelling.ID] = [:]
    for living in story.living {
      let dwelling = homes[living.home] ?? norwichHome(living.home)
      homes[living.home] = dwelling
      for name in living.who {
        let person = find(name, people)
        let stay = Stay(
          dwelling: dwelling, from: living.from.earliest, until: living.until?.earliest,
          isProtected: living.isProtected)
        settle(person, in: [stay], from: world.people[person.place].born)
      }
      if living.home != "care" { tenant(living, dwelling, people) }
    }
    for member in story.members { joinNorwich(family, member, story, people) }
    protect(story, people)
  }

  private mutating func norwichHome(_ name: String) -> Dwelling.ID {
    if name == "care" { return fosterCarers().dwelling }
    let dwelling = addDwelling(name == "room" ? .flat : .house, .council)
    vacantFrom[dwelling.place] = .latest
    return dwelling
  }

  /// All eight are council tenants; the tenancy is the first grown-up's.
  private mutating func tenant(
    _ living: NorwichFamily.Living, _ dwelling: Dwelling.ID, _ people: [String: Person.ID]
  ) {
    let isLet = world.events.contains { event in
      guard event.dwelling == dwelling, case .tenancy = event.happening else { return false }
      return true
    }
    let tenant = find(living.who[0], people)
    guard !isLet, age(tenant, on: living.from.earliest) >= 16 else { return }
    let tenancy = Tenancy(
      number: nextCase(), kind: living.home == "temporary" ? .temporary : .secure,
      jointTenant: nil, weeklyRent: 6_840, ending: living.until.map { _ in .ended })
    world.events.append(
      Event(
        person: tenant, dwelling: dwelling, at: living.from, until: living.until,
        happening: .tenancy(tenancy)))
  }

  private mutating func joinNorwich(
    _ family: Family.ID, _ member: NorwichFamily.Member, _ story: NorwichFamily,
    _ people: [String: Person.ID]
  ) {
    let person = find(member.name, people)
    let start = max(world.people[person.place].born, Day.of(2005, 1, 1))
    let taken = story.living.first { $0.home == "care" && $0.who.contains(member.name) }
    if let taken {
      join(family, person, as: member.role, from: start, until: taken.from.earliest)
      join(family, person, as: .lookedAfterChild, from: taken.from.earliest)
      relate(.fosterCarer, fosterCarers().carer, person, from: taken.from.earliest)
    } else if member.isChild {
      joinChild(family, member, person, story)
    } else if member.role == .nonResidentParent {
      joinElsewhere(family, member, person, story, people)
    } else {
      joinGrown(family, member, person, story)
    }
  }

  /// A child of the family for as long as it lives there; elsewhere it is seen until it is grown up.
  private mutating func joinChild(
    _ family: Family.ID, _ member: NorwichFamily.Member, _ person: Person.ID,
    _ story: NorwichFamily
  ) {
    let born = world.people[person.place].born
    let start = max(born, Day.of(2005, 1, 1))
    let away = story.leaving(of: member)?.earliest
    if away.map({ start < $0 }) ?? true {
      joinAsChild(family, person, from: start, until: away)
    }
    guard let away else { return }
    let grown = born.adding(months: 12 * 18)
    let from = max(start, away)
    if from < grown {
      join(family, person, as: .nonResidentChild, from: from, until: grown > last ? nil : grown)
    }
    guard story.isAlone(member) else { return }
    let own = openFamily(.single)
    join(own, person, as: .single, from: away)
  }

  /// A parent elsewhere is of the family whose home has the children, and makes one with those who live there for good.
  private mutating func joinElsewhere(
    _ family: Family.ID, _ member: NorwichFamily.Member, _ person: Person.ID,
    _ story: NorwichFamily, _ people: [String: Person.ID]
  ) {
    let start = max(world.people[person.place].born, Day.of(2005, 1, 1))
    let children = story.stayingWith(member)
    let own = openFamily(children.isEmpty ? .single : .loneParent)
    join(own, person, as: children.isEmpty ? .single : .parent, from: start)
    if children.isEmpty { join(family, person, as: .nonResidentParent, from: start) }
    for child in children.map({ find($0, people) }) {
      let from = max(world.people[child.place].born, start)
      joinAsChild(own, child, from: from, until: nil)
      guard let mother = world.people[child.place].mother else { continue }
      join(own, mother, as: .nonResidentParent, from: from)
      relate(.formerPartner, person, mother, from: from)
    }
  }

  /// A partner who was left behind has a family of his own from then on.
  private mutating func joinGrown(
    _ family: Family.ID, _ member: NorwichFamily.Member, _ person: Person.ID,
    _ story: NorwichFamily
  ) {
    let start = max(world.people[person.place].born, Day.of(2005, 1, 1))
    let alone = story.living.first { $0.who == [member.name] && $0.home == "his" }
    join(family, person, as: member.role, from: start, until: alone?.from.earliest)
    guard let alone else { return }
    let own = openFamily(.single)
    join(own, person, as: .single, from: alone.from.earliest)
  }

  /// Those at a protected address are protected from the partner who was left behind.
  private mutating func protect(_ story: NorwichFamily, _ people: [String: Person.ID]) {
    guard let safe = story.living.first(where: \.isProtected),
      let feared = story.members.first(where: { $0.role == .partner })
    else { return }
    for name in safe.who {
      relate(
        .protectedFrom, find(name, people), find(feared.name, people), from: safe.from.earliest)
    }
  }

  private mutating func record(
    _ entry: NorwichFamily.Entry, _ people: [String: Person.ID], _ family: Family.ID
  ) {
    for time in 0..<entry.times {
      let at = spread(time, of: entry)
      let shared = numbered(entry.happening, family, nextCase())
      for name in entry.who {
        let person = find(name, people)
        world.events.append(
          Event(
            person: person,
            dwelling: home(of: person, on: at.latest) ?? home(of: person, on: at.earliest),
            at: at, until: entry.until, happening: inRole(shared, person, family)))
      }
    }
  }

  /// The month of one of many times: the first and the last are exact, the others lie evenly between.
  private func spread(_ time: Int, of entry: NorwichFamily.Entry) -> PartialDate {
    guard let through = entry.through, entry.times > 1 else { return entry.at }
    let (from, to) = (entry.at.earliest.parts, through.earliest.parts)
    let months = (to.year - from.year) * 12 + to.month - from.month
    let day = entry.at.earliest.adding(months: months * time / (entry.times - 1))
    return PartialDate(.month, containing: day)
  }

  /// The happening with the number of its case.
  private func numbered(_ what: Happening, _ family: Family.ID, _ number: Int) -> Happening {
    switch what {
    case .crime(var part):
      part.crime = number
      return .crime(part)
    case .incident(var incident):
      incident.incident = number
      return .incident(incident)
    case .antisocialCase(var trouble):
      trouble.number = number
      return .antisocialCase(trouble)
    case .earlyHelp(var help):
      help.episode = number
      help.family = family
      return .earlyHelp(help)
    default: return what
    }
  }

  private func inRole(_ what: Happening, _ person: Person.ID, _ family: Family.ID) -> Happening {
    guard case .earlyHelp(var help) = what else { return what }
    let member = world.families[family.place].members.last { $0.person == person }
    help.role = member?.role ?? .otherRelative
    return .earlyHelp(help)
  }

  /// What everyone has and what worries no one: a practice and, for children, a school.
  private mutating func liveQuietly(_ person: Person.ID?) {
    guard let person, let days = presence(of: person) else { return }
    record(
      .practiceRegistration(PracticeRegistration(practice: practice)), person,
      on: max(stays[person.place][0].from, Day.of(2005, 1, 1)))
    enrolQuietly(person, days)
  }
}
