public import SQLiteAccess

/// Reading what is known of sources and their extracts.
extension RunFile {
  /// Every source, in the order of the agencies and then of the names.
  public mutating func sourceSummaries() throws(DatabaseError) -> [SourceSummary] {
    try connection.query(
      """
      SELECT id, name, title, agency, owner, basis, gateway, agreement, purposes, retain,
        source_name IS NOT NULL, state, newest, age_days, due, rows,
        usual_rows, overlap_hundredths, unseen_hundredths
      FROM source LEFT JOIN source_state ON source_name = name
      ORDER BY agency, name
      """
    ) { (row) throws(DatabaseError) in
      SourceSummary(
        number: row.integer(0), name: row.text(1), title: row.text(2), agency: row.text(3),
        owner: row.text(4), ground: SharingGround(row, from: 5),
        state: row.integer(10) == 0 ? nil : SourceState(row, from: 11))
    }
  }

  /// What was kept of each source, by its number; it takes a look at every fact and record.
  public mutating func sourceYields() throws(DatabaseError) -> [Int: SourceYield] {
    var yields: [Int: SourceYield] = [:]
    try connection.forEach("SELECT source_id, count(*) FROM fact GROUP BY source_id") {
      (row) throws(DatabaseError) in
      yields[row.integer(0), default: SourceYield()].facts = row.integer(1)
    }
    try connection.forEach("SELECT source_id, count(*) FROM person_record GROUP BY source_id") {
      (row) throws(DatabaseError) in
      yields[row.integer(0), default: SourceYield()].personRecords = row.integer(1)
    }
    return yields
  }

  /// Every extract, the newest of each source first.
  public mutating func extractSummaries() throws(DatabaseError) -> [ExtractSummary] {
    let skipped = try skippedRecords()
    let ended = try hasColumn("facts_ended", in: "extract") ? "facts_ended" : "0"
    return try connection.query(
      """
      SELECT id, source_id, file_name, sha256, bytes, delivered, state, encoding, records_read,
        accepted, quarantined, skipped, stated_total, facts_repeated,
        \(raw: ended)
      FROM extract ORDER BY source_id, delivered DESC, id
      """
    ) { (row) throws(DatabaseError) in
      ExtractSummary(
        number: row.integer(0), source: row.integer(1), fileName: row.text(2),
        sha256: row.text(3), bytes: row.integer(4), delivered: row.text(5), state: row.text(6),
        encoding: row.optionalText(7), read: row.integer(8), accepted: row.integer(9),
        quarantined: row.integer(10), skipped: row.integer(11),
        skippedByReason: skipped[row.integer(0)] ?? [], statedTotal: row.optionalInteger(12),
        repeatedFacts: row.integer(13), endedFacts: row.integer(14))
    }
  }

  private mutating func skippedRecords() throws(DatabaseError) -> [Int: [SkippedRecords]] {
    let rows = try connection.query(
      "SELECT extract_id, reason, records FROM extract_skip ORDER BY extract_id, reason"
    ) { (row) throws(DatabaseError) in
      (row.integer(0), SkippedRecords(reason: row.text(1), records: row.integer(2)))
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// The problems of every extract, those for which rows were rejected first.
  public mutating func problemSummaries() throws(DatabaseError) -> [ProblemSummary] {
    try connection.query(
      """
      SELECT extract_id, code, column_name, rejects, count, first_lines
      FROM extract_problem ORDER BY extract_id, rejects DESC, count DESC, code, column_name
      """
    ) { (row) throws(DatabaseError) in
      ProblemSummary(
        extract: row.integer(0), code: row.text(1), column: row.text(2),
        rejects: row.integer(3) != 0, count: row.integer(4),
        firstLines: row.text(5).split { !$0.isNumber }.compactMap { Int($0) })
    }
  }

  /// What each code of a problem means.
  public mutating func problemMeanings() throws(DatabaseError) -> [ProblemMeaning] {
    try connection.query("SELECT code, meaning, remedy FROM problem_code ORDER BY code") {
      (row) throws(DatabaseError) in
      ProblemMeaning(code: row.text(0), meaning: row.text(1), remedy: row.text(2))
    }
  }
}

extension SharingGround {
  /// Reads the columns from `basis` on.
  fileprivate init(_ row: borrowing Row, from first: Int) {
    self.init(
      basis: row.text(first), gateway: row.text(first + 1), agreement: row.optionalText(first + 2),
      purposes: row.text(first + 3).split(separator: ", ").map(String.init),
      retain: row.text(first + 4))
  }
}

extension SourceState {
  /// Reads the columns from `state` on.
  fileprivate init(_ row: borrowing Row, from first: Int) {
    freshness = Freshness(rawValue: row.text(first))
    newest = row.optionalText(first + 1)
    ageInDays = row.optionalInteger(first + 2)
    due = row.optionalText(first + 3)
    rows = row.optionalInteger(first + 4)
    usualRows = row.optionalInteger(first + 5)
    overlapInHundredths = row.optionalInteger(first + 6)
    unseenInHundredths = row.optionalInteger(first + 7)
  }
}
