/// Finds the components, and of them those that have to be looked at.
///
/// A component all of whose pairs were scored and join, and in which nothing is in conflict, is a cluster
/// as it is. Most are, so only the others are taken out and divided.
struct ComponentFinding {
  let components: Components
  /// The numbers of the components that have to be looked at, in order.
  private(set) var doubtful: [Int32] = []

  private let pairs: [ScoredPair]
  private let ranks: [UInt64]
  private let weigher: PairWeigher
  private let constraints: ClusterConstraints
  private let bonds: [ClusterConstraints.DecidedPair]
  /// The scored pairs of the doubtful components, by component.
  private var pairStarts: [Int] = []
  private var pairNumbers: [Int32] = []
  private var bars: PairsByComponent
  private var bondsByComponent: PairsByComponent
  /// The place of each record in the component that is being taken out.
  private var places: [Int32]

  init(
    recordCount: Int, ranks: [UInt64], pairs: [ScoredPair], weigher: PairWeigher,
    constraints: ClusterConstraints, bonds: [ClusterConstraints.DecidedPair]
  ) {
    self.pairs = pairs
    self.ranks = ranks
    self.weigher = weigher
    self.constraints = constraints
    self.bonds = bonds
    var sets = Self.connect(pairs, recordCount: recordCount, weigher: weigher)
    for bond in bonds { sets.join(bond.left, bond.right) }
    components = Components(&sets, recordCount: recordCount)
    bars = PairsByComponent(
      constraints.apart.map { ($0.left, $0.right) }
        + constraints.forbidden.map { ($0.left, $0.right) },
      components)
    bondsByComponent = PairsByComponent(bonds.map { ($0.left, $0.right) }, components)
    places = [Int32](repeating: 0, count: recordCount)
    findDoubtful()
  }

  private static func connect(
    _ pairs: [ScoredPair], recordCount: Int, weigher: PairWeigher
  ) -> DisjointSets {
    var sets = DisjointSets(count: recordCount)
    for pair in pairs {
      precondition(
        pair.left >= 0 && pair.left < pair.right && Int(pair.right) < recordCount,
        "a pair names two records, the smaller number first")
      if weigher.joins(pair) { sets.join(pair.left, pair.right) }
    }
    return sets
  }

  // MARK: What is in doubt

  private mutating func findDoubtful() {
    var scored = [Int32](repeating: 0, count: components.count)
    var joining = [Int32](repeating: 0, count: components.count)
    for pair in pairs {
      let number = Int(components.numbers[Int(pair.left)])
      guard number >= 0, components.numbers[Int(pair.right)] == number else { continue }
      scored[number] += 1
      if weigher.joins(pair) { joining[number] += 1 }
    }
    var numbers = [Int32](repeating: -1, count: components.count)
    pairStarts = [0]
    for number in 0..<components.count {
      let size = components.range(number).count
      let isWhole =
        scored[number] == joining[number] && Int(joining[number]) == size * (size - 1) / 2
      guard !isWhole || hasConflict(number) else { continue }
      numbers[number] = Int32(doubtful.count)
      doubtful.append(Int32(number))
      pairStarts.append(pairStarts[pairStarts.count - 1] + Int(scored[number]))
    }
    takePairs(numbers)
  }

  private mutating func takePairs(_ numbers: [Int32]) {
    pairNumbers = [Int32](repeating: 0, count: pairStarts[pairStarts.count - 1])
    var next = pairStarts
    for (index, pair) in pairs.enumerated() {
      let number = components.numbers[Int(pair.left)]
      guard number >= 0, components.numbers[Int(pair.right)] == number else { continue }
      let doubt = Int(numbers[Int(number)])
      guard doubt >= 0 else { continue }
      pairNumbers[next[doubt]] = Int32(index)
      next[doubt] += 1
    }
  }

  private func hasConflict(_ number: Int) -> Bool {
    if !bars.range(number).isEmpty { return true }
    let records = components.range(number)
    for identifier in constraints.identifiers where identifier.force == .never {
      var seen: Int32 = 0
      for index in records {
        let code = identifier.codes[Int(components.records[index])]
        if code != 0, seen != 0, code != seen { return true }
        if code != 0 { seen = code }
      }
    }
    for exclusion in constraints.exclusions {
      var seen: [Int32] = []
      for index in records {
        let code = exclusion.codes[Int(components.records[index])]
        if code != 0 { seen.append(code) }
      }
      guard seen.count > 1 else { continue }
      seen.sort()
      if zip(seen, seen.dropFirst()).contains(where: ==) { return true }
    }
    return false
  }

  // MARK: Taking out

  /// A doubtful component by itself, by its place in ``doubtful``.
  mutating func component(_ doubt: Int) -> Component {
    let number = Int(doubtful[doubt])
    let ranks = ranks
    let records = components.records[components.range(number)].sorted {
      precedes($0, $1, ranks: ranks)
    }
    for (place, record) in records.enumerated() { places[Int(record)] = Int32(place) }
    var component = Component(records: records, pairs: [], barred: [], bonds: [])
    component.pairs.reserveCapacity(pairStarts[doubt + 1] - pairStarts[doubt])
    for index in pairStarts[doubt]..<pairStarts[doubt + 1] {
      let pair = pairs[Int(pairNumbers[index])]
      let (one, other) = ends(pair.left, pair.right)
      component.pairs.append(
        .init(
          left: one, right: other, units: weigher.units(pair), weight: pair.weight,
          joins: weigher.joins(pair)))
    }
    component.sortPairs()
    for index in bars.range(number) { component.barred.append(bar(Int(bars.numbers[index]))) }
    component.barred.sort { ($0.left, $0.right, $0.order) < ($1.left, $1.right, $1.order) }
    for index in bondsByComponent.range(number) {
      let bond = bonds[Int(bondsByComponent.numbers[index])]
      component.bonds.append(ends(bond.left, bond.right))
    }
    component.bonds.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    return component
  }

  private func ends(_ one: RecordNumber, _ other: RecordNumber) -> (left: Int32, right: Int32) {
    let (first, second) = (places[Int(one)], places[Int(other)])
    return (min(first, second), max(first, second))
  }

  private func bar(_ number: Int) -> Component.Barred {
    if number < constraints.apart.count {
      let decided = constraints.apart[number]
      let (left, right) = ends(decided.left, decided.right)
      return .init(left: left, right: right, reason: .decision(decided.decision))
    }
    let forbidden = constraints.forbidden[number - constraints.apart.count]
    let (left, right) = ends(forbidden.left, forbidden.right)
    return .init(left: left, right: right, reason: .forbidden)
  }
}
