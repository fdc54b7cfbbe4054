/// Trains a model without labels: the prior, u from random pairs, m from training blocks.
public struct ModelTraining: Sendable, Equatable {
  /// What a level is, before anything is learned.
  public struct Level: Sendable, Equatable {
    /// What the level is called.
    public var label: String
    /// m, when the settings fix it.
    public var fixedM: Double?
    /// u, when the settings fix it.
    public var fixedU: Double?

    /// Makes a level.
    public init(label: String, fixedM: Double? = nil, fixedU: Double? = nil) {
      self.label = label
      self.fixedM = fixedM
      self.fixedU = fixedU
    }
  }

  /// What a comparison is, before anything is learned.
  public struct Comparison: Sendable, Equatable {
    /// What the comparison is called.
    public var name: String
    /// Its levels, the strongest first.
    public var levels: [Level]
    /// The share of all pairs with equal values, when level 1 is equality of one column.
    public var exactAgreement: Double?

    /// Makes a comparison.
    public init(name: String, levels: [Level], exactAgreement: Double? = nil) {
      self.name = name
      self.levels = levels
      self.exactAgreement = exactAgreement
    }
  }

  /// Where the prior comes from.
  public enum PriorSource: Sendable, Equatable {
    /// The settings fix it.
    case fixed(Double)
    /// Deterministic rules found so many pairs, which are this share of all matches.
    case rules(pairsFound: Int, recall: Double)
    /// It is learned from the training blocks.
    case automatic
  }

  /// The comparisons, in the order of the settings.
  public var comparisons: [Comparison]
  /// Patterns of pairs chosen at random among all pairs.
  public var randomPairs: PatternCounts
  /// How many pairs of records there are.
  public var totalPairs: Int
  /// Where the prior comes from.
  public var prior: PriorSource
  /// The training blocks.
  public var blocks: [TrainingBlock]
  /// How m is estimated.
  public var options: EstimationOptions

  /// Makes a training.
  public init(
    comparisons: [Comparison], randomPairs: PatternCounts, totalPairs: Int,
    prior: PriorSource = .automatic, blocks: [TrainingBlock],
    options: EstimationOptions = EstimationOptions()
  ) {
    let levelCounts = comparisons.map(\.levels.count)
    precondition(randomPairs.shape.levelCounts == levelCounts, "random pairs have these levels")
    precondition(
      blocks.allSatisfy { $0.patterns.shape == randomPairs.shape }, "blocks have these levels")
    self.comparisons = comparisons
    self.randomPairs = randomPairs
    self.totalPairs = totalPairs
    self.prior = prior
    self.blocks = blocks
    self.options = options
  }

  /// Trains the model.
  ///
  /// u, m and the prior depend on one another a little: the matches among the random pairs are taken
  /// off u, and who they are takes m and the prior. So all is estimated a few times over.
  public func train(
    name: String, version: Int = 1, settingsDigest: String = "", settings: String = ""
  ) -> TrainedModel {
    let presence = Prior.presence(in: randomPairs)
    let usual = comparisons.map { UsualLikelihoods.m(levels: $0.levels.count) }
    var prior = priorBeforeTraining
    var m = usual
    var u = likelihoodsAmongStrangers(prior: prior, m: m)
    var estimation = ExpectationMaximisation(
      blocks: blocks, u: u, usual: usual,
      fixed: comparisons.map { $0.levels.map(\.fixedM) }, options: options)
    var estimate = estimation.run()
    for _ in 0..<Self.repetitions {
      prior = priorAfter(estimate, presence: presence)
      m = estimate.m
      u = likelihoodsAmongStrangers(prior: prior, m: m)
      estimate = estimation.run(withU: u)
    }
    let model = LinkageModel(
      name: name, version: version, prior: priorAfter(estimate, presence: presence),
      priorOrigin: priorOrigin, comparisons: comparisonModels(u: u, estimate: estimate),
      lookAlikes: lookAlikes(estimate), settingsDigest: settingsDigest, settings: settings)
    return TrainedModel(
      model: model, estimate: estimate, warnings: warnings(about: model, estimate))
  }

  /// How often u and m are estimated anew: each time changes u by a small part of the change before.
  private static let repetitions = 2
}

extension ModelTraining {
  private var priorBeforeTraining: Double {
    switch prior {
    case .fixed(let prior): prior
    case .rules(let pairs, let recall):
      Prior.fromRules(pairsFound: pairs, recall: recall, totalPairs: totalPairs)
    case .automatic: 0
    }
  }

  private func priorAfter(_ estimate: MatchEstimate, presence: [Double]) -> Double {
    guard case .automatic = prior else { return priorBeforeTraining }
    return Prior.automatic(from: estimate, presence: presence, totalPairs: totalPairs)
  }

  private var priorOrigin: ParameterOrigin {
    switch prior {
    case .fixed: .settings
    case .rules(_, let recall): .rules(recall: recall)
    case .automatic: .blocks(blocks.map(\.name))
    }
  }

  private func likelihoodsAmongStrangers(prior: Double, m: [[Double]]) -> [[Double]] {
    let u = RandomPairEstimate.u(
      among: randomPairs, prior: prior, m: m, exactAgreement: comparisons.map(\.exactAgreement))
    return comparisons.indices.map { Self.fixed(comparisons[$0].levels.map(\.fixedU), in: u[$0]) }
  }

  /// The likelihoods with what the settings fix; the other levels share what is left.
  private static func fixed(_ fixed: [Double?], in likelihoods: [Double]) -> [Double] {
    let left = 1 - fixed.reduce(0) { $0 + ($1 ?? 0) }
    var free = 0.0
    for level in fixed.indices where fixed[level] == nil { free += likelihoods[level] }
    return fixed.indices.map { fixed[$0] ?? likelihoods[$0] * left / free }
  }

  private func comparisonModels(u: [[Double]], estimate: MatchEstimate) -> [ComparisonModel] {
    comparisons.enumerated().map { index, comparison in
      let teachers = blocks.filter { !$0.held.contains(index) }.map(\.name)
      let pairs = randomPairs.levels(of: index).dropFirst().reduce(0, +)
      let levels = comparison.levels.enumerated().map { place, level in
        let isExact = place == 0 && comparison.exactAgreement != nil
        let learned: ParameterOrigin = teachers.isEmpty ? .usual : .blocks(teachers)
        let counted: ParameterOrigin = isExact ? .valueFrequencies : .randomPairs(pairs)
        return LevelModel(
          label: level.label, m: estimate.m[index][place], u: u[index][place],
          mOrigin: level.fixedM == nil ? learned : .settings,
          uOrigin: level.fixedU == nil ? counted : .settings)
      }
      return ComparisonModel(name: comparison.name, levels: levels)
    }
  }

  private func lookAlikes(_ estimate: MatchEstimate) -> [LookAlikes] {
    estimate.blocks.filter { $0.lookAlikes > 0 }
      .map { LookAlikes(of: $0, totalPairs: totalPairs) }
  }
}
