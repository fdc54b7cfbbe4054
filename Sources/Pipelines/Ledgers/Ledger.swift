import Disk
public import SQLiteAccess
public import Store
public import Vocabulary
import YAMLFiles

/// The ledger of a workspace, with the note beside it of how far it had come.
///
/// The chain shows every entry that was changed, put in, taken out or moved; the note shows entries that are missing at
/// the end, of which a chain cannot know.
public struct Ledger: ~Copyable {
  var file: LedgerFile
  let workspace: Workspace

  /// Opens the ledger, making it where it is missing; only its owner may read it.
  public init(_ workspace: Workspace) throws {
    self.workspace = workspace
    try Files.createFolder(workspace.folder)
    try PrivateFile.make(workspace.ledger)
    file = try LedgerFile(path: workspace.ledger.text)
  }

  // MARK: Reading

  /// The entries, oldest first.
  public mutating func entries() throws(DatabaseError) -> [LedgerFile.Entry] {
    try file.entries()
  }

  /// The place of the first entry that is not as it was written; nil where all are.
  public mutating func firstBrokenEntry() throws(DatabaseError) -> Int? {
    try file.firstBrokenEntry()
  }

  /// How far the ledger has come.
  public mutating func head() throws(DatabaseError) -> LedgerHead { try file.head() }

  /// The digest of an entry; empty where there is none.
  mutating func digest(of number: Int) throws(DatabaseError) -> String {
    try file.digest(of: number) ?? ""
  }

  /// The decisions up to an entry, oldest first; a ledger that is not as it was written is refused.
  public mutating func decisions(through last: Int = .max) throws -> [NotedDecision] {
    if let fault = try chainFault() { throw RunProblem.ledgerDamaged(fault) }
    var mistakes: [YAMLMistake] = []
    let decisions = try file.entries(ofKind: Decision.entryKind, through: last).compactMap {
      DecisionReader.noted($0, mistakes: &mistakes)
    }
    if let first = mistakes.first {
      throw RunProblem.ledgerDamaged(
        .unreadable(at: Int(first.file) ?? 0, first.what))
    }
    return decisions
  }

  /// What was entered of families' lives and of claims up to an entry, and the last entry of these kinds; 0 for none.
  mutating func programme(through last: Int) throws -> (ProgrammeEntries, last: Int) {
    var entries: [LedgerFile.Entry] = []
    for kind in ProgrammeEntries.kinds {
      entries += try file.entries(ofKind: kind, through: last)
    }
    entries.sort { $0.number < $1.number }
    return (try Self.programme(entries), entries.last?.number ?? 0)
  }

  private static func programme(_ entries: [LedgerFile.Entry]) throws -> ProgrammeEntries {
    do throws(ProgrammeProblem) {
      return try ProgrammeEntries(entries)
    } catch {
      guard case .unreadable(let number, let what) = error else { throw error }
      throw RunProblem.ledgerDamaged(.unreadable(at: number, what))
    }
  }

  /// What is wrong with the ledger, if anything is: its chain, its end, and what its entries say.
  public mutating func fault() throws -> LedgerFault? {
    if let fault = try chainFault() { return fault }
    do {
      _ = try decisions()
      _ = try programme(through: .max)
      return nil
    } catch RunProblem.ledgerDamaged(let fault) {
      return fault
    }
  }

  private mutating func chainFault() throws -> LedgerFault? {
    try file.fault(since: try Self.notedHead(of: workspace))
  }

  /// How far the ledger had come when something was last added; nil where nobody noted it.
  static func notedHead(of workspace: Workspace) throws -> LedgerHead? {
    guard try Files.kind(of: workspace.ledgerHead) != nil else { return nil }
    let text = String(decoding: try Files.read(workspace.ledgerHead), as: UTF8.self)
    // A note that cannot be read says that somebody has been at it.
    return LedgerHead(text: text) ?? LedgerHead(entries: .max, digest: "")
  }

  // MARK: Adding

  /// Adds an entry.
  public mutating func append(
    kind: String, at: String, by: String, content: String
  ) throws {
    try append([LedgerFile.NewEntry(kind: kind, at: at, by: by, content: content)])
  }

  /// Adds decisions that were judged by those up to an entry, all of them or none, and tells their numbers; nil, with nothing
  /// added, where somebody else has decided since.
  ///
  /// Whoever makes them is told which entry comes before them.
  mutating func append(
    judgedUpTo last: Int, _ decisionsAfter: (Int) -> [Decision]
  ) throws -> [Int]? {
    var first = 0
    let head = try append(judgedBy: [Decision.entryKind], upTo: last) { before in
      first = before + 1
      return decisionsAfter(before).map {
        LedgerFile.NewEntry(kind: Decision.entryKind, at: $0.at, by: $0.by, content: $0.content)
      }
    }
    return head.map { Array(first..<($0.entries + 1)) }
  }

  /// Adds entries, all of them or none, and tells how far the ledger has come.
  @discardableResult
  mutating func append(_ entries: [LedgerFile.NewEntry]) throws -> LedgerHead {
    // Nothing is added to a ledger that somebody has been at: the new note would hide it.
    if let fault = try chainFault() { throw RunProblem.ledgerDamaged(fault) }
    let head = try file.append(entries)
    try noteHead()
    return head
  }

  /// Adds entries that were judged by those of some kinds; nil, with nothing added, where one of these has come since.
  mutating func append(
    judgedBy kinds: [String], upTo last: Int, _ entriesAfter: (Int) -> [LedgerFile.NewEntry]
  ) throws -> LedgerHead? {
    if let fault = try chainFault() { throw RunProblem.ledgerDamaged(fault) }
    guard let head = try file.append(judgedBy: kinds, upTo: last, entriesAfter) else { return nil }
    try noteHead()
    return head
  }

  /// Notes beside the ledger how far it has come.
  ///
  /// Nobody adds anything meanwhile: of two that add at once, the one that came first must not note its own entry last.
  public mutating func noteHead() throws {
    let note = workspace.ledgerHead
    try refuseReplaced()
    try file.withHead { head in try Files.writeAtomically(Array(head.text.utf8), to: note) }
  }

  /// A new note would hide that entries are missing at the end, or are others.
  mutating func refuseReplaced() throws {
    guard let noted = try Ledger.notedHead(of: workspace), noted.entries > 0,
      try file.digest(of: noted.entries) != noted.digest
    else { return }
    throw RunProblem.ledgerDamaged(.replaced(at: noted.entries))
  }
}

extension DecisionReader {
  /// The decision of an entry; a mistake names the entry by its number.
  static func noted(
    _ entry: LedgerFile.Entry, mistakes: inout [YAMLMistake]
  ) -> NotedDecision? {
    decision(
      entry.content, by: entry.by, at: entry.at, file: "\(entry.number)", mistakes: &mistakes
    ).map { NotedDecision(number: entry.number, $0) }
  }
}
