import TestSupport
import Testing

@testable import Linkage

@Suite struct BlockingRecallTests {
  @Test func `each matching pair is asked about once, and counts for the first rule`() {
    withEvery("scope", ThresholdCurveTests.scopes) { scope in
      withEvery("seed", UInt64(0)..<100) { seed in
        let small = SmallLinkage(seed: seed, scope: scope)
        func rule(_ left: Int, _ right: Int) -> Int? {
          let sum = left + right
          return sum % 4 == 3 ? nil : sum % 4
        }
        var expected = [0, 0, 0]
        var matches = 0
        small.forEachKnownPair { one, other, isMatch in
          guard isMatch else { return }
          matches += 1
          if let rule = rule(one, other) { expected[rule] += 1 }
        }
        let recall = BlockingRecall(of: small.truth, rules: 3) { rule(Int($0), Int($1)) }
        checkEqual(recall.foundByRule, expected)
        checkEqual(recall.matches, matches)
        checkEqual(recall.neverCompared, matches - expected.reduce(0, +))
      }
    }
  }

  @Test func `the share is of all matching pairs`() {
    let recall = BlockingRecall(of: EntityTruth(entities: [1, 1, 1, 1, 0]), rules: 1) {
      $0 == 0 || $1 == 0 ? 0 : nil
    }
    #expect(recall.recall == 0.5)
    #expect(recall.interval == .wilson(3, of: 6))
    #expect(BlockingRecall(of: EntityTruth(entities: []), rules: 0) { _, _ in 0 }.recall == nil)
  }
}

@Suite struct UnlinkablesTests {
  @Test func `records are counted below a threshold, not at it`() {
    let unlinkables = Unlinkables(selfWeights: [3, -1, 3, 8.5])
    let cases: [(Double, Int)] = [(-2, 0), (-1, 0), (-0.5, 1), (3, 1), (3.1, 3), (9, 4)]
    for (threshold, count) in cases {
      #expect(unlinkables.count(below: threshold) == count)
    }
  }

  @Test func `the curve rises from nothing over the whole weights`() {
    let points = Unlinkables(selfWeights: [3, -1, 3, 8.5]).points()
    #expect(points.map(\.threshold) == (-1...9).map(Double.init))
    #expect(points.first?.share == 0)
    #expect(points.last?.records == 4)
    #expect(points[4].share == 0.25)
    #expect(Unlinkables(selfWeights: []).points().isEmpty)
    #expect(Unlinkables(selfWeights: [-1e6, 1e6]).points().count <= 501)
  }
}

@Suite struct WeightHistogramTests {
  @Test func `bins join without a gap, and hold their lower end`() {
    let scored = PairColumns(
      lefts: [0, 0, 0, 1], rights: [1, 2, 3, 2], weights: [-1.5, 2, 2.9, -0.1])
    let histogram = WeightHistogram(scored, truth: EntityTruth(entities: [1, 2, 1, 0]))
    typealias Bin = WeightHistogram.Bin
    #expect(
      histogram.bins == [
        Bin(from: -2, matches: 0, others: 1, unknown: 0),
        Bin(from: -1, matches: 0, others: 1, unknown: 0),
        Bin(from: 0, matches: 0, others: 0, unknown: 0),
        Bin(from: 1, matches: 0, others: 0, unknown: 0),
        Bin(from: 2, matches: 1, others: 0, unknown: 1),
      ])
    #expect(WeightHistogram(scored).bins.map(\.unknown) == [1, 1, 0, 0, 2])
  }

  @Test func `nothing scored is no bin`() {
    #expect(WeightHistogram(PairColumns(lefts: [], rights: [], weights: [])).bins.isEmpty)
  }
}

@Suite struct ThresholdAdviceTests {
  /// Nine strong matches, then a mixture, then one match that was never scored.
  static let curve: ThresholdCurve = {
    let pairs = (0..<12).map {
      JudgedPairs.Pair(weight: 12.25 - Double($0), isMatch: $0 < 9 || $0 == 10)
    }
    return ThresholdCurve(JudgedPairs(unordered: pairs, matches: 11, others: 5_000))
  }()

