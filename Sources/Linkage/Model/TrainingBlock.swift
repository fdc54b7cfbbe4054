/// The pairs that one blocking rule puts side by side, counted by their patterns, to learn m from.
public struct TrainingBlock: Sendable, Equatable {
  /// What the rule is called.
  public var name: String
  /// The rule's pairs, with the levels of all comparisons.
  public var patterns: PatternCounts
  /// The comparisons that look at what the rule demands: they agree because of the rule and teach nothing.
  public var held: [Int]

  /// Makes a block.
  public init(name: String, patterns: PatternCounts, held: [Int]) {
    self.name = name
    self.patterns = patterns
    self.held = held
  }
}

/// How m is estimated.
public struct EstimationOptions: Sendable, Equatable {
  /// The most rounds that are made before u is corrected and after.
  public var mostRounds = 1_000
  /// The estimate stands when no m and no share of matches changes by more in a round.
  public var tolerance = 1e-6
  /// How many pairs of the usual kind are added to each comparison, so that few matches don't make m 0 or 1.
  public var pseudoPairs = 2.0
  /// Whether look-alikes are told from strangers.
  public var knowsLookAlikes = true

  /// The usual options.
  public init() {}
}
