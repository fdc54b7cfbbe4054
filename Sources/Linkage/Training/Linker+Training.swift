extension Linker {
  /// Estimates a model from the records themselves.
  public func train(
    version: Int = 1, settingsDigest: String = "", settingsText: String = ""
  ) async -> TrainedModel {
    let random = await RandomPairs(table, mode: mode, wanted: settings.training.randomPairs)
      .patterns(comparisons, threads: threads)
    var planner = Self.planner(settings, table, mode, threads, builder)
    let rules = trainingRules
    await planner.find(
      (rules.rules + settings.training.certainRules).map { $0.parts.map(builder.place) }
        + settings.comparisons.compactMap(equalPlaces))
    let found = planner
    var options = EstimationOptions()
    options.knowsLookAlikes = settings.training.lookAlikes
    let presence = Prior.presence(in: random)
    let agreements = await Parallel.map(settings.comparisons.count, threads: threads) {
      exactAgreement(settings.comparisons[$0], presence: presence[$0], found)
    }
    let training = ModelTraining(
      comparisons: zip(settings.comparisons, agreements).map(trainingComparison),
      randomPairs: random,
      totalPairs: totalPairs, prior: await prior(found), blocks: await trainingBlocks(rules, found),
      options: options)
    var trained = training.train(
      name: settings.name, version: version, settingsDigest: settingsDigest,
      settings: settingsText)
    if case .rules = trained.model.priorOrigin { trained.model.priorRecords = table.count }
    return trained
  }

  private func trainingComparison(
    _ comparison: ComparisonSettings, _ exactAgreement: Double?
  ) -> ModelTraining.Comparison {
    ModelTraining.Comparison(
      name: comparison.name,
      levels: comparison.levels.map {
        ModelTraining.Level(label: $0.label, fixedM: $0.fixedM, fixedU: $0.fixedU)
      },
      exactAgreement: exactAgreement)
  }

  /// The chance of equal values, computed and not sampled, where the first level is plain equality.
  ///
  /// In a large file the chance of one name and one address is so small that a sample may hold no such
  /// pair at all. `presence` is the share of pairs that reach any level of the comparison.
  private func exactAgreement(
    _ comparison: ComparisonSettings, presence: Double, _ planner: BlockingPlanner
  ) -> Double? {
    guard totalPairs > 0, presence > 0, let places = equalPlaces(comparison),
      let pairs = planner.equalPairs(in: places)
    else { return nil }
    return min(1, Double(pairs) / (Double(totalPairs) * presence))
  }

  /// What is equal in two records on the first level of a comparison, if that is plain equality.
  private func equalPlaces(_ comparison: ComparisonSettings) -> [Int]? {
    comparison.levels[0].condition.flatMap(AutomaticBlocks.equalities)?.map(builder.place)
  }

  private func prior(_ planner: BlockingPlanner) async -> ModelTraining.PriorSource {
    if let prior = settings.training.prior { return .fixed(prior) }
    let rules = settings.training.certainRules
    guard !rules.isEmpty else { return .automatic }
    let walk = PairWalk(
      plan: await planner.plan(rules, place: builder.place), table: table, mode: mode)
    let pieces = walk.pieces(ofRules: 0..<walk.plan.rules.count)
    let found = await Parallel.map(pieces.count, threads: threads) { number in
      var count = 0
      walk.forEachPair(in: pieces[number]) { _, _ in count += 1 }
      return count
    }
    return .rules(pairsFound: found.reduce(0, +), recall: settings.training.certainRecall)
  }

  /// The training blocks of the settings, or those that may suit the comparisons.
  private var trainingRules: (rules: [BlockingRule], areAutomatic: Bool) {
    let own = settings.training.blocks
    guard own.isEmpty else { return (own, false) }
    let automatic = AutomaticBlocks(settings).rules
    return automatic.isEmpty ? (settings.blocking, false) : (automatic, true)
  }

  /// The blocks of the settings, or those that suit the comparisons best.
  private func trainingBlocks(
    _ wanted: (rules: [BlockingRule], areAutomatic: Bool), _ planner: BlockingPlanner
  ) async -> [TrainingBlock] {
    let rules = wanted.rules
    var plans: [BlockingPlan] = []
    for rule in rules { plans.append(await planner.plan([rule], place: builder.place)) }
    var chosen = Array(rules.indices)
    if wanted.areAutomatic {
      let blocks = rules.indices.map { (held: held(by: rules[$0]), pairs: plans[$0].pairs) }
      chosen = AutomaticBlocks.chosen(blocks, comparisons: settings.comparisons.count)
    }
    var blocks: [TrainingBlock] = []
    for number in chosen {
      let patterns = BlockPatterns(
        walk: PairWalk(plan: plans[number], table: table, mode: mode), comparisons: comparisons,
        mostPairs: settings.training.pairsPerBlock, threads: threads)
      blocks.append(
        TrainingBlock(
          name: rules[number].text, patterns: await patterns.count(), held: held(by: rules[number]))
      )
    }
    return blocks
  }

  /// The comparisons that look at anything the rule demands.
  private func held(by rule: BlockingRule) -> [Int] {
    let demanded = Set(builder.allRoots(of: rule.parts))
    return settings.comparisons.indices.filter { number in
      let tests = settings.comparisons[number].levels.flatMap { $0.condition?.tests ?? [] }
      return !demanded.isDisjoint(with: builder.allRoots(of: tests.flatMap(\.inputs)))
    }
  }
}
