/// What was found about the kept pairs, exactly as it was weighed.
public struct PairEvidence: Sendable {
  private let table: RecordTable
  private let scored: ScoredPairs
  private let scores: ScoreTable
  private let shape: PatternShape

  init(_ table: RecordTable, _ scored: ScoredPairs, _ scores: ScoreTable, _ shape: PatternShape) {
    self.table = table
    self.scored = scored
    self.scores = scores
    self.shape = shape
  }

  /// The weight of a pair in bits.
  public func weight(_ index: Int) -> Double {
    let pair = scored.pairs[index]
    return scores.weight(ofPattern: scored.patterns[index], pair.left, pair.right, table)
  }

  /// The levels of a pair, one sign for each comparison: 1 to 9 and a to f, 0 where data are missing.
  public func levels(_ index: Int) -> String {
    var signs: [UInt8] = []
    for comparison in 0..<shape.comparisonCount {
      let level = UInt8(shape.level(of: comparison, in: scored.patterns[index]))
      signs.append(level < 10 ? 0x30 + level : 0x57 + level)
    }
    return String(decoding: signs, as: UTF8.self)
  }
}
