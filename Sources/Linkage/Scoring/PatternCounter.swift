/// Counts the patterns of pairs that come one by one, and compares them many at a time.
struct PatternCounter {
  private var comparer: PairComparer
  private var tally: PatternTally
  private var batch = PairBatch()

  init(_ comparisons: PreparedComparisons, table: RecordTable) {
    comparer = PairComparer(comparisons, table: table)
    tally = PatternTally(shape: comparisons.shape)
  }

  @inline(__always)
  mutating func add(_ left: RecordNumber, _ right: RecordNumber) {
    batch.add(left, right)
    if batch.isFull { count() }
  }

  private mutating func count() {
    comparer.compare(&batch)
    for index in 0..<batch.count { tally.add(batch.patterns[index]) }
    batch.removeAll()
  }

  /// What was counted.
  mutating func finish() -> PatternCounts {
    count()
    return tally.patternCounts
  }
}
