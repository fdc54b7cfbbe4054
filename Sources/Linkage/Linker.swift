/// Links records: finds the pairs worth comparing, estimates a model, weighs pairs, forms clusters.
///
///     let linker = await Linker(settings, chunks: chunks, sources: ["a", "b"], threads: 2)
///     let trained = await linker.train()
///     let scored = await linker.score(with: trained.model)
///     let clustering = linker.cluster(scored, with: trained.model)
///
/// It reads and writes no file, and gives the same whatever the number of threads.
public struct Linker: Sendable {
  /// What the linkage is told.
  public let settings: LinkageSettings
  /// The records.
  public let table: RecordTable
  /// Which records are compared.
  public let mode: LinkageMode
  /// How many pieces of work are done at once.
  public let threads: Int
  let builder: RecordTableBuilder
  let comparisons: PreparedComparisons
  let plan: BlockingPlan

  /// Prepares the records and finds their blocks.
  public init(
    _ settings: LinkageSettings, chunks: consuming [RecordChunk], sources: [String], threads: Int
  ) async {
    self.settings = settings
    self.threads = threads
    mode = settings.mode ?? (sources.count > 1 ? .both : .deduplicate)
    builder = RecordTableBuilder(settings)
    table = await builder.build(chunks, sources: sources, threads: threads)
    comparisons = PreparedComparisons(settings, table, builder)
    let planner = Self.planner(settings, table, mode, threads, builder)
    plan = await planner.plan(settings.blocking, place: builder.place)
  }

  /// What each rule costs and finds.
  public var estimates: [RuleEstimate] { plan.estimates }

  /// Blocks that were too large to be compared whole.
  public var largeBlocks: [LargeBlock] { plan.largeBlocks }

  /// How many pairs of records there are at all.
  public var totalPairs: Int { RandomPairs.pairCount(table, mode) }

  // MARK: Scoring

  /// Weighs all pairs that the blocking rules make.
  public func score(with model: LinkageModel) async -> ScoredPairs {
    let scorer = PairScorer(
      walk: PairWalk(plan: plan, table: table, mode: mode), comparisons: comparisons,
      scores: scores(model),
      keepWeight: Evidence.weight(ofProbability: max(1e-12, settings.keepProbability)),
      threads: threads)
    return await scorer.score()
  }

  func scores(_ model: LinkageModel) -> ScoreTable {
    ScoreTable(model, settings, table, comparisons.shape, place: builder.place)
  }

  // MARK: Clusters

  /// Forms clusters of the pairs that were kept.
  ///
  /// Where a group of records does not hang together well, the pairs in it that no rule had brought
  /// together are weighed after all.
  public func cluster(_ scored: ScoredPairs, with model: LinkageModel) -> Clustering {
    let join = Evidence.weight(
      ofProbability: min(max(settings.clusters.joinProbability, 1e-12), 1 - 1e-12))
    let late = LateScorer(comparisons, table, scores(model))
    return Clustering(
      ofRecords: table.count, ranks: table.ranks, pairs: scored.pairs,
      rules: ClusterRules(joinWeight: join), constraints: constraints(scored),
      scoring: { Float(late.weight($0, $1)) })
  }

  private func constraints(_ scored: ScoredPairs) -> ClusterConstraints {
    let identifiers = settings.clusters.neverTwo.map { expression in
      let place = builder.place(expression)
      return ClusterConstraints.Identifier(
        codes: (0..<table.count).map { table.rows[$0 * table.width + place] })
    }
    let exclusions = settings.clusters.withoutDuplicates.isEmpty ? [] : [sourceExclusion()]
    return ClusterConstraints(
      identifiers: identifiers, exclusions: exclusions, forbidden: forbidden(scored))
  }

  /// Of a source without duplicates, a cluster holds one record at most.
  private func sourceExclusion() -> ClusterConstraints.Exclusion {
    let once = table.sources.map { settings.clusters.withoutDuplicates.contains($0) }
    return ClusterConstraints.Exclusion(
      codes: table.sourceOf.map { once[Int($0)] ? Int32($0) + 1 : 0 })
  }

  /// The kept pairs that a rule of the settings keeps apart whatever else agrees.
  private func forbidden(_ scored: ScoredPairs) -> [ClusterConstraints.ForbiddenPair] {
    let programs = settings.clusters.never.map {
      ComparisonProgram($0, in: table, place: builder.place)
    }
    guard !programs.isEmpty else { return [] }
    return scored.pairs.compactMap { pair in
      let isForbidden = programs.contains { $0.level(pair.left, pair.right, table) == 1 }
      return isForbidden ? .init(pair.left, pair.right) : nil
    }
  }

  static func planner(
    _ settings: LinkageSettings, _ table: RecordTable, _ mode: LinkageMode, _ threads: Int,
    _ builder: RecordTableBuilder
  ) -> BlockingPlanner {
    var cutters: [Int] = []
    for rule in settings.blocking {
      for part in rule.parts.map(builder.place) where !cutters.contains(part) {
        cutters.append(part)
      }
    }
    return BlockingPlanner(
      table: table, mode: mode, budget: settings.budget, threads: threads, cutters: cutters)
  }
}

extension Linker {
  /// The kept pairs as lines of text.
  public func lines(of scored: ScoredPairs) -> PairLines {
    PairLines(table, scored, comparisons.shape)
  }

  /// Does pieces of work on the linker's cores, with results in their order.
  public func eachPiece<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    await Parallel.map(count, threads: threads, body)
  }
}
