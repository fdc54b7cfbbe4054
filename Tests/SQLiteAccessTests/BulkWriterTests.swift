import TestSupport
import Testing

@testable import SQLiteAccess

/// What is laid into pages at once is what statements would have put there, and SQLite finds nothing wrong with it.
@Suite struct BulkWriterTests {
  private static let script = "CREATE TABLE a (x INTEGER, y TEXT, z BLOB) STRICT"
  private static let other = "CREATE TABLE b (x INTEGER) STRICT"

  /// A row of the first table.
  private struct Row: Equatable {
    var number: Int64?
    var text: [UInt8]?
    var bytes: [UInt8]?
  }

  /// Makes a file with some tables.
  private static func make(
    _ path: String, _ scripts: [String], pageSize: Int = 4_096
  ) throws(DatabaseError) {
    var connection = try Connection(path: path, .create)
    try connection.apply([.pageSize(pageSize), .journal(.memory), .synchronous(.off)])
    for script in scripts { try connection.executeScript(script) }
  }

  private static func write(
    _ rows: [Row], to path: String, pageSize: Int
  ) throws(DatabaseError) {
    try make(path, [script, other], pageSize: pageSize)
    var writer = try BulkWriter(path: path, filling: ["a", "b"])
    for (index, row) in rows.enumerated() {
      if let number = row.number { writer.integer(number) } else { writer.null() }
      if let text = row.text { writer.text(text.span) } else { writer.null() }
      if let bytes = row.bytes { writer.blob(bytes.span) } else { writer.null() }
      let number = try writer.endRow(of: 0)
      #expect(number == Int64(index + 1))
      // The tables' pages take turns in the file.
      for copy in 0..<index % 3 {
        writer.integer(Int64(copy))
        try writer.endRow(of: 1)
      }
    }
    try writer.finish()
  }

