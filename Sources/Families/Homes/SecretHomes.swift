import Vocabulary

/// Who is protected, beyond those whom a row says so of, and where they live.
struct SecretHomes: Sendable {
  /// Since when each person's address is secret.
  private(set) var protected: [Day?]

  /// Whose address is withheld: rows that still have one have the old one.
  private var isWithheld: [Bool]
  private let input: FamilyInput
  private let ties: Ties
  private let isChild: [Bool]

  /// For how many days around the day of the secret somebody may have moved who moved with the others.
  static let movingDays = 120

  init(_ input: FamilyInput, _ ties: Ties, _ homes: inout HomeTimelines, isChild: [Bool]) {
    self.input = input
    self.ties = ties
    self.isChild = isChild
    protected = input.people.map(\.protected)
    isWithheld = protected.map { $0 != nil }
    mothersGoAlong(homes)
    coverNamesakes(homes)
    homes.add(hidden(homes))
    shelter(homes)
    homes.add(parentsAtSchool(homes))
    shelter(homes)
    coverNamesakes(homes)
    spread(homes)
    // A small child whom no row tells of since is with the parent who fled.
    homes.add(hidden(homes))
  }

  /// Where those went whose address is not in the store: with a relative who moved at that time, else to a home that
  /// they share with those who left the same one with them.
  private func hidden(_ homes: HomeTimelines) -> [Int: HomeSpell] {
    var added: [Int: HomeSpell] = [:]
    var alone: [(person: Int, left: HomeSpell, day: Day)] = []
    for person in input.people.indices {
      guard let day = protected[person], let last = homes.last(person), last.dwelling >= 0,
        last.first.adding(days: Self.movingDays) < day, last.last >= day,
        last.told < day || isWithheld[person] || hasProtectedParentElsewhere(person, last, homes)
      else { continue }
      if let with = companion(of: person, from: last, on: day, homes) {
        added[person] = secret(with.dwelling, from: with.first, after: last, since: day)
      } else {
        alone.append((person, last, day))
      }
    }
    var groups = SecretGroups(homes, ties, protected: protected, isChild: isChild)
    let found = groups.homes(of: alone)
    for (person, left, day) in alone {
      guard let home = found[person] else { continue }
      added[person] = secret(home, from: day, after: left, since: day)
    }
    return added
  }

  private func secret(
    _ dwelling: Int32, from first: Day, after left: HomeSpell, since day: Day
  ) -> HomeSpell {
    HomeSpell(
      person: left.person, dwelling: dwelling, first: first, last: left.last, vouched: day,
      told: day, held: day, row: left.row)
  }

  /// Where the children of a couple are kept from it, and neither parent is, the mother went with them and with her
  /// other children: that is what refuges are for, and whoever is wrongly thought safe is only kept apart.
  private mutating func mothersGoAlong(_ homes: HomeTimelines) {
    for child in input.people.indices where isChild[child] {
      guard let day = input.people[child].protected, let home = homes.last(child),
        home.first.adding(days: Self.movingDays) < day
      else { continue }
      let there = ties.parents(of: child).filter { homes.last($0)?.dwelling == home.dwelling }
      guard there.count > 1, !there.contains(where: { protected[$0] != nil }) else { continue }
      for mother in there where input.people[mother].isFemale == true {
        withhold(mother, since: day)
        for other in ties.children(of: mother)
        where isChild[other] && protected[other] == nil
          && homes.last(other)?.dwelling == home.dwelling
        {
          withhold(other, since: day)
        }
      }
    }
  }

  private mutating func withhold(_ person: Int, since day: Day) {
    protected[person] = day
    isWithheld[person] = true
  }

  /// Part of a protected person's records may stand apart: under the same name in the same home or as a parent of the
  /// same child, or as a grown-up without forename and birth date who could be anybody of the home that was left.
  private mutating func coverNamesakes(_ homes: HomeTimelines) {
    var known: [Int32: [Int]] = [:]
    for person in input.people.indices where protected[person] != nil {
      for spell in homes.of(person) where spell.dwelling >= 0 {
        known[spell.dwelling, default: []].append(person)
      }
    }
    guard !known.isEmpty else { return }
    for (name, person) in ties.meant {
      guard let day = protected[Int(name)] else { continue }
      protected[Int(person)] = min(protected[Int(person)] ?? day, day)
    }
    for person in input.people.indices where protected[person] == nil {
      let isNameless = input.people[person].forename == 0
      guard !isNameless || input.people[person].born == nil else { continue }
      var others = homes.of(person).flatMap { known[$0.dwelling] ?? [] }
      if !isNameless {
        others += ties.children(of: person).flatMap(ties.parents).filter { protected[$0] != nil }
      }
      let same = others.first {
        isNameless ? couldBe(person, $0) : isNamesake(person, of: $0)
      }
      if let same { protected[person] = protected[same] }
    }
  }

