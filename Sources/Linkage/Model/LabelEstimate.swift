/// m and u counted from pairs that people judged.
public enum LabelEstimate {
  /// How many pairs of the usual kind are added to each comparison.
  static let pseudoPairs = 2.0

  /// Likelihoods of each level of each comparison among labelled pairs of one kind, level 1 first.
  ///
  /// Two pairs that are spread as is usual are added, so that few labels don't make a level certain or
  /// impossible. `usual` is what to expect without labels: m of matches, u of others.
  public static func likelihoods(
    among labelled: PatternCounts, usual: [[Double]]
  ) -> [[Double]] {
    (0..<labelled.shape.comparisonCount).map { comparison in
      let counts = labelled.levels(of: comparison).dropFirst().map(Double.init)
      let sum = counts.reduce(0, +) + pseudoPairs
      return counts.indices.map { (counts[$0] + pseudoPairs * usual[comparison][$0]) / sum }
    }
  }
}

extension LinkageModel {
  /// The model with m taken from labelled matches, and u from labelled others unless there are none.
  ///
  /// u from labels is right only when the labelled pairs were chosen at random; pairs chosen because
  /// they are hard make every agreement look common. So leave `others` out for such labels.
  public func trained(on matches: PatternCounts, others: PatternCounts? = nil) -> LinkageModel {
    var model = self
    let usual = comparisons.map { UsualLikelihoods.m(levels: $0.levels.count) }
    let m = LabelEstimate.likelihoods(among: matches, usual: usual)
    let u = others.map { others in
      LabelEstimate.likelihoods(among: others, usual: comparisons.map { $0.levels.map(\.u) })
    }
    for (index, comparison) in comparisons.enumerated() {
      for place in comparison.levels.indices {
        var level = comparison.levels[place]
        if level.mOrigin != .settings {
          level.m = m[index][place]
          level.mOrigin = .labels(matches.pairs)
        }
        if let u, let others, level.uOrigin != .settings {
          level.u = u[index][place]
          level.uOrigin = .labels(others.pairs)
        }
        model.comparisons[index].levels[place] = level
      }
    }
    return model
  }
}
