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

  /// The weights of pairs of records, in their order.
  func weights(_ pairs: [(RecordNumber, RecordNumber)]) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(pairs.count)
    state.withLock { state in
      for start in stride(from: 0, to: pairs.count, by: PairBatch.capacity) {
        state.batch.removeAll()
        for (left, right) in pairs[start..<min(start + PairBatch.capacity, pairs.count)] {
          state.batch.add(left, right)
        }
        state.comparer.compare(&state.batch)
        for place in 0..<state.batch.count {
          let (left, right) = pairs[start + place]
          weights.append(
            scores.weight(ofPattern: state.batch.patterns[place], left, right, table))
        }
      }
    }
    return weights
  }
}
