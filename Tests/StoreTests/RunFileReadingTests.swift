import SQLiteAccess
import TestSupport
import Testing
import Vocabulary

@testable import Store

/// What stands in a run file is read as it was written.
@Suite struct RunFileReadingTests {
  /// What is read from a new run file with some rows in it.
  private func reading<Value>(
    _ script: String, _ read: (inout RunFile) throws -> Value
  ) throws -> Value {
    try withTemporaryFolder { folder in
      var file = try RunFile.create(at: "\(folder)/run.db")
      try file.connection.executeScript(script)
      return try read(&file)
    }
  }

  @Test func `a new file holds nothing`() throws {
    let nothing = RunTotals(facts: 0, relations: 0, personRecords: 0, mentions: 0, places: 0)
    #expect(try reading("") { try $0.totals() } == nothing)
    let counts = try reading("") { file in
      [
        try file.notes().count, try file.agencyTitles().count, try file.sourceSummaries().count,
        try file.extractSummaries().count, try file.problemSummaries().count,
        try file.problemMeanings().count, try file.columnSummaries().count,
        try file.findingSummaries().count, try file.factCounts().count,
        try file.rejectedRows().count,
      ]
    }
    #expect(counts.allSatisfy { $0 == 0 })
  }

  @Test func `notes and agencies by name`() throws {
    let vocabulary = FactVocabulary(
      agencies: [Agency(name: "police", title: "Police", isUniversal: false)], kinds: [],
      relations: [])
    let (notes, titles) = try reading("") { file in
      try file.note("council", "Solentshire")
      try file.add(vocabulary)
      return (try file.notes(), try file.agencyTitles())
    }
    #expect(notes == ["council": "Solentshire"])
    #expect(titles == ["police": "Police"])
  }

  @Test func `sources come with their state and counts, by agency and name`() throws {
    let (sources, yields) = try reading(
      """
      INSERT INTO source VALUES (1, 'b', 'B', 'police', 'b', 'law', 'act', NULL, 'x', '1 year'),
        (2, 'a', 'A', 'police', 'Ann', 'public task', 'Police Act', 'I-1', 'x, y', '6 years'),
        (3, 'c', 'C', 'health', 'c', 'law', 'act', NULL, '', '1 year');
      INSERT INTO source_state VALUES ('b', 'not-due', NULL, NULL, '2013-09-01', NULL, NULL, NULL,
        NULL), ('a', 'fresh', '2013-07-01', 21, NULL, 10, 12, 97, 3), ('c', 'odd', NULL, NULL,
        NULL, NULL, NULL, NULL, NULL);
      INSERT INTO fact (key, source_id, extract_id, line, kind_id) VALUES (1, 2, 1, 1, 0),
        (2, 2, 1, 2, 0);
      INSERT INTO person_record (key, source_id, extract_id, line, slot, protected)
        VALUES (1, 1, 1, 1, 0, 0);
      """
    ) { (try $0.sourceSummaries(), try $0.sourceYields()) }
    #expect(sources.map(\.name) == ["c", "a", "b"])
    #expect(yields.mapValues(\.facts) == [1: 0, 2: 2])
    #expect(yields.mapValues(\.personRecords) == [1: 1, 2: 0])
    #expect(sources.map(\.state?.freshness) == [nil, .fresh, .notDue])
    #expect(sources[1].state?.newest == "2013-07-01")
    #expect(sources[1].state?.ageInDays == 21)
    #expect(sources[1].state?.rows == 10 && sources[1].state?.usualRows == 12)
    #expect(sources[1].state?.overlapInHundredths == 97)
    #expect(sources[2].state?.due == "2013-09-01")
    #expect(sources.map(\.owner) == ["c", "Ann", "b"])
    #expect(sources.map(\.ground.agreement) == [nil, "I-1", nil])
    #expect(sources.map(\.ground.purposes) == [[], ["x", "y"], ["x"]])
    #expect(sources[1].ground.basis == "public task" && sources[1].ground.gateway == "Police Act")
    #expect(sources[1].ground.retain == "6 years")
  }

  @Test func `a source that nobody judged has no state`() throws {
    let sources = try reading(
      "INSERT INTO source VALUES (1, 'a', 'A', 'police', 'a', 'law', 'act', NULL, 'x', '1 year')"
    ) { try $0.sourceSummaries() }
    #expect(sources.map(\.state) == [nil])
  }

  @Test func `extracts come newest first with the reasons for skipping`() throws {
    let extracts = try reading(
      """
      INSERT INTO extract (id, source_id, file_name, sha256, bytes, delivered, state, records_read,
        accepted, quarantined, skipped, stated_total) VALUES
        (1, 7, 'old', 'x', 9, '2013-05-01', 'read', 9, 4, 2, 3, 8),
        (2, 7, 'new', 'y', 9, '2013-06-01', 'duplicate', 9, 4, 2, 2, NULL);
      INSERT INTO extract_skip VALUES (1, 'suppressed', 2), (1, 'header', 1);
      """
    ) { try $0.extractSummaries() }
    #expect(extracts.map(\.fileName) == ["new", "old"])
    #expect(extracts.map(\.wasRead) == [false, true])
    #expect(extracts.map(\.balances) == [false, true])
    #expect(extracts.map(\.dataRows) == [6, 8])
    #expect(extracts.map(\.statedTotal) == [nil, 8])
    #expect(extracts[1].skippedByReason.map(\.reason) == ["header", "suppressed"])
  }

