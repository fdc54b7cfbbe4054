/// The decisions to join that can be followed, and the contradictions of those that cannot.
///
/// A contradiction holds back the shortest chain of decisions that leads from one record to one that
/// cannot be the same person, and nothing else: decisions that have no part in it are followed.
struct DecidedLinks {
  /// The decisions to join that are followed.
  private(set) var followed: [ClusterConstraints.DecidedPair] = []
  /// Why the others are not.
  private(set) var contradictions: [ClusterContradiction] = []

  private struct Conflict {
    var left: Int32
    var right: Int32
    var against: ClusterContradiction.Against
  }

  /// The records that decisions to join name, by rank; all else counts in places of this list.
  private let records: [RecordNumber]
  private let places: [RecordNumber: Int32]
  private var links: [ClusterConstraints.DecidedPair]
  private var isHeld: [Bool]
  private var apart: [ClusterConstraints.DecidedPair] = []
  private let constraints: ClusterConstraints

  /// Sorts decisions into those that can be followed and those that contradict something.
  init(_ constraints: ClusterConstraints, ranks: [UInt64]) {
    self.constraints = constraints
    let named = constraints.together.flatMap { [$0.left, $0.right] }
    var records: [RecordNumber] = []
    for record in named.sorted(by: { precedes($0, $1, ranks: ranks) }) where record != records.last
    {
      records.append(record)
    }
    var places: [RecordNumber: Int32] = [:]
    for (place, record) in records.enumerated() { places[record] = Int32(place) }
    self.records = records
    self.places = places
    links = Self.placed(constraints.together, places: places)
    apart = Self.placed(constraints.apart, places: places)
    isHeld = [Bool](repeating: false, count: links.count)
    holdContradictions()
    for (number, link) in links.enumerated() where !isHeld[number] {
      followed.append(
        .init(records[Int(link.left)], records[Int(link.right)], decision: link.decision))
    }
  }

  /// Decisions between places instead of records, in an order that depends on ranks alone.
  private static func placed(
    _ decisions: [ClusterConstraints.DecidedPair], places: [RecordNumber: Int32]
  ) -> [ClusterConstraints.DecidedPair] {
    var placed: [ClusterConstraints.DecidedPair] = []
    for decision in decisions {
      guard let left = places[decision.left], let right = places[decision.right] else { continue }
      placed.append(.init(min(left, right), max(left, right), decision: decision.decision))
    }
    return placed.sorted {
      ($0.left, $0.right, $0.decision) < ($1.left, $1.right, $1.decision)
    }
  }

  /// Holds chains back until nothing contradicts what is left.
  private mutating func holdContradictions() {
    while true {
      var sets = DisjointSets(count: records.count)
      for (number, link) in links.enumerated() where !isHeld[number] {
        sets.join(link.left, link.right)
      }
      let roots = records.indices.map { sets.root(of: Int32($0)) }
      let conflicts = firstConflicts(roots: roots)
      if conflicts.isEmpty { return }
      for conflict in conflicts { hold(conflict) }
    }
  }

  /// The first conflict in each set of joined records that has one.
  private func firstConflicts(roots: [Int32]) -> [Conflict] {
    var found = [Conflict?](repeating: nil, count: records.count)
    func note(_ conflict: Conflict) {
      let root = Int(roots[Int(conflict.left)])
      if found[root] == nil { found[root] = conflict }
    }
    for pair in apart where roots[Int(pair.left)] == roots[Int(pair.right)] {
      note(Conflict(left: pair.left, right: pair.right, against: .decision(pair.decision)))
    }
    for (kind, identifier) in constraints.identifiers.enumerated() where identifier.force == .never
    {
      var holders = [Int32](repeating: -1, count: records.count)
      for place in records.indices where code(place, identifier.codes) != 0 {
        let holder = Int(holders[Int(roots[place])])
        if holder < 0 {
          holders[Int(roots[place])] = Int32(place)
        } else if code(holder, identifier.codes) != code(place, identifier.codes) {
          note(
            Conflict(
              left: Int32(holder), right: Int32(place), against: .identifier(kind: kind)))
        }
      }
    }
    for (kind, exclusion) in constraints.exclusions.enumerated() {
      var holders: [UInt64: Int32] = [:]
      for place in records.indices where code(place, exclusion.codes) != 0 {
        let key = pairKey(roots[place], code(place, exclusion.codes))
        if let holder = holders[key] {
          note(Conflict(left: holder, right: Int32(place), against: .exclusion(kind: kind)))
        } else {
          holders[key] = Int32(place)
        }
      }
    }
    return found.compactMap { $0 }
  }

  private func code(_ place: Int, _ codes: [Int32]) -> Int32 {
    codes[Int(records[place])]
  }

  /// Holds the shortest chain between two records that conflict, and reports it.
  private mutating func hold(_ conflict: Conflict) {
    let chain = shortestChain(from: conflict.left, to: conflict.right)
    for number in chain { isHeld[number] = true }
    contradictions.append(
      ClusterContradiction(
        left: records[Int(conflict.left)], right: records[Int(conflict.right)],
        decisions: chain.map { links[$0].decision }, against: conflict.against))
  }

  /// The numbers of the links that lead from one place to another in the fewest steps.
  private func shortestChain(from start: Int32, to end: Int32) -> [Int] {
    var adjacent: [Int32: [Int]] = [:]
    for (number, link) in links.enumerated() where !isHeld[number] {
      adjacent[link.left, default: []].append(number)
      adjacent[link.right, default: []].append(number)
    }
    var cameBy: [Int32: Int] = [:]
    var waiting = [start]
    var next = 0
    while next < waiting.count, cameBy[end] == nil {
      let place = waiting[next]
      next += 1
      for number in adjacent[place] ?? [] {
        let other = links[number].left ^ links[number].right ^ place
        guard other != start, cameBy[other] == nil else { continue }
        cameBy[other] = number
        waiting.append(other)
      }
    }
    var chain: [Int] = []
    var place = end
    while place != start, let number = cameBy[place] {
      chain.append(number)
      place = links[number].left ^ links[number].right ^ place
    }
    return chain.reversed()
  }
}

/// Tells whether a record comes before another by rank, and by number where ranks are equal.
@inline(__always)
func precedes(_ one: RecordNumber, _ other: RecordNumber, ranks: [UInt64]) -> Bool {
  let (first, second) = (ranks[Int(one)], ranks[Int(other)])
  return first != second ? first < second : one < other
}

/// Two numbers that are not negative as one key, the first in the upper half.
@inline(__always)
func pairKey(_ first: Int32, _ second: Int32) -> UInt64 {
  UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
}
