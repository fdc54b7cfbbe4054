import Synchronization

/// Weighs pairs that no blocking rule had brought together.
///
/// Clusters ask for the pairs within one group after another, in which the same values meet: what
/// was compared before is remembered, behind a lock that is hardly ever waited for.
final class LateScorer: Sendable {
  private struct State {
    var comparer: PairComparer
    var batch = PairBatch()
  }

  private let state: Mutex<State>
  private let table: RecordTable
  private let scores: ScoreTable

  init(_ comparisons: PreparedComparisons, _ table: RecordTable, _ scores: ScoreTable) {
    state = Mutex(State(comparer: PairComparer(comparisons, table: table)))
    self.table = table
    self.scores = scores
  }

  /// What pairs of records count in clustering as their weights, in their order.
  func weights(_ pairs: [(RecordNumber, RecordNumber)], sparing thin: ThinPairs) -> [Float] {
    zip(patterns(pairs), pairs).map { pattern, pair in
      let weight = scores.weight(ofPattern: pattern, pair.0, pair.1, table)
      return thin.counted(Float(weight), against: scores.against(inPattern: pattern))
    }
  }

  private func patterns(_ pairs: [(RecordNumber, RecordNumber)]) -> [UInt64] {
    var patterns: [UInt64] = []
    patterns.reserveCapacity(pairs.count)
    state.withLock { state in
      for start in stride(from: 0, to: pairs.count, by: PairBatch.capacity) {
        state.batch.removeAll()
        for (left, right) in pairs[start..<min(start + PairBatch.capacity, pairs.count)] {
          state.batch.add(left, right)
        }
        state.comparer.compare(&state.batch)
        patterns += state.batch.patterns[..<state.batch.count]
      }
    }
    return patterns
  }
}
