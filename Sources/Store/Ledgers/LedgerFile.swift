import Glibc
import Sealing
public import SQLiteAccess

/// The file that outlives runs: what was decided and published, each entry sealed to the one before it.
///
/// Entries are only ever added. Each holds the digest of the one before, so that an edit, a removal or a change of
/// order anywhere shows.
public struct LedgerFile: ~Copyable {
  var connection: Connection

  /// An entry of the ledger.
  public struct Entry: Hashable, Sendable {
    /// The entry's place, from 1.
    public var number: Int
    /// What kind of thing was noted: `publish`, `rollback`.
    public var kind: String
    /// When, in UTC.
    public var at: String
    /// Who, as the system knows them.
    public var by: String
    /// What was noted: a JSON object.
    public var content: String
    /// The digest of the entry, the one before included.
    public var digest: String
  }

  private static let migrations = [
    Migration(
      "2026-11 ledger",
      """
      CREATE TABLE entry (
        number INTEGER PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
        content TEXT NOT NULL, previous TEXT NOT NULL, digest TEXT NOT NULL UNIQUE) STRICT;
      CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
        BEGIN SELECT raise(ABORT, 'the ledger is only added to'); END;
      CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
        BEGIN SELECT raise(ABORT, 'the ledger is only added to'); END;
      """)
  ]

  /// Says in the file's header that this is a ledger: «KLED».
  private static let applicationID: Int32 = 0x4B4C_4544

  /// Opens the ledger, making it where it is missing.
  public init(path: String) throws(DatabaseError) {
    var connection = try Connection(path: path, .create)
    try connection.apply([.busyTimeout(10_000), .synchronous(.full)])
    try Self.keepLog(&connection)
    if try connection.applicationID() != Self.applicationID {
      try connection.apply([.applicationID(Self.applicationID)])
    }
    try connection.migrate(Self.migrations)
    self.connection = connection
  }

  /// Has what is written go to a log beside the file, so that nobody who reads waits for whoever writes.
  ///
  /// The first to open a new file takes it for itself for a moment, and there SQLite does not wait for another.
  private static func keepLog(_ connection: inout Connection) throws(DatabaseError) {
    var tries = 0
    while true {
      do throws(DatabaseError) {
        return try connection.apply([.journal(.wal)])
      } catch {
        guard error.kind == .busy, tries < 1_000 else { throw error }
        tries += 1
        usleep(10_000)
      }
    }
  }

  /// Adds an entry.
  public mutating func append(
    kind: String, at: String, by: String, content: String
  ) throws(DatabaseError) {
    try append([NewEntry(kind: kind, at: at, by: by, content: content)])
  }

  /// Adds entries, all of them or none, and tells how far the ledger has come.
  @discardableResult
  public mutating func append(_ entries: [NewEntry]) throws(DatabaseError) -> LedgerHead {
    try connection.transaction { (connection: inout Connection) throws(DatabaseError) in
      try Self.append(entries, &connection)
    }
  }

  /// Adds entries that were judged by those of some kinds up to one of them, and tells how far the ledger has come; nil, with
  /// nothing added, where somebody else has added one of these kinds since.
  ///
  /// The entries are made when nobody else can add any more: whoever makes them is told how far the ledger has come, and so
  /// knows the numbers that they will have.
  public mutating func append(
    judgedBy kinds: [String], upTo last: Int, _ entriesAfter: (Int) -> [NewEntry]
  ) throws(DatabaseError) -> LedgerHead? {
    try connection.transaction { (connection: inout Connection) throws(DatabaseError) in
      for kind in kinds {
        let newest = try connection.first("SELECT max(number) FROM entry WHERE kind = \(kind)") {
          (row) throws(DatabaseError) in row.optionalInteger(0)
        }
        if let newest, let newest, newest > last { return nil }
      }
      return try Self.append(entriesAfter(try Self.head(&connection).entries), &connection)
    }
  }

