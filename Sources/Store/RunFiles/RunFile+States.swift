public import SQLiteAccess

/// How one source stands on the day of the run.
public struct SourceStateRow: Hashable, Sendable {
  /// The source's name.
  public var source: String
  /// Fresh, warn, stale, missing or not due.
  public var state: String
  /// When its newest extract was delivered.
  public var newest: String?
  /// How old that is.
  public var ageDays: Int?
  /// When the next is due.
  public var due: String?
  /// The rows of the newest extract.
  public var rows: Int?
  /// The rows that earlier extracts had.
  public var usualRows: Int?
  /// The share, in hundredths, of people whom the extract before knew too.
  public var overlapHundredths: Int?

  /// Describes a source's state.
  public init(
    source: String, state: String, newest: String?, ageDays: Int?, due: String?, rows: Int?,
    usualRows: Int?, overlapHundredths: Int?
  ) {
    self.source = source
    self.state = state
    self.newest = newest
    self.ageDays = ageDays
    self.due = due
    self.rows = rows
    self.usualRows = usualRows
    self.overlapHundredths = overlapHundredths
  }
}

/// What the checks found.
extension RunFile {
  /// Adds how a source stands.
  public mutating func addSourceState(_ row: SourceStateRow) throws(DatabaseError) {
    let unseen = row.overlapHundredths.map { 100 - $0 }
    try connection.execute(
      """
      INSERT INTO source_state (source_name, state, newest, age_days, due, rows, usual_rows,
        overlap_hundredths, unseen_hundredths)
      VALUES (\(row.source), \(row.state), \(row.newest), \(row.ageDays), \(row.due), \(row.rows),
        \(row.usualRows), \(row.overlapHundredths), \(unseen))
      """)
  }

  /// How each source stands, in the order of names.
  public mutating func sourceStates() throws(DatabaseError) -> [SourceStateRow] {
    try connection.query(
      """
      SELECT source_name, state, newest, age_days, due, rows, usual_rows, overlap_hundredths
      FROM source_state ORDER BY source_name
      """
    ) { (row) throws(DatabaseError) in
      SourceStateRow(
        source: row.text(0), state: row.text(1), newest: row.optionalText(2),
        ageDays: row.optionalInteger(3), due: row.optionalText(4), rows: row.optionalInteger(5),
        usualRows: row.optionalInteger(6), overlapHundredths: row.optionalInteger(7))
    }
  }

  /// How many findings there are of each severity.
  public mutating func findingCounts() throws(DatabaseError) -> (warnings: Int, errors: Int) {
    let counts = try connection.query(
      """
      SELECT count(*) FILTER (WHERE severity = 'warning'), count(*) FILTER (WHERE severity = 'error')
      FROM finding
      """
    ) { (row) throws(DatabaseError) in (warnings: row.integer(0), errors: row.integer(1)) }
    return counts[0]
  }

  /// Every finding, errors first, then in the order in which they were found.
  public mutating func findings() throws(DatabaseError) -> [FindingRow] {
    try connection.query(
      """
      SELECT severity, code, source_name, file_name, column_name, message, remedy
      FROM finding ORDER BY severity = 'warning', number
      """
    ) { (row) throws(DatabaseError) in
      FindingRow(
        severity: row.text(0), code: row.text(1), source: row.text(2),
        fileName: row.optionalText(3), column: row.optionalText(4), message: row.text(5),
        remedy: row.text(6))
    }
  }
}
