import Linkage
import TestSupport
import Testing

@Suite struct ThresholdCurveTests {
  static let scopes: [PairScope] = [.everyPair, .acrossSources]

  @Test func `counts at every threshold are those of looking at every pair`() {
    withEvery("scope", Self.scopes) { scope in
      withEvery("seed", UInt64(0)..<60) { seed in
        let small = SmallLinkage(seed: seed, scope: scope)
        let curve = ThresholdCurve(JudgedPairs(small.scored, truth: small.truth))
        for threshold in stride(from: -4.0, through: 4, by: 0.5) {
          checkEqual(curve.counts(at: threshold), small.counts(at: threshold))
        }
        for place in 0..<curve.count {
          let point = curve.point(place)
          checkEqual(point.counts, small.counts(at: point.threshold))
          check(place == 0 || point.threshold < curve.point(place - 1).threshold, "falling")
        }
      }
    }
  }

  @Test func `the best point is the highest of those with the best F1`() {
    withEvery("seed", UInt64(0)..<150) { seed in
      let small = SmallLinkage(seed: seed, scope: .everyPair)
      let curve = ThresholdCurve(JudgedPairs(small.scored, truth: small.truth))
      let points = (0..<curve.count).map(curve.point)
      let best = points.map { $0.counts.f1 ?? 0 }.max()
      checkEqual(curve.best, points.first { $0.counts.f1 ?? 0 == best })
    }
  }

  @Test func `the lowest precise point is the last that is precise`() {
    withEvery("seed", UInt64(0)..<150) { seed in
      let small = SmallLinkage(seed: seed, scope: .everyPair)
      let curve = ThresholdCurve(JudgedPairs(small.scored, truth: small.truth))
      let precise = (0..<curve.count).map(curve.point).last { $0.counts.precision ?? 0 >= 0.75 }
      checkEqual(curve.lowest(withPrecision: 0.75), precise)
    }
  }

  @Test func `the area under the ROC curve is the chance that a match outweighs another pair`() {
    withEvery("seed", UInt64(0)..<150) { seed in
      let small = SmallLinkage(seed: seed, scope: .everyPair)
      var (matches, others): ([Double], [Double]) = ([], [])
      small.forEachKnownPair { one, other, isMatch in
        let weight = small.weight(one, other) ?? -100
        if isMatch { matches.append(weight) } else { others.append(weight) }
      }
      var wins = 0.0
      for match in matches {
        for other in others { wins += match > other ? 1 : match == other ? 0.5 : 0 }
      }
      let expected =
        matches.isEmpty || others.isEmpty ? nil : wins / Double(matches.count * others.count)
      let curve = ThresholdCurve(JudgedPairs(small.scored, truth: small.truth))
      check(isClose(curve.rocArea, expected), "\(String(describing: curve.rocArea))")
    }
  }

  @Test func `average precision is the mean of the precision at which each match is found`() {
    withEvery("seed", UInt64(0)..<150) { seed in
      let small = SmallLinkage(seed: seed, scope: .everyPair)
      let curve = ThresholdCurve(JudgedPairs(small.scored, truth: small.truth))
      var (sum, matches) = (0.0, 0)
      small.forEachKnownPair { one, other, isMatch in
        guard isMatch else { return }
        matches += 1
        guard let weight = small.weight(one, other) else { return }
        sum += small.counts(at: weight).precision ?? 0
      }
      let expected = matches > 0 ? sum / Double(matches) : nil
      check(isClose(curve.averagePrecision, expected), "\(matches) matches")
    }
  }

  @Test func `few points keep the first, the last and the best`() {
    let count = 600
    let scored = PairColumns(
      lefts: (0..<count).map { Int32(2 * $0) }, rights: (0..<count).map { Int32(2 * $0 + 1) },
      weights: (0..<count).map(Double.init))
    withEvery("matches", [1, 333, 599]) { matches in
      // The strongest pairs match, the others do not.
      let labels = scored.weights.indices.map {
        LabelledPair(
          left: scored.rights[$0], right: scored.lefts[$0], score: $0 >= count - matches ? 1 : 0)
      }
      let curve = ThresholdCurve(JudgedPairs(scored, labels: labels))
      withEvery("most", [3, 4, 10, 500, 599, 600, 2_000]) { most in
        let points = curve.thinned(to: most)
        check(points.count <= most && points.count >= min(most, count) - 1, "\(points.count)")
        checkEqual(points.first, curve.point(0))
        checkEqual(points.last, curve.point(count - 1))
        check(points.contains { $0 == curve.best }, "the best")
        checkEqual(points.map(\.threshold), Set(points.map(\.threshold)).sorted(by: >))
      }
    }
  }

  @Test func `nothing scored is a curve without points`() {
    let curve = ThresholdCurve(
      JudgedPairs(
        PairColumns(lefts: [], rights: [], weights: []), truth: EntityTruth(entities: [1, 1, 2])))
    #expect(curve.count == 0)
    #expect(curve.best == nil)
    #expect(curve.thinned().isEmpty)
    #expect(
      curve.counts(at: 0)
        == PairCounts(truePositives: 0, falsePositives: 0, falseNegatives: 1, trueNegatives: 2))
    #expect(curve.counts(at: 0).precision == nil)
    #expect(curve.counts(at: 0).recall == 0)
  }

  @Test func `figures of counts are their shares`() {
    let counts = PairCounts(
      truePositives: 6, falsePositives: 2, falseNegatives: 3, trueNegatives: 18)
    #expect(counts.precision == 0.75)
    #expect(counts.recall == 6.0 / 9)
    #expect(counts.falsePositiveRate == 0.1)
    #expect(counts.f1 == 12.0 / 17)
  }
}
