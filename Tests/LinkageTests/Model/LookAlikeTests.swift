import Linkage
import TestSupport
import Testing

/// Comparisons: forename, surname, birth date, address.
@Suite struct LookAlikeTests {
  private static let m = [
    [0.8, 0.14, 0.06], [0.85, 0.09, 0.06], [0.9, 0.07, 0.03], [0.65, 0.35],
  ]
  private static let u = [
    [0.01, 0.05, 0.94], [0.015, 0.06, 0.925], [0.000_5, 0.01, 0.989_5], [0.01, 0.99],
  ]
  /// Brothers and sisters: a surname and an address, but another forename and birth date.
  private static let siblings = [
    [0.01, 0.06, 0.93], [0.9, 0.06, 0.04], [0.01, 0.02, 0.97], [0.98, 0.02],
  ]

  private static func training(
    _ kinds: [(share: Double, likelihoods: [[Double]])], u: [[Double]] = u, knowsLookAlikes: Bool
  ) throws -> ModelTraining {
    let strangers = 1 - kinds.reduce(0) { $0 + $1.share }
    let drawn = kinds.map { MadePairs.Kind(share: $0.share, likelihoods: $0.likelihoods) }
    let pairs = try MadePairs(
      60_000, of: drawn + [.init(share: strangers, likelihoods: u)], seed: 51)
    let random = try MadePairs(20_000, of: [.init(share: 1, likelihoods: u)], seed: 52)
    let names = ["forename", "surname", "birth date", "address", "telephone", "postcode"]
    let comparisons = zip(names, u).map { name, levels in
      ModelTraining.Comparison(
        name: name, levels: levels.indices.map { .init(label: "level \($0 + 1)") })
    }
    var training = ModelTraining(
      comparisons: comparisons, randomPairs: random.counts(), totalPairs: 60_000,
      prior: .fixed(0.05),
      blocks: [
        TrainingBlock(
          name: "names", patterns: pairs.counts { $0[0] == 1 && $0[1] == 1 }, held: [0, 1]),
        TrainingBlock(name: "born", patterns: pairs.counts { $0[2] == 1 }, held: [2]),
        TrainingBlock(name: "address", patterns: pairs.counts { $0[3] == 1 }, held: [3]),
      ])
    training.options.knowsLookAlikes = knowsLookAlikes
    return training
  }

  private static func largestError(_ one: [[Double]], _ other: [[Double]]) -> Double {
    zip(one.joined(), other.joined()).map { abs($0 - $1) }.max() ?? 0
  }

  @Test func `brothers and sisters spoil m, unless look-alikes are known`() throws {
    let kinds = [(0.05, Self.m), (0.1, Self.siblings)]
    let without = try Self.training(kinds, knowsLookAlikes: false).train(name: "made")
    #expect(Self.largestError(without.estimate.m, Self.m) > 0.2)
    let with = try Self.training(kinds, knowsLookAlikes: true).train(name: "made")
    #expect(Self.largestError(with.estimate.m, Self.m) < 0.04)
    let address = try #require(with.model.lookAlikes.first { $0.block == "address" })
    #expect(Self.largestError(Array(address.likelihoods[..<3]), Array(Self.siblings[..<3])) < 0.05)
    #expect(abs(address.probability - 0.098) < 0.01)
    #expect(address.held == [3])
  }

  @Test func `matches with two errors at once are not taken for look-alikes`() throws {
    // Names swapped, telephone and postcode as always.
    let more = [[0.85, 0.15], [0.9, 0.1]]
    let swapped = [[0.01, 0.05, 0.94], [0.01, 0.05, 0.94]] + Self.m[2...] + more
    let kinds = [(0.04, Self.m + more), (0.01, swapped)]
    let u = Self.u + [[0.000_5, 0.999_5], [0.001, 0.999]]
    let without = try Self.training(kinds, u: u, knowsLookAlikes: false).train(name: "made")
    let with = try Self.training(kinds, u: u, knowsLookAlikes: true).train(name: "made")
    #expect(with.model.lookAlikes.isEmpty, "\(with.model.lookAlikes)")
    #expect(Self.largestError(with.estimate.m, without.estimate.m) < 0.001)
  }

  @Test func `matches who moved house are not taken for look-alikes`() throws {
    // Nobody here looks like another, and in each block most are strangers.
    let training = try Self.training([(0.05, Self.m)], knowsLookAlikes: true).train(name: "made")
    #expect(training.model.lookAlikes.isEmpty, "\(training.model.lookAlikes)")
    #expect(Self.largestError(training.estimate.m, Self.m) < 0.04)
  }

