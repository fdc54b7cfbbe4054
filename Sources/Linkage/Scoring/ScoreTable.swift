/// A model made ready for scoring: a weight for each level, and what rarity adds.
struct ScoreTable: Sendable {
  /// A level whose weight depends on how rare the value is.
  private struct RareLevel: Sendable {
    let comparison: Int
    let level: Int
    /// The place in the rows of the value that is looked up.
    let field: Int
    /// What rarity adds, by code.
    let bits: [Double]
  }

  let prior: Double
  private let weights: [Double]
  private let starts: [Int]
  private let shape: PatternShape
  private let rare: [RareLevel]
  /// For each comparison and level, the number of its rare level, or -1.
  private let rareOf: [Int]

  init(
    _ model: LinkageModel, _ settings: LinkageSettings, _ table: RecordTable,
    _ shape: PatternShape, place: (Expression) -> Int
  ) {
    self.shape = shape
    prior = model.priorWeight
    var (weights, starts, rare, rareOf): ([Double], [Int], [RareLevel], [Int]) = ([], [], [], [])
    for (number, comparison) in model.comparisons.enumerated() {
      starts.append(weights.count)
      weights.append(0)
      rareOf.append(-1)
      for (index, level) in comparison.levels.enumerated() {
        weights.append(level.weight)
        let setting = settings.comparisons[number].levels[index]
        guard let frequencyOf = setting.frequencyOf, setting.frequencyWeight > 0 else {
          rareOf.append(-1)
          continue
        }
        let field = place(frequencyOf)
        rareOf.append(rare.count)
        rare.append(
          RareLevel(
            comparison: number, level: index + 1, field: field,
            bits: Self.bits(table, field, share: setting.frequencyWeight)))
      }
    }
    (self.weights, self.starts, self.rare, self.rareOf) = (weights, starts, rare, rareOf)
  }

  /// What the rarity of each value of a field adds.
  private static func bits(_ table: RecordTable, _ field: Int, share: Double) -> [Double] {
    let frequencies = table.fields[field].frequencies
    let counts = frequencies.dropFirst().map(Int.init)
    guard let agreement = RandomPairEstimate.exactAgreement(valueCounts: counts), agreement > 0
    else { return Array(repeating: 0, count: frequencies.count) }
    let present = Double(table.fields[field].present(of: table.count))
    return frequencies.map { count in
      // A value that agrees in two records comes twice at least.
      Evidence.rarity(
        exactU: agreement, frequency: Double(max(2, count)) / present, share: share)
    }
  }

  /// The weight of the levels alone.
  @inline(__always)
  func weight(ofPattern pattern: UInt64) -> Double {
    var weight = prior
    for comparison in 0..<starts.count {
      weight += weights[starts[comparison] + shape.level(of: comparison, in: pattern)]
    }
    return weight
  }

  /// The weight of two records that have these levels.
  func weight(
    ofPattern pattern: UInt64, _ left: RecordNumber, _ right: RecordNumber,
    _ table: borrowing RecordTable
  ) -> Double {
    var weight = prior
    for comparison in 0..<starts.count {
      let place = starts[comparison] + shape.level(of: comparison, in: pattern)
      weight += weights[place]
      let number = rareOf[place]
      if number >= 0 { weight += rarity(number, left, right, table) }
    }
    return weight
  }

  /// What level and rarity of one comparison add.
  func parts(
    _ comparison: Int, level: Int, _ left: RecordNumber, _ right: RecordNumber,
    _ table: borrowing RecordTable
  ) -> (level: Double, rarity: Double?) {
    let place = starts[comparison] + level
    let number = rareOf[place]
    return (weights[place], number >= 0 ? rarity(number, left, right, table) : nil)
  }

  /// What rarity adds: that of the commoner value where two similar ones agree.
  @inline(__always)
  private func rarity(
    _ number: Int, _ left: RecordNumber, _ right: RecordNumber, _ table: borrowing RecordTable
  ) -> Double {
    let field = rare[number].field
    let first = Int(table.code(left, field))
    let second = Int(table.code(right, field))
    guard first != 0, second != 0 else { return 0 }
    return min(rare[number].bits[first], rare[number].bits[second])
  }
}
