import SQLiteAccess
import Vocabulary

/// Puts families together from members, records, places and facts, in whatever order these are read.
///
/// A person's facts count for a family until the person leaves it: whoever joins brings what went before along. A fact
/// about an address counts for the families of which somebody lived there when it happened. A date known in part
/// counts as soon as one of its days would.
struct CaseGathering {
  /// Somebody's part in a family, whatever roles it had.
  private struct Part: Sendable {
    /// The family's place in the file.
    var family: Int32
    /// The person's place in the file.
    var place: Int32
    var until: Day
  }

  private var file: CaseFile
  private var details = CaseDetails()
  /// Whoever is in a family, by id and by number.
  private(set) var people: [PersonID] = []
  private var numbers: [PersonID: Int32] = [:]
  private var partsRead: [(number: Int32, item: Part)] = []
  private var parts = GroupedItems<Part>([], count: 0)
  /// The person of each record.
  private var records: [Int64: Int32] = [:]
  private var births: [(number: Int32, item: CaseBirth)] = []
  private var sightings: [CaseHomes.Sighting] = []
  private var homes = CaseHomes([], in: [])
  private var facts: [CaseFact] = []
  private var factsOfFamilies: [(number: Int32, item: Int32)] = []

  /// Gathers the families with the ids, which are in order, and what was decided about families.
  init(_ families: [FamilyID], _ common: CaseFile, decided: [CaseOverride]) {
    file = common
    file.overrides = decided
    file.families = families.map { CaseFamily(id: $0, people: 0..<0, facts: 0..<0) }
  }

  // MARK: People

  /// What a row says of a member.
  struct Member {
    var family: FamilyID
    var person: PersonID
    var role: FamilyRole
    var since: Day?
    var until: Day?
  }

  /// Adds the members of all families, in the order of family, person and day.
  mutating func add(_ members: some Sequence<Member>) {
    var family = 0
    for member in members {
      while family < file.families.count, file.families[family].id < member.family { family += 1 }
      guard family < file.families.count else { break }
      guard file.families[family].id == member.family else { continue }
      add(member, to: family)
    }
    parts = GroupedItems(partsRead, count: people.count)
    partsRead = []
  }

  private mutating func add(_ member: Member, to family: Int) {
    let known = file.families[family].people
    if known.isEmpty || file.people[known.upperBound - 1].id != member.person {
      let start = known.isEmpty ? file.people.count : known.lowerBound
      let none = file.memberships.count..<file.memberships.count
      file.people.append(CasePerson(id: member.person, memberships: none))
      file.families[family].people = start..<file.people.count
      partsRead.append(
        (
          number(of: member.person),
          Part(family: Int32(family), place: Int32(file.people.count - 1), until: .earliest)
        ))
    }
    let last = partsRead.count - 1
    let until = member.until ?? .latest
    partsRead[last].item.until = max(partsRead[last].item.until, until)
    guard let days = DayInterval(first: member.since ?? .earliest, last: until) else { return }
    file.memberships.append(CaseMembership(role: member.role, days: days))
    let place = file.people.count - 1
    file.people[place].memberships =
      file.people[place].memberships.lowerBound..<file.memberships.count
  }

  private mutating func number(of person: PersonID) -> Int32 {
    if let known = numbers[person] { return known }
    let number = Int32(people.count)
    numbers[person] = number
    people.append(person)
    return number
  }

  // MARK: Records

  /// Says whose a record is; nobody is asked of those who are in no family.
  mutating func note(record key: Int64, of person: PersonID) {
    if let number = numbers[person] { records[key] = number }
  }

  /// Adds a record whose person was noted, with the columns that ``recordColumns`` names.
  mutating func add(record row: borrowing Row) {
    guard let person = records[row.integer64(0)] else { return }
    let birth = CaseBirth(
      born: row.withTextBytes(1) { PartialDate(text: $0) },
      isFemale: row.isNull(2)
        ? nil : row.withTextBytes(2) { !$0.isEmpty && $0[0] == UInt8(ascii: "f") })
    births.append((person, birth))
    guard !row.isNull(3), row.integer(5) == 0,
      let seen = row.withTextBytes(4, { PartialDate(text: $0) })
    else { return }
    sightings.append(
      CaseHomes.Sighting(person: person, place: row.integer64(3), day: seen.earliest))
  }

  /// The places at which somebody was seen.
  var places: Set<Int64> { Set(sightings.map(\.place)) }

  /// Works out births and homes, when all records are there.
  mutating func settle(in places: [CaseHomes.Place]) {
    let births = GroupedItems(births, count: people.count)
    for number in people.indices {
      let birth = CaseBirth.chosen(of: births[number])
      for part in parts[number] {
        file.people[Int(part.place)].born = birth.born
        file.people[Int(part.place)].isFemale = birth.isFemale
      }
    }
    homes = CaseHomes(sightings, in: places)
    self.births = []
    sightings = []
  }

  // MARK: Facts

  /// Adds a fact, with the columns that ``factColumns`` names, to the families for which it counts.
  mutating func add(fact row: borrowing Row) {
    let starts = row.withTextBytes(7) { PartialDate(text: $0) }
    guard row.isNull(0) else {
      guard let person = records[row.integer64(0)] else { return }
      for part in parts[Int(person)] where starts.map({ $0.earliest <= part.until }) ?? true {
        add(row, starts, of: Int(part.place), to: part.family)
      }
      return
    }
    guard !row.isNull(1), let days = starts?.interval else { return }
    var families: Set<Int32> = []
    for stay in homes.stays(at: row.integer64(1)) where stay.days.intersects(days) {
      for part in parts[Int(stay.person)] where isAtHome(part, days, stay) {
        families.insert(part.family)
      }
    }
    for family in families.sorted() { add(row, starts, of: nil, to: family) }
  }

  /// Whether a member was at home, as one of the household, when something happened there.
  private func isAtHome(_ part: Part, _ days: DayInterval, _ stay: CaseHomes.Stay) -> Bool {
    file.memberships[file.people[Int(part.place)].memberships].contains { membership in
      membership.role.isResident
        && max(stay.days.first, membership.days.first) <= days.last
        && days.first <= min(stay.days.last, membership.days.last)
    }
  }

  private mutating func add(
    _ row: borrowing Row, _ starts: PartialDate?, of person: Int?, to family: Int32
  ) {
    let attributes = row.withTextBytes(11) { details.places(of: $0, in: &file) }
    factsOfFamilies.append((family, Int32(facts.count)))
    facts.append(
      CaseFact(
        key: row.integer64(2), kind: UInt16(row.integer(3)), source: UInt16(row.integer(4)),
        person: person, starts: starts, ends: row.withTextBytes(8) { PartialDate(text: $0) },
        part: Int32(clamping: row.integer64(9)), whole: Int32(clamping: row.integer64(10)),
        attributes: attributes, professional: UInt64(bitPattern: row.integer64(12)),
        extract: Int32(row.integer(5)), line: Int32(clamping: row.integer64(6))))
  }

  /// The families, when everything is there.
  consuming func families() -> GatheredCases {
    GatheredCases(
      file: file, facts: facts,
      factsOfFamilies: GroupedItems(factsOfFamilies, count: file.families.count))
  }
}
