import Pipelines
import SQLiteAccess
import Store

/// What is read of a run before its first page is shown: each part beside the others, by a connection of its own.
struct GenerationReading: Sendable {
  let facts: Generation.Facts
  let queue: [QueueItem]
  let parts: RunParts
  /// Nil where the settings are no longer those of the run.
  let analysis: PeopleAnalysis?
  /// The pipeline of the run as its files are now; nil where they can't be read.
  let pipeline: LoadedPipeline?
  /// Whether its files have changed since the run.
  let isPipelineChanged: Bool
  let families: FamilyDesk?
  let wobbles: Wobbles?
  let people: PeopleIndex
  let index: FamilyIndex

  static func read(
    _ run: RunName, in workspace: Workspace, threads: Int
  ) async throws -> GenerationReading {
    let keeper = RunKeeper(workspace)
    var ledger = try workspace.openLedger()
    let decisions = try ledger.decisions()
    let found = try? keeper.pipeline(of: run)
    let definition = found?.pipeline.definition
    // What takes longest begins first.
    async let analysis = PeopleAnalysis.open(run, in: workspace, threads: threads)
    async let index = part(keeper, run) { try FamilyIndex(&$0.file, definition?.areas?.table) }
    async let people = part(keeper, run) { try PeopleIndex(&$0.file) }
    async let queue = part(keeper, run) { try RunQueue.items(&$0.file, decisions) }
    async let whole = part(keeper, run) { opened in
      let facts = try Generation.Facts(&opened.file)
      return (facts: facts, parts: try RunParts(&opened.file, facts))
    }
    async let families = part(keeper, run) { opened in
      try definition.flatMap { try FamilyDesk($0, &opened.file, at: run.asOf) }
    }
    async let wobbles = part(keeper, run) { try Wobbles(keeper, &$0) }
    let (facts, parts) = try await whole
    return GenerationReading(
      facts: facts, queue: try await queue, parts: parts, analysis: try? await analysis,
      pipeline: found?.pipeline, isPipelineChanged: found?.isChanged ?? true,
      families: try await families, wobbles: try await wobbles, people: try await people,
      index: try await index)
  }

  private static func part<Part: Sendable>(
    _ keeper: RunKeeper, _ run: RunName, _ read: @Sendable (inout OpenedRun) throws -> Part
  ) async throws -> Part {
    var opened = try keeper.open(run.id)
    return try read(&opened)
  }
}

extension Generation.Facts {
  fileprivate init(_ file: inout RunFile) throws(DatabaseError) {
    let notes = try file.notes()
    let counts = try file.findingCounts()
    let sources = try file.sourceSummaries()
    let summary = try file.linkageFacts()
    self.init(
      council: notes["council"] ?? "", asOf: notes["as_of"] ?? "",
      program: notes["program"] ?? "", warnings: counts.warnings, errors: counts.errors,
      agencies: try file.agencyTitles(),
      stale: sources.filter {
        $0.state?.freshness == .stale || $0.state?.freshness == .missing
      }.map(\.title), records: Int(summary["records"] ?? "") ?? 0,
      people: Int(summary["people"] ?? "") ?? 0)
  }
}
