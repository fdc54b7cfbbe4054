import Vocabulary

/// Two people; of a child and a carer the child comes first.
struct PersonPair: Hashable {
  var one: Int
  var other: Int

  init(_ one: Int, _ other: Int) {
    self.one = one
    self.other = other
  }

  /// The lower first.
  var ordered: PersonPair { one <= other ? self : PersonPair(other, one) }
}

/// The true families on a day, as far as rows tell of their people at all.
struct ActualFamilies {
  /// The children with those who care for them, the child first.
  private(set) var pairs: Set<PersonPair> = []
  /// Those who fled together, and from whom.
  private(set) var flights: [(fled: Set<Int>, feared: Set<Int>)] = []
  /// How many people of the families no row tells of.
  private(set) var unseen = 0
  /// The families with children: shape, pairs, those who live there.
  private var withChildren: [(shape: String, pairs: [PersonPair], residents: Set<Int>)] = []
  private var familiesOf: [Int: Set<Int>] = [:]
  private let truth: CouncilTruth
  private let asOf: Day

  private static let young: Set<String> = ["child", "grandchild"]
  private static let carers: Set<String> = ["parent", "partner", "grandparent"]
  private static let resident: Set<String> = [
    "child", "grandchild", "parent", "partner", "grandparent", "adultChild", "otherRelative",
    "single",
  ]
  private static let grownUp = 18

  init(_ truth: CouncilTruth, _ seen: Set<Int>, asOf: Day) {
    self.truth = truth
    self.asOf = asOf
    var missing: Set<Int> = []
    for (number, family) in truth.families.enumerated() {
      for member in family.members { familiesOf[member.person, default: []].insert(number) }
      let now = family.members.filter { $0.holds(on: asOf) && Self.resident.contains($0.role) }
      missing.formUnion(now.map(\.person).filter { !seen.contains($0) })
      let present = now.filter { seen.contains($0.person) }
      let children = present.filter {
        Self.young.contains($0.role) && isYoung($0.person)
      }
      let carers = present.filter { Self.carers.contains($0.role) }
      addProtected(family, seen)
      guard !children.isEmpty else { continue }
      let pairs = children.flatMap { child in
        carers.map { PersonPair(child.person, $0.person) }
      }
      self.pairs.formUnion(pairs)
      withChildren.append((family.shape, pairs, Set(present.map(\.person))))
    }
    unseen = missing.count
  }

  /// Whether somebody is not grown up on the day.
  func isYoung(_ person: Int) -> Bool {
    guard let born = truth.born[person] else { return false }
    return asOf < born.adding(months: 12 * Self.grownUp)
  }

  /// Whether two people are of one family at any time.
  func areFamily(_ one: Int, _ other: Int) -> Bool {
    !(familiesOf[one] ?? []).isDisjoint(with: familiesOf[other] ?? [])
  }

  /// The partner who was left behind by those who fled, in a refuge or where the story says so.
  private mutating func addProtected(_ family: CouncilTruth.Family, _ seen: Set<Int>) {
    guard family.shape == "refuge" || family.name == "Ford" else { return }
    let feared = family.members.filter { member in
      member.role == "partner" && member.until.map { $0 <= asOf } ?? false
    }
    let safe: Set<String> = ["parent", "child", "adultChild"]
    let fled = family.members.filter { safe.contains($0.role) && $0.holds(on: asOf) }
    flights.append(
      (seen.intersection(fled.map(\.person)), seen.intersection(feared.map(\.person))))
  }

  /// The figures of each shape, in the order of names.
  func shapes(
    foundPairs: Set<PersonPair>, _ found: [Set<Int>]
  ) -> [FamilyFigures.Shape] {
    let places = places(of: found)
    var shapes: [String: FamilyFigures.Shape] = [:]
    for family in withChildren {
      var shape = shapes[family.shape] ?? FamilyFigures.Shape(name: family.shape)
      shape.families += 1
      shape.exact += isFound(family.residents, found, places) ? 1 : 0
      shape.pairs += family.pairs.count
      shape.pairsFound += family.pairs.count(where: foundPairs.contains)
      shapes[family.shape] = shape
    }
    return shapes.values.sorted { $0.name < $1.name }
  }

  /// How many families with children are among some groups, with all who live there and nobody else.
  func exact(_ found: [Set<Int>]) -> Int {
    let places = places(of: found)
    return withChildren.count { isFound($0.residents, found, places) }
  }

  private func places(of found: [Set<Int>]) -> [Int: [Int]] {
    var places: [Int: [Int]] = [:]
    for (place, people) in found.enumerated() {
      for person in people { places[person, default: []].append(place) }
    }
    return places
  }

  private func isFound(_ people: Set<Int>, _ found: [Set<Int>], _ places: [Int: [Int]]) -> Bool {
    guard let first = people.first else { return false }
    return (places[first] ?? []).contains { found[$0] == people }
  }
}
