/// A training block made ready for the rounds: its patterns as places in a ``LevelTable``.
struct PreparedBlock {
  /// How many comparisons are looked at.
  let width: Int
  /// For each pattern, the place of the level of each comparison that is looked at.
  let places: [Int]
  /// How often each pattern came.
  let counts: [Double]

  /// Prepares the pairs as seen by the comparisons that a block does not hold.
  init(_ block: TrainingBlock, starts: [Int]) {
    let shape = block.patterns.shape
    let free = (0..<shape.comparisonCount).filter { !block.held.contains($0) }
    self.init(block.patterns.seen(by: free.contains), comparisons: free, starts: starts)
  }

  /// Prepares the pairs as seen by some comparisons, each pattern in the order of the counts.
  init(_ patterns: PatternCounts, comparisons: [Int], starts: [Int]) {
    let shape = patterns.shape
    width = comparisons.count
    var places: [Int] = []
    places.reserveCapacity(comparisons.count * patterns.patterns.count)
    for pattern in patterns.patterns {
      for comparison in comparisons {
        places.append(starts[comparison] + shape.level(of: comparison, in: pattern))
      }
    }
    self.places = places
    counts = patterns.counts.map(Double.init)
  }

  /// The product of a table's numbers over the levels of a pattern.
  func product(_ table: LevelTable, row: Int) -> Double {
    var product = 1.0
    for index in row * width..<(row + 1) * width { product *= table.values[places[index]] }
    return product
  }

  /// Adds to a table, at the levels of a pattern.
  func add(_ amount: Double, to table: inout LevelTable, row: Int) {
    for index in row * width..<(row + 1) * width { table.values[places[index]] += amount }
  }
}