  @Test func `each option has a sentence with its numbers`() {
    let advice = ThresholdAdvice(Self.curve, inForce: 3, neverCompared: 1)
    #expect(
      advice.sentences == [
        """
        At 3.0 (the threshold in force): precision 0.9000 (0.5958 to 0.9821), \
        recall 0.8182 (0.5230 to 0.9486), F1 0.8571; 1 of 10 joined pairs do not match, \
        2 of 11 matching pairs are missed, 1 of them never compared.
        """,
        """
        At 2.3 (the best F1): precision 0.9091 (0.6226 to 0.9838), \
        recall 0.9091 (0.6226 to 0.9838), F1 0.9091; 1 of 11 joined pairs do not match, \
        1 of 11 matching pairs are missed, 1 of them never compared.
        """,
        """
        At 4.3 (the lowest with a precision of 0.995 or more): precision 1.0000 (0.7009 to 1.0000), \
        recall 0.8182 (0.5230 to 0.9486), F1 0.9000; 0 of 9 joined pairs do not match, \
        2 of 11 matching pairs are missed, 1 of them never compared.
        """,
      ])
  }

  @Test func `without pairs there is only the threshold in force`() {
    let empty = ThresholdCurve(JudgedPairs(unordered: [], matches: 2, others: 5))
    let advice = ThresholdAdvice(empty, inForce: 6)
    #expect(
      advice.sentences == [
        """
        At 6.0 (the threshold in force): precision not known, recall 0.0000 (0.0000 to 0.6576), \
        F1 0.0000; 0 of 0 joined pairs do not match, 2 of 2 matching pairs are missed.
        """
      ])
  }

  @Test(arguments: [
    (8.25, 1, "8.3"), (-0.04, 1, "0.0"), (-3.14159, 2, "−3.14"), (0.005, 2, "0.01"), (12, 0, "12"),
    (.infinity, 1, "∞"), (-.infinity, 1, "−∞"), (.nan, 1, "–"),
  ])
  func `numbers are rounded as people do`(number: Double, places: Int, text: String) {
    #expect(FigureText.decimal(number, places: places) == text)
  }

  @Test(arguments: [
    (1.0, "1.0000"), (0.99999, "over 0.9999"), (0.00001, "under 0.0001"), (0, "0.0000"),
    (0.25, "0.2500"),
  ])
  func `some is never shown as none, nor nearly all as all`(share: Double, text: String) {
    #expect(FigureText.share(share) == text)
  }
}

@Suite struct EvaluationChartTests {
  @Test func `a chart's table has each of its points`() {
    let chart = EvaluationChart.parameters([
      LevelFigures(comparison: "name", level: "equal", m: 0.75, u: 0.25),
      LevelFigures(comparison: "born", level: "one \"slip\", or two", m: 0.5, u: 0.125),
    ])
    #expect(
      chart.csv == """
        series,label,x,y
        match (m),name: equal,0.0,0.75
        match (m),"born: one ""slip"", or two",1.0,0.5
        do not match (u),name: equal,0.0,0.25
        do not match (u),"born: one ""slip"", or two",1.0,0.125

        """)
  }

  @Test func `a level that one class never reaches has no bar`() {
    let chart = EvaluationChart.matchWeights([
      LevelFigures(comparison: "name", level: "equal", m: 0.5, u: 0.125),
      LevelFigures(comparison: "name", level: "swapped", m: 0, u: 0.125),
      LevelFigures(comparison: "name", level: "other", m: 0.125, u: 0.5),
    ])
    #expect(chart.series.first?.points.map(\.y) == [2, -2])
    #expect(chart.series.first?.points.map(\.label) == ["name: equal", "name: other"])
  }

  @Test func `the curves begin and end where they should`() {
    let curve = ThresholdAdviceTests.curve
    let roc = EvaluationChart.roc(curve).series[0].points
    #expect(roc.first == .init(x: 0, y: 0))
    #expect(roc.last == .init(x: 1, y: 1))
    #expect(roc.count == curve.count + 2)
    let accuracy = EvaluationChart.accuracy(curve)
    #expect(accuracy.series.map(\.name) == ["precision", "recall", "F1"])
    #expect(accuracy.series[0].points.map(\.x) == (0..<12).map { Double($0) + 1.25 })
    #expect(EvaluationChart.precisionRecall(curve).series[0].points.first?.y == 1)
  }

  @Test func `weights of which all is known have no series of the unknown`() {
    let scored = PairColumns(lefts: [0, 0], rights: [1, 2], weights: [4, 1])
    let truth = EntityTruth(entities: [1, 1, 2])
    #expect(
      EvaluationChart.weights(WeightHistogram(scored, truth: truth)).series.map(\.name)
        == ["match", "do not match"])
    #expect(EvaluationChart.weights(WeightHistogram(scored)).series.map(\.name) == ["not known"])
  }
}
