internal import CSQLite

/// Where pages of a database file go: after its end, or in place of one that is there.
///
/// They are written through SQLite's own file, so that whatever SQLite makes of the disk, and of its failures, holds.
@safe
struct PageSink: ~Copyable {
  private let connection: OpaquePointer
  private let path: String
  let pageSize: Int
  /// How many pages the file has now.
  private(set) var pageCount: UInt32
  /// The page at whose bytes SQLite takes its locks, one gibibyte into the file: it is no table's, and whatever leads
  /// there is damaged (https://sqlite.org/fileformat2.html, section 1.5).
  private let lockPage: UInt32

  /// The page that is added next.
  var nextPage: UInt32 { page(after: pageCount) }

  init(_ connection: OpaquePointer, path: String, pageSize: Int, pageCount: Int) {
    unsafe self.connection = unsafe connection
    self.path = path
    self.pageSize = pageSize
    self.pageCount = UInt32(pageCount)
    lockPage = UInt32((1 << 30) / pageSize) + 1
  }

  /// The page that is added after another.
  func page(after number: UInt32) -> UInt32 { number + (number + 1 == lockPage ? 2 : 1) }

  /// Adds a page after the last one, and tells its number.
  mutating func append(_ page: [UInt8]) throws(DatabaseError) -> UInt32 {
    let number = nextPage
    try write(page, at: Int64(number - 1) * Int64(pageSize))
    pageCount = number
    return number
  }

  /// Puts a page in the place of another.
  func replace(_ number: UInt32, _ page: [UInt8]) throws(DatabaseError) {
    try write(page, at: Int64(number - 1) * Int64(pageSize))
  }

  /// Says in the file's header how many pages there are now, and that the file is not what it was, so that another
  /// connection does not go on with what it remembers (sections 1.3.7 and 1.3.8 of the file format).
  func notePageCount() throws(DatabaseError) {
    var header = try readHeader()
    let change = Self.number(at: Header.change, in: header) &+ 1
    TablePages.set(change, at: Header.change, in: &header)
    TablePages.set(pageCount, at: Header.pageCount, in: &header)
    TablePages.set(change, at: Header.validFor, in: &header)
    try write(header, at: 0)
  }

  /// Goes on behind the pages that the file's header now speaks of.
  mutating func readPageCount() throws(DatabaseError) {
    pageCount = Self.number(at: Header.pageCount, in: try readHeader())
  }

  // MARK: Bytes

  /// Where the numbers stand in the header, each in four bytes, the highest first.
  private enum Header {
    static let change = 24
    static let pageCount = 28
    static let validFor = 92
    static let bytes = 100
  }

  private static func number(at place: Int, in header: [UInt8]) -> UInt32 {
    header[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func readHeader() throws(DatabaseError) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: Header.bytes)
    let code = unsafe header.withUnsafeMutableBytes {
      unsafe sqlite_read_at(connection, $0.baseAddress, Int32($0.count), 0)
    }
    try check(code)
    return header
  }

  private func write(_ bytes: [UInt8], at offset: Int64) throws(DatabaseError) {
    let code = unsafe bytes.withUnsafeBytes {
      unsafe sqlite_write_at(connection, $0.baseAddress, Int32($0.count), offset)
    }
    try check(code)
  }

  private func check(_ code: Int32) throws(DatabaseError) {
    guard code == SQLITE_OK else {
      throw DatabaseError(
        code: code, message: unsafe String(cString: sqlite3_errstr(code)), path: path)
    }
  }
}
