/// Counts the patterns of the pairs in a block, all of them or a sample.
struct BlockPatterns {
  let walk: PairWalk
  let comparisons: PreparedComparisons
  let mostPairs: Int
  let threads: Int

  /// Counts the pairs of all rules in the plan, each once.
  func count() async -> PatternCounts {
    let walk = self.walk
    let comparisons = self.comparisons
    let pairs = walk.plan.pairs
    // Pairs are left out by a hash of both records, so that the sample is the same in any order.
    let share = pairs <= mostPairs ? UInt64.max : UInt64(Double(mostPairs) / Double(pairs) * 0x1p64)
    let pieces = walk.pieces(ofRules: 0..<walk.plan.rules.count)
    let counted = await Parallel.map(pieces.count, threads: threads) { number in
      var counter = PatternCounter(comparisons, table: walk.table)
      walk.forEachPair(in: pieces[number]) { left, right in
        if share != .max {
          let hash = TextHash.mix(walk.table.ranks[Int(left)] ^ walk.table.ranks[Int(right)])
          if hash >= share { return }
        }
        counter.add(left, right)
      }
      return counter.finish()
    }
    return PatternCounts.sum(of: counted, shape: comparisons.shape)
  }
}
