import Disk
import Pipelines
import Reports
import SQLiteAccess
import Store
import Synchronization
import Vocabulary

/// One published run, opened to be read for as long as a request needs it: what is published under it changes nothing.
final class Generation: Sendable {
  /// What is known of the run as a whole.
  struct Facts: Sendable {
    var council: String
    var asOf: String
    var program: String
    var warnings: Int
    var errors: Int
    /// What people call agencies, by their words.
    var agencies: [String: String]
    /// The titles of sources that are stale or missing.
    var stale: [String]
    var records: Int
    var people: Int
  }

  let run: RunName
  let facts: Facts
  let queue: [QueueItem]
  /// What pages show of the run as a whole, worked out once.
  let parts: RunParts
  /// What explains weights; nil where the settings are no longer those of the run.
  let analysis: PeopleAnalysis?
  /// The pipeline of the run as its files are now; nil where they can't be read.
  let loaded: LoadedPipeline?
  /// Whether its files have changed since the run.
  let isPipelineChanged: Bool
  /// What families' criteria are asked by; nil where there is no pipeline.
  let families: FamilyDesk?
  /// Where it is worked out what decisions would change; nil where the run can't be explained any more.
  let previews: PreviewDesk?
  /// The families of which concern is new since the run before; nil where there is no run to compare with.
  let wobbles: Wobbles?
  /// Everybody, to be found by name.
  let people: PeopleIndex
  /// Every family, for lists.
  let index: FamilyIndex
  /// Connections, each for one thread at a time.
  private let readers: [Reader]
  private let turn = Atomic<Int>(0)
  /// Families that were looked at, since whoever acts on one sees it several times; a large one takes some hundred KiB.
  private let knownFamilies = Kept<FamilyID, FamilyFacts>(most: 200)
  /// People who were looked at.
  private let knownPeople = Kept<PersonID, PersonFacts>(most: 400)

  private static let connections = 8
  /// What a connection keeps of the file, in KiB, while a part is read: enough for whose records are whose in a run of a
  /// million people, which is asked of each record and pair.
  private static let readingCache = 256 << 10

  /// Opens a run of a workspace and makes ready what its pages need: each part beside the others, by a connection of
  /// its own.
  init(_ run: RunName, in workspace: Workspace, threads: Int) async throws {
    let keeper = RunKeeper(workspace)
    var ledger = try workspace.openLedger()
    let decisions = try ledger.decisions()
    let found = try? keeper.pipeline(of: run)
    let definition = found?.pipeline.definition
    // What takes longest begins first.
    async let analysis = PeopleAnalysis.open(run, in: workspace, threads: threads)
    async let index = Self.part(keeper, run) {
      try FamilyIndex(
        &$0.file, definition?.areas?.table,
        isCohort: definition?.putsForward ?? false)
    }
    async let queue = Self.part(keeper, run) { try RunQueue.items(&$0.file, decisions) }
    async let people = Self.part(keeper, run) { try PeopleIndex(&$0.file) }
    async let whole = Self.part(keeper, run) { opened in
      let facts = try Facts(&opened.file)
      return (facts: facts, parts: try RunParts(&opened.file, facts))
    }
    async let families = Self.part(keeper, run) { opened in
      try definition.flatMap { try FamilyDesk($0, &opened.file, at: run.asOf) }
    }
    async let wobbles = Self.part(keeper, run) { try Wobbles(keeper, &$0) }
    self.run = run
    (facts, parts) = try await whole
    self.queue = try await queue
    self.analysis = try? await analysis
    loaded = found?.pipeline
    isPipelineChanged = found?.isChanged ?? true
    self.families = try await families
    self.wobbles = try await wobbles
    self.people = try await people
    self.index = try await index
    if let analysis = self.analysis, let loaded, !isPipelineChanged {
      previews = PreviewDesk(keeper, run, analysis, loaded.definition, criteria: self.families)
    } else {
      previews = nil
    }
    readers = try (0..<Self.connections).map { _ in try Reader(keeper, run) }
  }

  /// A part of what is made ready, read by a connection of its own.
  private static func part<Part: Sendable>(
    _ keeper: RunKeeper, _ run: RunName, _ read: @Sendable (inout OpenedRun) throws -> Part
  ) async throws -> Part {
    var opened = try keeper.open(run.id)
    try opened.file.connection.apply([.cacheKibibytes(readingCache)])
    return try read(&opened)
  }

  /// What the pipeline says.
  var pipeline: PipelineDefinition? { loaded?.definition }

  /// What the run has of a family, for whoever may see what of it; nil where there is no such family.
  func facts(of family: FamilyID) throws -> FamilyFacts? {
    try knownFamilies.value(family) {
      try read { (file) throws in try FamilyFacts(family, &file, families) }
    }
  }

  /// What the run has of a person, for whoever may see what of it; nil where there is no such person.
  func facts(of person: PersonID) throws -> PersonFacts? {
    try knownPeople.value(person) {
      var facts = try read { (file) throws(DatabaseError) in try PersonFacts(person, &file) }
      facts?.explain(analysis)
      return facts
    }
  }

  /// Lends a connection to the run file: one that is free, or else the next that will be.
  func read<Value: Sendable, Problem: Error>(
    _ body: (inout RunFile) throws(Problem) -> Value
  ) throws(Problem) -> Value {
    let first = next()
    for reader in readers[first...] + readers[..<first] {
      let value = try reader.run.withLockIfAvailable { (opened) throws(Problem) in
        try body(&opened.file)
      }
      if let value { return value }
    }
    return try readers[first].run.withLock { (opened) throws(Problem) in
      try body(&opened.file)
    }
  }

  /// Where to look for a free connection first.
  private func next() -> Int {
    let number = turn.add(1, ordering: .relaxed).newValue
    return (number & Int.max) % readers.count
  }

  /// A connection that threads take in turn.
  private final class Reader: Sendable {
    let run: Mutex<OpenedRun>

    /// What each connection keeps of the file, in KiB, so that pages that come again are not read again.
    private static let cache = 24 << 10

    init(_ keeper: RunKeeper, _ name: RunName) throws {
      var opened = try keeper.open(name.id)
      try opened.file.connection.apply([
        .cacheKibibytes(Self.cache), .temporaryStore(.memory),
      ])
      run = Mutex(opened)
    }
  }
}
