import Linkage
import TestSupport
import Testing

@Suite struct TrainingTests {
  private static let names = ["surname", "forename", "sex", "birth date"]

  private static func comparisons() -> [ModelTraining.Comparison] {
    zip(names, MadePairs.m).map { name, m in
      ModelTraining.Comparison(
        name: name,
        levels: m.indices.map {
          ModelTraining.Level(label: $0 == m.count - 1 ? "else" : "level \($0 + 1)")
        })
    }
  }

  /// A training on made pairs, of which a twentieth match.
  private static func training(
    pairs count: Int, matches: Double = 0.05, missing: Double = 0, seed: UInt64
  ) throws -> ModelTraining {
    let pairs = try MadePairs(
      count,
      of: [
        .init(share: matches, likelihoods: MadePairs.m),
        .init(share: 1 - matches, likelihoods: MadePairs.u),
      ], missing: missing, seed: seed)
    return ModelTraining(
      comparisons: comparisons(), randomPairs: pairs.counts(), totalPairs: count,
      blocks: [
        TrainingBlock(name: "one surname", patterns: pairs.counts { $0[0] == 1 }, held: [0]),
        TrainingBlock(name: "one forename", patterns: pairs.counts { $0[1] == 1 }, held: [1]),
      ])
  }

  private static func twoKinds(_ training: ModelTraining) -> ModelTraining {
    var training = training
    training.options.knowsLookAlikes = false
    return training
  }

  @Test func `prior, m and u are recovered from pairs among which a twentieth match`() throws {
    let trained = Self.twoKinds(try Self.training(pairs: 60_000, seed: 41)).train(name: "made")
    let model = trained.model
    #expect(abs(model.prior - 0.05) < 0.004)
    for (comparison, (m, u)) in zip(model.comparisons, zip(MadePairs.m, MadePairs.u)) {
      for (level, (m, u)) in zip(comparison.levels, zip(m, u)) {
        #expect(abs(level.m - m) < 0.03, "\(comparison.name) \(level.label)")
        #expect(abs(level.u - u) < 0.004, "\(comparison.name) \(level.label)")
      }
    }
    #expect(trained.warnings.isEmpty, "\(trained.warnings)")
  }

  @Test func `where each number comes from is told`() throws {
    var training = try Self.training(pairs: 2_000, seed: 42)
    training.comparisons[0].exactAgreement = 0.02
    training.comparisons[2].levels[1].fixedM = 0.25
    training.comparisons[2].levels[0].fixedU = 0.5
    training.prior = .rules(pairsFound: 80, recall: 0.8)
    let model = training.train(name: "made", version: 4, settingsDigest: "d", settings: "s").model
    #expect(model.prior == 0.05)
    #expect(model.priorOrigin == .rules(recall: 0.8))
    #expect(model.comparisons[0].levels[0].uOrigin == .valueFrequencies)
    #expect(model.comparisons[0].levels[1].uOrigin == .randomPairs(2_000))
    #expect(model.comparisons[0].levels[0].mOrigin == .blocks(["one forename"]))
    #expect(model.comparisons[2].levels[0].mOrigin == .blocks(["one surname", "one forename"]))
    #expect(model.comparisons[2].levels[1].mOrigin == .settings)
    #expect(model.comparisons[2].levels[1].m == 0.25)
    #expect(model.comparisons[2].levels[0].uOrigin == .settings)
    #expect(model.comparisons[2].levels[0].u == 0.5)
    #expect((model.version, model.settingsDigest, model.settings) == (4, "d", "s"))
  }

  @Test func `the same input gives the same file`() throws {
    let training = try Self.training(pairs: 3_000, missing: 0.2, seed: 43)
    #expect(training.train(name: "made").model.json == training.train(name: "made").model.json)
  }

  @Test func `a comparison that every block holds keeps what is usual, and that is said`() throws {
    var training = try Self.training(pairs: 4_000, seed: 44)
    training.blocks = [training.blocks[0]]
    let trained = training.train(name: "made")
    #expect(trained.warnings.contains(.neverTrained(comparison: "surname")))
    #expect(trained.model.comparisons[0].levels.allSatisfy { $0.mOrigin == .usual })
    for (level, usual) in zip(trained.model.comparisons[0].levels, UsualLikelihoods.m(levels: 3)) {
      #expect(abs(level.m - usual) < 1e-9)
    }
  }

  @Test func `blocks without matches are told`() throws {
    let trained = Self.twoKinds(try Self.training(pairs: 3_000, matches: 0, seed: 45))
      .train(name: "made")
    let isTold = trained.warnings.contains {
      if case .fewMatches(block: "one surname", _) = $0 { true } else { false }
    }
    #expect(isTold, "\(trained.warnings)")
  }

