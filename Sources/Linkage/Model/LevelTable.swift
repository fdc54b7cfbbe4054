/// Numbers for each level of each comparison in one flat list, level 0 of each comparison first.
struct LevelTable: Sendable, Equatable {
  /// Where each comparison's numbers begin, and where the last ones end.
  let starts: [Int]
  var values: [Double]

  /// A table with one number everywhere.
  init(levelCounts: [Int], filledWith value: Double) {
    var starts = [0]
    for count in levelCounts { starts.append(starts[starts.count - 1] + count + 1) }
    self.starts = starts
    values = [Double](repeating: value, count: starts[levelCounts.count])
  }

  /// A table of likelihoods by comparison and level; a missing value has likelihood 1.
  init(_ likelihoods: [[Double]]) {
    self.init(levelCounts: likelihoods.map(\.count), filledWith: 1)
    for (comparison, levels) in likelihoods.enumerated() {
      for (index, likelihood) in levels.enumerated() {
        values[starts[comparison] + 1 + index] = likelihood
      }
    }
  }

  /// Where the numbers of a comparison's levels stand, without that of level 0.
  func range(of comparison: Int) -> Range<Int> {
    starts[comparison] + 1..<starts[comparison + 1]
  }

  /// The numbers by comparison, without those of level 0.
  var levels: [[Double]] {
    (0..<starts.count - 1).map { Array(values[range(of: $0)]) }
  }

  /// Every number divided by the one in its place.
  func divided(by other: LevelTable) -> LevelTable {
    var table = self
    for index in values.indices { table.values[index] /= other.values[index] }
    return table
  }
}