  @Test func `problems: rejections first, the most frequent first`() throws {
    let (problems, meanings) = try reading(
      """
      INSERT INTO extract_problem VALUES (1, 'noted', 'C', 0, 90, '2 3'), (1, 'few', 'A', 1, 1, ''),
        (1, 'many', 'A', 1, 5, '7 8 11');
      INSERT INTO problem_code VALUES ('many', 'cell', 'Too many.', 'Ask.');
      """
    ) { (try $0.problemSummaries(), try $0.problemMeanings()) }
    #expect(problems.map(\.code) == ["many", "few", "noted"])
    #expect(problems.map(\.rejects) == [true, true, false])
    #expect(problems.map(\.firstLines) == [[7, 8, 11], [], [2, 3]])
    let meaning = ProblemMeaning(code: "many", meaning: "Too many.", remedy: "Ask.")
    #expect(meanings == [meaning])
  }

  @Test func `columns come with their codes and shapes, the most frequent first`() throws {
    let columns = try reading(
      """
      INSERT INTO extract_column (extract_id, number, name, present, absent, invalid, different,
        least, greatest, type) VALUES (1, 1, 'B', 1, 2, 3, 4, NULL, NULL, 'code'),
        (1, 0, 'A', 5, 0, 0, 4, -1, 9, 'integer');
      INSERT INTO extract_value VALUES (1, 1, 'code', 'x', 3), (1, 1, 'code', 'y', 30),
        (1, 1, 'shape', 'A9', 2), (2, 1, 'code', 'z', 1);
      """
    ) { try $0.columnSummaries() }
    #expect(columns.map(\.name) == ["A", "B"])
    #expect(columns[0].least == -1 && columns[0].greatest == 9 && columns[0].type == "integer")
    #expect(columns[0].codes == [] && columns[1].least == nil)
    #expect(columns[1].cells == 6)
    #expect(columns[1].codes.map(\.value) == ["y", "x"])
    #expect(columns[1].shapes.map(\.count) == [2])
  }

  @Test func `findings: errors first, then by source`() throws {
    let findings = try reading(
      """
      INSERT INTO finding VALUES (1, 'warning', 'w', 'a', NULL, NULL, 'm', 'r'),
        (2, 'error', 'e', 'b', 'f', 'c', 'm', 'r'), (3, 'error', 'e', 'a', NULL, NULL, 'm', 'r');
      """
    ) { try $0.findingSummaries() }
    #expect(findings.map(\.isError) == [true, true, false])
    #expect(findings.map(\.source) == ["a", "b", "a"])
    #expect(findings.map(\.fileName) == [nil, "f", nil])
  }

  @Test func `facts are counted by kind, with their people and years`() throws {
    let counts = try reading(
      """
      INSERT INTO fact_kind VALUES (0, 'b.x', 'X', 'b', 'event', 1, NULL, 'ordinary'),
        (1, 'a.y', 'Y', 'a', 'episode', 1, NULL, 'ordinary'),
        (2, 'a.z', 'Z', 'a', 'episode', 1, NULL, 'ordinary');
      INSERT INTO fact (key, source_id, extract_id, line, kind_id, record_key, starts) VALUES
        (1, 1, 1, 1, 0, 5, '2007-05-03'), (2, 1, 1, 2, 0, 5, '2009-Q2'), (3, 1, 1, 3, 0, 6, NULL),
        (4, 1, 1, 4, 1, NULL, NULL);
      """
    ) { try $0.factCounts() }
    #expect(counts.map(\.kind) == ["a.y", "b.x"])
    #expect(counts.map(\.facts) == [1, 3])
    #expect(counts.map(\.people) == [0, 2])
    #expect(counts.map(\.firstYear) == [nil, 2007])
    #expect(counts.map(\.lastYear) == [nil, 2009])
  }

  @Test func `a row that is rejected twice for one reason counts once`() throws {
    let rows = try reading(
      """
      INSERT INTO rejection VALUES (1, 4, 1, 0, 9, 'x', 'A', ''), (1, 4, 1, 0, 9, 'x', 'A', ''),
        (1, 4, 1, 0, 9, 'y', '', ''), (1, 3, 1, 0, 9, 'x', 'A', '');
      """
    ) { try $0.rejectedRows() }
    #expect(rows.map(\.code) == ["x", "y"])
    #expect(rows.map(\.rows) == [2, 1])
    #expect(rows.map(\.firstLine) == [3, 4])
  }
}
