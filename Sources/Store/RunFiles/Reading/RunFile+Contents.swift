public import SQLiteAccess

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
    try connection.query(
      """
      SELECT name, title, agency, shape, counted.facts, people, first, last
      FROM fact_kind JOIN (
        SELECT kind_id, count(*) AS facts, count(DISTINCT record_key) AS people,
          min(CAST(substr(starts, 1, 4) AS INTEGER)) AS first,
          max(CAST(substr(starts, 1, 4) AS INTEGER)) AS last
        FROM fact GROUP BY kind_id) AS counted ON kind_id = id
      ORDER BY agency, name
      """
    ) { (row) throws(DatabaseError) in
      FactCount(
        kind: row.text(0), title: row.text(1), agency: row.text(2), shape: row.text(3),
        facts: row.integer(4), people: row.integer(5), firstYear: row.optionalInteger(6),
        lastYear: row.optionalInteger(7))
    }
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
