import Families
import SQLiteAccess
import Store
import Vocabulary

/// Reads from a run file what families are formed from.
struct FamilyRecords {
  private(set) var input: FamilyInput
  private let settings: FamilySettings
  /// The keys of records in order, with whose each is.
  private var keys: [Int64] = []
  private var personOf: [Int32] = []
  /// The last day on which a record was delivered, the days that its facts say, by its place among the keys.
  private var firstDelivered: [Day] = []
  private var delivered: [Day] = []
  private var firstSaid: [Day] = []
  private var lastSaid: [Day] = []
  /// Whether a fact says that the row's address is kept up to date.
  private var isKeptUp: [Bool] = []
  /// The day on which each file was delivered.
  private var deliveries: [Int: Day] = [:]
  private var homes = DwellingFinding()
  private var names = NameNumbers()
  private var kinds: (facts: [String: Int], relations: [String: Int]) = ([:], [:])

  /// Which kind of fact says what families need to know.
  private enum FactKind {
    static let lookedAfter = "social-care.looked-after"
    static let registration = "health.registration"
    static let earlyHelp = "early-help.member"
    static let sameFamily = "same-early-help-family"
  }

  init(_ file: inout RunFile, _ settings: FamilySettings, asOf: Day) throws(DatabaseError) {
    self.settings = settings
    input = FamilyInput(asOf: asOf)
    kinds = try file.kindNumbers()
    try readPeople(&file)
    try readFacts(&file)
    try homes.read(&file)
    try readRecords(&file)
    try readRelations(&file)
    input.dwellings = homes.dwellings
    names.settle(&input)
  }

  /// Heeds what people ruled about families.
  mutating func heed(_ rulings: StageRulings) throws(DatabaseError) {
    let (keys, personOf, people) = (keys, personOf, input.people)
    input.rulings = try rulings.families { (key) throws(DatabaseError) in
      keys.sortedIndex(of: Int64(bitPattern: key.value)).map { people[Int(personOf[$0])].id }
    }
  }

  // MARK: People

  private mutating func readPeople(_ file: inout RunFile) throws(DatabaseError) {
    var people: [KnownPerson] = []
    try file.forEachPerson { (id) throws(DatabaseError) in
      people.append(KnownPerson(id: PersonID(id)))
    }
    input.people = people
    var (keys, owners): ([Int64], [Int32]) = ([], [])
    let known = people.map(\.id.value)
    try file.forEachPersonMember { (key, person) throws(DatabaseError) in
      guard let place = known.sortedIndex(of: person) else { return }
      keys.append(key)
      owners.append(Int32(place))
    }
    (self.keys, personOf) = (keys, owners)
    delivered = Array(repeating: .earliest, count: keys.count)
    firstDelivered = Array(repeating: .latest, count: keys.count)
    firstSaid = Array(repeating: .latest, count: keys.count)
    lastSaid = Array(repeating: .earliest, count: keys.count)
    isKeptUp = Array(repeating: false, count: keys.count)
    var deliveries: [Int: Day] = [:]
    try file.forEachDelivery { (number, row) throws(DatabaseError) in
      deliveries[number] = Self.day(row, 1)
    }
    self.deliveries = deliveries
    var (first, last) = (firstDelivered, delivered)
    try file.forEachLaterMention { (key, file) throws(DatabaseError) in
      guard let place = keys.sortedIndex(of: key), let day = deliveries[file] else { return }
      first[place] = min(first[place], day)
      last[place] = max(last[place], day)
    }
    (firstDelivered, delivered) = (first, last)
  }

  // MARK: Facts