  private static func check(_ rows: [Row], pageSize: Int) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a.db"
      try write(rows, to: path, pageSize: pageSize)
      var connection = try Connection(path: path, .readWrite)
      #expect(try connection.integrityProblems() == [])
      let found = try connection.query("SELECT rowid, x, y, z FROM a ORDER BY rowid") {
        (row) throws(DatabaseError) in
        (
          row.integer(0),
          Row(
            number: row.isNull(1) ? nil : row.integer64(1),
            text: row.isNull(2) ? nil : Array(row.text(2).utf8), bytes: row.optionalBlob(3))
        )
      }
      #expect(found.map(\.0) == Array(rows.indices.map { $0 + 1 }))
      #expect(found.map(\.1) == rows)
      let others = try connection.first("SELECT count(*) FROM b") {
        (row) throws(DatabaseError) in row.integer(0)
      }
      #expect(others == rows.indices.reduce(0) { $0 + $1 % 3 })
      // The file goes on being an ordinary one.
      try connection.execute("INSERT INTO a VALUES (1, 'new', NULL)")
      try connection.execute("DELETE FROM a WHERE rowid % 2 = 0")
      try connection.execute("VACUUM")
      #expect(try connection.integrityProblems() == [])
    }
  }

  /// The numbers at which SQLite's lengths change, and those beside them.
  @Test func numbersOfEveryLengthComeBack() throws {
    var numbers: [Int64?] = [nil, 0, 1, .min, .max]
    for bit in 0..<63 {
      for near in -1...1 {
        numbers.append((Int64(1) << Int64(bit)) &+ Int64(near))
        numbers.append(-(Int64(1) << Int64(bit)) &+ Int64(near))
      }
    }
    try Self.check(numbers.map { Row(number: $0) }, pageSize: 4_096)
  }

  /// Every length around which a row fits a page, goes on in one more page, or in several.
  @Test(arguments: [512, 1_024]) func rowsOfEveryLengthComeBack(pageSize: Int) throws {
    var rows = [Row(text: [], bytes: [])]
    for length in 0..<(3 * pageSize + 8) {
      rows.append(Row(text: Array(repeating: 0x41 + UInt8(length % 26), count: length)))
    }
    try Self.check(rows, pageSize: pageSize)
  }

  /// With small pages a few thousand rows stand three pages deep.
  @Test(arguments: [0, 1, 2, 30, 31, 1_000, 3_000])
  func tablesOfEveryDepthComeBack(count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let rows = (0..<count).map { _ in
      Row(
        number: Int64(bitPattern: random.next() >> UInt64(random.below(64))),
        text: Array(repeating: 0x61, count: random.below(200)),
        bytes: random.below(2) == 0 ? nil : Array(repeating: 7, count: random.below(60)))
    }
    try Self.check(rows, pageSize: 512)
    try Self.check(rows, pageSize: 32 << 10)
  }

  /// Pages go round the one at whose bytes SQLite takes its locks, whether rows or a long row's rest come to it.
  @Test(arguments: [100, 200_000]) func filesOverOneGibibyteComeBack(length: Int) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a.db"
      let count = 4_000_000 / (length + 10)
      do {
        var connection = try Connection(path: path, .create)
        try connection.apply([.pageSize(32 << 10), .journal(.memory), .synchronous(.off)])
        try connection.executeScript(Self.script)
        // What lies between is a hole, so the file takes little of the disk.
        var sink = unsafe PageSink(
          connection.handle, path: path, pageSize: 32 << 10, pageCount: (1 << 15) - 40)
        var table = TablePages(root: 2, pageSize: 32 << 10)
        var record = RowRecord()
        var head = RowBytes(capacity: 32)
        for number in 0..<count {
          record.removeAll()
          record.integer(Int64(number))
          record.text([UInt8](repeating: 0x61, count: length).span)
          record.null()
          try table.append(record, head: &head, to: &sink)
        }
        try table.finish(&sink)
        try sink.notePageCount()
        #expect(sink.pageCount > (1 << 15) + 40)
      }
      var connection = try Connection(path: path, .readOnlyImmutable)
      let found = try connection.first("SELECT count(*), sum(x), sum(length(y)) FROM a") {
        (row) throws(DatabaseError) in [row.integer(0), row.integer(1), row.integer(2)]
      }
      #expect(found == [count, count * (count - 1) / 2, count * length])
    }
  }

  @Test func wordsComeBack() throws {
    try withTemporaryFolder { folder in
      let words: [UInt64] = [0, 1, .max, 0x0123_4567_89AB_CDEF]
      try Self.make("\(folder)/a.db", ["CREATE TABLE a (x BLOB NOT NULL) STRICT"])
      var writer = try BulkWriter(path: "\(folder)/a.db", filling: ["a"])
      writer.words(words.span)
      try writer.endRow(of: 0)
      writer.words([UInt64]().span)
      try writer.endRow(of: 0)
      try writer.finish()
      var connection = try Connection(path: "\(folder)/a.db", .readWrite)
      let found = try connection.query("SELECT x FROM a") {
        (row) throws(DatabaseError) in row.words(0)
      }
      #expect(found == [words, []])
    }
  }

  /// Other tables grow beside those that are filled, through a connection that is open all the time, and each finds its
  /// own pages again; every so often what was there is taken out, so that pages get free and are used anew.
  @Test(arguments: [1, 7, 100]) func anotherConnectionTakesItsTurns(rowsBetween: Int) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a.db"
      let notes = "CREATE TABLE note (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT"
      try Self.make(path, [Self.script, Self.other, notes], pageSize: 512)
      var connection = try Connection(path: path, .readWrite)
      try connection.apply([.journal(.truncate), .synchronous(.off)])
      var writer = try BulkWriter(path: path, filling: ["a", "b"])
      for number in 0..<1_000 {
        writer.integer(Int64(number))
        writer.text([UInt8](repeating: 0x61, count: number % 90).span)
        writer.null()
        try writer.endRow(of: 0)
        writer.integer(Int64(-number))
        try writer.endRow(of: 1)
        guard number % rowsBetween == 0 else { continue }
        try writer.pause()
        try connection.transaction { (connection: inout Connection) throws(DatabaseError) in
          let text = String(repeating: "\(number) ", count: 40)
          try connection.execute("INSERT INTO note VALUES (\(number), \(text))")
          if number % 5 == 0 { try connection.execute("DELETE FROM note WHERE number % 3 = 0") }
        }
        try writer.goOn()
      }
      try writer.finish()
      // The connection does not go on with what it remembers of the file.
      #expect(try connection.integrityProblems() == [])
      let found = try connection.first(
        "SELECT (SELECT sum(x) FROM a), (SELECT sum(x) FROM b), (SELECT count(*) FROM note)"
      ) { (row) throws(DatabaseError) in [row.integer(0), row.integer(1), row.integer(2)] }
      let noted = stride(from: 0, to: 1_000, by: rowsBetween).reduce(into: Set<Int>()) {
        $0.insert($1)
        if $1 % 5 == 0 { $0 = $0.filter { $0 % 3 != 0 } }
      }
      #expect(found == [499_500, -499_500, noted.count])
    }
  }

  @Test(
    arguments: [
      "CREATE TABLE a (x TEXT UNIQUE) STRICT",
      "CREATE TABLE a (x TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
      "CREATE TABLE a (x TEXT) STRICT; CREATE INDEX i ON a (x)",
      "CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES ('there')",
      "CREATE VIEW a AS SELECT 1 AS rowid WHERE 0",
      "CREATE TABLE b (x TEXT) STRICT",
    ])
  func aTableThatCannotBeFilledIsRefused(_ script: String) throws {
    try withTemporaryFolder { folder in
      try Self.make("\(folder)/a.db", [script])
      _ = #expect(throws: DatabaseError.self) {
        let writer = try BulkWriter(path: "\(folder)/a.db", filling: ["a"])
        try writer.finish()
      }
    }
  }
}
