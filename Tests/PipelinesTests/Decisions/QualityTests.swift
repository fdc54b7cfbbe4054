import Linkage
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// Estimates of precision and recall from a sample.
@Suite struct QualityTests {
  private typealias Count = QualityEstimate.StratumCount

  private static func stratum(
    _ kind: QualitySample.Kind, isOfOneSource: Bool = true
  ) -> QualitySample.Stratum { .init(kind: kind, isOfOneSource: isOfOneSource) }

  @Test func `draws have the mean and the spread of their distribution`() {
    var random = BetaDraws()
    for (a, b) in [(1.0, 1.0), (1.0, 50.0), (49.0, 2.0), (300.0, 700.0)] {
      let drawn = (0..<20_000).map { _ in random.next(a, b) }
      let mean = drawn.reduce(0, +) / 20_000
      let spread = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
      #expect(abs(mean - a / (a + b)) < 0.01)
      let variance = a * b / ((a + b) * (a + b) * (a + b + 1))
      #expect(abs(spread - variance) < 0.05 * variance + 1e-6)
    }
  }

  @Test func `one stratum has Clopper and Pearson's interval`() throws {
    let count = Count(
      stratum: Self.stratum(.joined), size: 1_000, matches: 95, others: 3, unclear: 2)
    let share = try #require(WeightedShares([count]).precision)
    #expect(share.worst == 0.95 && share.best == 0.97)
    #expect(share.low == ShareInterval.exact(95, of: 100)?.low)
    #expect(share.high == ShareInterval.exact(97, of: 100)?.high)
    // Known values: 95 of 100 has 88.7% to 98.4%.
    #expect(abs(share.low - 0.8872) < 0.0001)
  }

  @Test func `a stratum that nobody judged leaves no estimate`() {
    let judged = Count(stratum: Self.stratum(.joined), size: 10, matches: 5)
    let blank = Count(stratum: Self.stratum(.joinedSurely), size: 10)
    #expect(WeightedShares([judged, blank]).precision == nil)
    #expect(WeightedShares([judged, Count(stratum: Self.stratum(.apart), size: 5)]).recall == nil)
  }

  @Test func `judged whole, nothing is left to doubt`() throws {
    let counts = [
      Count(stratum: Self.stratum(.joined), size: 10, matches: 8, others: 2),
      Count(stratum: Self.stratum(.joinedSurely), size: 30, matches: 30),
      Count(stratum: Self.stratum(.apart), size: 100, matches: 2, others: 98),
    ]
    let precision = try #require(WeightedShares(counts).precision)
    #expect(precision == .init(worst: 0.95, best: 0.95, low: 0.95, high: 0.95))
    let recall = try #require(WeightedShares(counts).recall)
    #expect(recall == .init(worst: 0.95, best: 0.95, low: 0.95, high: 0.95))
  }

  @Test func `in nineteen draws of twenty the truth is in the interval`() throws {
    var random = SplitMix64(seed: 99)
    let truths: [(QualitySample.Kind, size: Int, share: Double)] = [
      (.joinedSurely, 50_000, 0.998), (.joined, 6_000, 0.93), (.apartNarrowly, 2_000, 0.2),
      (.apart, 60_000, 0.002),
    ]
    let found = truths[0...1].reduce(0.0) { $0 + Double($1.size) * $1.share }
    let missed = truths[2...3].reduce(0.0) { $0 + Double($1.size) * $1.share }
    let (precision, recall) = (found / 56_000, found / (found + missed))
    var inside = (precision: 0, recall: 0)
    let rounds = 60
    for _ in 0..<rounds {
      let counts = truths.map { kind, size, share in
        let matches = (0..<120).count { _ in Double.random(in: 0..<1, using: &random) < share }
        return Count(
          stratum: Self.stratum(kind), size: size, matches: matches, others: 120 - matches)
      }
      let shares = WeightedShares(counts)
      let one = try #require(shares.precision)
      let other = try #require(shares.recall)
      if one.low...one.high ~= precision { inside.precision += 1 }
      if other.low...other.high ~= recall { inside.recall += 1 }
    }
    #expect(inside.precision >= rounds * 9 / 10 && inside.recall >= rounds * 9 / 10)
  }

  @Test(arguments: [
    (100, [10, 10, 10], [10, 10, 10]), (9, [10, 10, 10], [3, 3, 3]),
    (30, [2, 100, 100], [2, 14, 14]),
    (0, [5, 5, 5], [0, 0, 0]),
  ])
  func `what small strata do not have is drawn of the others`(
    _ size: Int, _ sizes: [Int], _ expected: [Int]
  ) {
    let kinds: [QualitySample.Kind] = [.joined, .apart, .joinedSurely]
    let strata = Dictionary(
      uniqueKeysWithValues: zip(kinds, sizes).map { (Self.stratum($0), $1) })
    let shares = SampleDraw.shares(strata, size)
    #expect(kinds.map { shares[Self.stratum($0)] ?? -1 } == expected)
  }

  @Test func `a sample is drawn again by its seed, from what the run left`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(
        DecidedRunTests.rows + ",Smith,Johan,01/02/2003,1 High Street,SO14 3AA,\n"
          + ",Baker,Marie,06/11/2001,8 Low Road,SO16 9ZZ,\n")
      try await tiny.run()
      var opened = try tiny.keeper().open(nil)
      let one = try QualitySample(of: &opened.file, seed: 4, size: 50)
      let again = try QualitySample(of: &opened.file, seed: 4, size: 50)
      let other = try QualitySample(of: &opened.file, seed: 5, size: 50)
      #expect(one.items == again.items && one.digest == again.digest)
      #expect(one.digest != other.digest && Set(one.items) == Set(other.items))
      #expect(one.items.count == one.sizes.values.reduce(0, +))
      let joined = try tiny.query(
        "SELECT sum(records * (records - 1) / 2) FROM person", in: opened.run)
      #expect(joined == ["\(one.items.count { $0.stratum.kind.isJoined })"])
      let estimate = QualityEstimate(
        one, answers: one.items.map { $0.stratum.kind.isJoined ? .match : .notMatch })
      #expect(estimate.precision?.worst == 1)
    }
  }

  @Test func `the queue asks what is in doubt, first what has changed`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(DecidedRunTests.rows + ",Baker,Marie,06/11/2001,7 Low Road,SO16 9ZZ,\n")
      try await tiny.run()
      try tiny.decide { .notMatch(try $0.pair(2, 4)) }
      var opened = try tiny.keeper().open(nil)
      var ledger = try Ledger(tiny.workspace)
      let all = try ReviewQueue(&opened.file, decisions: []).items
      let asked = try ReviewQueue(&opened.file, decisions: try ledger.decisions()).items
      #expect(Set(asked.map(\.pair)).isSubset(of: Set(all.map(\.pair))))
      #expect(zip(asked, asked.dropFirst()).allSatisfy { $0.priority >= $1.priority })
      try tiny.edit("council/extracts/pupils_2013-07-01.csv", "Smith,John,", "Smith,Johnny,")
      try await tiny.run()
      var reopened = try tiny.keeper().open(nil)
      let first = try ReviewQueue(&reopened.file, decisions: try ledger.decisions()).items.first
      guard case .changed(_, let details, true)? = first?.question else {
        Issue.record("\(String(describing: first?.question))")
        return
      }
      #expect(details == ["forenames"])
    }
  }
}
