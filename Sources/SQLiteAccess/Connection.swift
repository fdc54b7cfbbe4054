internal import CSQLite

/// An open database.
///
/// A connection cannot be copied and is not `Sendable`: it may be moved into an actor, but sharing
/// it between tasks does not compile. So SQLite is opened without its own mutex
/// (https://sqlite.org/threadsafe.html, multi-thread).
@safe
public struct Connection: ~Copyable {
  /// How a database is opened.
  public enum Mode: Sendable {
    /// To read and write, made where it is missing.
    case create
    /// To read and write what is there.
    case readWrite
    /// To read a file that nobody changes: no lock is taken and no journal is looked for.
    case readOnlyImmutable
    /// In memory alone, gone when closed.
    case memory
  }

  let handle: OpaquePointer
  private var statements: [String: Statement] = [:]

  /// Opens a database file; it may lie in a folder that a link leads to, but must not be a link itself.
  public init(path: String, _ mode: Mode) throws(DatabaseError) {
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      FileName.text(path, mode), &opened, Connection.flags(mode), nil)
    guard code == SQLITE_OK, let connection = unsafe opened else {
      // The half-open handle has to be closed too: https://sqlite.org/c3ref/open.html
      let error = unsafe Statement.failure(opened, nil, path: path)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe handle = unsafe connection
    unsafe sqlite3_extended_result_codes(connection, 1)
    // https://sqlite.org/security.html: files from elsewhere may not run anything.
    unsafe sqlite_set_flag(connection, SQLITE_DBCONFIG_DEFENSIVE, 1)
    unsafe sqlite_set_flag(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    // A double-quoted word that is no column is a mistake, not a text: https://sqlite.org/quirks.html
    unsafe sqlite_set_flag(connection, SQLITE_DBCONFIG_DQS_DML, 0)
    unsafe sqlite_set_flag(connection, SQLITE_DBCONFIG_DQS_DDL, 0)
  }

  deinit {
    // Statements still held elsewhere keep the handle until they go: sqlite3_close_v2.
    unsafe sqlite3_close_v2(handle)
  }

  private static func flags(_ mode: Mode) -> Int32 {
    let always =
      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOFOLLOW
      | SQLITE_OPEN_EXRESCODE
    return switch mode {
    case .create: always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .readWrite: always | SQLITE_OPEN_READWRITE
    case .readOnlyImmutable: always | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    case .memory: always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
    }
  }

  // MARK: Statements

  /// A prepared statement, to keep for as long as it is used.
  public func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    try unsafe Statement(handle, sql, keep: true)
  }

  /// The statement of a text, prepared once for each text.
  private mutating func cached(_ sql: SQL) throws(DatabaseError) -> Statement {
    let statement: Statement
    if let known = statements.removeValue(forKey: sql.text) {
      statement = known
    } else {
      statement = try prepare(sql.text)
    }
    try statement.bind(sql.values)
    return statement
  }

  /// Puts a statement back; while it runs it is out, so that the same SQL may run inside itself.
  private mutating func putBack(_ statement: Statement) {
    statement.reset()
    statement.clearBindings()
    statements[statement.sql] = statement
  }

  /// Runs one statement without rows.
  public mutating func execute(_ sql: SQL) throws(DatabaseError) {
    let statement = try cached(sql)
    defer { putBack(statement) }
    while try statement.step() {}
  }

  /// Runs statements in a row, none of them with values: a schema.
  public mutating func executeScript(_ script: String) throws(DatabaseError) {
    guard unsafe sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else {
      throw unsafe Statement.failure(handle, script)
    }
  }

  /// Reads every row of a query into a value.
  public mutating func query<Value>(
    _ sql: SQL, _ read: (borrowing Row) throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> [Value] {
    let statement = try cached(sql)
    defer { putBack(statement) }
    var values: [Value] = []
    while try statement.step() { values.append(try read(statement.row)) }
    return values
  }

  /// Lends every row of a query, one after the other.
  public mutating func forEach(
    _ sql: SQL, _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let statement = try cached(sql)
    defer { putBack(statement) }
    while try statement.step() { try body(statement.row) }
  }

  /// Reads the first row of a query, or nil when there is none.
  public mutating func first<Value>(
    _ sql: SQL, _ read: (borrowing Row) throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> Value? {
    let statement = try cached(sql)
    defer { putBack(statement) }
    return try statement.step() ? try read(statement.row) : nil
  }

  // MARK: Transactions

  /// Whether a transaction is open (https://sqlite.org/c3ref/get_autocommit.html).
  public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  /// Runs a closure in a transaction; what it throws rolls everything back.
  public mutating func transaction<Value>(
    _ body: (inout Connection) throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> Value {
    try execute("BEGIN IMMEDIATE")
    do throws(DatabaseError) {
      let value = try body(&self)
      try execute("COMMIT")
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// Runs a closure that may also throw errors of others in a transaction, as `transaction` does.
  public mutating func transactionOfAnyError<Value>(
    _ body: (inout Connection) throws -> Value
  ) throws -> Value {
    try execute("BEGIN IMMEDIATE")
    do {
      let value = try body(&self)
      try execute("COMMIT")
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// Some errors have rolled back already (https://sqlite.org/lang_transaction.html), and the error
  /// to tell is the first one.
  private mutating func rollBack() {
    if isInTransaction { try? execute("ROLLBACK") }
  }

  /// Writes everything into another file, which is empty or not there (https://sqlite.org/lang_vacuum.html).
  public mutating func copy(to path: String) throws(DatabaseError) {
    try execute("VACUUM INTO \(FileName.inRealFolder(path))")
  }

  /// What is wrong with the file; nothing when it is sound (`PRAGMA integrity_check`).
  ///
  /// Damage that keeps the check itself from going on is one of the answers, not an error.
  public mutating func integrityProblems() throws(DatabaseError) -> [String] {
    do throws(DatabaseError) {
      let found = try query("PRAGMA integrity_check") { (row) throws(DatabaseError) in row.text(0) }
      return found == ["ok"] ? [] : found
    } catch {
      guard error.kind == .corrupt else { throw error }
      return [error.message]
    }
  }

  /// The version of SQLite that runs.
  public static var libraryVersion: String { unsafe String(cString: sqlite3_libversion()) }
}
