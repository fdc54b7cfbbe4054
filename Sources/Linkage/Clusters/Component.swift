/// One group of connected records that has to be looked at, by itself.
///
/// Its records are numbered by rank and its pairs are in the order of these numbers, so that nothing
/// after this point can depend on how the caller numbered records or ordered pairs.
struct Component {
  /// A scored pair of two places, the smaller first.
  struct Pair {
    var left: Int32
    var right: Int32
    /// What it counts.
    var units: Int64
    /// The weight as the caller gave it.
    var weight: Float
    /// Whether it is enough to join.
    var joins: Bool
  }

  /// Two places that must not be one, and why.
  struct Barred {
    var left: Int32
    var right: Int32
    var reason: ClusterSplit.Reason

    /// Decisions come before the caller's rules, and by number.
    var order: Int64 {
      if case .decision(let number) = reason { Int64(number) } else { Int64.max }
    }
  }

  /// The records, by rank.
  var records: [RecordNumber]
  /// The scored pairs, each once, by places.
  var pairs: [Pair]
  /// What must not be one, by places.
  var barred: [Barred]
  /// What decisions join.
  var bonds: [(left: Int32, right: Int32)]

  /// Sorts the pairs by places, and of a pair that is there twice keeps the heavier.
  mutating func sortPairs() {
    pairs.sort {
      ($0.left, $0.right, $1.units) < ($1.left, $1.right, $0.units)
    }
    var kept = 0
    for index in pairs.indices {
      if kept > 0, pairs[kept - 1].left == pairs[index].left,
        pairs[kept - 1].right == pairs[index].right
      {
        continue
      }
      pairs[kept] = pairs[index]
      kept += 1
    }
    pairs.removeSubrange(kept...)
  }

  /// How many pairs of its records were not scored.
  var absentPairs: Int { records.count * (records.count - 1) / 2 - pairs.count }
}
