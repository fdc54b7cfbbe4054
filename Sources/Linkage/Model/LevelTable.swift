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

  /// A table of the same shape with one number everywhere.
  init(like other: LevelTable, filledWith value: Double) {
    starts = other.starts
    values = [Double](repeating: value, count: other.values.count)
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

  /// Puts in what is fixed of a comparison, and lets its other levels share what is left.
  mutating func fix(_ levels: [Double?], of comparison: Int) {
    let range = range(of: comparison)
    let left = 1 - levels.reduce(0) { $0 + ($1 ?? 0) }
    var free = 0.0
    for place in range where levels[place - range.lowerBound] == nil { free += values[place] }
    for place in range {
      values[place] = levels[place - range.lowerBound] ?? values[place] * left / free
    }
  }

  /// Takes the counted levels for likelihoods, with some pairs added that are spread as is usual, and
  /// says by how much a number changed.
  mutating func update(
    from counts: LevelTable, towards usual: LevelTable, weighing pseudoPairs: Double,
    fixed: [[Double?]]
  ) -> Double {
    var change = 0.0
    for (comparison, fixedLevels) in fixed.enumerated() {
      let range = range(of: comparison)
      let free = range.filter { fixedLevels[$0 - range.lowerBound] == nil }
      let left = 1 - fixedLevels.reduce(0) { $0 + ($1 ?? 0) }
      let sums = free.map { counts.values[$0] + pseudoPairs * usual.values[$0] }
      let sum = sums.reduce(0, +)
      for (index, place) in free.enumerated() {
        let new = left * sums[index] / sum
        change = max(change, abs(new - values[place]))
        values[place] = new
      }
    }
    return change
  }
}
