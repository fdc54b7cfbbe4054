import Vocabulary

/// Which homes are no homes of one family.
struct PlaceJudgement: Sendable {
  private var institutions: [Bool]
  private var shared: [Bool]
  private var anyFlat: [Bool]

  /// Whether many unrelated people live there, by list or by number.
  func isInstitution(_ dwelling: Int32) -> Bool {
    dwelling >= 0 && institutions[Int(dwelling)]
  }

  /// Whether unrelated grown-ups share the house on the last day, so that living there says nothing.
  func isShared(_ dwelling: Int32) -> Bool { dwelling >= 0 && shared[Int(dwelling)] }

  /// Whether it is a building without its flat, which may be any of them.
  func isAnyFlat(_ dwelling: Int32) -> Bool { dwelling >= 0 && anyFlat[Int(dwelling)] }

  /// The institutions found by their numbers, beside those on the list.
  private(set) var crowded: [Int32] = []

  init(
    _ input: FamilyInput, _ settings: FamilySettings, _ homes: HomeTimelines, _ ties: Ties,
    _ residents: Residents
  ) {
    institutions = input.dwellings.map(\.isInstitution)
    shared = [Bool](repeating: false, count: input.dwellings.count)
    anyFlat = shared
    let buildings = Set(
      input.dwellings.filter { $0.hasUnit && $0.building != 0 }.map(\.building))
    for place in input.dwellings.indices {
      let dwelling = Int32(place)
      let spells = residents.spells(in: dwelling, homes)
      if Self.mostAtOnce(spells) >= settings.limits.crowd {
        if !institutions[place] { crowded.append(dwelling) }
        institutions[place] = true
      }
      let home = input.dwellings[place]
      anyFlat[place] =
        !home.hasUnit && home.building != 0 && buildings.contains(home.building)
      let adults = spells.filter { spell in
        guard spell.last == .latest, let born = input.people[Int(spell.person)].born else {
          return false
        }
        return settings.ages.grownUp(born) <= input.asOf
      }
      shared[place] =
        anyFlat[place]
        || Self.isShared(by: adults, input, ties, from: settings.limits.unrelatedAdults)
    }
  }

  private static func mostAtOnce(_ spells: [HomeSpell]) -> Int {
    guard spells.count > 2 else { return spells.count }
    let changes =
      spells.map { (day: $0.first, change: 1) }
      + spells.filter { $0.last != .latest }.map { (day: $0.last.adding(days: 1), change: -1) }
    var (now, most) = (0, 0)
    for change in changes.sorted(by: { ($0.day, $0.change) < ($1.day, $1.change) }) {
      now += change.change
      most = max(most, now)
    }
    return most
  }

  /// Whether the grown-ups of a home fall into so many groups that have no tie and no surname in common.
  static func isShared(
    by adults: [HomeSpell], _ input: FamilyInput, _ ties: Ties, from limit: Int
  ) -> Bool {
    guard adults.count >= limit else { return false }
    var groups = Array(adults.indices)
    for one in adults.indices {
      for other in adults.indices where other < one {
        let (left, right) = (Int(adults[one].person), Int(adults[other].person))
        let theirs = input.surnames[input.people[right].surnames]
        guard
          !ties.between(left, right).isEmpty
            || input.surnames[input.people[left].surnames].contains(where: theirs.contains)
        else { continue }
        let (from, to) = (groups[one], groups[other])
        for place in groups.indices where groups[place] == from { groups[place] = to }
      }
    }
    return Set(groups).count >= limit
  }
}
