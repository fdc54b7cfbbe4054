import TestSupport
import Testing

@testable import SQLiteAccess

@Suite struct ConnectionTests {
  @Test func valuesOfEveryKindComeBack() throws {
    var database = try Connection(path: "", .memory)
    try database.execute("CREATE TABLE t (a, b, c, d, e, f)")
    let text = "O'Neil; DROP TABLE t --"
    let blob: [UInt8] = [0, 255, 7]
    let nothing: String? = nil
    try database.execute(
      "INSERT INTO t VALUES (\(Int64.max), \(2.5), \(text), \(blob), \(nothing), \("a\u{0}b"))")
    let rows = try database.query("SELECT * FROM t") { (row) throws(DatabaseError) in
      (0..<row.columnCount).map { row.value($0) }
    }
    #expect(
      rows == [
        [.integer(.max), .real(2.5), .text(text), .blob(blob), .null, .text("a\u{0}b")]
      ])
  }

  @Test func emptyTextAndEmptyBlobAreNotNull() throws {
    var database = try Connection(path: "", .memory)
    try database.execute("CREATE TABLE t (a, b, c, d)")
    let insert = try database.prepare("INSERT INTO t VALUES (?, ?, ?, ?)")
    try insert.bind(text: [UInt8]().span, at: 1)
    try insert.bind(blob: [UInt8]().span, at: 2)
    try insert.bind("", at: 3)
    try insert.bindNull(at: 4)
    try insert.run()
    let types = try database.first(
      "SELECT typeof(a), typeof(b), typeof(c), typeof(d) FROM t"
    ) { (row) throws(DatabaseError) in (0..<4).map { row.text($0) } }
    #expect(types == ["text", "blob", "text", "null"])
  }

  @Test func nullsAreAbsentOnlyWhereAsked() throws {
    var database = try Connection(path: "", .memory)
    _ = try database.first("SELECT NULL, 3") { (row) throws(DatabaseError) in
      #expect(row.optionalInteger(0) == nil && row.optionalText(0) == nil)
      #expect(row.optionalReal(0) == nil && row.optionalBlob(0) == nil)
      #expect(row.integer(0) == 0 && row.text(0) == "" && row.blob(0) == [])
      #expect(row.optionalInteger(1) == 3 && row.real(1) == 3.0)
    }
  }

  @Test func aStatementIsPreparedOnceAndMayRunInsideItself() throws {
    var database = try Connection(path: "", .memory)
    func count(_ most: Int, _ database: inout Connection) throws(DatabaseError) -> Int {
      let found = try database.first("SELECT \(most)") { (row) throws(DatabaseError) in
        row.integer(0)
      }
      return found == 0 ? 0 : 1 + (try count(most - 1, &database))
    }
    #expect(try count(3, &database) == 3)
  }

  @Test func whatATransactionThrowsUndoesIt() throws {
    struct Stop: Error {}
    var database = try Connection(path: "", .memory)
    try database.execute("CREATE TABLE t (a UNIQUE)")
    #expect(throws: Stop.self) {
      try database.transactionOfAnyError { connection in
        try connection.execute("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { (connection: inout Connection) throws(DatabaseError) in
        try connection.execute("INSERT INTO t VALUES (1)")
        try connection.execute("INSERT INTO t VALUES (1)")
      }
    }
    #expect(error?.kind == .constraint)
    let isOpen = database.isInTransaction
    #expect(!isOpen)
    try database.transaction { (connection: inout Connection) throws(DatabaseError) in
      try connection.execute("INSERT INTO t VALUES (2)")
    }
    let left = try database.query("SELECT a FROM t") { (row) throws(DatabaseError) in
      row.integer(0)
    }
    #expect(left == [2])
  }

  @Test func openingModesAreHeldTo() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a?b#c%20 é.db"
      #expect(kind { try Connection(path: path, .readWrite) } == .cannotOpen)
      do {
        var database = try Connection(path: path, .create)
        try database.execute("CREATE TABLE t (a)")
        try database.execute("INSERT INTO t VALUES (1)")
      }
      var reader = try Connection(path: path, .readOnlyImmutable)
      let found = try reader.first("SELECT a FROM t") { (row) throws(DatabaseError) in
        row.integer(0)
      }
      #expect(found == 1)
      let error = #expect(throws: DatabaseError.self) {
        try reader.execute("INSERT INTO t VALUES (2)")
      }
      #expect(error?.kind == .readOnly)
    }
  }

  @Test func aSymbolicLinkIsNotFollowed() throws {
    try withTemporaryFolder { folder in
      _ = try Connection(path: "\(folder)/real.db", .create)
      try makeLink("\(folder)/link.db", to: "\(folder)/real.db")
      #expect(kind { try Connection(path: "\(folder)/link.db", .create) } == .cannotOpen)
    }
  }

  /// Many a machine's /srv or /home is a link.
  @Test func aFolderMayBeALink() throws {
    try withTemporaryFolder { folder in
      try withTemporaryFolder { real in
        try makeLink("\(folder)/link#1", to: real)
        try makeLink("\(real)/back", to: folder)
        for path in ["\(folder)/link#1/a.db", "\(folder)/link#1/back/b.db"] {
          do {
            var database = try Connection(path: path, .create)
            try database.execute("CREATE TABLE t (a)")
          }
          _ = try Connection(path: path, .readWrite)
          var reader = try Connection(path: path, .readOnlyImmutable)
          #expect(try reader.first("SELECT count(*) FROM t") { row in row.integer(0) } == 0)
          try reader.copy(to: path + ".copy")
          _ = try Connection(path: path + ".copy", .readWrite)
        }
        #expect(kind { try Connection(path: "\(folder)/missing/a.db", .create) } == .cannotOpen)
      }
    }
  }

  @Test func settingsAreTakenOrRefused() throws {
    try withTemporaryFolder { folder in
      var database = try Connection(path: "\(folder)/a.db", .create)
      try database.apply([
        .pageSize(8_192), .journal(.wal), .synchronous(.normal), .cacheKibibytes(1_024),
        .temporaryStore(.memory), .foreignKeys(true), .applicationID(0x4B_49_4E_44),
        .userVersion(3), .busyTimeout(10), .exclusiveLocking(true),
      ])
      let numbers = [try database.applicationID(), try database.userVersion()]
      #expect(numbers == [0x4B49_4E44, 3])
      try database.execute("CREATE TABLE t (a)")
      let size = try database.first("PRAGMA page_size") { (row) throws(DatabaseError) in
        row.integer(0)
      }
      #expect(size == 8_192)
      var memory = try Connection(path: "", .memory)
      #expect(kind { try memory.apply([.journal(.wal)]) } == .misuse)
    }
  }

  private func kind<Value: ~Copyable>(_ body: () throws -> Value) -> DatabaseError.Kind? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? DatabaseError)?.kind
    }
  }
}
