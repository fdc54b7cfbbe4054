import SQLiteAccess
import TestSupport
import Testing

@testable import Store

/// The ledger is only added to, and shows what was done to it by other means.
@Suite struct LedgerFileTests {
  /// A ledger of four entries, closed, so that all of it lies in one file.
  private static func make(in folder: String) throws -> String {
    let path = "\(folder)/ledger.db"
    var ledger = try LedgerFile(path: path)
    for (number, kind) in ["publish", "publish", "rollback", "publish"].enumerated() {
      try ledger.append(
        kind: kind, at: "2013-07-0\(number + 1)T02:00:00Z", by: "nightly",
        content: "{\"run\":\"2013-07-0\(number)/0123456789ab\"}")
    }
    return path
  }

  private static func entries(_ path: String) throws -> [LedgerFile.Entry] {
    var ledger = try LedgerFile(path: path)
    return try ledger.entries()
  }

  private static func firstBroken(_ path: String) throws -> Int? {
    var ledger = try LedgerFile(path: path)
    return try ledger.firstBrokenEntry()
  }

  @Test func `entries come back as they were written, in their order`() throws {
    try withTemporaryFolder { folder in
      let path = try Self.make(in: folder)
      let entries = try Self.entries(path)
      #expect(entries.map(\.number) == [1, 2, 3, 4])
      #expect(entries.map(\.kind) == ["publish", "publish", "rollback", "publish"])
      #expect(entries[2].at == "2013-07-03T02:00:00Z")
      #expect(entries[2].by == "nightly")
      #expect(entries[2].content == "{\"run\":\"2013-07-02/0123456789ab\"}")
      #expect(Set(entries.map(\.digest)).count == 4)
      #expect(try Self.firstBroken(path) == nil)
    }
  }

  @Test func `what is written can't be changed or removed`() throws {
    try withTemporaryFolder { folder in
      let path = try Self.make(in: folder)
      for statement in [
        "UPDATE entry SET content = '{}' WHERE number = 2", "DELETE FROM entry WHERE number = 4",
        "DELETE FROM entry",
      ] {
        #expect(throws: DatabaseError.self) {
          var connection = try Connection(path: path, .readWrite)
          try connection.execute("\(raw: statement)")
        }
      }
      #expect(try Self.entries(path).count == 4)
    }
  }

  /// Something done to a ledger behind its back, and the first entry that shows it.
  struct Tampering: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var script: String
    var broken: Int?
  }

  @Test(arguments: [
    Tampering(
      testDescription: "kind", script: "UPDATE entry SET kind = 'x' WHERE number = 1", broken: 1),
    Tampering(
      testDescription: "time", script: "UPDATE entry SET at = at || ' ' WHERE number = 2",
      broken: 2),
    Tampering(
      testDescription: "account", script: "UPDATE entry SET by = '' WHERE number = 3", broken: 3),
    Tampering(
      testDescription: "content",
      script: "UPDATE entry SET content = replace(content, '0123', '1123') WHERE number = 4",
      broken: 4),
    Tampering(
      testDescription: "link", script: "UPDATE entry SET previous = digest WHERE number = 3",
      broken: 3),
    Tampering(
      testDescription: "digest", script: "UPDATE entry SET digest = upper(digest)", broken: 1),
    Tampering(
      testDescription: "text moved between cells",
      script: "UPDATE entry SET at = at || substr(by, 1, 1), by = substr(by, 2) WHERE number = 2",
      broken: 2),
    Tampering(
      testDescription: "first removed", script: "DELETE FROM entry WHERE number = 1", broken: 1),
    Tampering(
      testDescription: "middle removed", script: "DELETE FROM entry WHERE number = 2", broken: 2),
    Tampering(
      testDescription: "first removed, the rest moved up",
      script: """
        DELETE FROM entry WHERE number = 1;
        UPDATE entry SET number = number - 1;
        """, broken: 1),
    Tampering(
      testDescription: "two swapped",
      script: """
        UPDATE entry SET number = 99 WHERE number = 2;
        UPDATE entry SET number = 2 WHERE number = 3;
        UPDATE entry SET number = 3 WHERE number = 99;
        """, broken: 2),
    Tampering(
      testDescription: "repeated",
      script: """
        INSERT INTO entry SELECT 5, kind, at, by, content, previous, digest || ' ' FROM entry
        WHERE number = 4
        """, broken: 5),
    Tampering(
      testDescription: "put in with a digest of its own",
      script: "INSERT INTO entry VALUES (5, 'publish', '', '', '{}', '', 'abc')", broken: 5),
    // Nothing after the last entry says that there was one more: whoever must know compares with what was published.
    Tampering(
      testDescription: "last removed", script: "DELETE FROM entry WHERE number = 4", broken: nil),
  ])
  func `the chain shows where a ledger was tampered with`(_ tampering: Tampering) throws {
    try withTemporaryFolder { folder in
      let path = try Self.make(in: folder)
      var connection = try Connection(path: path, .readWrite)
      try connection.executeScript(
        """
        DROP TRIGGER entry_is_never_changed;
        DROP TRIGGER entry_is_never_removed;
        \(tampering.script)
        """)
      #expect(try Self.firstBroken(path) == tampering.broken)
    }
  }

  @Test func `no flipped byte goes unseen and says something else`() throws {
    try withTemporaryFolder { folder in
      let path = try Self.make(in: folder)
      let sound = try Self.entries(path)
      let bytes = try readBytes(path)
      var seen = 0
      for place in bytes.indices where bytes[place] != 0 || place % 41 == 0 {
        var flipped = bytes
        flipped[place] ^= 0x01
        try write(flipped, to: path)
        guard let broken = try? Self.firstBroken(path) else {
          // Either all holds, or the file can't be read at all; what can be read is what was written.
          if let entries = try? Self.entries(path) {
            #expect(entries == sound, "byte \(place)")
          } else {
            seen += 1
          }
          continue
        }
        #expect(broken >= 1)
        seen += 1
      }
      #expect(seen > 500)
    }
  }

  @Test func `a flipped bit of any entry's text is seen`() throws {
    try withTemporaryFolder { folder in
      let path = try Self.make(in: folder)
      let bytes = try readBytes(path)
      for (number, entry) in try Self.entries(path).enumerated() {
        for text in [entry.content, entry.at, entry.digest] {
          let place = try #require(Self.place(of: Array(text.utf8), in: bytes))
          for bit in 0..<8 {
            var flipped = bytes
            flipped[place] ^= 1 << bit
            try write(flipped, to: path)
            // The digest of one entry is the link of the next one, too.
            let broken = try? Self.firstBroken(path)
            #expect(broken == number + 1 || broken == number + 2, "\(text) bit \(bit)")
          }
        }
        try write(bytes, to: path)
      }
    }
  }

  private static func place(of text: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.indices.dropLast(text.count).first { bytes[$0..<$0 + text.count].elementsEqual(text) }
  }

  @Test func `entries added by many at once make one chain`() async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/ledger.db"
      _ = try LedgerFile(path: path)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<4 {
          group.addTask {
            for number in 0..<10 {
              var ledger = try LedgerFile(path: path)
              try ledger.append(
                kind: "publish", at: "", by: "\(writer)", content: "{\"n\":\(number)}")
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try Self.firstBroken(path) == nil)
      let entries = try Self.entries(path)
      #expect(entries.count == 40)
      for writer in 0..<4 {
        let own = entries.filter { $0.by == "\(writer)" }.map(\.content)
        #expect(own == (0..<10).map { "{\"n\":\($0)}" })
      }
    }
  }
}
