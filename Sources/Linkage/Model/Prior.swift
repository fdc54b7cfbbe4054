/// How likely two records chosen at random are one person.
public enum Prior {
  /// The prior from deterministic rules: the pairs that they find, over the share of all matches that
  /// they are said to find, over all pairs.
  ///
  /// It is kept within what can be: no less than half a match among all pairs, no more than one half.
  public static func fromRules(pairsFound: Int, recall: Double, totalPairs: Int) -> Double {
    precondition(recall > 0 && recall <= 1, "a recall is above 0 and at most 1")
    return within(Double(pairsFound) / recall, of: totalPairs)
  }

  /// The prior from what the training blocks hold, for when there are no deterministic rules.
  ///
  /// A block finds a share of all matches: those that have its values, and whose values agree as its
  /// rule demands. When the strongest level always meets the rule, that share is m of this level over
  /// the part that it makes of the block's matches, for each comparison that the rule holds. All
  /// matches found over all such shares is how many there are.
  public static func automatic(
    from estimate: MatchEstimate, presence: [Double], totalPairs: Int
  ) -> Double {
    let found = estimate.blocks.map(\.matches)
    let shares = estimate.blocks.map { block in
      share(of: block, m: estimate.m, presence: presence)
    }
    return within(total(found, shares), of: totalPairs)
  }

  /// For each comparison, the share of random pairs that have a value on both sides.
  public static func presence(in randomPairs: PatternCounts) -> [Double] {
    let pairs = Double(max(1, randomPairs.pairs))
    return (0..<randomPairs.shape.comparisonCount).map { comparison in
      1 - Double(randomPairs.levels(of: comparison)[0]) / pairs
    }
  }

  private static func total(_ found: [Double], _ shares: [Double]) -> Double {
    let share = shares.reduce(0, +)
    return share > 0 ? found.reduce(0, +) / share : 0
  }

  private static func share(
    of block: MatchEstimate.Block, m: [[Double]], presence: [Double]
  ) -> Double {
    var share = 1.0
    for comparison in block.held {
      let levels = block.matchLevels[comparison]
      let present = levels.dropFirst().reduce(0, +)
      guard present > 0, levels[1] > 0 else { continue }
      share *= presence[comparison] * min(1, m[comparison][0] * present / levels[1])
    }
    return share
  }

  private static func within(_ matches: Double, of totalPairs: Int) -> Double {
    let pairs = Double(max(1, totalPairs))
    return min(max(matches, 0.5) / pairs, 0.5)
  }
}
