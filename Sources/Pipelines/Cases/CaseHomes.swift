import Sealing
import Vocabulary

/// Where people lived and when, as far as records with an address tell: a home ends where the next one begins.
///
/// Protected records are left out, so that nothing about a protected address reaches a family through it.
struct CaseHomes {
  /// A place as an address is written; several may be one dwelling.
  struct Place {
    var key: Int64
    var uprn: Int64?
    /// The address, hashed; nil where it says too little.
    var address: LongHash?
  }

  /// That somebody was seen at a place on a day.
  struct Sighting {
    /// The person's number.
    var person: Int32
    var place: Int64
    var day: Day
  }

  /// The days on which somebody lived in a dwelling, with those on which they came and went.
  struct Stay: Sendable {
    /// The person's number.
    var person: Int32
    var days: DayInterval
  }

  /// The dwelling of each place.
  private let dwellings: [Int64: Int32]
  private let stays: GroupedItems<Stay>

  /// Follows people from dwelling to dwelling.
  init(_ sightings: [Sighting], in places: [Place]) {
    let dwellings = Self.dwellings(of: places)
    let seen = sightings.compactMap { sighting in
      dwellings[sighting.place].map { (sighting, dwelling: $0) }
    }.sorted { one, other in
      (one.0.person, one.0.day, one.dwelling) < (other.0.person, other.0.day, other.dwelling)
    }
    self.dwellings = dwellings
    stays = GroupedItems(
      Self.followed(seen), count: (dwellings.values.max().map(Int.init) ?? -1) + 1)
  }

  /// Who lived when in the dwelling of a place.
  func stays(at place: Int64) -> ArraySlice<Stay> {
    dwellings[place].map { stays[Int($0)] } ?? []
  }

  private static func followed(
    _ seen: [(Sighting, dwelling: Int32)]
  ) -> [(number: Int32, item: Stay)] {
    var stays: [(number: Int32, item: Stay)] = []
    var start = 0
    while start < seen.count {
      let (person, dwelling) = (seen[start].0.person, seen[start].dwelling)
      var next = start + 1
      while next < seen.count, seen[next].0.person == person, seen[next].dwelling == dwelling {
        next += 1
      }
      // The first home that is known is where the person was before, for all that anybody knows.
      let isFirst = start == 0 || seen[start - 1].0.person != person
      let isLast = next == seen.count || seen[next].0.person != person
      if let days = DayInterval(
        first: isFirst ? .earliest : seen[start].0.day, last: isLast ? .latest : seen[next].0.day)
      {
        stays.append((dwelling, Stay(person: person, days: days)))
      }
      start = next
    }
    return stays
  }

  /// Gives places that are one dwelling one number: by their property number, else by their address.
  private static func dwellings(of places: [Place]) -> [Int64: Int32] {
    let inOrder = places.sorted { one, other in
      (one.uprn == nil ? 1 : 0, one.key) < (other.uprn == nil ? 1 : 0, other.key)
    }
    var byUPRN: [Int64: Int32] = [:]
    var byAddress: [LongHash: Int32] = [:]
    var dwellings = [Int64: Int32](minimumCapacity: places.count)
    var count: Int32 = 0
    for place in inOrder {
      let known = place.uprn.flatMap { byUPRN[$0] } ?? place.address.flatMap { byAddress[$0] }
      let dwelling = known ?? count
      if known == nil { count += 1 }
      if let uprn = place.uprn { byUPRN[uprn] = byUPRN[uprn] ?? dwelling }
      if let address = place.address { byAddress[address] = byAddress[address] ?? dwelling }
      dwellings[place.key] = dwelling
    }
    return dwellings
  }
}
