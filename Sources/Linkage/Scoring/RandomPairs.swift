/// Pairs of records chosen by the hashes of their ids: the same whatever the order of the records.
///
/// Records stand in the order of their hashes, and each is paired with the next few: so every record
/// is in as many pairs as every other, and no pair comes twice.
struct RandomPairs: Sendable {
  let table: RecordTable
  let mode: LinkageMode
  private let order: [RecordNumber]
  /// With how many of the records after it each is paired.
  let reach: Int

  init(_ table: RecordTable, mode: LinkageMode, wanted: Int) {
    self.table = table
    self.mode = mode
    let ranks = table.ranks
    order = (0..<RecordNumber(table.count)).sorted {
      (ranks[Int($0)], $0) < (ranks[Int($1)], $1)
    }
    // Of all pairs, only those between sources count when files are linked.
    let all = max(1, table.count * (table.count - 1) / 2)
    let eligible = max(1, Self.pairCount(table, mode))
    let needed = Double(wanted) * Double(all) / Double(eligible)
    let each = (needed / Double(max(1, table.count))).rounded(.up)
    reach = max(0, min(Int(min(each, 1e9)), (table.count - 1) / 2))
  }

  /// How many pairs of records can be compared at all.
  static func pairCount(_ table: RecordTable, _ mode: LinkageMode) -> Int {
    let all = table.count * (table.count - 1) / 2
    guard mode == .link else { return all }
    var sizes = [Int](repeating: 0, count: table.sources.count)
    for source in table.sourceOf { sizes[Int(source)] += 1 }
    return sizes.reduce(all) { $0 - $1 * ($1 - 1) / 2 }
  }

  /// Counts the patterns.
  func patterns(_ comparisons: PreparedComparisons, threads: Int) async -> PatternCounts {
    let pieces = max(1, min(256, order.count / 1_024))
    let counted = await Parallel.map(pieces, threads: threads) { piece in
      var counter = PatternCounter(comparisons, table: table)
      let range = order.count * piece / pieces..<order.count * (piece + 1) / pieces
      for place in range {
        let left = order[place]
        for step in 1..<(reach + 1) {
          var next = place + step
          if next >= order.count { next -= order.count }
          let right = order[next]
          if mode == .link, table.sourceOf[Int(left)] == table.sourceOf[Int(right)] { continue }
          counter.add(left, right)
        }
      }
      return counter.finish()
    }
    return PatternCounts.sum(of: counted, shape: comparisons.shape)
  }
}

extension PatternCounts {
  /// Counts of parts put together.
  static func sum(of parts: [PatternCounts], shape: PatternShape) -> PatternCounts {
    PatternCounts(
      shape: shape, patterns: parts.flatMap(\.patterns), counts: parts.flatMap(\.counts))
  }
}
