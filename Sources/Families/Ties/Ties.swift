import Vocabulary

/// What rows say about two people, as one of the two sees it.
struct Tie: Sendable {
  /// The other one.
  var other: Int32
  /// What is said.
  var meaning: FamilySettings.Meaning
  /// What it weighs.
  var weight: Int
  /// Whether the one whose tie it is stands first: the parent, the carer.
  var isFirst: Bool
  /// The kind, by its place in ``FamilySettings/relations``.
  var kind: Int
  var since: Day?
  var until: Day?
  var row: RowPlace
}

/// The ties of everyone by what rows say, each known to both its people.
struct Ties: Sendable {
  private var ties: [Tie] = []
  private var ranges: [Range<Int>] = []
  /// People who are only a name beside a child, each with the person who is meant.
  private(set) var meant: [Int32: Int32] = [:]
  /// The names under which each of these people is meant.
  private(set) var names: [Int32: [Int32]] = [:]

  /// The ties of a person, in the order of the others.
  func of(_ person: Int) -> ArraySlice<Tie> { ties[ranges[person]] }

  /// The ties between two people.
  func between(_ one: Int, _ other: Int) -> ArraySlice<Tie> {
    let own = of(one)
    let start = own.partitioningIndex { $0.other >= Int32(other) }
    return own[start...].prefix { $0.other == Int32(other) }
  }

  /// Whether rows call the one a parent of the other.
  func isParent(_ one: Int, of other: Int) -> Bool {
    between(one, other).contains { $0.isFirst && $0.meaning == .parent }
  }

  /// Whether rows call the one a parent of the other, or who cares for the other as one.
  func isCarer(_ one: Int, of other: Int) -> Bool {
    between(one, other).contains { $0.isFirst && ($0.meaning == .parent || $0.meaning == .carer) }
  }

  /// Those whom rows call children of a person, each once.
  func children(of person: Int) -> [Int] {
    others(of: person) { $0.isFirst && $0.meaning == .parent }
  }

  /// Those whom rows call parents of a person, each once.
  func parents(of person: Int) -> [Int] {
    others(of: person) { !$0.isFirst && $0.meaning == .parent }
  }

  private func others(of person: Int, where holds: (Tie) -> Bool) -> [Int] {
    var found: [Int] = []
    for tie in of(person) where holds(tie) && found.last != Int(tie.other) {
      found.append(Int(tie.other))
    }
    return found
  }

  init(_ input: FamilyInput, _ settings: FamilySettings, _ homes: HomeTimelines) {
    let namesakes = NamesakeFinding(input, settings.ages, homes)
    var said: [(person: Int32, tie: Tie)] = []
    said.reserveCapacity(input.relations.count * 2)
    for relation in input.relations {
      let kind = settings.relations[relation.kind]
      var first = relation.from
      if kind.meaning == .parent || kind.meaning == .carer,
        let person = namesakes.person(meantBy: Int(relation.from), beside: Int(relation.to))
      {
        meant[relation.from] = Int32(person)
        names[Int32(person), default: []].append(relation.from)
        first = Int32(person)
      }
      guard first != relation.to, Self.isPossible(kind.meaning, first, relation.to, input, settings)
      else { continue }
      for isFirst in [true, false] {
        let tie = Tie(
          other: isFirst ? relation.to : first, meaning: kind.meaning, weight: kind.weight,
          isFirst: isFirst, kind: relation.kind, since: relation.since, until: relation.until,
          row: relation.row)
        said.append((isFirst ? first : relation.to, tie))
      }
    }
    said.sort { Self.order($0) < Self.order($1) }
    ties = said.map(\.tie)
    ranges.reserveCapacity(input.people.count)
    var next = 0
    for person in input.people.indices {
      let start = next
      while next < said.count, said[next].person == Int32(person) { next += 1 }
      ranges.append(start..<next)
    }
  }

  private static func order(
    _ said: (person: Int32, tie: Tie)
  ) -> (Int32, Int32, Int, RowPlace, Int32) {
    (said.person, said.tie.other, -said.tie.weight, said.tie.row, said.tie.isFirst ? 0 : 1)
  }

  /// A parent who is younger than the child, or hardly older, is a slip in a row.
  private static func isPossible(
    _ meaning: FamilySettings.Meaning, _ first: Int32, _ other: Int32, _ input: FamilyInput,
    _ settings: FamilySettings
  ) -> Bool {
    guard meaning == .parent, let born = input.people[Int(first)].born?.earliest,
      let child = input.people[Int(other)].born?.latest
    else { return true }
    return born.adding(months: 12 * settings.ages.parentLeast) <= child
  }
}

/// Finds who is meant where a row only names a parent beside a child.
///
/// Schools write down a name and nothing else, which linkage leaves alone for want of evidence. Who lives or lived with
/// the child under that name is meant.
private struct NamesakeFinding {
  private let input: FamilyInput
  private let ages: FamilySettings.Ages
  private let homes: HomeTimelines
  private let residents: Residents

  init(_ input: FamilyInput, _ ages: FamilySettings.Ages, _ homes: HomeTimelines) {
    self.input = input
    self.ages = ages
    self.homes = homes
    residents = Residents(homes, dwellings: input.dwellings.count)
  }

  func person(meantBy name: Int, beside child: Int) -> Int? {
    let named = input.people[name]
    guard named.born == nil, named.forename != 0 else { return nil }
    var found: Int?
    for spell in homes.of(child) where spell.dwelling >= 0 {
      for other in residents.spells(in: spell.dwelling, homes)
      where Int(other.person) != name && Int(other.person) != child {
        let candidate = Int(other.person)
        guard input.people[candidate].born != nil, isNamesake(candidate, of: name),
          isOlder(candidate, than: child)
        else { continue }
        if let found, found != candidate { return nil }
        found = candidate
      }
    }
    return found
  }

  private func isNamesake(_ one: Int, of other: Int) -> Bool {
    let (left, right) = (input.people[one], input.people[other])
    guard left.forename == right.forename else { return false }
    return input.surnames[left.surnames].contains { input.surnames[right.surnames].contains($0) }
  }

  private func isOlder(_ one: Int, than child: Int) -> Bool {
    guard let born = input.people[one].born?.earliest, let later = input.people[child].born?.latest
    else { return true }
    return born.adding(months: 12 * ages.parentLeast) <= later
  }
}

/// Who lived in each home.
struct Residents: Sendable {
  private var places: [Int32] = []
  private var starts: [Int32] = []

  init(_ homes: HomeTimelines, dwellings: Int) {
    var counts = [Int32](repeating: 0, count: dwellings + 1)
    for spell in homes.spells where spell.dwelling >= 0 { counts[Int(spell.dwelling) + 1] += 1 }
    for place in 1..<counts.count { counts[place] += counts[place - 1] }
    starts = counts
    places = [Int32](repeating: 0, count: Int(counts[dwellings]))
    for (place, spell) in homes.spells.enumerated() where spell.dwelling >= 0 {
      places[Int(counts[Int(spell.dwelling)])] = Int32(place)
      counts[Int(spell.dwelling)] += 1
    }
  }

  /// The spells in a home, in the order of people.
  func spells(in dwelling: Int32, _ homes: HomeTimelines) -> [HomeSpell] {
    let range = Int(starts[Int(dwelling)])..<Int(starts[Int(dwelling) + 1])
    return places[range].map { homes.spells[Int($0)] }
  }
}
