import Families
import TestSupport
import Vocabulary

/// An invented town of which only names, birth dates and addresses over time are known, with its true families.
///
/// Households move, part, grow up and follow each other in the same homes; some people are seen late, at an old address or
/// at the building without their flat; others share houses.
struct Town {
  private(set) var input = FamilyInput(asOf: Town.last)
  /// The true family of each person on the last day.
  private(set) var families: [Int] = []
  private var chance: SplitMix64
  private var empty: [(dwelling: Int32, from: Day)] = []
  private var names = 0

  private static let first = Village.day("2003-01-01")
  private static let last = Village.day("2013-07-22")
  private static let surnames = 400

  init(households: Int, seed: UInt64) {
    chance = SplitMix64(seed: seed)
    for _ in 0..<households {
      switch below(100) {
      case 0..<46: addFamily(partners: 2)
      case 46..<62: addFamily(partners: 1)
      case 62..<82: addFamily(partners: 2, children: 0)
      case 82..<95: addFamily(partners: 1, children: 0)
      default: addSharers()
      }
    }
  }

  private mutating func below(_ bound: Int) -> Int { chance.below(bound) }
  private mutating func happens(_ percent: Int) -> Bool { chance.below(100) < percent }

  private mutating func day(_ from: Day, _ to: Day) -> Day {
    from.adding(days: below(max(1, from.days(until: to))))
  }

  // MARK: People

  private mutating func addPerson(
    age: Int, surnames: [Int32], female: Bool, family: Int
  ) -> Int {
    let person = input.people.count
    let start = input.surnames.count
    input.surnames += surnames
    names += 1
    input.people.append(
      KnownPerson(
        id: PersonID(Int64(person + 1)),
        born: PartialDate(Self.last.adding(days: -(age * 365 + below(365)))), isFemale: female,
        forename: Int32(1_000 + names), surnames: start..<input.surnames.count))
    families.append(family)
    return person
  }

  // MARK: Homes

  private mutating func newDwelling(flat: Bool) -> Int32 {
    let dwelling = Int32(input.dwellings.count)
    let building = Int64(flat ? input.dwellings.count / 6 + 1 : 0)
    input.dwellings.append(
      KnownDwelling(key: Int64(dwelling) + 1, building: building, hasUnit: flat))
    return dwelling
  }

  /// A home that stands empty, or a new one.
  private mutating func findDwelling(from: Day) -> Int32 {
    if let place = empty.firstIndex(where: { $0.from <= from }) {
      return empty.remove(at: place).dwelling
    }
    return newDwelling(flat: happens(25))
  }

  /// Homes one after the other, each left to whoever comes next.
  private mutating func homes(from start: Day) -> [(dwelling: Int32, from: Day, until: Day?)] {
    var changes = [start]
    for _ in 0..<[0, 0, 0, 1, 1, 2][below(6)] {
      changes.append(day(max(start, Self.first).adding(days: 200), Self.last.adding(days: -200)))
    }
    changes.sort()
    var homes: [(dwelling: Int32, from: Day, until: Day?)] = []
    for (place, change) in changes.enumerated() {
      let until = place + 1 < changes.count ? changes[place + 1] : nil
      let dwelling = findDwelling(from: change)
      if let until { empty.append((dwelling, until)) }
      homes.append((dwelling, change, until))
    }
    return homes
  }

  private mutating func see(_ person: Int, _ dwelling: Int32, from: Day, until: Day?, isLast: Bool)
  {
    let end = min(until ?? Self.last, Self.last)
    let born = input.people[person].born?.earliest ?? from
    let start = max(from, born)
    guard start < end else { return }
    // Of one in ten nobody has heard since the last move.
    if isLast, from > Self.first, happens(10) { return }
    for source in 0..<1 + below(3) {
      let seen = source == 0 ? start.adding(days: below(60)) : day(start, end)
      guard seen < end else { continue }
      input.sightings.append(
        Sighting(
          person: Int32(person), dwelling: dwelling, from: seen, seen: seen,
          source: UInt16(source),
          row: RowPlace(extract: Int32(source), line: Int32(input.sightings.count))))
    }
  }

