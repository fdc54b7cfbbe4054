internal import CSQLite

/// A prepared statement: bind its values, step through its rows, use it again.
///
/// A statement keeps its connection's handle open: SQLite closes it after the last of both
/// (https://sqlite.org/c3ref/close.html, `sqlite3_close_v2`). Like its connection it stays with the
/// task that made it.
@safe
public final class Statement {
  /// The SQL, with a `?` for each value.
  public let sql: String
  private let handle: OpaquePointer

  init(_ connection: OpaquePointer, _ sql: String, keep: Bool) throws(DatabaseError) {
    self.sql = sql
    unsafe handle = try Statement.prepare(connection, sql, keep: keep)
  }

  deinit {
    // What finalizing answers is the last step's error, which was thrown already.
    unsafe sqlite3_finalize(handle)
  }

  private static func prepare(
    _ connection: OpaquePointer, _ sql: String, keep: Bool
  ) throws(DatabaseError) -> OpaquePointer {
    let text = sql.utf8.map { CChar(bitPattern: $0) } + [0]
    var prepared: OpaquePointer?
    var used = 0
    let code = unsafe text.withUnsafeBufferPointer { characters in
      var tail: UnsafePointer<CChar>?
      let code = unsafe sqlite3_prepare_v3(
        connection, characters.baseAddress, Int32(characters.count),
        keep ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &prepared, &tail)
      if let tail = unsafe tail, let start = characters.baseAddress {
        used = unsafe tail - start
      }
      return code
    }
    guard code == SQLITE_OK else { throw unsafe failure(connection, sql) }
    guard let prepared = unsafe prepared else {
      throw .misuse("the SQL holds no statement", sql: sql)
    }
    let isBlank: (CChar) -> Bool = { (0x09...0x0D).contains($0) || [0, 0x20, 0x3B].contains($0) }
    guard text.dropFirst(used).allSatisfy(isBlank) else {
      unsafe sqlite3_finalize(prepared)
      throw .misuse("the SQL holds more than one statement", sql: sql)
    }
    return unsafe prepared
  }

  static func failure(
    _ connection: OpaquePointer?, _ sql: String?, path: String? = nil
  ) -> DatabaseError {
    unsafe DatabaseError(
      code: sqlite3_extended_errcode(connection),
      message: String(cString: sqlite3_errmsg(connection)),
      sql: sql, path: path ?? Self.file(of: connection))
  }

  private static func file(of connection: OpaquePointer?) -> String? {
    guard let name = unsafe sqlite3_db_filename(connection, nil) else { return nil }
    let path = unsafe String(cString: name)
    return path.isEmpty ? nil : path
  }

  // MARK: Binding

  /// How many values the statement wants.
  public var parameterCount: Int { Int(unsafe sqlite3_bind_parameter_count(handle)) }

  /// Binds a whole number to a place, counted from 1.
  public func bind(_ number: Int64, at place: Int) throws(DatabaseError) {
    try check(unsafe sqlite3_bind_int64(handle, Int32(place), number))
  }

  /// Binds a whole number to a place, counted from 1.
  public func bind(_ number: Int, at place: Int) throws(DatabaseError) {
    try bind(Int64(number), at: place)
  }

  /// Binds a number with a fraction to a place, counted from 1.
  public func bind(_ number: Double, at place: Int) throws(DatabaseError) {
    try check(unsafe sqlite3_bind_double(handle, Int32(place), number))
  }

  /// Binds text given as UTF-8 to a place, counted from 1.
  public func bind(text: Span<UInt8>, at place: Int) throws(DatabaseError) {
    let code = unsafe text.withUnsafeBufferPointer {
      unsafe sqlite_bind_text_copied(handle, Int32(place), start(of: $0), UInt64($0.count))
    }
    try check(code)
  }

  /// Binds text to a place, counted from 1.
  public func bind(_ text: String, at place: Int) throws(DatabaseError) {
    var text = text
    let code = text.withUTF8 {
      unsafe sqlite_bind_text_copied(handle, Int32(place), start(of: $0), UInt64($0.count))
    }
    try check(code)
  }

  /// Binds bytes to a place, counted from 1.
  public func bind(blob: Span<UInt8>, at place: Int) throws(DatabaseError) {
    let code = unsafe blob.withUnsafeBufferPointer {
      unsafe sqlite_bind_blob_copied(handle, Int32(place), start(of: $0), UInt64($0.count))
    }
    try check(code)
  }

  /// Binds null to a place, counted from 1.
  public func bindNull(at place: Int) throws(DatabaseError) {
    try check(unsafe sqlite3_bind_null(handle, Int32(place)))
  }

  /// Binds a value of any kind to a place, counted from 1.
  public func bind(_ value: SQLValue, at place: Int) throws(DatabaseError) {
    switch value {
    case .null: try bindNull(at: place)
    case .integer(let number): try bind(number, at: place)
    case .real(let number): try bind(number, at: place)
    case .text(let text): try bind(text, at: place)
    case .blob(let bytes): try bind(blob: bytes.span, at: place)
    }
  }

  /// Binds all values, which have to be as many as the statement wants.
  public func bind(_ values: [SQLValue]) throws(DatabaseError) {
    guard values.count == parameterCount else {
      throw .misuse("the SQL wants \(parameterCount) values, not \(values.count)", sql: sql)
    }
    for (index, value) in values.enumerated() { try bind(value, at: index + 1) }
  }

  /// An empty text is no null, but SQLite takes a null pointer for null: any other pointer to
  /// nothing will do.
  private func start(of buffer: UnsafeBufferPointer<UInt8>) -> UnsafeRawPointer {
    guard let start = buffer.baseAddress else { return unsafe UnsafeRawPointer(handle) }
    return unsafe UnsafeRawPointer(start)
  }

  // MARK: Running

  /// Runs a statement without rows, and readies it for the next values.
  public func run() throws(DatabaseError) {
    // https://sqlite.org/c3ref/reset.html: the reset answers with the step's error again.
    let code = unsafe sqlite3_step(handle)
    let error = code == SQLITE_DONE ? nil : failure(after: code)
    unsafe sqlite3_reset(handle)
    if let error { throw error }
  }

  /// Moves to the next row; false when there is none, and then the statement is reset.
  public func step() throws(DatabaseError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      reset()
      return false
    case let code:
      let error = failure(after: code)
      reset()
      throw error
    }
  }

  /// Readies the statement to be run from the start; the values stay bound.
  public func reset() {
    unsafe sqlite3_reset(handle)
  }

  /// Lets go of every bound value, so that no text of a person stays in memory with the statement.
  public func clearBindings() {
    unsafe sqlite3_clear_bindings(handle)
  }

  /// Goes through all rows, from the first.
  public func forEach(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    defer { reset() }
    while try step() { try body(row) }
  }

  /// The row that the last step moved to.
  public var row: Row { unsafe Row(handle, owner: self) }

  // MARK: Failures

  private func check(_ code: Int32) throws(DatabaseError) {
    guard code == SQLITE_OK else { throw failure(after: code) }
  }

  private func failure(after code: Int32) -> DatabaseError {
    guard code != SQLITE_ROW else {
      return .misuse("the statement has rows: step through them", sql: sql)
    }
    return unsafe Statement.failure(sqlite3_db_handle(handle), sql)
  }
}
