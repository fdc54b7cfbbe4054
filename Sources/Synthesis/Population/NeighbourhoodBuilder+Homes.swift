import Vocabulary

extension NeighbourhoodBuilder {
  /// When a family comes and goes, and how it lives.
  struct Tenancies {
    var arrival: Day
    var leaving: Day?
    var tenure: Dwelling.Tenure
    var moves = 0
    var prefersFlat = false
  }

  /// The homes of a family one after another, each found empty or newly built.
  mutating func homes(_ wish: Tenancies) -> [Stay] {
    let start = max(wish.arrival, first)
    let end = min(wish.leaving ?? last, last)
    var changes: [Day] = []
    for _ in 0..<wish.moves { changes.append(families.day(start.adding(days: 60), end)) }
    changes = Set(changes).sorted().filter { wish.arrival < $0 && $0 < end }
    var stays: [Stay] = []
    var from = wish.arrival
    for change in changes + [nil] {
      let until = change ?? wish.leaving
      let dwelling = findHome(wish, from: from, until: until)
      stays.append(Stay(dwelling: dwelling, from: from, until: until))
      if let change { from = change }
    }
    return stays
  }

  private mutating func findHome(_ wish: Tenancies, from: Day, until: Day?) -> Dwelling.ID {
    let empty = vacantFrom.indices.first {
      vacantFrom[$0] <= from && world.dwellings[$0].tenure == wish.tenure
    }
    let place = empty ?? build(wish)
    vacantFrom[place] = until ?? .latest
    return world.dwellings[place].id
  }

  private mutating func build(_ wish: Tenancies) -> Int {
    let flats = wish.prefersFlat ? 600 : wish.tenure == .owner ? 80 : 300
    let kind: Dwelling.Kind = families.chance(flats) ? .flat : .house
    return addDwelling(kind, wish.tenure).place
  }

  /// A new dwelling, empty since ever.
  mutating func addDwelling(_ kind: Dwelling.Kind, _ tenure: Dwelling.Tenure) -> Dwelling.ID {
    let dwelling = streets.build(kind, tenure, place: world.dwellings.count)
    world.dwellings.append(dwelling)
    vacantFrom.append(.earliest)
    return dwelling.id
  }

  /// Whether a landlord lets the dwelling as social housing.
  func isSocial(_ dwelling: Dwelling.ID) -> Bool {
    let tenure = world.dwellings[dwelling.place].tenure
    return tenure == .council || tenure == .registeredProvider
  }

  /// When a family arrived: most long ago, some during the time line.
  mutating func arrival(notBefore: Day = .earliest) -> Day {
    let day =
      families.chance(700)
      ? first.adding(days: -families.within(1...7_000))
      : families.day(first.adding(days: 30), last.adding(days: -30))
    return max(day, notBefore)
  }

  /// When a family left the county; nil for most.
  mutating func departure(after arrival: Day) -> Day? {
    guard families.chance(70) else { return nil }
    let earliest = max(arrival, first).adding(days: 200)
    return earliest < last ? families.day(earliest, last) : nil
  }

  /// By what right a family of a sort lives where it does.
  mutating func tenure(social: Int, private rented: Int) -> Dwelling.Tenure {
    let draw = families.below(1_000)
    if draw < social { return families.chance(600) ? .council : .registeredProvider }
    return draw < social + rented ? .privateRent : .owner
  }
}
