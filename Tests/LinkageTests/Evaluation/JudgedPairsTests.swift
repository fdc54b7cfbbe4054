import Linkage
import Testing

@Suite struct JudgedPairsTests {
  static let scored = PairColumns(
    lefts: [0, 3, 4, 0], rights: [1, 2, 5, 5], weights: [9, 5, 1, -2])

  @Test func `labels count in either order, and pairs without a label not at all`() {
    let labels = [
      LabelledPair(left: 1, right: 0, score: 1), LabelledPair(left: 2, right: 3, score: 0),
      LabelledPair(left: 6, right: 7, score: 1),
    ]
    let curve = ThresholdCurve(JudgedPairs(Self.scored, labels: labels))
    #expect(curve.matches == 2)
    #expect(curve.others == 1)
    #expect(curve.count == 2)
    #expect(
      curve.counts(at: 0)
        == PairCounts(truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 0))
    #expect(
      curve.counts(at: 6)
        == PairCounts(truePositives: 1, falsePositives: 0, falseNegatives: 1, trueNegatives: 1))
  }

  @Test
  func `two labels of one pair have their mean, and a record matches itself without counting`() {
    let labels = [
      LabelledPair(left: 0, right: 1, score: 0.9), LabelledPair(left: 1, right: 0, score: 0.2),
      LabelledPair(left: 3, right: 2, score: 0.9), LabelledPair(left: 2, right: 3, score: 0.0),
      LabelledPair(left: 4, right: 4, score: 1),
    ]
    let judged = JudgedPairs(Self.scored, labels: labels)
    #expect(judged.matches == 1)
    #expect(judged.others == 1)
    #expect(ThresholdCurve(judged).counts(at: 9).truePositives == 1)
  }

  @Test func `how sure a label has to be can be said`() {
    let labels = [LabelledPair(left: 0, right: 1, score: 0.6)]
    #expect(JudgedPairs(Self.scored, labels: labels).matches == 1)
    #expect(JudgedPairs(Self.scored, labels: labels, least: 0.7).matches == 0)
  }

  @Test func `scored pairs are columns with the same weights`() {
    let columns = PairColumns([ScoredPair(4, 2, weight: 1.5), ScoredPair(0, 9, weight: -3)])
    #expect(columns.lefts == [2, 0])
    #expect(columns.rights == [4, 9])
    #expect(columns.weights == [1.5, -3])
  }

  @Test func `columns of several lengths are no pairs`() async {
    await #expect(processExitsWith: .failure) {
      _ = PairColumns(lefts: [1], rights: [], weights: [1])
    }
  }
}
