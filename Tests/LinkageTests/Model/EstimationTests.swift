@testable import Linkage
import TestSupport
import Testing

@Suite struct EstimationTests {
  private static let usual = MadePairs.m.map { UsualLikelihoods.m(levels: $0.count) }
  private static let unfixed: [[Double?]] = MadePairs.m.map { $0.map { _ in nil } }

  private static var twoKinds: EstimationOptions {
    var options = EstimationOptions()
    options.knowsLookAlikes = false
    return options
  }

  private static func kinds(matches: Double) -> [MadePairs.Kind] {
    [
      .init(share: matches, likelihoods: MadePairs.m),
      .init(share: 1 - matches, likelihoods: MadePairs.u),
    ]
  }

  private static func estimate(
    _ blocks: [TrainingBlock], fixed: [[Double?]] = unfixed,
    options: EstimationOptions = twoKinds
  ) -> MatchEstimate {
    var estimation = ExpectationMaximisation(
      blocks: blocks, u: MadePairs.u, usual: usual, fixed: fixed, options: options)
    return estimation.run()
  }

  private static func largestError(_ one: [[Double]], _ other: [[Double]]) -> Double {
    zip(one.joined(), other.joined()).map { abs($0 - $1) }.max() ?? 0
  }

  @Test(arguments: [0.02, 0.3, 0.9]) func `m is recovered from pairs drawn with it`(
    matches: Double
  ) throws {
    let pairs = try MadePairs(30_000, of: Self.kinds(matches: matches), missing: 0.1, seed: 11)
    let block = TrainingBlock(name: "all", patterns: pairs.counts(), held: [])
    let estimate = Self.estimate([block])
    #expect(estimate.hasConverged)
    // Four standard errors of the rarest case, 600 matches, with room for what is not known of each pair.
    let tolerance = 4 * (0.25 / (30_000 * matches)).squareRoot() + 0.005
    #expect(Self.largestError(estimate.m, MadePairs.m) < tolerance)
    #expect(abs(estimate.blocks[0].matches / 30_000 - matches) < 0.01)
  }

  @Test func `blocks that agree by their rules don't bend m towards agreement`() throws {
    let pairs = try MadePairs(60_000, of: Self.kinds(matches: 0.05), seed: 12)
    let blocks = [
      TrainingBlock(name: "first", patterns: pairs.counts { $0[0] == 1 }, held: [0]),
      TrainingBlock(name: "second", patterns: pairs.counts { $0[1] <= 2 }, held: [1]),
      TrainingBlock(
        name: "third and fourth", patterns: pairs.counts { $0[2] == 1 && $0[3] == 1 }, held: [2, 3]),
    ]
    let estimate = Self.estimate(blocks)
    #expect(Self.largestError(estimate.m, MadePairs.m) < 0.03)
    let bent = Self.estimate(blocks.map { .init(name: $0.name, patterns: $0.patterns, held: []) })
    #expect(Self.largestError(bent.m, MadePairs.m) > 0.05)
    let prior = Prior.automatic(
      from: estimate, presence: [1, 1, 1, 1], totalPairs: 60_000)
    #expect(abs(prior - 0.05) < 0.003)
  }

  @Test func `estimating from counts gives what estimating from every single pair gives`() throws {
    let pairs = try MadePairs(400, of: Self.kinds(matches: 0.3), missing: 0.2, seed: 13)
    withEvery("rounds", [1, 2, 10]) { rounds in
      var options = Self.twoKinds
      options.mostRounds = rounds
      options.tolerance = 0
      let block = TrainingBlock(name: "all", patterns: pairs.counts(), held: [])
      let slow = SlowEstimation(
        pairs: pairs.pairs, u: MadePairs.u, usual: Self.usual, pseudoPairs: options.pseudoPairs
      ).run(rounds: rounds)
      let fast = Self.estimate([block], options: options)
      check(Self.largestError(fast.m, slow.m) < 1e-12, "m is the same")
    }
  }

  @Test(arguments: [false, true]) func `the likelihood never falls`(knowsLookAlikes: Bool) throws {
    var options = EstimationOptions()
    options.knowsLookAlikes = knowsLookAlikes
    try withEvery("seed", UInt64(1)...5) { seed in
      let pairs = try MadePairs(500, of: Self.kinds(matches: 0.1), missing: 0.3, seed: seed)
      let blocks = [
        TrainingBlock(name: "first", patterns: pairs.counts { $0[0] < 3 }, held: [0]),
        TrainingBlock(name: "second", patterns: pairs.counts { $0[1] < 3 }, held: [1]),
      ]
      let rounds = Self.estimate(blocks, options: options).rounds
      check(rounds.count > 2)
      for (before, after) in zip(rounds, rounds.dropFirst()) {
        check(after.logLikelihood >= before.logLikelihood - 1e-9)
      }
    }
  }

  @Test func `the same counts give the same bits`() throws {
    let pairs = try MadePairs(2_000, of: Self.kinds(matches: 0.1), missing: 0.3, seed: 14)
    let block = TrainingBlock(name: "all", patterns: pairs.counts(), held: [])
    #expect(Self.estimate([block]) == Self.estimate([block]))
  }

  @Test func `a comparison that is always missing learns nothing and changes nothing`() throws {
    let pairs = try MadePairs(2_000, of: Self.kinds(matches: 0.2), seed: 15)
    let whole = Self.estimate([
      TrainingBlock(name: "all", patterns: pairs.counts(), held: [3])
    ])
    let empty = Self.estimate([
      TrainingBlock(name: "all", patterns: pairs.counts().seen { $0 != 3 }, held: [])
    ])
    #expect(Self.largestError(whole.m, empty.m) == 0)
    #expect(Self.largestError([whole.m[3]], [Self.usual[3]]) < 1e-12)
  }

  @Test func `what the settings fix stays, and the other levels share the rest`() throws {
    let pairs = try MadePairs(2_000, of: Self.kinds(matches: 0.2), seed: 16)
    var fixed = Self.unfixed
    fixed[0] = [0.5, nil, nil]
    let estimate = Self.estimate(
      [TrainingBlock(name: "all", patterns: pairs.counts(), held: [])], fixed: fixed)
    #expect(estimate.m[0][0] == 0.5)
    #expect(abs(estimate.m[0].reduce(0, +) - 1) < 1e-12)
    // Of 0.12 and 0.08 that were drawn, and 0.5 that is left.
    #expect(abs(estimate.m[0][1] - 0.3) < 0.06)
  }

  @Test func `no number becomes 0 or 1, even where nothing matches or all does`() throws {
    for matches in [0.0, 1.0] {
      let pairs = try MadePairs(300, of: Self.kinds(matches: matches), seed: 17)
      let block = TrainingBlock(name: "all", patterns: pairs.counts(), held: [])
      for knowsLookAlikes in [false, true] {
        var options = EstimationOptions()
        options.knowsLookAlikes = knowsLookAlikes
        let estimate = Self.estimate([block], options: options)
        #expect(estimate.m.joined().allSatisfy { $0 > 0 && $0 < 1 })
        #expect(estimate.m.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 })
      }
    }
  }

  @Test func `a block without pairs is no trouble`() throws {
    let pairs = try MadePairs(300, of: Self.kinds(matches: 0.3), seed: 18)
    let empty = PatternCounts(shape: pairs.shape)
    let all = TrainingBlock(name: "all", patterns: pairs.counts(), held: [])
    let with = Self.estimate([all, TrainingBlock(name: "none", patterns: empty, held: [0])])
    #expect(Self.largestError(with.m, Self.estimate([all]).m) < 1e-4)
    #expect(with.blocks[1].matches == 0)
  }
}