  @Test func `with look-alikes known, brothers and sisters weigh less than nothing`() throws {
    let model = try Self.training([(0.05, Self.m), (0.1, Self.siblings)], knowsLookAlikes: true)
      .train(name: "made").model
    let shape = try #require(PatternShape(levelCounts: [3, 3, 3, 2]))
    let evidence = LookAlikeEvidence(of: model, shape: shape)
    let none = [Double](repeating: 0, count: 4)
    func weights(_ levels: [Int]) -> (plain: Double, adjusted: Double) {
      var weight = model.priorWeight
      for (comparison, level) in levels.enumerated() where level > 0 {
        weight += model.comparisons[comparison].levels[level - 1].weight
      }
      let adjustment = evidence.adjustment(pattern: shape.pattern(of: levels), rarity: none.span)
      return (weight, weight + adjustment.bits)
    }
    let siblings = weights([3, 1, 3, 1])
    #expect(siblings.adjusted < siblings.plain - 5)
    #expect(siblings.adjusted < -5)
    let match = weights([1, 1, 1, 1])
    #expect(match.adjusted > 10)
    let moved = weights([1, 1, 1, 2])
    #expect(moved.plain - moved.adjusted < 1.5)
  }
}

@Suite struct LookAlikeEvidenceTests {
  private static let none: [Double] = [0, 0]

  @Test func `what is taken off every pattern is what the likelihoods say`() throws {
    let model = MadeModel.withLookAlikes
    let shape = try #require(PatternShape(levelCounts: [3, 2]))
    let evidence = LookAlikeEvidence(of: model, shape: shape)
    let (surname, sex) = (model.comparisons[0].levels, model.comparisons[1].levels)
    let likelihoods = model.lookAlikes[0].likelihoods
    withEvery("surname", 0...3) { one in
      withEvery("sex", 0...2) { other in
        let free = one == 0 ? 1 : likelihoods[0][one - 1] / surname[one - 1].u
        let held = other == 0 ? 1 : likelihoods[1][other - 1] / sex[other - 1].u
        let ratio = held * (0.000_25 * free + 0.000_5)
        let adjustment = evidence.adjustment(
          pattern: shape.pattern(of: [one, other]), rarity: Self.none.span)
        checkEqual(adjustment.lookAlikes, ratio > 1 ? 0 : nil)
        let expected = ratio > 1 ? Evidence.weight(m: 1, u: ratio) : 0
        check(abs(adjustment.bits - expected) < 1e-12, "\(adjustment.bits) for \(expected)")
      }
    }
  }

  /// A model in which look-alikes of one block are so common that something is taken off.
  private static func commonLookAlikes(_ likelihoods: [[Double]], held: [Int]) -> LinkageModel {
    var model = MadeModel.small
    model.lookAlikes = [
      LookAlikes(
        block: "postcode", probability: 0.125, strangers: 0.125, held: held,
        likelihoods: likelihoods),
      LookAlikes(
        block: "address", probability: 0.25, strangers: 0.25, held: held, likelihoods: likelihoods),
    ]
    return model
  }

  private static func adjustment(
    _ model: LinkageModel, rarity: [Double]
  ) throws -> LookAlikeEvidence.Adjustment {
    let shape = try #require(PatternShape(levelCounts: [3, 2]))
    return LookAlikeEvidence(of: model, shape: shape)
      .adjustment(pattern: shape.pattern(of: [1, 1]), rarity: rarity.span)
  }

  @Test func `the block that says most counts`() throws {
    let model = Self.commonLookAlikes([[0.8, 0.1, 0.1], [0.5, 0.5]], held: [1])
    // 0.25 · 0.8 / 0.05 + 0.25 against the postcode's half of it.
    let adjustment = try Self.adjustment(model, rarity: [0, 0])
    #expect(adjustment.lookAlikes == 1)
    #expect(abs(adjustment.bits - Evidence.weight(m: 1, u: 4.25)) < 1e-12)
  }

  @Test func `a rare value that look-alikes share by nature is taken back`() throws {
    let model = Self.commonLookAlikes([[1, 1e-9, 1e-9], [0.5, 0.5]], held: [1])
    let plain = try Self.adjustment(model, rarity: [0, 0]).bits
    let rare = try Self.adjustment(model, rarity: [10, 0]).bits
    // All but the strangers in the block share it: 0.25 · 20 · 1024 + 0.25 against 0.25 · 20 + 0.25.
    #expect(abs(plain - Evidence.weight(m: 1, u: 5.25)) < 1e-6)
    #expect(abs(rare - Evidence.weight(m: 1, u: 5_120.25)) < 1e-6)
  }

  @Test(arguments: [
    (name: "shared by coincidence", likelihoods: [[0.05, 0.2, 0.75], [1, 1e-9]], held: [Int]()),
    (name: "demanded by the rule", likelihoods: [[1, 1e-9, 1e-9], [1, 1e-9]], held: [0]),
  ])
  func `other rare values stay as rare as they are`(
    _ example: (name: String, likelihoods: [[Double]], held: [Int])
  ) throws {
    let model = Self.commonLookAlikes(example.likelihoods, held: example.held)
    let plain = try Self.adjustment(model, rarity: [0, 0])
    #expect(try Self.adjustment(model, rarity: [10, 0]) == plain)
  }

  @Test func `a model without look-alikes takes nothing off`() throws {
    let shape = try #require(PatternShape(levelCounts: [3, 2]))
    let evidence = LookAlikeEvidence(of: MadeModel.small, shape: shape)
    #expect(evidence.isEmpty)
    let adjustment = evidence.adjustment(pattern: 0, rarity: Self.none.span)
    #expect(adjustment.bits == 0)
    #expect(adjustment.lookAlikes == nil)
  }
}
