import TestSupport
import Testing

@testable import SQLiteAccess

@Suite struct FaultTests {
  @Test func aFullDiskHasItsOwnKindAndUndoesTheTransaction() throws {
    try withTemporaryFolder { folder in
      var database = try Connection(path: "\(folder)/a.db", .create)
      try database.apply([.pageSize(1_024)])
      try database.execute("CREATE TABLE t (a)")
      try database.apply([.maximumPages(10)])
      let bytes = [UInt8](repeating: 7, count: 500)
      let error = #expect(throws: DatabaseError.self) {
        try database.transaction { (connection: inout Connection) throws(DatabaseError) in
          for _ in 1...100 { try connection.execute("INSERT INTO t VALUES (\(bytes))") }
        }
      }
      #expect(error?.kind == .diskFull)
      let isOpen = database.isInTransaction
      #expect(!isOpen)
      let problems = try database.integrityProblems()
      #expect(problems == [])
      let count = try database.first("SELECT count(*) FROM t") { (row) throws(DatabaseError) in
        row.integer(0)
      }
      #expect(count == 0)
    }
  }

  @Test func aFileThatIsNoDatabaseIsCorrupt() throws {
    try withTemporaryFolder { folder in
      try write(String(repeating: "no database ", count: 200), to: "\(folder)/a.db")
      var database = try Connection(path: "\(folder)/a.db", .readWrite)
      let error = #expect(throws: DatabaseError.self) {
        try database.execute("CREATE TABLE t (a)")
      }
      #expect(error?.kind == .corrupt)
    }
  }

  @Test func aDamagedPageIsFound() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a.db"
      do {
        var database = try Connection(path: path, .create)
        try database.execute("CREATE TABLE t (a)")
        try database.transaction { (connection: inout Connection) throws(DatabaseError) in
          for number in 1...2_000 { try connection.execute("INSERT INTO t VALUES (\(number))") }
        }
      }
      var bytes = try readBytes(path)
      for place in 8_192..<8_400 { bytes[place] ^= 0xFF }
      try write(bytes, to: path)
      var database = try Connection(path: path, .readWrite)
      let problems = try database.integrityProblems()
      #expect(!problems.isEmpty)
    }
  }

  @Test func anotherWriterIsBusy() throws {
    try withTemporaryFolder { folder in
      var one = try Connection(path: "\(folder)/a.db", .create)
      var other = try Connection(path: "\(folder)/a.db", .create)
      try one.execute("BEGIN IMMEDIATE")
      let error = #expect(throws: DatabaseError.self) { try other.execute("BEGIN IMMEDIATE") }
      #expect(error?.kind == .busy)
    }
  }

  struct Misuse: CustomTestStringConvertible, Sendable {
    var sql: String
    var kind: DatabaseError.Kind
    var testDescription: String { sql }
  }

  @Test(arguments: [
    Misuse(sql: "", kind: .misuse),
    Misuse(sql: "-- nothing", kind: .misuse),
    Misuse(sql: "SELECT 1; SELECT 2", kind: .misuse),
    Misuse(sql: "SELEC 1", kind: .other),
    Misuse(sql: "SELECT a FROM missing", kind: .other),
    Misuse(sql: "SELECT \"not a column\"", kind: .other),
  ])
  func mistakesInSQLAreErrors(misuse: Misuse) throws {
    let database = try Connection(path: "", .memory)
    do throws(DatabaseError) {
      _ = try database.prepare(misuse.sql)
      Issue.record("prepared")
    } catch {
      #expect(error.kind == misuse.kind)
      #expect(error.sql == misuse.sql)
    }
  }

  @Test func bindingOutsideTheStatementIsAnError() throws {
    let database = try Connection(path: "", .memory)
    let statement = try database.prepare("SELECT ?")
    #expect(throws: DatabaseError.self) { try statement.bind(1, at: 2) }
    #expect(throws: DatabaseError.self) { try statement.bind([.null, .null]) }
    #expect(throws: DatabaseError.self) { try statement.run() }
    #expect(try statement.step())
    #expect(throws: DatabaseError.self) { try statement.bind(1, at: 1) }
  }

  @Test func aStatementOutlivesItsConnection() throws {
    let statement = try Connection(path: "", .memory).prepare("SELECT 7")
    #expect(try statement.step())
    #expect(statement.row.integer(0) == 7)
  }

  @Test func anErrorTellsTheSQLAndNoValue() throws {
    var database = try Connection(path: "", .memory)
    try database.execute("CREATE TABLE person (nino TEXT UNIQUE)")
    let nino = "QQ123456C"
    try database.execute("INSERT INTO person VALUES (\(nino))")
    let error = #expect(throws: DatabaseError.self) {
      try database.execute("INSERT INTO person VALUES (\(nino))")
    }
    #expect(
      error?.description == "SQLite error 2067: UNIQUE constraint failed: person.nino"
        + " - while running: INSERT INTO person VALUES (?)")
  }
}

@Suite struct MigrationTests {
  static let first = Migration("people", "CREATE TABLE person (id INTEGER PRIMARY KEY);")
  static let second = Migration(
    "families",
    "CREATE TABLE member (person INTEGER REFERENCES person); CREATE INDEX m ON member (person);")

  @Test func eachRunsOnceAndInOrder() throws {
    var database = try Connection(path: "", .memory)
    try database.migrate([Self.first])
    try database.migrate([Self.first, Self.second])
    try database.migrate([Self.first, Self.second])
    let names = try database.query("SELECT name FROM migration ORDER BY position") {
      (row) throws(DatabaseError) in row.text(0)
    }
    #expect(names == ["people", "families"])
  }

  @Test(
    arguments: [
      [
        Migration("people", "CREATE TABLE person (id INTEGER PRIMARY KEY, x);"),
        MigrationTests.second,
      ],
      [MigrationTests.second, MigrationTests.first], [MigrationTests.first],
    ] as [[Migration]])
  func whatHasRunIsNeverChanged(migrations: [Migration]) throws {
    var database = try Connection(path: "", .memory)
    try database.migrate([Self.first, Self.second])
    #expect(throws: DatabaseError.self) { try database.migrate(migrations) }
  }

  @Test(arguments: [
    "CREATE TABLE a (b); SELEC 1;",
    "CREATE TABLE a (b); INSERT INTO member VALUES (99);",
    "CREATE TABLE a (b); COMMIT;",
  ])
  func aStepThatFailsLeavesNothing(script: String) throws {
    var database = try Connection(path: "", .memory)
    try database.migrate([Self.first, Self.second])
    #expect(throws: DatabaseError.self) {
      try database.migrate([Self.first, Self.second, Migration("third", script)])
    }
    let isOpen = database.isInTransaction
    #expect(!isOpen)
    let count = try database.first("SELECT count(*) FROM migration") {
      (row) throws(DatabaseError) in row.integer(0)
    }
    #expect(count == 2)
  }
}
