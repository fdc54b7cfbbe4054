import Disk
public import SQLiteAccess
public import Store

/// What a server does with the ledger that stays open for days: reads what is new, and notes much.
extension Ledger {
  /// The entries of one kind that stand after a number, oldest first.
  public mutating func entries(
    ofKind kind: String, after number: Int
  ) throws(DatabaseError) -> [LedgerFile.Entry] {
    try file.entries(ofKind: kind, after: number)
  }

  /// The entries of some kinds, oldest first.
  public mutating func entries(
    ofKinds kinds: [String]
  ) throws(DatabaseError) -> [LedgerFile.Entry] {
    var all: [LedgerFile.Entry] = []
    for kind in kinds { all += try file.entries(ofKind: kind, after: 0) }
    return all.sorted { $0.number < $1.number }
  }

  /// The newest entries before a number, newest first.
  public mutating func newest(
    _ most: Int, before number: Int
  ) throws(DatabaseError) -> [LedgerFile.Entry] {
    try file.newest(most, before: number)
  }

  /// The numbers of the entries after a number, oldest first, of all kinds but some.
  public mutating func numbers(
    after number: Int, except hidden: [String]
  ) throws(DatabaseError) -> [Int] {
    try file.numbers(after: number, except: hidden)
  }

  /// The entries of these numbers, in their order.
  public mutating func entries(
    numbered numbers: [Int]
  ) throws(DatabaseError) -> [LedgerFile.Entry] {
    try file.entries(numbered: numbers)
  }

  /// Adds an entry, and tells its number.
  ///
  /// Unlike `append`, which goes through the whole chain first, this looks at the last entry that was noted alone: whoever
  /// opens a page must not wait for a hundred thousand digests. The server goes through the chain when it starts.
  @discardableResult
  public mutating func note(
    kind: String, at: String, by: String, content: String
  ) throws -> Int {
    try note([LedgerFile.NewEntry(kind: kind, at: at, by: by, content: content)])
  }

  /// Adds entries, all of them or none, and tells the number of the last: one wait for the disk serves them all.
  ///
  /// - Parameters:
  ///   - entries: The entries.
  ///   - notingHead: Whether the note beside the ledger is made too. Without it the note is behind, which is no fault.
  /// - Returns: The number of the last entry.
  /// - Throws: What the ledger throws.
  @discardableResult
  public mutating func note(
    _ entries: [LedgerFile.NewEntry], notingHead: Bool = true
  ) throws -> Int {
    try refuseReplaced()
    let head = try file.append(entries)
    if notingHead { try noteHead() }
    return head.entries
  }
}
