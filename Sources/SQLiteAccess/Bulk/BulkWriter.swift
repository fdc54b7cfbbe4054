internal import CSQLite

/// Fills tables of a new database file row by row, several times as fast as statements can.
///
///     var writer = try BulkWriter(path: path, tables: ["CREATE TABLE a (x INTEGER, y TEXT) STRICT"])
///     writer.integer(1)
///     writer.text("one".utf8.span)
///     try writer.endRow(of: 0)
///     try writer.finish()
///
/// SQLite makes the tables; the rows are then laid into pages as its file format says, each table's in the order in which
/// they come, and numbered from 1. Nothing checks a row against its table's columns: whoever writes has to know them.
/// SQLite reads the file like any other once it is finished, and not before.
@safe
public struct BulkWriter: ~Copyable {
  private let connection: Connection
  private var pages: PageSink
  private var tables: [TablePages]
  @usableFromInline var record = RowRecord()
  /// What stands before a row in its page.
  private var head = RowBytes(capacity: 32)

  /// Makes the file with its tables; none of them may have an index or be without rowids.
  public init(path: String, tables scripts: [String], pageSize: Int = 32 << 10)
    throws(DatabaseError)
  {
    var connection = try Connection(path: path, .create)
    try connection.apply([.pageSize(pageSize), .journal(.memory), .synchronous(.off)])
    for script in scripts { try connection.executeScript(script) }
    let roots = try connection.query("SELECT rootpage FROM sqlite_schema ORDER BY rowid") {
      (row) throws(DatabaseError) in UInt32(row.integer(0))
    }
    guard roots.count == scripts.count else {
      throw .misuse("a table that is filled at once may have no index")
    }
    let count = try connection.first("PRAGMA page_count") {
      (row) throws(DatabaseError) in row.integer(0)
    }
    tables = roots.map { TablePages(root: $0, pageSize: pageSize) }
    pages = unsafe PageSink(
      connection.handle, path: path, pageSize: pageSize, pageCount: count ?? 0)
    self.connection = connection
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

  /// Makes the file whole.
  public consuming func finish() throws(DatabaseError) {
    for table in tables.indices { try tables[table].finish(&pages) }
    try pages.notePageCount()
  }
}
