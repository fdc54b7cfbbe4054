import Vocabulary

/// The days that somebody lived in one home, as far as the records tell.
struct HomeSpell: Hashable, Sendable {
  /// Who.
  var person: Int32
  /// Where; negative for a home that is kept secret, `-1 - person` of the first of those who came to it.
  var dwelling: Int32
  /// The first day.
  var first: Day
  /// The last day, open while it lasts.
  var last: Day
  /// The last day on which a row vouches for it.
  var vouched: Day
  /// The last day on which a row tells of it that does not merely stand since it began.
  var told: Day
  /// The last day on which two sources do, or one that keeps track of where people live.
  var held: Day
  /// How many sources know of it.
  var sources = 1
  /// Whether only a list of a household knows of it, made when it began.
  var isListed = false
  /// Whether it merely stands beside somebody else's name.
  var isVague = false
  /// The row that first says so.
  var row: RowPlace

  var days: DayInterval { DayInterval(first: first, last: max(first, last)) ?? DayInterval(first) }
}

/// Where everyone lived, one home after the other.
///
/// Sources contradict each other: a practice's list keeps the address of the day when somebody registered, and every
/// agency is a home behind for some. So a home ends where the next begins, and an address that stood before does not
/// come back.
struct HomeTimelines: Sendable {
  /// The homes beside which each person is only named, though rows tell where they live.
  private(set) var beside: [Int: [Int32]] = [:]
  /// The spells in the order of people and days.
  private(set) var spells: [HomeSpell] = []
  /// The spells of each person.
  private(set) var ranges: [Range<Int>] = []

  /// The spells of a person, the last home last.
  func of(_ person: Int) -> ArraySlice<HomeSpell> { spells[ranges[person]] }

  /// The last home of a person.
  func last(_ person: Int) -> HomeSpell? { of(person).last }

  init(_ input: FamilyInput, _ ages: FamilySettings.Ages) {
    let order = input.sightings.indices.sorted { one, other in
      let (left, right) = (input.sightings[one], input.sightings[other])
      return (left.person, left.from, left.dwelling, left.row)
        < (right.person, right.from, right.dwelling, right.row)
    }
    ranges.reserveCapacity(input.people.count)
    var next = 0
    for person in input.people.indices {
      var own: [Sighting] = []
      while next < order.count, input.sightings[order[next]].person == person {
        own.append(input.sightings[order[next]])
        next += 1
      }
      let start = spells.count
      let named = own.filter { !$0.isDated }.map(\.dwelling)
      if !named.isEmpty { beside[person] = named }
      spells += OneTimeline(input, person, ages).spells(own)
      ranges.append(start..<spells.count)
    }
  }

  /// Takes the last home away from some people, who are still in the one before.
  mutating func back(_ people: Set<Int>) {
    guard !people.isEmpty else { return }
    var all: [HomeSpell] = []
    var found: [Range<Int>] = []
    for person in ranges.indices {
      let start = all.count
      all += spells[ranges[person]]
      if people.contains(person), let last = all.popLast(), all.count > start {
        all[all.count - 1].last = last.last
      }
      found.append(start..<all.count)
    }
    spells = all
    ranges = found
  }

  /// Adds a home to the end of some people's.
  mutating func add(_ added: [Int: HomeSpell]) {
    guard !added.isEmpty else { return }
    var all: [HomeSpell] = []
    all.reserveCapacity(spells.count + added.count)
    var found: [Range<Int>] = []
    found.reserveCapacity(ranges.count)
    for person in ranges.indices {
      let start = all.count
      all += spells[ranges[person]]
      if let spell = added[person] {
        if all.count > start {
          all[all.count - 1].last = min(all[all.count - 1].last, spell.first.adding(days: -1))
        }
        all.append(spell)
      }
      found.append(start..<all.count)
    }
    spells = all
    ranges = found
  }
}

/// Works out the homes of one person.
private struct OneTimeline {
  private let input: FamilyInput
  private let person: Int
  private let ages: FamilySettings.Ages

  init(_ input: FamilyInput, _ person: Int, _ ages: FamilySettings.Ages) {
    self.input = input
    self.person = person
    self.ages = ages
  }

  func spells(_ sightings: [Sighting]) -> [HomeSpell] {
    let dated = sightings.filter(\.isDated)
    let known = merged(dated.isEmpty ? sightings : dated)
    var homes: [[Sighting]] = []
    for sighting in known {
      if let place = homes.firstIndex(where: { $0[0].dwelling == sighting.dwelling }) {
        homes[place].append(sighting)
      } else {
        homes.append([sighting])
      }
    }
    let born = input.people[person].born?.earliest ?? .earliest
    let spells = homes.map { sightings in
      let first = sightings[0]
      return HomeSpell(
        person: Int32(person), dwelling: first.dwelling, first: max(first.from, born),
        last: end(of: sightings), vouched: sightings.map(\.seen).max() ?? first.from,
        told: sightings.map { $0.isKept ? $0.from : $0.seen }.max() ?? first.from,
        held: held(sightings), sources: Set(sightings.map(\.source)).count,
        isListed: sightings.allSatisfy(\.isKept), isVague: dated.isEmpty, row: first.row)
    }
    return inTurn(withoutStray(spells, homes))
  }

