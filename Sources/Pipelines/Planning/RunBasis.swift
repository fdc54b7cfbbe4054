import Disk
public import Store
import Vocabulary

/// What beside files goes into a run: how far the decisions had come, and the run from which ids are carried on.
public struct RunBasis: Hashable, Sendable {
  /// The ledger up to its last decision.
  public var ledger = LedgerHead.beginning
  /// The run before.
  public var previous: PreviousRun?

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
  /// The ledger up to its last decision; nil where nothing was decided.
  var ledger: LedgerRecord?
  /// The run before; nil where there was none.
  var previous: PreviousRecord?

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
  }

  /// The basis that was noted; nil where the note is none.
  var basis: RunBasis? {
    var basis = RunBasis()
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
  func currentBasis(asOf: Day) throws -> (basis: RunBasis, decisions: [NotedDecision]) {
    var basis = RunBasis()
    let decisions = try self.decisions(through: .max, &basis)
    basis.previous = try previousRun(before: asOf)
    return (basis, decisions)
  }

  /// What a run that was begun before starts from, with the decisions of then.
  func notedBasis(of run: RunName) throws -> (basis: RunBasis, decisions: [NotedDecision]) {
    let folder = workspace.folder(of: run)
    let noted = RequestRecord.read(in: folder)?.basis?.basis ?? RunBasis()
    var basis = noted
    let decisions =
      noted.ledger.entries > 0 ? try self.decisions(through: noted.ledger.entries, &basis) : []
    return (basis, decisions)
  }

  private func decisions(through last: Int, _ basis: inout RunBasis) throws -> [NotedDecision] {
    guard try Files.kind(of: workspace.ledger) != nil else { return [] }
    var ledger = try Ledger(workspace)
    let decisions = try ledger.decisions(through: last)
    basis.ledger =
      try decisions.last.map { last in
        LedgerHead(entries: last.number, digest: try ledger.digest(of: last.number))
      } ?? .beginning
    return decisions
  }

  /// The run of an earlier day from which ids are carried on: the live one, or the one that it came from, and so back.
  ///
  /// A run made again for a day starts from where the first one for that day started, so it is the same run again.
  private func previousRun(before asOf: Day) throws -> PreviousRun? {
    guard let live = try workspace.liveRun() else { return nil }
    guard live.asOf >= asOf else {
      let runFile = Manifest.read(in: workspace.folder(of: live))?.outputs
        .first { $0.path == RunBuilder.runFileName }
      return runFile.map { PreviousRun(run: live, sha256: $0.sha256) }
    }
    var run = live
    while true {
      let folder = workspace.folder(of: run)
      let noted = RequestRecord.read(in: folder)?.basis ?? Manifest.read(in: folder)?.basis
      guard let previous = noted?.basis?.previous else { return nil }
      if previous.run.asOf < asOf { return previous }
      run = previous.run
    }
  }
}