  // MARK: Households

  private mutating func addFamily(partners: Int, children wanted: Int? = nil) {
    let family = input.people.count
    let isOld = wanted == 0 && happens(50)
    let age = isOld ? 60 + below(25) : 24 + below(30)
    let his = Int32(1 + below(Self.surnames))
    let hers = happens(65) ? his : Int32(1 + below(Self.surnames))
    var people = [addPerson(age: age, surnames: [hers], female: true, family: family)]
    if partners == 2 {
      people.append(
        addPerson(age: age + below(8) - 2, surnames: [his], female: false, family: family))
    }
    let children = wanted ?? 1 + below(3)
    for number in 0..<children {
      let years = max(0, age - 22 - below(6) - number * 3)
      let surname = happens(80) ? his : hers
      people.append(
        addPerson(age: min(years, 24), surnames: [surname], female: happens(50), family: family))
    }
    let start = Self.first.adding(days: -below(3_000) + below(2_500))
    let homes = homes(from: start)
    let parting = partners == 2 && children > 0 && happens(10)
    for (number, person) in people.enumerated() {
      let isFather = number == 1 && partners == 2
      let isGrown = number >= partners && years(person) >= 19 && happens(60)
      let leaves = parting && isFather || isGrown
      let leaving = leaves ? day(Self.last.adding(days: -1_400), Self.last.adding(days: -100)) : nil
      for (place, home) in homes.enumerated() {
        if let leaving, home.from >= leaving { continue }
        let until = [home.until, leaving].compactMap { $0 }.min()
        see(person, home.dwelling, from: home.from, until: until, isLast: place + 1 == homes.count)
      }
      if let leaving {
        families[person] = -1 - person
        see(person, findDwelling(from: leaving), from: leaving, until: nil, isLast: false)
      }
    }
  }

  private func years(_ person: Int) -> Int {
    (input.people[person].born?.earliest.days(until: Self.last) ?? 0) / 365
  }

  private mutating func addSharers() {
    let house = newDwelling(flat: false)
    for _ in 0..<3 + below(3) {
      let person = addPerson(
        age: 20 + below(15), surnames: [Int32(1 + below(Self.surnames))], female: happens(50),
        family: -1 - input.people.count)
      see(
        person, house, from: day(Self.last.adding(days: -900), Self.last.adding(days: -60)),
        until: nil, isLast: false)
    }
  }

  // MARK: Judging

  /// The pairs of people of one true family.
  var truePairs: Set<[Int]> {
    pairs(Array(Dictionary(grouping: families.indices) { families[$0] }.values))
  }

  /// The pairs of people whose last address is the same.
  var addressPairs: Set<[Int]> {
    var last: [Int32: Sighting] = [:]
    for sighting in input.sightings {
      if let known = last[sighting.person], known.seen >= sighting.seen { continue }
      last[sighting.person] = sighting
    }
    let groups = Dictionary(grouping: last.values) { $0.dwelling }
    return pairs(groups.values.map { $0.map { Int($0.person) } })
  }

  /// The pairs of people who live in one family that was found.
  var familyPairs: Set<[Int]> {
    let formed = FamilyFormer(Village.settings).families(of: input)
    return pairs(
      formed.families.map { family in
        Array(
          Set(
            family.members.filter { $0.role.isResident && $0.days.contains(Self.last) }
              .map(\.person)))
      })
  }

  private func pairs(_ groups: [[Int]]) -> Set<[Int]> {
    var pairs: Set<[Int]> = []
    for group in groups {
      let people = group.sorted()
      for (place, one) in people.enumerated() {
        for other in people[(place + 1)...] { pairs.insert([one, other]) }
      }
    }
    return pairs
  }

  static func f1(_ found: Set<[Int]>, _ actual: Set<[Int]>) -> Double {
    let both = Double(found.intersection(actual).count)
    return 2 * both / Double(found.count + actual.count)
  }
}
