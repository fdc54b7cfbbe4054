import Linkage
import TestSupport
import Testing

/// Pairs drawn from known likelihoods, each comparison independent of the others within a kind of pair.
struct MadePairs {
  /// The share of all pairs of each kind, and how likely each level of each comparison is for it.
  struct Kind {
    var share: Double
    var likelihoods: [[Double]]
  }

  static let m = [[0.8, 0.12, 0.08], [0.9, 0.06, 0.04], [0.7, 0.3], [0.85, 0.05, 0.04, 0.06]]
  static let u = [
    [0.02, 0.03, 0.95], [0.01, 0.02, 0.97], [0.05, 0.95], [0.005, 0.01, 0.02, 0.965],
  ]

  let shape: PatternShape
  /// The level of each comparison, 1 the first, of each pair.
  private(set) var pairs: [[Int]] = []

  /// Draws pairs; `missing` is the share of values left out, for any kind of pair.
  init(_ count: Int, of kinds: [Kind], missing: Double = 0, seed: UInt64) throws {
    shape = try #require(PatternShape(levelCounts: kinds[0].likelihoods.map(\.count)))
    var random = SplitMix64(seed: seed)
    for _ in 0..<count {
      let kind = kinds[Self.draw(kinds.map(\.share), &random)]
      pairs.append(
        kind.likelihoods.map { likelihoods in
          let level = Self.draw(likelihoods, &random) + 1
          return missing > 0 && Double.random(in: 0..<1, using: &random) < missing ? 0 : level
        })
    }
  }

  /// The pairs counted by pattern, those alone that a rule puts side by side.
  func counts(where isChosen: ([Int]) -> Bool = { _ in true }) -> PatternCounts {
    var tally = PatternTally(shape: shape)
    for pair in pairs where isChosen(pair) { tally.add(shape.pattern(of: pair)) }
    return tally.patternCounts
  }

  private static func draw(_ shares: [Double], _ random: inout SplitMix64) -> Int {
    var left = Double.random(in: 0..<1, using: &random)
    for (index, share) in shares.enumerated() {
      left -= share
      if left < 0 { return index }
    }
    return shares.count - 1
  }
}
