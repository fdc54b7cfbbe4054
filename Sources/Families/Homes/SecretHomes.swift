import Vocabulary

/// Who is protected, beyond those whom a row says so of, and where they live.
struct SecretHomes: Sendable {
  /// Since when each person's address is secret.
  private(set) var protected: [Day?]

  private let input: FamilyInput
  private let ties: Ties
  private let isChild: [Bool]

  /// For how many days around the day of the secret somebody may have moved who moved with the others.
  private static let movingDays = 120

  init(_ input: FamilyInput, _ ties: Ties, _ homes: inout HomeTimelines, isChild: [Bool]) {
    self.input = input
    self.ties = ties
    self.isChild = isChild
    protected = input.people.map(\.protected)
    coverNamesakes(homes)
    homes.add(hidden(homes))
    shelter(homes)
    homes.add(parentsAtSchool(homes))
    shelter(homes)
    spread(homes)
    // A small child whom no row tells of since is with the parent who fled.
    homes.add(hidden(homes))
  }

  /// Where those went whose address is not in the store: with a relative who moved at that time, else to a home that
  /// those share who left the same one.
  private func hidden(_ homes: HomeTimelines) -> [Int: HomeSpell] {
    var added: [Int: HomeSpell] = [:]
    for person in input.people.indices {
      guard let day = protected[person], let last = homes.last(person), last.dwelling >= 0,
        last.first.adding(days: Self.movingDays) < day, last.last >= day,
        last.told < day || hasProtectedParentElsewhere(person, last, homes)
      else { continue }
      let with = companion(of: person, from: last, on: day, homes)
      added[person] = HomeSpell(
        person: Int32(person), dwelling: with?.dwelling ?? -1 - last.dwelling,
        first: with?.first ?? day, last: last.last, vouched: day, told: day, held: day,
        row: last.row)
    }
    return added
  }

  /// Part of a protected person's records may stand apart, under the same name in the same home.
  private mutating func coverNamesakes(_ homes: HomeTimelines) {
    var known: [Int32: [Int]] = [:]
    for person in input.people.indices where protected[person] != nil {
      for spell in homes.of(person) where spell.dwelling >= 0 {
        known[spell.dwelling, default: []].append(person)
      }
    }
    guard !known.isEmpty else { return }
    for person in input.people.indices
    where protected[person] == nil && input.people[person].forename != 0 {
      for spell in homes.of(person) {
        let same = known[spell.dwelling]?.first { isNamesake(person, of: $0) }
        if let same { protected[person] = protected[same] }
      }
    }
  }

  private func isNamesake(_ one: Int, of other: Int) -> Bool {
    let (left, right) = (input.people[one], input.people[other])
    return left.forename == right.forename
      && input.surnames[left.surnames].contains { input.surnames[right.surnames].contains($0) }
  }

  /// A parent whom a school names at the new home of a protected child is there, whatever others still have.
  private func parentsAtSchool(_ homes: HomeTimelines) -> [Int: HomeSpell] {
    var found: [Int: HomeSpell] = [:]
    for child in input.people.indices where isChild[child] {
      guard let home = homes.last(child), home.dwelling >= 0, home.last == .latest,
        protected[child] != nil || input.dwellings[Int(home.dwelling)].isRoom
      else { continue }
      for parent in ties.parents(of: child) {
        guard homes.beside[parent]?.contains(home.dwelling) ?? false,
          let last = homes.last(parent), last.dwelling != home.dwelling, last.last == .latest,
          last.first < home.first
        else { continue }
        var spell = home
        spell.person = Int32(parent)
        found[parent] = spell
      }
    }
    return found
  }

  /// A child is with the parent who fled, even if its school still has the old address.
  private func hasProtectedParentElsewhere(
    _ person: Int, _ last: HomeSpell, _ homes: HomeTimelines
  ) -> Bool {
    isChild[person]
      && ties.parents(of: person).contains { parent in
        protected[parent] != nil && homes.last(parent)?.dwelling != last.dwelling
      }
  }

  private func companion(
    of person: Int, from last: HomeSpell, on day: Day, _ homes: HomeTimelines
  ) -> HomeSpell? {
    for relative in ties.parents(of: person) + ties.children(of: person) {
      let own = homes.of(relative)
      guard own.contains(where: { $0.dwelling == last.dwelling }), let next = own.last,
        next.dwelling != last.dwelling,
        protected[relative] != nil || abs(next.first.days(until: day)) <= Self.movingDays
      else { continue }
      return next
    }
    return nil
  }

  /// A family in a room of a house of rooms is taken to be where it is safe.
  private mutating func shelter(_ homes: HomeTimelines) {
    var rooms: [Int32: [Int]] = [:]
    for person in input.people.indices {
      guard let last = homes.last(person), last.dwelling >= 0, last.last == .latest,
        input.dwellings[Int(last.dwelling)].isRoom
      else { continue }
      rooms[last.dwelling, default: []].append(person)
    }
    for people in rooms.values where people.contains(where: isChildOrMother) {
      for person in people { protected[person] = protected[person] ?? homes.last(person)?.first }
    }
  }

  /// A mother in a room is there with her child, however differently their rows write the address.
  private func isChildOrMother(_ person: Int) -> Bool {
    isChild[person]
      || input.people[person].isFemale == true
        && ties.children(of: person).contains { isChild[$0] }
  }

  /// Whoever moved to the home of a protected relative, and the small child who was not seen since, share the secret.
  private mutating func spread(_ homes: HomeTimelines) {
    let known = protected
    for person in input.people.indices {
      guard let day = known[person], let last = homes.last(person) else { continue }
      for relative in ties.parents(of: person) + ties.children(of: person)
      where protected[relative] == nil {
        guard let theirs = homes.last(relative) else { continue }
        let isThere = theirs.dwelling == last.dwelling
        let isUnseen =
          isChild[relative] && theirs.told < day && theirs.last == .latest
          && homes.of(person).contains { $0.dwelling == theirs.dwelling }
        if (isThere && theirs.first.adding(days: Self.movingDays) >= last.first) || isUnseen {
          protected[relative] = day
        }
      }
    }
  }

  /// The small children who were taken along share the secret of the home that they came to.
  mutating func share(_ homes: HomeTimelines) {
    var secret: [Int32: Day] = [:]
    for person in input.people.indices {
      guard let day = protected[person], let last = homes.last(person), last.last == .latest else {
        continue
      }
      if last.dwelling < 0 || last.first >= day {
        secret[last.dwelling] = min(secret[last.dwelling] ?? day, day)
      }
    }
    for child in input.people.indices where protected[child] == nil && isChild[child] {
      if let last = homes.last(child), let day = secret[last.dwelling] { protected[child] = day }
    }
  }
}
