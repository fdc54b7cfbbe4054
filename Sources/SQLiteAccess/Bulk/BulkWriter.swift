internal import CSQLite

/// Fills empty tables of a database file row by row, several times as fast as statements can.
///
///     var writer = try BulkWriter(path: path, filling: ["a"])
///     writer.integer(1)
///     writer.text("one".utf8.span)
///     try writer.endRow(of: 0)
///     try writer.finish()
///
/// The rows are laid into pages as SQLite's file format says, each table's in the order in which they come, and numbered
/// from 1. Nothing checks a row against its table's columns: whoever writes has to know them. The tables are empty to
/// SQLite until all is finished; whatever else is to be written to the file before then takes its turn between `pause`
/// and `goOn`, by a connection that keeps no lock.
@safe
public struct BulkWriter: ~Copyable {
  private let connection: Connection
  private var pages: PageSink
  private var tables: [TablePages]
  @usableFromInline var record = RowRecord()
  /// What stands before a row in its page.
  private var head = RowBytes(capacity: 32)

  /// Prepares to fill tables that are there, have no rows, no index and no key of their own.
  public init(path: String, filling names: [String]) throws(DatabaseError) {
    var connection = try Connection(path: path, .readWrite)
    var roots: [UInt32] = []
    for name in names { roots.append(try Self.root(of: name, in: &connection)) }
    let pageSize = try Self.number("page_size", in: &connection)
    let pageCount = try Self.number("page_count", in: &connection)
    tables = roots.map { TablePages(root: $0, pageSize: pageSize) }
    pages = unsafe PageSink(
      connection.handle, path: path, pageSize: pageSize, pageCount: pageCount)
    self.connection = connection
  }

  private static func root(
    of table: String, in connection: inout Connection
  ) throws(DatabaseError) -> UInt32 {
    let indexes = try connection.first(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = \(table)"
    ) { (row) throws(DatabaseError) in row.integer(0) }
    guard indexes == 0 else { throw .misuse("a table that is filled at once may have no index") }
    // Without rowids the first of these fails.
    let row = try connection.first("SELECT rowid FROM \(raw: table) LIMIT 1") {
      (row) throws(DatabaseError) in row.integer(0)
    }
    guard row == nil else { throw .misuse("a table that is filled at once has to be empty") }
    let root = try connection.first(
      "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = \(table)"
    ) { (row) throws(DatabaseError) in UInt32(row.integer(0)) }
    guard let root else { throw .misuse("there is no such table to fill") }
    return root
  }

  private static func number(
    _ pragma: String, in connection: inout Connection
  ) throws(DatabaseError) -> Int {
    try connection.first("PRAGMA \(raw: pragma)") { (row) throws(DatabaseError) in
      row.integer(0)
    } ?? 0
  }

  /// Adds null to the row.
  @inlinable
  public mutating func null() { record.null() }

  /// Adds a whole number to the row.
  @inlinable
  public mutating func integer(_ number: Int64) { record.integer(number) }

  /// Adds text, given as UTF-8, to the row.
  @inlinable
  public mutating func text(_ text: Span<UInt8>) { record.text(text) }

  /// Adds bytes to the row.
  public mutating func blob(_ bytes: Span<UInt8>) { record.blob(bytes) }

  /// Adds numbers of 64 bits to the row, as one blob that `Row.words` reads again on such a machine.
  public mutating func words(_ words: Span<UInt64>) {
    unsafe words.withUnsafeBytes {
      record.blob(unsafe Span(_unsafeBytes: $0))
    }
  }

  /// Ends the row of a table, named by its place in the list, and tells its number.
  @discardableResult
  public mutating func endRow(of table: Int) throws(DatabaseError) -> Int64 {
    try tables[table].append(record, head: &head, to: &pages)
    record.removeAll()
    return tables[table].lastRow
  }

  /// Lets another connection write to the file: its pages come after those that are there.
  public func pause() throws(DatabaseError) { try pages.notePageCount() }

  /// Goes on once the other connection has nothing more to write for now.
  public mutating func goOn() throws(DatabaseError) { try pages.readPageCount() }

  /// Makes the file whole.
  public consuming func finish() throws(DatabaseError) {
    for table in tables.indices { try tables[table].finish(&pages) }
    try pages.notePageCount()
  }
}