  @Test func `blocks of matches alone are told`() throws {
    var training = Self.twoKinds(try Self.training(pairs: 3_000, seed: 46))
    training.blocks = try Self.training(pairs: 3_000, matches: 1, seed: 46).blocks
    let trained = training.train(name: "made")
    let isTold = trained.warnings.contains {
      if case .nearlyAllMatch(block: "one surname", _) = $0 { true } else { false }
    }
    #expect(isTold, "\(trained.warnings)")
  }

  @Test func `rounds that run out are told`() throws {
    var training = Self.twoKinds(try Self.training(pairs: 2_000, seed: 47))
    training.options.mostRounds = 1
    let isTold = training.train(name: "made").warnings.contains {
      if case .notConverged = $0 { true } else { false }
    }
    #expect(isTold)
  }

  @Test func `levels never seen are told, unless they are known otherwise`() throws {
    let training = try Self.training(pairs: 2_000, seed: 48)
    func warnings(_ change: (inout ModelTraining) -> Void) -> [ModelWarning] {
      var changed = training
      changed.randomPairs = training.randomPairs.without(level: 2, of: 0)
      changed.blocks = training.blocks.map {
        TrainingBlock(name: $0.name, patterns: $0.patterns.without(level: 2, of: 0), held: $0.held)
      }
      change(&changed)
      return changed.train(name: "made").warnings
    }
    let inTraining = ModelWarning.levelNeverSeenInTraining(comparison: "surname", level: "level 2")
    let atRandom = ModelWarning.levelNeverSeenAtRandom(comparison: "surname", level: "level 2")
    let both = warnings { _ in }
    #expect(both.contains(inTraining) && both.contains(atRandom), "\(both)")
    let neither = warnings {
      $0.comparisons[0].levels[1].fixedM = 0.1
      $0.comparisons[0].levels[1].fixedU = 0.1
    }
    #expect(!neither.contains(inTraining) && !neither.contains(atRandom), "\(neither)")
  }
}

@Suite struct ModelWarningTests {
  private static func warnings(_ levels: (m: Double, u: Double)...) -> [ModelWarning] {
    let levels = levels.enumerated().map { index, level in
      LevelModel(label: "level \(index + 1)", m: level.m, u: level.u)
    }
    return LinkageModel(
      name: "made", prior: 0.5, comparisons: [ComparisonModel(name: "name", levels: levels)]
    ).warnings
  }

  @Test func `ordered weights need no warning`() {
    #expect(Self.warnings((0.8, 0.1), (0.15, 0.1), (0.05, 0.8)) == [])
    #expect(Self.warnings((0.8, 0.2), (0.1, 0.025), (0.1, 0.775)) == [])
  }

  @Test func `a weaker level that weighs more is told`() {
    #expect(
      Self.warnings((0.5, 0.25), (0.4, 0.1), (0.1, 0.65)) == [
        .weightsOutOfOrder(
          comparison: "name", stronger: "level 1", weaker: "level 2", strongerWeight: 1,
          weakerWeight: 2)
      ])
  }

  @Test
  func `an agreement that speaks against a match is told, and so is a model that knows nothing`() {
    #expect(
      Self.warnings((0.25, 0.5), (0.75, 0.5)) == [
        .agreementSpeaksAgainst(comparison: "name", level: "level 1"),
        .weightsOutOfOrder(
          comparison: "name", stronger: "level 1", weaker: "level 2", strongerWeight: -1,
          weakerWeight: Evidence.weight(m: 0.75, u: 0.5)),
        .collapsed,
      ])
  }

  @Test(arguments: [
    (
      ModelWarning.neverTrained(comparison: "sex"),
      "no training block lets 'sex' free, so its m is only what is usual; add a block whose rule does not use it"
    ),
    (
      .weightsOutOfOrder(
        comparison: "sex", stronger: "a", weaker: "b", strongerWeight: -1.25, weakerWeight: 2),
      "'sex': level 'a' weighs -1.3 bits, less than the weaker level 'b' with 2.0 bits"
    ),
    (
      .nearlyAllMatch(block: "postcode", share: 0.9975),
      "99.8% of the pairs of the training block 'postcode' match; a looser rule would teach more"
    ),
  ])
  func `a warning is a sentence`(_ warning: ModelWarning, _ sentence: String) {
    #expect(warning.sentence == sentence)
  }
}

extension PatternCounts {
  /// The pairs that don't have a level of a comparison.
  fileprivate func without(level: Int, of comparison: Int) -> PatternCounts {
    let rows = patterns.indices.filter {
      shape.level(of: comparison, in: patterns[$0]) != level
    }
    return PatternCounts(
      shape: shape, patterns: rows.map { patterns[$0] }, counts: rows.map { counts[$0] })
  }
}
