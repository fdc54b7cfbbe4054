internal import CSQLite

/// The row a statement stands at; it is gone with the statement's next step.
///
/// Columns are counted from 0. Values are converted as SQLite converts them
/// (https://sqlite.org/c3ref/column_blob.html); the forms that answer with an optional are for
/// columns that may be null.
@safe
public struct Row: ~Copyable {
  private let handle: OpaquePointer
  /// Keeps the statement alive as long as its row is read.
  private let owner: Statement

  init(_ handle: OpaquePointer, owner: Statement) {
    unsafe self.handle = unsafe handle
    self.owner = owner
  }

  /// How many columns there are.
  public var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  /// The name of a column.
  public func columnName(_ column: Int) -> String {
    unsafe sqlite3_column_name(handle, Int32(column)).map { unsafe String(cString: $0) } ?? ""
  }

  /// Whether a column is null.
  public func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, checked(column)) == SQLITE_NULL
  }

  /// A whole number of 64 bits; null is 0.
  public func integer64(_ column: Int) -> Int64 {
    unsafe sqlite3_column_int64(handle, checked(column))
  }

  /// A whole number; null is 0.
  public func integer(_ column: Int) -> Int { Int(integer64(column)) }

  /// A whole number, or nil for null.
  public func optionalInteger(_ column: Int) -> Int? {
    isNull(column) ? nil : integer(column)
  }

  /// A number with a fraction; null is 0.
  public func real(_ column: Int) -> Double {
    unsafe sqlite3_column_double(handle, checked(column))
  }

  /// A number with a fraction, or nil for null.
  public func optionalReal(_ column: Int) -> Double? {
    isNull(column) ? nil : real(column)
  }

  /// Text; null is empty.
  public func text(_ column: Int) -> String {
    withTextBytes(column) {
      unsafe $0.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Text, or nil for null.
  public func optionalText(_ column: Int) -> String? {
    isNull(column) ? nil : text(column)
  }

  /// Bytes; null is empty.
  public func blob(_ column: Int) -> [UInt8] {
    withBlob(column) { span in unsafe span.withUnsafeBufferPointer { unsafe Array($0) } }
  }

  /// Bytes, or nil for null.
  public func optionalBlob(_ column: Int) -> [UInt8]? {
    isNull(column) ? nil : blob(column)
  }

  /// Lends a text's bytes without copying them.
  public func withTextBytes<Result, Failure: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // The text first, then its length, as https://sqlite.org/c3ref/column_blob.html asks.
    let text = unsafe sqlite3_column_text(handle, checked(column))
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return try body(unsafe UnsafeBufferPointer(start: text, count: text == nil ? 0 : count).span)
  }

  /// Lends a blob's bytes without copying them.
  public func withBlob<Result, Failure: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe sqlite3_column_blob(handle, checked(column))
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    let start = unsafe bytes?.assumingMemoryBound(to: UInt8.self)
    return try body(unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count).span)
  }

  /// The numbers of 64 bits in a blob that `BulkWriter.words` wrote.
  public func words(_ column: Int) -> [UInt64] {
    let bytes = unsafe sqlite3_column_blob(handle, checked(column))
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column))) / 8
    return unsafe [UInt64](unsafeUninitializedCapacity: count) { words, filled in
      if let bytes = unsafe bytes, let start = words.baseAddress {
        unsafe UnsafeMutableRawPointer(start).copyMemory(from: bytes, byteCount: count * 8)
        filled = count
      }
    }
  }

  /// A value of whatever kind the column holds.
  public func value(_ column: Int) -> SQLValue {
    switch unsafe sqlite3_column_type(handle, checked(column)) {
    case SQLITE_INTEGER: .integer(integer64(column))
    case SQLITE_FLOAT: .real(real(column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(blob(column))
    default: .null
    }
  }

  /// SQLite answers a column that is not there with null; that would hide a programmer's mistake.
  private func checked(_ column: Int) -> Int32 {
    precondition(column >= 0 && column < columnCount, "the row has no such column")
    return Int32(column)
  }
}
