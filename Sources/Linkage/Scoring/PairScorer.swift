/// Compares and weighs all pairs of a plan.
struct PairScorer {
  let walk: PairWalk
  let comparisons: PreparedComparisons
  let scores: ScoreTable
  let keepWeight: Double
  let threads: Int

  private struct Piece: Sendable {
    var pairs: [ScoredPair] = []
    var patterns: [UInt64] = []
    var weights: [Double] = []
    var compared = 0

    /// Weighs the pairs of a batch that has been compared, and keeps those that are worth it.
    mutating func take(
      _ batch: inout PairBatch, _ scores: ScoreTable, _ table: RecordTable, _ keep: Double
    ) {
      compared += batch.count
      for index in 0..<batch.count {
        let pattern = batch.patterns[index]
        // Nearly all pairs are far below what is kept: levels alone, with the most that rarity
        // could add, decide.
        guard scores.mostWeight(ofPattern: pattern) >= keep else { continue }
        let (left, right) = (batch.left[index], batch.right[index])
        let weight = scores.weight(ofPattern: pattern, left, right, table)
        guard weight >= keep else { continue }
        pairs.append(ScoredPair(left, right, weight: Float(weight)))
        patterns.append(pattern)
        weights.append(weight)
      }
      batch.removeAll()
    }
  }

  func score() async -> ScoredPairs {
    let (walk, comparisons, scores, keep) = (walk, comparisons, scores, keepWeight)
    let pieces = walk.pieces(ofRules: 0..<walk.plan.rules.count)
    let scored = await Parallel.map(pieces.count, threads: threads) { number in
      var comparer = PairComparer(comparisons, table: walk.table)
      var batch = PairBatch()
      var piece = Piece()
      walk.forEachPair(in: pieces[number]) { left, right in
        batch.add(left, right)
        if batch.isFull {
          comparer.compare(&batch)
          piece.take(&batch, scores, walk.table, keep)
        }
      }
      comparer.compare(&batch)
      piece.take(&batch, scores, walk.table, keep)
      return piece
    }
    return gathered(scored, pieces)
  }

  private func gathered(_ scored: [Piece], _ pieces: [WalkPiece]) -> ScoredPairs {
    var result = ScoredPairs(shape: comparisons.shape)
    result.pairs.reserveCapacity(scored.reduce(0) { $0 + $1.pairs.count })
    result.patterns.reserveCapacity(result.pairs.capacity)
    result.weights.reserveCapacity(result.pairs.capacity)
    result.comparedByRule = Array(repeating: 0, count: walk.plan.rules.count)
    for (piece, found) in zip(pieces, scored) {
      result.pairs += found.pairs
      result.patterns += found.patterns
      result.weights += found.weights
      result.comparedByRule[piece.rule] += found.compared
    }
    return result
  }
}
