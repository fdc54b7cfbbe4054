public import SQLiteAccess

/// Reading some of a ledger's entries.
extension LedgerFile {
  /// The entries of one kind that stand after a number, oldest first.
  public mutating func entries(
    ofKind kind: String, after number: Int
  ) throws(DatabaseError) -> [Entry] {
    try page("kind = \(kind) AND number > \(number) ORDER BY number")
  }

  /// The newest entries before a number, newest first.
  public mutating func newest(
    _ most: Int, before number: Int
  ) throws(DatabaseError) -> [Entry] {
    try page("number < \(number) ORDER BY number DESC LIMIT \(most)")
  }

  /// The numbers of the entries after a number, oldest first, of all kinds but some.
  public mutating func numbers(
    after number: Int, except hidden: [String]
  ) throws(DatabaseError) -> [Int] {
    try connection.query(
      """
      SELECT number FROM entry WHERE number > \(number) AND kind NOT IN (\(Self.list(hidden)))
      ORDER BY number
      """
    ) { (row) throws(DatabaseError) in row.integer(0) }
  }

  /// The entries of these numbers, in their order.
  public mutating func entries(numbered numbers: [Int]) throws(DatabaseError) -> [Entry] {
    var entries: [Entry] = []
    for number in numbers { entries += try page("number = \(number)") }
    return entries
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
