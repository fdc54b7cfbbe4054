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
  /// Does pieces of work on the linker's cores, with results in their order.
  public func eachPiece<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    await Parallel.map(count, threads: threads, body)
  }
}
