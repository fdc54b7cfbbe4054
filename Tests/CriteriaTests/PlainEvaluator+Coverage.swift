import Vocabulary

@testable import Criteria

extension PlainEvaluator {
  func isCovered(_ kinds: [String], _ days: DayInterval, _ person: Int?) -> Bool {
    let last = min(days.last, date.adding(days: -pack.lag))
    let first = days.first == .earliest ? last : min(days.first, last)
    guard let needed = DayInterval(first: first, last: last) else { return false }
    return kinds.allSatisfy { isCovered($0, needed, person) }
  }

  private func isCovered(_ kind: String, _ days: DayInterval, _ person: Int?) -> Bool {
    let place = places[kind] ?? 0
    let suppliers = suppliers[place] ?? []
    var sources = Set(suppliers.filter { !$0.isByUnit }.map(\.source))
    let byUnit = Set(suppliers.filter(\.isByUnit).map(\.source))
    for covered in coverage[place] ?? []
    where covered.unit == nil && !byUnit.contains(covered.source) {
      sources.insert(covered.source)
    }
    if sources.isEmpty, byUnit.isEmpty { return false }
    for source in sources where !has(days, { $0.source == source && $0.unit == nil }, place) {
      return false
    }
    if byUnit.isEmpty { return true }
    let people =
      person.map { [$0] } ?? entry.people.filter { isIn("anyone", $0) != .no }
    return people.allSatisfy { isCovered(place, kind, days, ofPerson: $0, sources.union(byUnit)) }
  }

  private func isCovered(
    _ place: Int, _ kind: String, _ days: DayInterval, ofPerson person: Int, _ sources: Set<UInt16>
  ) -> Bool {
    for source in sources where has(days, { $0.source == source && $0.unit == nil }, place) {
      return true
    }
    guard let unit = pack.units.first(where: { $0.kind == kind }) else { return false }
    let listingPlace = places[unit.listedBy] ?? 0
    let listing = suppliers[listingPlace] ?? []
    let extra = (coverage[listingPlace] ?? []).filter { $0.unit == nil }
    if listing.isEmpty, extra.isEmpty { return false }
    let byUnit = Set(listing.filter(\.isByUnit).map(\.source))
    for source in Set(listing.map(\.source) + extra.map(\.source)).subtracting(byUnit)
    where !has(days, { $0.source == source && $0.unit == nil }, listingPlace) {
      return false
    }
    let stays = facts([unit.listedBy]).filter {
      $0.person == person && isInTime($0, .overlaps, days) != .no
    }
    if stays.isEmpty { return false }
    return stays.allSatisfy { stay in
      guard let name = detail(stay, unit.attribute) else { return false }
      let first = max(days.first, stay.starts?.earliest ?? days.first)
      let last = min(days.last, stay.ends?.latest ?? days.last)
      guard let there = DayInterval(first: first, last: last) else { return true }
      return has(there, { $0.unit.map { file.words[$0] } == name }, place)
    }
  }

  /// Whether every day of the interval is in some coverage that passes.
  private func has(
    _ days: DayInterval, _ passes: (CaseCoverage) -> Bool, _ kind: Int
  ) -> Bool {
    let covering = (coverage[kind] ?? []).filter(passes)
    var day = days.first
    while day <= days.last {
      guard let far = covering.filter({ $0.days.contains(day) }).map(\.days.last).max() else {
        return false
      }
      if far >= days.last { return true }
      day = far.adding(days: 1)
    }
    return true
  }
}
