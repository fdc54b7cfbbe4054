import Vocabulary

/// Those who live together as one family on the last day, or did on the last day that is known of them.
struct Households: Sendable {
  /// The people of each household.
  private(set) var members: [[Int]] = []
  /// The household of each person; -1 for none.
  private(set) var of: [Int32]
  /// By what rulings people belong to the family of each household.
  private(set) var rulings: [Int: [KnownRuling]] = [:]
  /// What somebody should look at.
  private(set) var notes: [FamilyNote] = []

  /// A pair with what speaks for it.
  private struct Edge {
    var one: Int
    var other: Int
    var weight: Int
  }

  init(
    _ weighing: PairWeighing, _ apart: Apartness, _ rulings: [KnownRuling],
    leavingOut isLeftOut: [Bool]
  ) {
    let (input, homes) = (weighing.input, weighing.homes)
    of = [Int32](repeating: -1, count: input.people.count)
    var living: [(dwelling: Int32, person: Int)] = []
    for person in input.people.indices {
      if let last = homes.last(person), !isLeftOut[person] {
        living.append((last.dwelling, person))
      }
    }
    living.sort { ($0.dwelling, $0.person) < ($1.dwelling, $1.person) }
    var start = 0
    while start < living.count {
      var end = start
      while end < living.count, living[end].dwelling == living[start].dwelling { end += 1 }
      divide(living[start..<end].map(\.person), weighing, apart)
      start = end
    }
    for person in input.people.indices where of[person] < 0 && !isLeftOut[person] {
      add([person])
    }
    for ruling in rulings where ruling.ruling.ruling == .together {
      join(ruling, weighing.ties, apart)
    }
  }

  private mutating func add(_ people: [Int]) {
    for person in people { of[person] = Int32(members.count) }
    members.append(people)
  }

  /// Divides those of one home: the strongest evidence first, as long as nobody is joined who is to be apart.
  private mutating func divide(
    _ people: [Int], _ weighing: PairWeighing, _ apart: Apartness
  ) {
    let edges = self.edges(people, weighing)
    var groups = people.map { [$0] }
    var group: [Int: Int] = [:]
    for (place, person) in people.enumerated() { group[person] = place }
    for edge in edges {
      guard let left = group[edge.one], let right = group[edge.other], left != right else {
        continue
      }
      guard apart.allows(groups[left], groups[right]) else {
        notes.append(
          FamilyNote(kind: .keptApart, person: edge.one, other: edge.other, weight: edge.weight))
        continue
      }
      guard groups[left].count + groups[right].count <= weighing.settings.limits.largest else {
        notes.append(
          FamilyNote(kind: .oversized, person: edge.one, other: edge.other, weight: edge.weight))
        continue
      }
      let (kept, gone) = (min(left, right), max(left, right))
      groups[kept] += groups[gone]
      for person in groups[gone] { group[person] = kept }
      groups[gone] = []
    }
    for people in groups where !people.isEmpty { add(people.sorted()) }
  }

  private func edges(_ people: [Int], _ weighing: PairWeighing) -> [Edge] {
    let homes = people.compactMap { weighing.homes.last($0) }
    guard homes.count > 1 else { return [] }
    let isCrowd = weighing.places.isInstitution(homes[0].dwelling)
    var edges: [Edge] = []
    for one in homes.indices {
      // In an institution only what rows say counts, and a thousand people need no comparing.
      if isCrowd {
        for tie in weighing.ties.of(Int(homes[one].person))
        where Int(tie.other) > Int(homes[one].person) {
          guard let other = homes.indices.first(where: { homes[$0].person == tie.other }) else {
            continue
          }
          edges += edge(homes[one], homes[other], homes, weighing)
        }
        continue
      }
      for other in homes.indices where one < other {
        edges += edge(homes[one], homes[other], homes, weighing)
      }
    }
    return edges.sorted { (-$0.weight, $0.one, $0.other) < (-$1.weight, $1.one, $1.other) }
  }

  private func edge(
    _ one: HomeSpell, _ other: HomeSpell, _ all: [HomeSpell], _ weighing: PairWeighing
  ) -> [Edge] {
    let weight = weighing.evidence(one, other, among: all).reduce(0) { $0 + $1.weight }
    guard weight >= weighing.settings.tie else { return [] }
    return [Edge(one: Int(one.person), other: Int(other.person), weight: weight)]
  }

  /// Brings two together who belong together by ruling; whoever joins brings nobody along.
  private mutating func join(_ ruling: KnownRuling, _ ties: Ties, _ apart: Apartness) {
    let person = ruling.person
    guard let target = household(of: ruling.other, ties) else {
      notes.append(
        FamilyNote(kind: .familyless, person: person, other: ruling.other, weight: 0))
      return
    }
    let others = members[target].filter { $0 != person }
    guard ruling.holds ? apart.allows([person], others) : apart.allowsOnce(person, others) else {
      notes.append(FamilyNote(kind: .keptApart, person: person, other: ruling.other, weight: 0))
      return
    }
    rulings[target, default: []].append(ruling)
    // Of past days the family tells; the home is about the last one.
    guard ruling.holds else { return }
    let isResident = ruling.ruling.role?.isResident ?? !apart.isInCare[person]
    let isThere = of[person] == Int32(target)
    guard isResident != isThere else { return }
    if of[person] >= 0 { members[Int(of[person])].removeAll { $0 == person } }
    if isResident {
      members[target] = (others + [person]).sorted()
      of[person] = Int32(target)
    } else {
      add([person])
    }
  }

  /// The household of somebody, or of whom it is a child or another name.
  private func household(of person: Int, _ ties: Ties) -> Int? {
    let meant = ties.meant[Int32(person)].map { [Int($0)] } ?? []
    return ([person] + meant + ties.parents(of: person)).first { of[$0] >= 0 }.map { Int(of[$0]) }
  }
}
