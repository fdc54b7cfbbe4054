public import SQLiteAccess
import Vocabulary

/// Reading what a run holds in all.
extension RunFile {
  /// What was noted about the run as a whole, by name.
  public mutating func notes() throws(DatabaseError) -> [String: String] {
    let rows = try connection.query("SELECT name, value FROM run") { (row) throws(DatabaseError) in
      (row.text(0), row.text(1))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// What people call each agency, by its name.
  public mutating func agencyTitles() throws(DatabaseError) -> [String: String] {
    let rows = try connection.query("SELECT name, title FROM agency") {
      (row) throws(DatabaseError) in (row.text(0), row.text(1))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// What a person should look at, errors first.
  public mutating func findingSummaries() throws(DatabaseError) -> [FindingSummary] {
    try connection.query(
      """
      SELECT severity = 'error', code, source_name, file_name, column_name, message, remedy
      FROM finding ORDER BY severity = 'error' DESC, source_name, code, number
      """
    ) { (row) throws(DatabaseError) in
      FindingSummary(
        isError: row.integer(0) != 0, code: row.text(1), source: row.text(2),
        fileName: row.optionalText(3), column: row.optionalText(4), message: row.text(5),
        remedy: row.text(6))
    }
  }

  /// How much of everything there is.
  public mutating func totals() throws(DatabaseError) -> RunTotals {
    RunTotals(
      facts: try count(of: "fact"), relations: try count(of: "relation"),
      personRecords: try count(of: "person_record"),
      mentions: try count(of: "mention"), places: try count(of: "place"))
  }

  private mutating func count(of table: String) throws(DatabaseError) -> Int {
    try connection.first("SELECT count(*) FROM \(raw: table)") { (row) throws(DatabaseError) in
      row.integer(0)
    } ?? 0
  }

  /// How many facts there are of each kind of which there are any, by agency and name.
  public mutating func factCounts() throws(DatabaseError) -> [FactCount] {
    var counts: [Int: FactTally] = [:]
    try connection.forEach("SELECT kind_id, record_key, starts FROM fact") {
      (row) throws(DatabaseError) in
      let year = row.withTextBytes(2) { $0.number(in: 0..<4) }
      counts[row.integer(0), default: FactTally()].add(
        person: row.isNull(1) ? nil : row.integer64(1), year: year)
    }
    return try connection.query(
      "SELECT id, name, title, agency, shape FROM fact_kind ORDER BY agency, name"
    ) { (row) throws(DatabaseError) -> FactCount? in
      guard let count = counts[row.integer(0)] else { return nil }
      return FactCount(
        kind: row.text(1), title: row.text(2), agency: row.text(3), shape: row.text(4),
        facts: count.facts, people: count.people.count, firstYear: count.years?.lowerBound,
        lastYear: count.years?.upperBound)
    }.compactMap(\.self)
  }

  /// How many rows of each extract were quarantined for each reason; a row may have several.
  public mutating func rejectedRows() throws(DatabaseError) -> [RejectedRows] {
    try connection.query(
      """
      SELECT extract_id, code, column_name, count(DISTINCT line) AS rows, min(line)
      FROM rejection GROUP BY extract_id, code, column_name
      ORDER BY extract_id, rows DESC, code, column_name
      """
    ) { (row) throws(DatabaseError) in
      RejectedRows(
        extract: row.integer(0), code: row.text(1), column: row.text(2), rows: row.integer(3),
        firstLine: row.integer(4))
    }
  }
}

/// The facts of one kind as they are counted.
private struct FactTally {
  var facts = 0
  var people: Set<Int64> = []
  var years: ClosedRange<Int>?

  mutating func add(person: Int64?, year: Int?) {
    facts += 1
    if let person { people.insert(person) }
    guard let year else { return }
    years = years.map { min($0.lowerBound, year)...max($0.upperBound, year) } ?? year...year
  }
}
