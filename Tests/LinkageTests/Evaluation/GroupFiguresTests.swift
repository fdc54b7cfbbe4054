import Linkage
import TestSupport
import Testing

@Suite struct GroupFiguresTests {
  static let names = ["north", "south", "west"]

  @Test func `each two sources have the counts of looking at every pair of theirs`() {
    withEvery("scope", ThresholdCurveTests.scopes) { scope in
      withEvery("seed", UInt64(0)..<60) { seed in
        let small = SmallLinkage(seed: seed, scope: scope)
        let figures = GroupFigures.ofSourcePairs(
          small.scored, at: 0, truth: small.truth, names: Self.names)
        var expected: [[String]: PairCounts] = [:]
        for one in 0..<3 {
          for other in one..<3 {
            let counts = small.counts(at: 0) { left, right in
              [small.truth.sources[left], small.truth.sources[right]].sorted() == [
                Int32(one), Int32(other),
              ]
            }
            if counts.matches + counts.others > 0 {
              expected[[Self.names[one], Self.names[other]]] = counts
            }
          }
        }
        checkEqual(figures.map(\.names), expected.keys.sorted { $0.joined() < $1.joined() })
        for figure in figures { checkEqual(figure.counts, expected[figure.names]) }
      }
    }
  }

  @Test func `each group has the counts of looking at every pair with a record in it`() {
    withEvery("scope", ThresholdCurveTests.scopes) { scope in
      withEvery("seed", UInt64(0)..<60) { seed in
        let small = SmallLinkage(seed: seed, scope: scope)
        var random = SplitMix64(seed: seed + 1_000)
        let codes = small.truth.entities.map { _ in Int32(random.below(4)) - 1 }
        let figures = GroupFigures.ofGroups(
          small.scored, at: 1, truth: small.truth,
          groups: RecordGroups(names: Self.names, codes: codes))
        for group in 0..<3 {
          let counts = small.counts(at: 1) { left, right in
            codes[left] == Int32(group) || codes[right] == Int32(group)
          }
          let seen = figures.first { $0.names == [Self.names[group]] }
          checkEqual(seen?.counts, counts.matches + counts.others > 0 ? counts : nil)
        }
      }
    }
  }
}
