/// How much fits the word into which the levels of a pair are packed.
enum PatternLimits {
  /// The most comparisons that settings may have.
  static let mostComparisons = 16
  /// The most levels that a comparison may have.
  static let mostLevels = 15
}
