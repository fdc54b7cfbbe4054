import Linkage
import TestSupport
import Testing

@Suite struct LabelTests {
  private static let shape = PatternShape(levelCounts: [3, 2])

  @Test func `m and u are counted from labelled pairs, with two usual pairs added`() throws {
    let shape = try #require(Self.shape)
    let matches = PatternCounts(
      shape: shape, patterns: [[1, 1], [2, 0], [3, 1]].map(shape.pattern), counts: [6, 1, 1])
    let others = PatternCounts(
      shape: shape, patterns: [[1, 2], [3, 2]].map(shape.pattern), counts: [1, 3])
    let model = MadeModel.small.trained(on: matches, others: others)
    let surname = model.comparisons[0].levels
    let expected: [Double] = [7.7 / 10, 1.2 / 10, 1.1 / 10]
    #expect(surname.map(\.m) == expected)
    #expect(surname.map(\.mOrigin) == [.labels(8), .labels(8), .labels(8)])
    #expect(abs(surname[0].u - 1.1 / 6) < 1e-12)
    #expect(surname.map(\.uOrigin) == [.labels(4), .labels(4), .settings])
    #expect(surname[2].u == 0.75)
  }

  @Test func `without labelled others u stays`() throws {
    let shape = try #require(Self.shape)
    let matches = PatternCounts(shape: shape, patterns: [shape.pattern(of: [1, 1])], counts: [5])
    let model = MadeModel.small.trained(on: matches)
    #expect(model.comparisons[0].levels.map(\.u) == [0.05, 0.2, 0.75])
  }

  @Test func `many labels give the likelihoods that drew them`() throws {
    let kind = MadePairs.Kind(share: 1, likelihoods: [[0.7, 0.2, 0.1], [0.9, 0.1]])
    let pairs = try MadePairs(10_000, of: [kind], missing: 0.2, seed: 31)
    let model = MadeModel.small.trained(on: pairs.counts())
    for (level, m) in zip(model.comparisons[0].levels, [0.7, 0.2, 0.1]) {
      #expect(abs(level.m - m) < 0.02)
    }
  }
}