  private mutating func readFacts(_ file: inout RunFile) throws(DatabaseError) {
    let lookedAfter = kinds.facts[FactKind.lookedAfter]
    let registration = kinds.facts[FactKind.registration]
    let earlyHelp = kinds.facts[FactKind.earlyHelp]
    let keptUp = Set(settings.keptUp.compactMap { kinds.facts[$0] })
    var (first, last, kept) = (firstSaid, lastSaid, isKeptUp)
    var care: [CareSpell] = []
    var leaving: [Int32: (open: Bool, end: Day)] = [:]
    var groups = HelpGroups()
    try file.forEachFamilyFact { (row) throws(DatabaseError) in
      guard let place = keys.sortedIndex(of: row.integer64(1)), let start = Self.day(row, 2)
      else { return }
      let person = personOf[place]
      first[place] = min(first[place], start)
      last[place] = max(last[place], start)
      let kind = row.integer(0)
      if keptUp.contains(kind) { kept[place] = true }
      let end = Self.day(row, 3)
      if kind == lookedAfter {
        let days = DayInterval(first: start, last: max(start, end ?? .latest))
        if let days { care.append(CareSpell(person: person, days: days)) }
      } else if kind == registration {
        let before = leaving[person]
        leaving[person] = (
          (before?.open ?? false) || end == nil, max(before?.end ?? .earliest, end ?? .earliest)
        )
      } else if kind == earlyHelp {
        let row = (extract: Int32(row.integer(5)), line: Int32(row.integer(6)), text: row.text(4))
        groups.add(
          person, attributes: row.text, start: start, end: end,
          RowPlace(extract: row.extract, line: row.line))
      }
    }
    (firstSaid, lastSaid, isKeptUp) = (first, last, kept)
    input.care = care
    for (person, left) in leaving where !left.open && left.end <= input.asOf {
      input.people[Int(person)].left = left.end
    }
    if let kind = settings.relations.firstIndex(where: { $0.name == FactKind.sameFamily }) {
      input.relations = groups.relations(kind: kind)
    }
  }

  // MARK: Records

  private mutating func readRecords(_ file: inout RunFile) throws(DatabaseError) {
    var sightings: [Sighting] = []
    var people = input.people
    var names = self.names
    var particulars = Particulars(people: people.count)
    try file.forEachFamilyRecord { (row) throws(DatabaseError) in
      guard let place = keys.sortedIndex(of: row.integer64(0)) else { return }
      let person = personOf[place]
      names.add(person, row)
      people[Int(person)].initials |= NameNumbers.initials(row)
      particulars.add(person, row)
      let day = deliveries[row.integer(2)] ?? input.asOf
      let last = max(delivered[place], day)
      let since = Self.day(row, 12)
      if row.integer(14) != 0 {
        let from = since ?? day
        let before = people[Int(person)].protected
        people[Int(person)].protected = min(before ?? from, from)
      }
      guard !row.isNull(11), let dwelling = homes.dwelling(of: row.integer64(11)) else { return }
      let said = said(place, since: since, first: min(firstDelivered[place], day), last: last)
      sightings.append(
        Sighting(
          person: person, dwelling: dwelling, from: min(said.from, input.asOf),
          seen: min(max(said.from, said.seen), input.asOf), until: Self.day(row, 13),
          isDated: said.isDated, isKept: said.isKept, isBare: row.isNull(9),
          source: UInt16(row.integer(1)),
          row: RowPlace(extract: Int32(row.integer(2)), line: Int32(row.integer(3)))))
    }
    self.names = names
    input.people = people
    particulars.settle(&input)
    input.sightings = sightings
  }

  /// For which days a record vouches for its address.
  ///
  /// Who says since when somebody lives there says so of today; other rows tell of the day that they are about.
  private func said(
    _ place: Int, since: Day?, first: Day, last: Day
  ) -> (from: Day, seen: Day, isDated: Bool, isKept: Bool) {
    if let since { return (since, last, true, true) }
    if isKeptUp[place] { return (first, last, true, false) }
    guard firstSaid[place] != .latest else { return (first, first, false, false) }
    return (firstSaid[place], lastSaid[place], true, false)
  }

  // MARK: Relations

  private mutating func readRelations(_ file: inout RunFile) throws(DatabaseError) {
    var places: [Int: Int] = [:]
    for (place, relation) in settings.relations.enumerated() {
      if let number = kinds.relations[relation.name] { places[number] = place }
    }
    var relations: [StatedRelation] = []
    try file.forEachFamilyRelation { (row) throws(DatabaseError) in
      guard let kind = places[row.integer(0)],
        let from = keys.sortedIndex(of: row.integer64(1)),
        let to = keys.sortedIndex(of: row.integer64(2)), personOf[from] != personOf[to]
      else { return }
      relations.append(
        StatedRelation(
          from: personOf[from], to: personOf[to], kind: kind, since: Self.day(row, 3),
          until: Self.day(row, 4),
          row: RowPlace(extract: Int32(row.integer(5)), line: Int32(row.integer(6)))))
    }
    input.relations += relations
  }

  /// The first day that a date may be.
  static func day(_ row: borrowing Row, _ column: Int) -> Day? {
    row.withTextBytes(column) { text in
      text.isEmpty ? nil : PartialDate(text: text)?.earliest
    }
  }
}
