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
  /// For each comparison and level, its weight with the most that rarity can add.
  private let mostWeights: [Double]
  private let shifts: [UInt64]
  private let lookAlikes: LookAlikeEvidence

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
    mostWeights = weights.indices.map {
      rareOf[$0] < 0 ? weights[$0] : weights[$0] + max(0, rare[rareOf[$0]].bits.max() ?? 0)
    }
    shifts = model.comparisons.indices.map { shape.shift(of: $0) }
    lookAlikes = LookAlikeEvidence(of: model, shape: shape)
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

  /// The most that two records with these levels can weigh.
  @inline(__always)
  func mostWeight(ofPattern pattern: UInt64) -> Double {
    let (most, starts, shifts) = (mostWeights.span, starts.span, shifts.span)
    var weight = prior
    for comparison in starts.indices {
      // A comparison has at most 15 levels; bits of the comparisons before it are cut off below.
      let next = comparison + 1 < starts.count ? starts[comparison + 1] : most.count
      let level = Int(truncatingIfNeeded: pattern &>> shifts[comparison])
      weight += most[starts[comparison] + (level & levelMask(next - starts[comparison]))]
    }
    return weight
  }

  /// The bits that a level takes when there are so many, the missing one counted.
  @inline(__always)
  private func levelMask(_ count: Int) -> Int {
    (1 &<< (Int.bitWidth - (count - 1).leadingZeroBitCount)) - 1
  }

  /// The weight of two records that have these levels.
  func weight(
    ofPattern pattern: UInt64, _ left: RecordNumber, _ right: RecordNumber,
    _ table: borrowing RecordTable
  ) -> Double {
    var weight = prior
    var rarities = InlineArray<16, Double>(repeating: 0)
    for comparison in 0..<starts.count {
      let place = starts[comparison] + shape.level(of: comparison, in: pattern)
      weight += weights[place]
      let number = rareOf[place]
      guard number >= 0 else { continue }
      rarities[comparison] = rarity(number, left, right, table)
      weight += rarities[comparison]
    }
    guard !lookAlikes.isEmpty else { return weight }
    let rarity = rarities.span.extracting(0..<starts.count)
    return weight + lookAlikes.adjustment(pattern: pattern, rarity: rarity).bits
  }

  /// How many bits speak against two records that have these levels, what speaks for them left aside.
  func against(inPattern pattern: UInt64) -> Double {
    starts.indices.reduce(0) { bits, comparison in
      bits - min(0, weights[starts[comparison] + shape.level(of: comparison, in: pattern)])
    }
  }

  /// What is taken off because different people look like this too, and whose look-alikes they are.
  func lookAlikes(
    ofPattern pattern: UInt64, _ left: RecordNumber, _ right: RecordNumber,
    _ table: borrowing RecordTable
  ) -> LookAlikeEvidence.Adjustment {
    var rarities = [Double](repeating: 0, count: starts.count)
    for comparison in starts.indices {
      let number = rareOf[starts[comparison] + shape.level(of: comparison, in: pattern)]
      if number >= 0 { rarities[comparison] = rarity(number, left, right, table) }
    }
    return lookAlikes.adjustment(pattern: pattern, rarity: rarities.span)
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
