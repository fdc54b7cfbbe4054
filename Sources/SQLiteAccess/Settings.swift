/// The pragmas that this project sets, each with the values that it may have
/// (https://sqlite.org/pragma.html).
public enum Setting: Equatable, Sendable {
  /// How a transaction is undone (https://sqlite.org/pragma.html#pragma_journal_mode).
  ///
  /// `off` is left out: a defensive connection, as ours are, does not take it.
  public enum Journal: String, Sendable { case delete, truncate, persist, memory, wal }
  /// How hard SQLite waits for the disk.
  public enum Synchronous: String, Sendable { case off, normal, full, extra }
  /// Where temporary tables and sorts go.
  public enum TemporaryStore: String, Sendable { case file, memory }

  /// How a transaction is undone.
  case journal(Journal)
  /// How hard SQLite waits for the disk.
  case synchronous(Synchronous)
  /// The bytes of a page; only before the first table.
  case pageSize(Int)
  /// The memory for pages, in KiB.
  case cacheKibibytes(Int)
  /// The memory for pages of temporary tables and indexes, in KiB, before they go to a file.
  case temporaryCacheKibibytes(Int)
  /// Where temporary tables and sorts go.
  case temporaryStore(TemporaryStore)
  /// How many threads may help with a large sort, as for an index.
  case sortingThreads(Int)
  /// Whether foreign keys are held to.
  case foreignKeys(Bool)
  /// The number that says whose file it is.
  case applicationID(Int32)
  /// A number of the application's own.
  case userVersion(Int32)
  /// How many pages the file may have.
  case maximumPages(Int)
  /// How long to wait for another connection, in milliseconds.
  case busyTimeout(Int)
  /// Whether a lock once taken is kept until the connection closes.
  case exclusiveLocking(Bool)

  var pragma: (name: String, value: String) {
    switch self {
    case .journal(let mode): ("journal_mode", mode.rawValue)
    case .synchronous(let mode): ("synchronous", mode.rawValue)
    case .pageSize(let bytes): ("page_size", "\(bytes)")
    case .cacheKibibytes(let size): ("cache_size", "\(-size)")
    case .temporaryCacheKibibytes(let size): ("temp.cache_size", "\(-size)")
    case .temporaryStore(let store): ("temp_store", store.rawValue)
    case .sortingThreads(let count): ("threads", "\(count)")
    case .foreignKeys(let on): ("foreign_keys", on ? "on" : "off")
    case .applicationID(let id): ("application_id", "\(id)")
    case .userVersion(let version): ("user_version", "\(version)")
    case .maximumPages(let pages): ("max_page_count", "\(pages)")
    case .busyTimeout(let milliseconds): ("busy_timeout", "\(milliseconds)")
    case .exclusiveLocking(let on): ("locking_mode", on ? "exclusive" : "normal")
    }
  }
}

extension Connection {
  /// Applies settings in their order.
  ///
  /// A journal mode that SQLite does not take, which it answers with the mode it keeps, is an
  /// error.
  public mutating func apply(_ settings: [Setting]) throws(DatabaseError) {
    for setting in settings {
      let (name, value) = setting.pragma
      let answer = try first("PRAGMA \(raw: name) = \(raw: value)") {
        (row) throws(DatabaseError) in row.text(0)
      }
      if case .journal(let mode) = setting, answer != mode.rawValue {
        throw .misuse("the journal mode stays \(answer ?? "unknown")", sql: "PRAGMA \(name)")
      }
    }
  }

  /// The number that says whose file it is.
  public mutating func applicationID() throws(DatabaseError) -> Int32 {
    Int32(truncatingIfNeeded: try number("application_id"))
  }

  /// The application's own number.
  public mutating func userVersion() throws(DatabaseError) -> Int32 {
    Int32(truncatingIfNeeded: try number("user_version"))
  }

  /// How many rows break a foreign key: `PRAGMA foreign_key_check`.
  public mutating func foreignKeyProblemCount() throws(DatabaseError) -> Int {
    try query("PRAGMA foreign_key_check") { (_) throws(DatabaseError) in () }.count
  }

  private mutating func number(_ pragma: String) throws(DatabaseError) -> Int {
    try first("PRAGMA \(raw: pragma)") { (row) throws(DatabaseError) in row.integer(0) } ?? 0
  }
}
