import Disk
import Store
import Vocabulary

/// What the ledger says of a run: that it was published, or that it was gone back to.
struct NotedRun {
  var kind: Kind
  /// The run's name.
  var run: String
  /// When, in UTC.
  var at: String

  enum Kind: String {
    case publish, rollback
  }
}

/// Taking runs back, by what the ledger says was live.
extension RunKeeper {
  /// Makes an earlier run the live one again: the one named, or the one that was live before this one.
  public func rollBack(to letters: String?) throws -> RunName {
    try Files.createFolder(workspace.folder)
    let lock = try Self.take(workspace.lock)
    defer { extendLifetime(lock) }
    let target = try letters.map { try find($0) } ?? previousLive()
    let folder = workspace.folder(of: target)
    guard try Self.publishedResults(in: folder) != nil else { throw RunProblem.notBuilt(target) }
    var ledger = try workspace.openLedger()
    try ledger.append(
      kind: NotedRun.Kind.rollback.rawValue, at: SystemClock.now().text, by: Account.name,
      content: JSONValue.members([("run", .text(target.description))]).line)
    try workspace.makeLive(target)
    return target
  }

  /// What the ledger says of runs, oldest first.
  func notedRuns() throws -> [NotedRun] {
    guard try Files.kind(of: workspace.ledger) != nil else { return [] }
    var ledger = try workspace.openLedger()
    return try ledger.entries().compactMap { entry in
      guard let kind = NotedRun.Kind(rawValue: entry.kind),
        let content = try? JSON.read(LedgerContent.self, Array(entry.content.utf8))
      else { return nil }
      return NotedRun(kind: kind, run: content.run, at: entry.at)
    }
  }

  /// The run that was live before the one that is, by the ledger.
  private func previousLive() throws -> RunName {
    guard let live = try workspace.liveRun() else { throw RunProblem.nothingLive }
    let all = try workspace.allRuns()
    for name in Self.before(live.description, try notedRuns()).reversed() {
      if let run = all.first(where: { $0.description == name }) { return run }
    }
    throw RunProblem.nothingBefore(live)
  }

  /// The runs that were live one after the other before a run, the newest last, without those that were taken back: who goes
  /// back twice goes back two runs, and not to the one that was bad.
  static func before(_ live: String, _ noted: [NotedRun]) -> [String] {
    var stack: [String] = []
    for entry in noted {
      if let place = stack.lastIndex(of: entry.run),
        entry.kind == .rollback || place == stack.count - 1
      {
        stack.removeSubrange((place + 1)...)
      } else {
        stack.append(entry.run)
      }
    }
    // What stands above the live run was noted and never made live.
    if let place = stack.lastIndex(of: live) { stack.removeSubrange(place...) }
    return stack.filter { $0 != live }
  }
}

extension LedgerFile.Entry {
  /// Whether it says which run is live, and not what somebody decided.
  var isOfRuns: Bool { NotedRun.Kind(rawValue: kind) != nil }
}

/// What the ledger notes of a run.
private struct LedgerContent: Codable {
  var run: String
}
