public import SQLiteAccess

/// Reading some of a ledger's entries.
extension LedgerFile {
  /// The entries of one kind that stand after a number, oldest first.
  public mutating func entries(
    ofKind kind: String, after number: Int
  ) throws(DatabaseError) -> [Entry] {
    try page("kind = \(kind) AND number > \(number) ORDER BY number")
  }

  /// The newest entries before a number, newest first; those of some kinds, or of all but some.
  public mutating func newest(
    _ most: Int, before number: Int = .max, ofKinds kinds: [String]? = nil,
    except hidden: [String] = []
  ) throws(DatabaseError) -> [Entry] {
    var condition: SQL = "number < \(number)"
    if let kinds { condition = "\(condition) AND kind IN (\(Self.list(kinds)))" }
    if !hidden.isEmpty { condition = "\(condition) AND kind NOT IN (\(Self.list(hidden)))" }
    return try page("\(condition) ORDER BY number DESC LIMIT \(most)")
  }

  private static func list(_ words: [String]) -> SQL {
    words.dropFirst().reduce(words.first.map { "\($0)" } ?? "NULL") { "\($0), \($1)" }
  }

  private mutating func page(_ condition: SQL) throws(DatabaseError) -> [Entry] {
    try connection.query(
      "SELECT number, kind, at, by, content, digest FROM entry WHERE \(condition)"
    ) { (row) throws(DatabaseError) in
      Entry(
        number: row.integer(0), kind: row.text(1), at: row.text(2), by: row.text(3),
        content: row.text(4), digest: row.text(5))
    }
  }
}
