import Linkage
import TestSupport
import Testing

@Suite struct RandomPairTests {
  private static func counts(_ levels: [Int], missing: Int = 0) throws -> PatternCounts {
    let shape = try #require(PatternShape(levelCounts: [levels.count]))
    let patterns = (0...levels.count).map { shape.pattern(of: [$0]) }
    return PatternCounts(shape: shape, patterns: patterns, counts: [missing] + levels)
  }

  @Test func `u is the share of the level, with half a pair added to each`() throws {
    let counts = try Self.counts([19, 979], missing: 500)
    let u = RandomPairEstimate.u(among: counts, prior: 0, m: [[0.9, 0.1]])
    #expect(u == [[19.5 / 999, 979.5 / 999]])
  }

  @Test func `a level never seen has a small u, and none of none is even`() throws {
    let u = RandomPairEstimate.u(among: try Self.counts([0, 999_999]), prior: 0, m: [[0.9, 0.1]])
    #expect(abs(u[0][0] - 0.5e-6) < 1e-12)
    let none = RandomPairEstimate.u(among: try Self.counts([0, 0]), prior: 0, m: [[0.9, 0.1]])
    #expect(none == [[0.5, 0.5]])
  }

  @Test func `the matches among the random pairs are taken off`() throws {
    // 1,000,000 pairs, 1,000 of them matches with m 0.9; the strangers agree in 2 of 1,000.
    let agreeing = 900 + 1_998
    let u = RandomPairEstimate.u(
      among: try Self.counts([agreeing, 1_000_000 - agreeing]), prior: 0.001, m: [[0.9, 0.1]])
    #expect(abs(u[0][0] - 0.002) < 0.000_002)
  }

  @Test func `when nearly all that agree are matches, a fiftieth is left to the strangers`() throws
  {
    let u = RandomPairEstimate.u(
      among: try Self.counts([1_000, 999_000]), prior: 0.001, m: [[1, 0]])
    #expect(abs(u[0][0] - 0.000_02) < 0.000_001)
  }

  @Test func `value frequencies replace the sample of the exact level`() throws {
    let u = RandomPairEstimate.u(
      among: try Self.counts([50, 19, 80]), prior: 0, m: [[0.8, 0.1, 0.1]],
      exactAgreement: [0.001])
    #expect(abs(u[0][0] - 0.001) < 1e-12)
    #expect(abs(u[0][1] - 0.999 * 19.5 / 100) < 1e-12)
    #expect(abs(u[0].reduce(0, +) - 1) < 1e-12)
  }

  @Test func `the share of equal pairs is what comparing every pair gives`() {
    withEvery("one", 0...3) { one in
      withEvery("other", 0...3) { other in
        let values = [Int](repeating: 1, count: one) + [Int](repeating: 2, count: other) + [3]
        var equal = 0
        var all = 0
        for left in values.indices {
          for right in values.indices where left < right {
            all += 1
            equal += values[left] == values[right] ? 1 : 0
          }
        }
        let share = RandomPairEstimate.exactAgreement(valueCounts: [one, other, 1])
        checkEqual(share, all == 0 ? nil : Double(equal) / Double(all))
      }
    }
  }

  @Test(arguments: [
    (found: 900, recall: 0.9, pairs: 1_000_000, prior: 0.001),
    (found: 0, recall: 0.5, pairs: 1_000, prior: 0.000_5),
    (found: 90, recall: 0.1, pairs: 100, prior: 0.5),
    (found: 0, recall: 1, pairs: 0, prior: 0.5),
  ])
  func `the prior from rules`(_ example: (found: Int, recall: Double, pairs: Int, prior: Double)) {
    let prior = Prior.fromRules(
      pairsFound: example.found, recall: example.recall, totalPairs: example.pairs)
    #expect(abs(prior - example.prior) < 1e-12)
  }
}
