/// The best division of a few atoms, found by trying every way.
///
/// A set of atoms is a number whose bits are its members. The best division of a set is the best choice
/// of the cluster that holds its first atom, plus the best division of the rest: 3 to the power of the
/// number of atoms steps.
struct ExactDivision {
  private var weights: [Int64] = []
  private var best: [Int64] = []
  private var choices: [Int] = []

  /// The cluster of each atom, numbered by first atom.
  mutating func divide(_ graph: AtomGraph) -> [Int32] {
    weighSets(graph)
    let all = (1 << graph.count) - 1
    best = [Int64](repeating: FixedWeight.never, count: all + 1)
    choices = [Int](repeating: 0, count: all + 1)
    best[0] = 0
    // Only sets that are what is left after clusters of earlier atoms matter; all are cheap enough.
    for set in 1...all { choose(set) }
    return clusters(of: all, count: graph.count)
  }

  private mutating func choose(_ set: Int) {
    let first = set & -set
    let rest = set ^ first
    // From none of the rest upwards, so that of equally good ways the one that joins more is kept.
    var others = 0
    repeat {
      let cluster = others | first
      if weights[cluster] > FixedWeight.never {
        let sum = weights[cluster] + best[set ^ cluster]
        if sum >= best[set] {
          best[set] = sum
          choices[set] = cluster
        }
      }
      others = (others &- rest) & rest
    } while others != 0
  }

  private func clusters(of all: Int, count: Int) -> [Int32] {
    var clusters = [Int32](repeating: 0, count: count)
    var set = all
    var number: Int32 = 0
    while set != 0 {
      let cluster = choices[set]
      for atom in 0..<count where cluster >> atom & 1 == 1 { clusters[atom] = number }
      number += 1
      set ^= cluster
    }
    return clusters
  }

  /// The weight inside each set of atoms, or never where it is no cluster.
  private mutating func weighSets(_ graph: AtomGraph) {
    let count = graph.count
    var between = [Int64](repeating: 0, count: count * count)
    var joined = [Int](repeating: 0, count: count)
    var barred = [Int](repeating: 0, count: count)
    for atom in 0..<count {
      for other in 0..<count where other != atom {
        between[atom * count + other] = graph.weight(
          excess: 0, graph.sizes[atom], graph.sizes[other])
        if graph.marks.conflict(atom, other) { barred[atom] |= 1 << other }
      }
      for index in graph.range(atom) {
        let other = Int(graph.neighbours[index])
        between[atom * count + other] += graph.links[index].excess
        if graph.links[index].joins { joined[atom] |= 1 << other }
        if graph.links[index].isBarred { barred[atom] |= 1 << other }
      }
    }
    sumSets(between, barred: barred, count: count)
    for set in 1..<(1 << count) where weights[set] > FixedWeight.never {
      if !Self.isConnected(set, joined) { weights[set] = FixedWeight.never }
    }
  }

  private mutating func sumSets(_ between: [Int64], barred: [Int], count: Int) {
    weights = [Int64](repeating: 0, count: 1 << count)
    for set in 1..<(1 << count) {
      let first = set.trailingZeroBitCount
      var rest = set & (set - 1)
      guard weights[rest] > FixedWeight.never, barred[first] & rest == 0 else {
        weights[set] = FixedWeight.never
        continue
      }
      var sum = weights[rest]
      while rest != 0 {
        sum += between[first * count + rest.trailingZeroBitCount]
        rest &= rest - 1
      }
      weights[set] = max(sum, FixedWeight.never + 1)
    }
  }

  /// Tells whether links that join hold a set together.
  private static func isConnected(_ set: Int, _ joined: [Int]) -> Bool {
    var reached = set & -set
    var fresh = reached
    while fresh != 0 {
      let atom = fresh.trailingZeroBitCount
      fresh &= fresh - 1
      let more = joined[atom] & set & ~reached
      reached |= more
      fresh |= more
    }
    return reached == set
  }
}
