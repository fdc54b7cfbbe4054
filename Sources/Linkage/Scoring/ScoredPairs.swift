/// What scoring found: the pairs worth keeping, and how many there were.
public struct ScoredPairs: Sendable {
  /// The pairs at or above the weight that is kept.
  public internal(set) var pairs: [ScoredPair] = []
  /// The weight of each pair to the last bit; the pairs themselves have it rounded.
  public internal(set) var weights: [Double] = []
  /// The levels of each pair, packed.
  var patterns: [UInt64] = []
  /// How many pairs each rule of the plan made that no earlier rule had made.
  public internal(set) var comparedByRule: [Int] = []
  private let shape: PatternShape

  init(shape: PatternShape) {
    self.shape = shape
  }

  /// How many pairs were compared.
  public var compared: Int { comparedByRule.reduce(0, +) }

  /// How many comparisons a pair has a level of.
  public var comparisonCount: Int { shape.comparisonCount }

  /// The level of a comparison that a pair reached; 0 where a value is missing.
  public func level(of comparison: Int, inPair index: Int) -> Int {
    shape.level(of: comparison, in: patterns[index])
  }
}
