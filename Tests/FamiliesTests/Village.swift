@testable import Families
import Vocabulary
import YAMLFiles

/// A few people and where they were seen, told in names; what families are formed of it is asked in names too.
struct Village {
  private(set) var input = FamilyInput(asOf: Village.day("2013-07-22"))
  private var people: [String: Int] = [:]
  private var names: [String] = []
  private var dwellings: [String: Int] = [:]
  private var surnames: [String: Int32] = [:]
  private var line: Int32 = 0

  static let settings = FamilySettings(
    name: "test", version: 1, tie: 50, weak: 60,
    relations: [
      .init(name: "parent-of", meaning: .parent, weight: 100),
      .init(name: "guardian-of", meaning: .carer, weight: 60),
      .init(name: "jointly-liable", meaning: .household, weight: 80),
      .init(name: "same-early-help-family", meaning: .family, weight: 100),
      .init(name: "emergency-contact", meaning: .contact, weight: 20),
    ],
    keptUp: [],
    home: .init(
      together: 30, another: 30, sameArrival: 10, childWithAdult: 25, onlyTwo: 25, surname: 25,
      leastDays: 30, arrivalDays: 60),
    ages: .init(grownUp: 18, parentLeast: 13, parentMost: 58, generation: 22),
    limits: .init(largest: 16, crowd: 20, unrelatedAdults: 3))

  static func day(_ text: String) -> Day {
    guard let day = Day(iso: text) else { preconditionFailure("no day") }
    return day
  }

  /// Adds somebody: `Mel Brown` was born on a day; a birth date may be unknown, and a forename be but an initial.
  mutating func add(
    _ name: String, born: String? = nil, female: Bool? = nil, left: String? = nil,
    protected: String? = nil, bornIn year: Int? = nil
  ) {
    let parts = name.split(separator: " ").map(String.init)
    let surname = number(of: parts[parts.count - 1])
    people[name] = names.count
    names.append(name)
    input.surnames.append(surname)
    input.people.append(
      KnownPerson(
        id: PersonID(Int64(names.count)),
        born: born.map { PartialDate(Self.day($0)) } ?? year.flatMap { PartialDate(year: $0) },
        left: left.map { Self.day($0) }, isFemale: female,
        forename: parts[0].utf8.count > 1 ? number(of: parts[0]) : 0,
        initials: parts[0].utf8.first.map { 1 << UInt32($0 & 0x1F) } ?? 0,
        surnames: input.surnames.count - 1..<input.surnames.count,
        protected: protected.map { Self.day($0) }))
  }

  private mutating func number(of word: String) -> Int32 {
    if let number = surnames[word] { return number }
    let number = Int32(surnames.count + 1)
    surnames[word] = number
    return number
  }

  /// Adds a home; `flat` names one in a building.
  mutating func home(
    _ name: String, building: Int64 = 0, flat: Bool = false, room: Bool = false,
    institution: Bool = false
  ) {
    dwellings[name] = input.dwellings.count
    input.dwellings.append(
      KnownDwelling(
        key: Int64(input.dwellings.count + 1), building: building, hasUnit: flat, isRoom: room,
        isInstitution: institution))
  }

  /// Somebody was seen in a home.
  mutating func see(
    _ name: String, at home: String, from: String, seen: String? = nil, until: String? = nil,
    source: UInt16 = 0, isDated: Bool = true, isKept: Bool = false, isBare: Bool = false
  ) {
    if dwellings[home] == nil { self.home(home) }
    line += 1
    let last = seen ?? (isKept ? "2013-07-01" : from)
    input.sightings.append(
      Sighting(
        person: Int32(place(name)), dwelling: Int32(dwellings[home] ?? 0), from: Self.day(from),
        seen: Self.day(last), until: until.map { Self.day($0) }, isDated: isDated, isKept: isKept,
        isBare: isBare, source: source, row: RowPlace(extract: 1, line: line)))
  }

  /// Several were seen in a home.
  mutating func see(_ names: [String], at home: String, from: String, source: UInt16 = 0) {
    for name in names { see(name, at: home, from: from, source: source) }
  }

  /// A row says something of two people.
  mutating func say(
    _ name: String, _ relation: String, _ other: String, since: String? = nil, until: String? = nil,
    inRowBefore: Bool = false
  ) {
    guard let kind = Self.settings.relations.firstIndex(where: { $0.name == relation }) else {
      preconditionFailure("no such relation")
    }
    let row = RowPlace(extract: 1, line: line)
    line += 1
    input.relations.append(
      StatedRelation(
        from: Int32(place(name)), to: Int32(place(other)), kind: kind,
        since: since.map { Self.day($0) }, until: until.map { Self.day($0) },
        row: inRowBefore ? row : RowPlace(extract: 2, line: line)))
  }

  mutating func takeIntoCare(_ name: String, from: String, until: String? = nil) {
    input.care.append(
      CareSpell(person: Int32(place(name)), days: Self.days(from: from, until: until)))
  }

  mutating func rule(
    _ name: String, _ ruling: FamilyRuling.Ruling, _ other: String, as role: FamilyRole? = nil,
    since: String? = nil, until: String? = nil
  ) {
    let days = since == nil && until == nil ? nil : Self.days(from: since, until: until)
    input.rulings.append(
      FamilyRuling(
        number: input.rulings.count + 1, ruling: ruling, person: input.people[place(name)].id,
        other: input.people[place(other)].id, role: role, days: days))
  }

  private static func days(from: String?, until: String?) -> DayInterval {
    let (first, last) = (from.map(day) ?? .earliest, until.map(day) ?? .latest)
    guard let days = DayInterval(first: first, last: last) else { preconditionFailure("no days") }
    return days
  }

  func place(_ name: String) -> Int {
    guard let place = people[name] else { preconditionFailure("nobody of that name") }
    return place
  }

  // MARK: Asking

  var formed: FormedFamilies { FamilyFormer(Self.settings).families(of: input) }

  /// Who is of the family of somebody on a day, each with the part: `Mel Brown: parent`.
  func family(of name: String, on day: String = "2013-07-22", head: String? = nil) -> [String] {
    let day = Self.day(day)
    let families = formed.families.filter { family in
      family.members.contains { $0.person == place(name) && $0.days.contains(day) }
        && (head.map { place($0) == family.head } ?? true)
    }
    guard let family = families.first else { return [] }
    return family.members.filter { $0.days.contains(day) }
      .map { "\(names[$0.person]): \($0.role.rawValue)" }.sorted()
  }

  /// The days of somebody in the family of another, each with the part: `other 2012-01-01...`.
  func days(of name: String, with other: String) -> [String] {
    let family = formed.families.first { $0.home.contains(place(other)) }
    return (family?.members ?? []).filter { $0.person == place(name) }.map { member in
      let last = member.days.isOpen ? "" : member.days.last.iso
      let first = member.days.first == .earliest ? "" : member.days.first.iso
      return "\(member.role.rawValue) \(first)...\(last)"
    }
  }

  /// Everybody who is ever in a family with somebody.
  func everTogether(with name: String) -> [String] {
    let families = formed.families.filter { family in
      family.members.contains { $0.person == place(name) }
    }
    return Set(families.flatMap { $0.members.map(\.person) }).map { names[$0] }.sorted()
  }
}
