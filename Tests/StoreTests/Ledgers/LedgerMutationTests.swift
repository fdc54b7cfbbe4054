import SQLiteAccess
import TestSupport
import Testing

@testable import Store

/// Whatever is done to the entries of a ledger behind its back, it shows.
@Suite struct LedgerMutationTests {
  /// How many entries the ledger has.
  private static let count = 9
  private static let columns = ["kind", "at", "by", "content", "previous", "digest"]

  /// What is done to a ledger.
  private enum Mutation: CaseIterable {
    case changedByte, removed, removedFromTheEnd, repeated, swapped, moved
  }

  @Test func `ten thousand mutations are all found`() throws {
    try withTemporaryFolder { folder in
      var random = SplitMix64(seed: 20_130_722)
      var ledger = try LedgerFile(path: "\(folder)/ledger.db")
      let head = try ledger.append(
        (1...Self.count).map { number in
          LedgerFile.NewEntry(
            kind: number.isMultiple(of: 5) ? "publish" : "decision",
            at: "2013-07-22T02:00:\(number + 10).000Z",
            by: number.isMultiple(of: 3) ? "ann" : "bob",
            content: "{\"decision\":\"undo\",\"entry\":\(number)}")
        })
      try ledger.connection.executeScript(
        "DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed;")
      #expect(try ledger.fault(since: head) == nil)
      var counts: [String: Int] = [:]
      for _ in 0..<10_000 {
        let mutation = random.one(of: Mutation.allCases)
        try ledger.connection.execute("BEGIN")
        try Self.apply(mutation, to: &ledger.connection, &random)
        if try ledger.fault(since: head) == nil { counts["\(mutation) not found", default: 0] += 1 }
        counts["all", default: 0] += 1
        try ledger.connection.execute("ROLLBACK")
      }
      #expect(counts == ["all": 10_000])
      #expect(try ledger.fault(since: head) == nil)
    }
  }

  private static func apply(
    _ mutation: Mutation, to connection: inout Connection, _ random: inout SplitMix64
  ) throws {
    let number = 1 + random.below(count)
    switch mutation {
    case .changedByte: try changeByte(of: number, &connection, &random)
    case .removed: try connection.execute("DELETE FROM entry WHERE number = \(number)")
    case .removedFromTheEnd:
      try connection.execute("DELETE FROM entry WHERE number >= \(number)")
    case .repeated:
      // The digest may stand once only, so the one who repeats has to change it, or make it anew.
      let digest = random.below(2) == 0 ? " " : ""
      try connection.execute(
        """
        INSERT INTO entry SELECT \(count + 1), kind, at, by, content, previous,
          \(digest) || substr(digest, 2) || substr(digest, 1, 1) FROM entry WHERE number = \(number)
        """)
    case .swapped:
      let other = 1 + (number + random.below(count - 1)) % count
      try connection.execute("UPDATE entry SET number = 99 WHERE number = \(number)")
      try connection.execute("UPDATE entry SET number = \(number) WHERE number = \(other)")
      try connection.execute("UPDATE entry SET number = \(other) WHERE number = 99")
    case .moved:
      try connection.execute("UPDATE entry SET number = -number WHERE number >= \(number)")
      try connection.execute("UPDATE entry SET number = 1 - number WHERE number < 0")
    }
  }

  /// Changes one bit of one byte of a column, or a digit of the number.
  private static func changeByte(
    of number: Int, _ connection: inout Connection, _ random: inout SplitMix64
  ) throws {
    let column = random.one(of: columns)
    let text = try #require(
      try connection.first("SELECT \(raw: column) FROM entry WHERE number = \(number)") {
        (row) throws(DatabaseError) in row.text(0)
      })
    var bytes = Array(text.utf8)
    // The highest bit would make the text no text, which the file itself refuses to be.
    bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(7))
    let changed = String(decoding: bytes, as: UTF8.self)
    try connection.execute(
      "UPDATE entry SET \(raw: column) = \(changed) WHERE number = \(number)")
  }

  @Test func `a ledger whose entries were all made anew is not the one that was`() throws {
    try withTemporaryFolder { folder in
      func make(_ name: String, _ contents: [String]) throws -> LedgerFile {
        var ledger = try LedgerFile(path: "\(folder)/\(name)")
        try ledger.append(
          contents.map { LedgerFile.NewEntry(kind: "publish", at: "", by: "", content: $0) })
        return ledger
      }
      var true_ = try make("true.db", ["{}", "{}", "{}"])
      let head = try true_.head()
      var shorter = try make("shorter.db", ["{}", "{}"])
      #expect(try shorter.fault(since: head) == .cutShort(to: 2, of: 3))
      var forged = try make("forged.db", ["{}", "{\"a\":1}", "{}"])
      #expect(try forged.fault(since: head) == .replaced(at: 3))
      var longer = try make("longer.db", ["{}", "{}", "{}", "{}"])
      #expect(try longer.fault(since: head) == nil)
      #expect(try forged.fault(since: nil) == nil)
    }
  }

  @Test(arguments: [
    ("3 \(String(repeating: "a", count: 64))\n", true),
    ("3 \(String(repeating: "a", count: 64))", false),
    ("03 \(String(repeating: "a", count: 64))\n", false),
    ("-3 \(String(repeating: "a", count: 64))\n", false),
    ("3 \(String(repeating: "a", count: 63))\n", false), ("", false), ("3", false),
    ("3  \(String(repeating: "a", count: 64))\n", false),
  ])
  func `a head is read as it is written`(_ text: String, _ isHead: Bool) {
    #expect((LedgerHead(text: text)?.text == text) == isHead)
  }
}
