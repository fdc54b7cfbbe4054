import SQLiteAccess
import TestSupport
import Testing

@testable import Store

/// Rejected rows are counted and listed as they are asked for.
@Suite struct RejectionReadingTests {
  /// Two sources: one with rows 2 and 9 of its newer extract and row 5 of its older one, the other with row 3.
  private func reading<Value>(_ read: (inout RunFile) throws -> Value) throws -> Value {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.connection.executeScript(
        """
        INSERT INTO source VALUES (0, 'police', 'P', 'p', 'o', 'b', 'g', NULL, 'x', '1 year'),
          (1, 'health', 'H', 'h', 'o', 'b', 'g', NULL, 'x', '1 year');
        INSERT INTO extract (id, source_id, file_name, sha256, bytes, delivered, state,
          records_read, accepted, quarantined, skipped)
          VALUES (0, 0, 'new.csv', '', 0, '', 'read', 0, 0, 0, 0),
            (1, 0, 'old.csv', '', 0, '', 'read', 0, 0, 0, 0),
            (2, 1, 'h.csv', '', 0, '', 'read', 0, 0, 0, 0);
        INSERT INTO rejection VALUES (1, 5, 1, 0, 9, 'date', 'DOB', '99'),
          (0, 9, 1, 0, 9, 'code', 'Sex', 'A'), (0, 2, 1, 0, 9, 'date', 'DOB', '9/9'),
          (0, 2, 1, 0, 9, 'code', 'Sex', '?'), (2, 3, 1, 0, 9, 'width', '', '');
        INSERT INTO problem_code VALUES ('date', 'cell', 'No date.', 'Ask.');
        """)
      return try read(&file)
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var filter: RejectionFilter
    var limit: Int
    var counts: [String]
    var rows: Int
    var listed: [String]
  }

  @Test(arguments: [
    Case(
      testDescription: "everything", filter: RejectionFilter(), limit: 50,
      counts: ["health width 1", "police code 2", "police date 2"], rows: 4,
      listed: [
        "h.csv:3 width", "new.csv:2 date", "new.csv:2 code", "new.csv:9 code", "old.csv:5 date",
      ]),
    Case(
      testDescription: "one source, two rows with all their reasons",
      filter: RejectionFilter(sources: ["police"]), limit: 2,
      counts: ["police code 2", "police date 2"], rows: 3,
      listed: ["new.csv:2 date", "new.csv:2 code", "new.csv:9 code"]),
    Case(
      testDescription: "one code", filter: RejectionFilter(codes: ["date"]), limit: 50,
      counts: ["police date 2"], rows: 2, listed: ["new.csv:2 date", "old.csv:5 date"]),
    Case(
      testDescription: "several of both",
      filter: RejectionFilter(sources: ["police", "health"], codes: ["code", "width"]), limit: 50,
      counts: ["health width 1", "police code 2"], rows: 3,
      listed: ["h.csv:3 width", "new.csv:2 code", "new.csv:9 code"]),
    Case(
      testDescription: "the counts alone", filter: RejectionFilter(codes: ["width"]), limit: 0,
      counts: ["health width 1"], rows: 1, listed: []),
    Case(
      testDescription: "a name that could be SQL",
      filter: RejectionFilter(sources: ["x') OR (1=1"]), limit: 50, counts: [], rows: 0, listed: []),
  ])
  func `counted and listed`(_ example: Case) throws {
    let (counts, rows, listed) = try reading { file in
      (
        try file.rejectionCounts(example.filter), try file.rejectedRowCount(example.filter),
        try file.rejections(example.filter, ofAtMost: example.limit)
      )
    }
    #expect(counts.map { "\($0.source) \($0.code) \($0.rows)" } == example.counts)
    #expect(rows == example.rows)
    #expect(listed.map { "\($0.fileName):\($0.line) \($0.code)" } == example.listed)
  }

  @Test func `a reason comes with its column, its shape and its meaning`() throws {
    let listed = try reading { try $0.rejections(RejectionFilter(codes: ["date"]), ofAtMost: 1) }
    #expect(
      listed == [
        RejectionSummary(
          source: "police", fileName: "new.csv", line: 2, column: "DOB", code: "date",
          maskedValue: "9/9", meaning: "No date.")
      ])
  }

  @Test(arguments: ["", "PRAGMA user_version = 3; CREATE TABLE t (x);"])
  func `a database that is no run file is refused`(_ script: String) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/run.db"
      try write("", to: path)
      if !script.isEmpty {
        var other = try Connection(path: path, .create)
        try other.executeScript(script)
      }
      let error = #expect(throws: DatabaseError.self) { _ = try RunFile.open(at: path) }
      #expect(error?.kind == .corrupt && error?.path == path)
    }
  }
}
