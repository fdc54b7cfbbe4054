import Synchronization

/// Weighs pairs one at a time that no blocking rule had brought together.
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

  /// The weight of two records.
  func weight(_ left: RecordNumber, _ right: RecordNumber) -> Double {
    let pattern = state.withLock { state in
      state.batch.removeAll()
      state.batch.add(left, right)
      state.comparer.compare(&state.batch)
      return state.batch.patterns[0]
    }
    return scores.weight(ofPattern: pattern, left, right, table)
  }
}