  /// The last day for which a source stands that keeps track, or two that do not.
  private func held(_ sightings: [Sighting]) -> Day {
    let kept = sightings.filter(\.isKept).map(\.seen).max() ?? .earliest
    var latest: [(source: UInt16, day: Day)] = []
    for sighting in sightings {
      if let place = latest.firstIndex(where: { $0.source == sighting.source }) {
        latest[place].day = max(latest[place].day, sighting.seen)
      } else {
        latest.append((sighting.source, sighting.seen))
      }
    }
    let days = latest.map(\.day).sorted(by: >)
    return days.count > 1 ? max(kept, days[1]) : kept
  }

  /// The end that rows give a home, unless somebody was seen there later.
  private func end(of sightings: [Sighting]) -> Day {
    guard let end = sightings.compactMap(\.until).max() else { return .latest }
    return sightings.allSatisfy { $0.until != nil || $0.seen <= end } ? end : .latest
  }

  /// Leaves out a last home that one source alone knows, where others know the one before at the same time or later.
  private func withoutStray(_ spells: [HomeSpell], _ homes: [[Sighting]]) -> [HomeSpell] {
    guard
      let last = spells.indices.max(by: {
        (spells[$0].first, spells[$0].dwelling) < (spells[$1].first, spells[$1].dwelling)
      }), spells.count > 1
    else { return spells }
    let sightings = homes[last]
    guard sightings.allSatisfy({ $0.source == sightings[0].source }) else { return spells }
    // Nobody is put into a hostel by mistake.
    guard !input.dwellings[Int(spells[last].dwelling)].isRoom else { return spells }
    let isKept = sightings.contains(where: \.isKept)
    // Whoever took on another home later, though it was known before, lives in that one.
    let others = spells.indices.filter { $0 != last }
    if isKept, others.contains(where: { begins(homes[$0], after: spells[last]) }) {
      return others.map { spells[$0] }
    }
    // Neighbours of one name are taken for each other.
    if isKept, others.contains(where: { isNextDoor(spells[last], spells[$0]) }) {
      return others.map { spells[$0] }
    }
    // Only the young are listed in two households.
    guard !isKept || isYoung else { return spells }
    let day = isKept ? spells[last].first.adding(days: 30) : spells[last].vouched
    // A tenancy that nobody ended says nothing of who is still there.
    guard
      others.contains(where: { place in
        homes[place].contains {
          $0.source != sightings[0].source && ($0.isKept ? $0.from : $0.seen) >= day
        }
      })
    else { return spells }
    return others.map { spells[$0] }
  }

  /// Whether a flat is in the building of another flat of which more is known.
  private func isNextDoor(_ spell: HomeSpell, _ other: HomeSpell) -> Bool {
    let building = input.dwellings[Int(spell.dwelling)].building
    return building != 0 && other.sources > 1
      && input.dwellings[Int(other.dwelling)].building == building
  }

  private func begins(_ home: [Sighting], after spell: HomeSpell) -> Bool {
    home.contains { $0.isKept && $0.from > spell.first.adding(days: 30) }
  }

  private var isYoung: Bool {
    input.people[person].born.map { input.asOf < ages.grownUp($0) } ?? false
  }

  /// Lets each home end where the next begins, and the last where the person left.
  private func inTurn(_ spells: [HomeSpell]) -> [HomeSpell] {
    var inTurn = spells.sorted { ($0.first, $0.dwelling) < ($1.first, $1.dwelling) }
    for place in inTurn.indices.dropLast() {
      let end = inTurn[place + 1].first.adding(days: -1)
      inTurn[place].last = max(inTurn[place].first, min(inTurn[place].last, end))
    }
    // Whoever left and is seen in a home that is new came back; rows about the old one are behind the times.
    if let left = input.people[person].left, let place = inTurn.indices.last,
      inTurn[place].first <= left
    {
      inTurn[place].last = max(inTurn[place].first, min(inTurn[place].last, left))
    }
    return inTurn
  }

  /// One address with a slip in it is not two homes: the same house and street with another postcode, or the same
  /// number and postcode in another spelling, or the building without its flat.
  private func merged(_ sightings: [Sighting]) -> [Sighting] {
    var dwellings: [Int32] = []
    for sighting in sightings where !dwellings.contains(sighting.dwelling) {
      dwellings.append(sighting.dwelling)
    }
    guard dwellings.count > 1 else { return sightings }
    var instead: [Int32: Int32] = [:]
    for slip in dwellings {
      let other = dwellings.filter { $0 != slip && isSlip(slip, of: $0, sightings) }
        .min { (count(sightings, $1), $0) < (count(sightings, $0), $1) }
      if let other { instead[slip] = other }
    }
    return sightings.map { sighting in
      var sighting = sighting
      sighting.dwelling = instead[sighting.dwelling] ?? sighting.dwelling
      return sighting
    }
  }

  private func count(_ sightings: [Sighting], _ dwelling: Int32) -> Int {
    sightings.count { $0.dwelling == dwelling }
  }

  private func isSlip(_ slip: Int32, of home: Int32, _ sightings: [Sighting]) -> Bool {
    let (one, other) = (input.dwellings[Int(slip)], input.dwellings[Int(home)])
    // The building without its flat, beside the flat.
    if one.building != 0, one.building == other.building, !one.hasUnit, other.hasUnit {
      return true
    }
    let isOneHome =
      (one.house != 0 && one.house == other.house)
      || (one.number != 0 && one.number == other.number)
    guard isOneHome else { return false }
    let (times, others) = (count(sightings, slip), count(sightings, home))
    return times < others || (times == others && home < slip)
  }
}
