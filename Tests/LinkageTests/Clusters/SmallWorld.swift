import Linkage
import TestSupport

/// A few records with everything that clustering takes, and the slow ways to judge what comes out.
struct SmallWorld {
  var count: Int
  var ranks: [UInt64]
  var pairs: [ScoredPair] = []
  var rules: ClusterRules
  var constraints = ClusterConstraints()

  /// Records without pairs, ranked by number.
  init(_ count: Int, join: Double = 4, against: Double = 6, absent: Double = -4) {
    self.count = count
    ranks = (0..<UInt64(count)).map { 1_000 + $0 }
    rules = ClusterRules(joinWeight: join, mostAgainst: against, absentWeight: absent)
  }

  /// A random world with a given chance for each pair to be scored.
  static func random(
    _ count: Int, density: Double, weights: ClosedRange<Int>, using random: inout SplitMix64
  ) -> SmallWorld {
    var world = SmallWorld(count)
    for left in 0..<Int32(count) {
      for right in (left + 1)..<Int32(max(count, 1))
      where random.below(1_000) < Int(density * 1_000) {
        let weight = weights.lowerBound + random.below(weights.count)
        world.pairs.append(
          ScoredPair(left, right, weight: Float(weight) + 0.25 * Float(random.below(4))))
      }
    }
    return world
  }

  var clustering: Clustering {
    Clustering(
      ofRecords: count, ranks: ranks, pairs: pairs, rules: rules, constraints: constraints)
  }

  // MARK: Slow judgements

  /// What every pair of records counts, nil where it was not scored.
  var matrix: [[Double?]] {
    var matrix = [[Double?]](repeating: [Double?](repeating: nil, count: count), count: count)
    for pair in pairs {
      let counted = max(-rules.mostAgainst, Double(pair.weight) - rules.joinWeight)
      matrix[Int(pair.left)][Int(pair.right)] = counted
      matrix[Int(pair.right)][Int(pair.left)] = counted
    }
    return matrix
  }

  /// The records that each record is connected to, found by walking.
  var reachable: [Set<Int>] {
    var adjacent = [[Int]](repeating: [], count: count)
    for pair in pairs where Double(pair.weight) >= rules.joinWeight {
      adjacent[Int(pair.left)].append(Int(pair.right))
      adjacent[Int(pair.right)].append(Int(pair.left))
    }
    for pair in constraints.together {
      adjacent[Int(pair.left)].append(Int(pair.right))
      adjacent[Int(pair.right)].append(Int(pair.left))
    }
    return (0..<count).map { start in
      var seen: Set<Int> = [start]
      var waiting = [start]
      while let record = waiting.popLast() {
        for other in adjacent[record] where seen.insert(other).inserted { waiting.append(other) }
      }
      return seen
    }
  }

  /// Tells whether two records can never be one person.
  func isForbidden(_ one: Int, _ other: Int) -> Bool {
    let ends: Set = [Int32(one), Int32(other)]
    if constraints.apart.contains(where: { Set([$0.left, $0.right]) == ends }) { return true }
    if constraints.forbidden.contains(where: { Set([$0.left, $0.right]) == ends }) { return true }
    for identifier in constraints.identifiers where identifier.force == .never {
      let (first, second) = (identifier.codes[one], identifier.codes[other])
      if first != 0, second != 0, first != second { return true }
    }
    return constraints.exclusions.contains {
      $0.codes[one] != 0 && $0.codes[one] == $0.codes[other]
    }
  }

  /// Tells whether a division respects all constraints and hangs together by joining pairs.
  func isAllowed(_ clusters: [Int32]) -> Bool {
    for one in 0..<count {
      for other in 0..<one where clusters[one] == clusters[other] {
        if isForbidden(one, other) { return false }
      }
    }
    if constraints.together.contains(where: { clusters[Int($0.left)] != clusters[Int($0.right)] }) {
      return false
    }
    var within = self
    within.pairs.removeAll { clusters[Int($0.left)] != clusters[Int($0.right)] }
    let reachable = within.reachable
    return (0..<count).allSatisfy { one in
      (0..<one).allSatisfy { clusters[one] != clusters[$0] || reachable[one].contains($0) }
    }
  }

  /// The sum of what all pairs inside clusters count.
  func total(_ clusters: [Int32]) -> Double {
    let matrix = matrix
    var sum = 0.0
    for one in 0..<count {
      for other in 0..<one where clusters[one] == clusters[other] {
        sum += matrix[one][other] ?? rules.absentWeight
      }
    }
    return sum
  }

  /// The largest total that any allowed division has, found by trying all.
  var bestTotal: Double {
    var best = -Double.infinity
    var clusters = [Int32](repeating: 0, count: count)
    func assign(_ record: Int, _ used: Int32) {
      guard record < count else {
        if isAllowed(clusters) { best = max(best, total(clusters)) }
        return
      }
      for cluster in 0...used {
        clusters[record] = cluster
        assign(record + 1, max(used, cluster + 1))
      }
    }
    assign(0, 0)
    return best
  }
}
