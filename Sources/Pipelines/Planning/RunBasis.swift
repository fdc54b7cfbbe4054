import Disk
public import Store
import Vocabulary

/// What beside files goes into a run: how far the ledger had come, and the run from which ids are carried on.
public struct RunBasis: Hashable, Sendable {
  /// The ledger up to the last entry that runs heed: a decision, or what was entered of families and claims.
  public var ledger = LedgerHead.beginning
  /// The run before.
  public var previous: PreviousRun?
  /// The fingerprint of the key of public references; nil where no family is in the programme, so that none is used.
  public var references: String?

  /// Nothing was decided, and no run came before.
  public init() {}
}

/// The run from which ids are carried on, by content.
public struct PreviousRun: Hashable, Sendable {
  /// The run.
  public var run: RunName
  /// The SHA-256 of its `run.db`, in hexadecimal.
  public var sha256: String
}

/// A basis as manifests and requests note it.
struct BasisRecord: Codable, Equatable {
  /// The ledger up to the last entry that was heeded; nil where nothing was.
  var ledger: LedgerRecord?
  /// The run before; nil where there was none.
  var previous: PreviousRecord?
  /// The fingerprint of the key of public references; nil where none is used.
  var references: String?

  struct LedgerRecord: Codable, Equatable {
    var entries: Int
    var sha256: String
  }

  struct PreviousRecord: Codable, Equatable {
    var run: String
    var sha256: String
  }

  init(_ basis: RunBasis) {
    if basis.ledger.entries > 0 {
      ledger = LedgerRecord(entries: basis.ledger.entries, sha256: basis.ledger.digest)
    }
    previous = basis.previous.map {
      PreviousRecord(run: $0.run.description, sha256: $0.sha256)
    }
    references = basis.references
  }

  /// The basis that was noted; nil where the note is none.
  var basis: RunBasis? {
    var basis = RunBasis()
    basis.references = references
    if let ledger { basis.ledger = LedgerHead(entries: ledger.entries, digest: ledger.sha256) }
    if let previous {
      guard let run = RunName(link: "runs/\(previous.run)") else { return nil }
      basis.previous = PreviousRun(run: run, sha256: previous.sha256)
    }
    return basis
  }
}

extension RunKeeper {
  /// What a run of a day would start from now.
  func currentStart(asOf: Day, _ options: RunOptions) throws -> RunStart {
    var start = RunStart()
    try heed(through: .max, renewingReferences: options.renewsReferences, &start)
    start.basis.previous = try previousRun(before: asOf)
    return start
  }

  /// What a run that was begun before starts from, by its request, with the entries of then.
  func notedStart(by request: RequestRecord) throws -> RunStart {
    var start = RunStart()
    start.basis = request.basis?.basis ?? RunBasis()
    if start.basis.ledger.entries > 0 {
      try heed(
        through: start.basis.ledger.entries,
        renewingReferences: request.renewsReferences ?? false, &start)
    }
    return start
  }

  /// Reads what the ledger says up to an entry, and notes the last entry that was heeded.
  private func heed(
    through last: Int, renewingReferences: Bool, _ start: inout RunStart
  ) throws {
    guard try Files.kind(of: workspace.ledger) != nil else {
      // Without its entries every decision would be forgotten.
      let noted = try Ledger.notedHead(of: workspace)?.entries ?? (last == .max ? 0 : last)
      guard noted == 0 else { throw RunProblem.ledgerDamaged(.cutShort(to: 0, of: noted)) }
      return
    }
    var ledger = try Ledger(workspace)
    start.decisions = try ledger.decisions(through: last)
    let (programme, lastEntry) = try ledger.programme(through: last)
    start.programme = programme
    let head = max(start.decisions.last?.number ?? 0, lastEntry)
    start.basis.ledger =
      head == 0 ? .beginning : LedgerHead(entries: head, digest: try ledger.digest(of: head))
    // The key is read only where it is used, so that two machines agree on runs that use none.
    let isUnused = programme.cohort.isEmpty && programme.claims.isEmpty
    start.references =
      isUnused ? nil : try PublicReferences(workspace, isRenewed: renewingReferences)
    start.basis.references = start.references?.fingerprint
  }

  /// The run of an earlier day from which ids are carried on: the live one, or the one that it came from, and so back.
  ///
  /// A run made again for a day starts from where the first one for that day started, so it is the same run again.
  private func previousRun(before asOf: Day) throws -> PreviousRun? {
    guard let live = try workspace.liveRun() else { return nil }
    guard live.asOf >= asOf else {
      let runFile = try Manifest.read(in: workspace.folder(of: live))?.outputs
        .first { $0.path == RunBuilder.runFileName }
      // To start from nothing would give people and families other ids, and nobody would be told.
      guard let runFile else { throw RunProblem.previousGone(live) }
      return PreviousRun(run: live, sha256: runFile.sha256)
    }
    var run = live
    while true {
      let folder = workspace.folder(of: run)
      let request = try RequestRecord.read(in: folder)
      let manifest = try Manifest.read(in: folder)
      guard request != nil || manifest != nil else { throw RunProblem.previousGone(run) }
      guard let previous = (request?.basis ?? manifest?.basis)?.basis?.previous else { return nil }
      if previous.run.asOf < asOf { return previous }
      run = previous.run
    }
  }
}