  /// Whether somebody of whom no row gives a forename may be another by the surname, and by the initial where rows give one.
  private func couldBe(_ nameless: Int, _ other: Int) -> Bool {
    let (own, theirs) = (input.people[nameless].initials, input.people[other].initials)
    return (own == 0 || theirs == 0 || own & theirs != 0) && shareSurname(nameless, other)
  }

  private func isBornWith(_ one: KnownPerson, _ other: KnownPerson) -> Bool {
    one.born != nil && one.born == other.born && one.born?.precision == .day
  }

  private func shareSurname(_ one: Int, _ other: Int) -> Bool {
    let others = input.surnames[input.people[other].surnames]
    return input.surnames[input.people[one].surnames].contains(where: others.contains)
  }

  /// Whether two go by one name, also if a list has its halves in each other's place; a father of his son's name is not him.
  private func isNamesake(_ one: Int, of other: Int) -> Bool {
    guard !ties.isParent(one, of: other), !ties.isParent(other, of: one) else { return false }
    let (left, right) = (input.people[one], input.people[other])
    if left.forename == right.forename || isBornWith(left, right) {
      return shareSurname(one, other)
    }
    let (names, others) = (input.surnames[left.surnames], input.surnames[right.surnames])
    return names.contains(right.forename) && others.contains(left.forename)
  }

  /// A parent whom a school names at the new home of a protected child is there, whatever others still have.
  private func parentsAtSchool(_ homes: HomeTimelines) -> [Int: HomeSpell] {
    var found: [Int: HomeSpell] = [:]
    for child in input.people.indices where isChild[child] {
      guard let home = homes.last(child), home.dwelling >= 0, home.last == .latest,
        protected[child] != nil || input.dwellings[Int(home.dwelling)].isRoom
      else { continue }
      for parent in ties.parents(of: child) {
        guard isNamed(parent, of: child, at: home.dwelling, homes),
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

  /// Whether a row names a parent beside a home, be it under the same name as somebody who was not recognised.
  private func isNamed(
    _ parent: Int, of child: Int, at dwelling: Int32, _ homes: HomeTimelines
  ) -> Bool {
    if homes.beside[parent]?.contains(dwelling) ?? false { return true }
    let names = ties.names[Int32(parent)] ?? []
    if names.contains(where: { homes.last(Int($0))?.dwelling == dwelling }) { return true }
    return ties.parents(of: child).contains { other in
      other != parent && input.people[other].forename != 0 && isNamesake(other, of: parent)
        && homes.last(other)?.dwelling == dwelling
    }
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

  private mutating func shelter(_ homes: HomeTimelines) {
    for (person, since) in SafeRooms(input: input, ties: ties, isChild: isChild).people(homes)
    where protected[person] == nil {
      protected[person] = since
    }
  }

  /// Whoever moved to the home of a protected relative, and the small child who was not seen since or whose brother is
  /// kept secret, share the secret.
  private mutating func spread(_ homes: HomeTimelines) {
    let known = protected
    for person in input.people.indices {
      guard let day = known[person], let last = homes.last(person) else { continue }
      for relative in ties.parents(of: person) + ties.children(of: person)
      where protected[relative] == nil {
        guard let theirs = homes.last(relative) else { continue }
        let isThere = theirs.dwelling == last.dwelling
        let isLeft =
          isChild[relative] && theirs.last == .latest
          && homes.of(person).contains { $0.dwelling == theirs.dwelling }
          && (theirs.told < day || hasWithheldSibling(relative, by: person))
        if (isThere && theirs.first.adding(days: Self.movingDays) >= last.first) || isLeft {
          protected[relative] = day
        }
      }
    }
    takeAlongThoseWithoutTie(homes, known)
  }

  /// Whether a row withholds the address of another child of a parent: they are together, though a school is behind.
  private func hasWithheldSibling(_ child: Int, by parent: Int) -> Bool {
    ties.children(of: parent).contains {
      $0 != child && isChild[$0] && input.people[$0].protected != nil
    }
  }

  /// A small child of whom no row says whose it is, and whom none tells of since, went with the parent who fled its home.
  private mutating func takeAlongThoseWithoutTie(_ homes: HomeTimelines, _ known: [Day?]) {
    var left: [Int32: Day] = [:]
    for person in input.people.indices {
      guard let day = known[person], !isChild[person], let last = homes.last(person) else {
        continue
      }
      for spell in homes.of(person) where spell.dwelling != last.dwelling && spell.dwelling >= 0 {
        left[spell.dwelling] = max(left[spell.dwelling] ?? day, day)
      }
    }
    for child in input.people.indices
    where protected[child] == nil && isChild[child] && ties.parents(of: child).isEmpty {
      guard let home = homes.last(child), home.last == .latest, let day = left[home.dwelling],
        home.first < day, home.told < day
      else { continue }
      protected[child] = day
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