  private static func append(
    _ entries: [NewEntry], _ connection: inout Connection
  ) throws(DatabaseError) -> LedgerHead {
    var head = try Self.head(&connection)
    for entry in entries {
      let number = head.entries + 1
      let digest = Self.digest(
        number, entry.kind, entry.at, entry.by, entry.content, head.digest)
      try connection.execute(
        """
        INSERT INTO entry (number, kind, at, by, content, previous, digest)
        VALUES (\(number), \(entry.kind), \(entry.at), \(entry.by), \(entry.content),
          \(head.digest), \(digest))
        """)
      head = LedgerHead(entries: number, digest: digest)
    }
    return head
  }

  /// The digest of an entry; nil where there is none.
  public mutating func digest(of number: Int) throws(DatabaseError) -> String? {
    try connection.first("SELECT digest FROM entry WHERE number = \(number)") {
      (row) throws(DatabaseError) in row.text(0)
    }
  }

  /// Writes everything up to the last entry into another file, which is empty or not there.
  public mutating func copy(to path: String) throws(DatabaseError) {
    try connection.copy(to: path)
  }

  /// How far the ledger has come.
  public mutating func head() throws(DatabaseError) -> LedgerHead {
    try Self.head(&connection)
  }

  /// Lends how far the ledger has come, while nobody else can add anything.
  public mutating func withHead(_ body: (LedgerHead) throws -> Void) throws {
    try connection.transactionOfAnyError { connection in try body(try Self.head(&connection)) }
  }

  private static func head(_ connection: inout Connection) throws(DatabaseError) -> LedgerHead {
    try connection.first("SELECT number, digest FROM entry ORDER BY number DESC LIMIT 1") {
      (row) throws(DatabaseError) in LedgerHead(entries: row.integer(0), digest: row.text(1))
    } ?? .beginning
  }

  /// The entries, oldest first.
  public mutating func entries() throws(DatabaseError) -> [Entry] {
    try entries("SELECT number, kind, at, by, content, digest FROM entry ORDER BY number")
  }

  /// The entries of one kind up to a number, oldest first.
  public mutating func entries(
    ofKind kind: String, through last: Int = .max
  ) throws(DatabaseError) -> [Entry] {
    try entries(
      """
      SELECT number, kind, at, by, content, digest FROM entry
      WHERE kind = \(kind) AND number <= \(last) ORDER BY number
      """)
  }

  private mutating func entries(_ sql: SQL) throws(DatabaseError) -> [Entry] {
    try connection.query(sql) { (row) throws(DatabaseError) in
      Entry(
        number: row.integer(0), kind: row.text(1), at: row.text(2), by: row.text(3),
        content: row.text(4), digest: row.text(5))
    }
  }

  /// The place of the first entry that is not as it was written; nil where all are.
  public mutating func firstBrokenEntry() throws(DatabaseError) -> Int? {
    let links = try connection.query("SELECT previous FROM entry ORDER BY number") {
      (row) throws(DatabaseError) in row.text(0)
    }
    var previous = LedgerHead.beginning.digest
    for (index, (entry, link)) in zip(try entries(), links).enumerated() {
      let digest = Self.digest(
        entry.number, entry.kind, entry.at, entry.by, entry.content, previous)
      guard entry.number == index + 1, entry.digest == digest, link == previous else {
        return index + 1
      }
      previous = digest
    }
    return nil
  }

  /// What is wrong with the ledger as a file, if anything is, given how far it had come by another record.
  public mutating func fault(since noted: LedgerHead?) throws(DatabaseError) -> LedgerFault? {
    if let place = try firstBrokenEntry() { return .broken(at: place) }
    guard let noted, noted.entries > 0 else { return nil }
    let head = try head()
    guard head.entries >= noted.entries else {
      return .cutShort(to: head.entries, of: noted.entries)
    }
    return try digest(of: noted.entries) == noted.digest ? nil : .replaced(at: noted.entries)
  }

  private static func digest(
    _ number: Int, _ kind: String, _ at: String, _ by: String, _ content: String,
    _ previous: String
  ) -> String {
    var hash = SHA256()
    for part in ["\(number)", kind, at, by, content, previous] {
      hash.update(Array("\(part.utf8.count):\(part);".utf8).span)
    }
    return hash.digest.hex
  }
}
