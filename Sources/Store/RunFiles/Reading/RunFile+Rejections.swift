public import SQLiteAccess

/// Reading which rows were quarantined.
extension RunFile {
  /// How many rows were quarantined for each reason, by source, the most frequent first.
  public mutating func rejectionCounts(
    _ filter: RejectionFilter
  ) throws(DatabaseError) -> [RejectionCount] {
    try connection.query(
      """
      SELECT source.name, code, count(DISTINCT extract_id * 4294967296 + line) AS rows
      FROM rejection JOIN extract ON extract.id = extract_id
        JOIN source ON source.id = extract.source_id
      WHERE \(filter.condition) GROUP BY source.name, code ORDER BY source.name, rows DESC, code
      """
    ) { (row) throws(DatabaseError) in
      RejectionCount(source: row.text(0), code: row.text(1), rows: row.integer(2))
    }
  }

  /// How many rows were quarantined, each counted once.
  public mutating func rejectedRowCount(_ filter: RejectionFilter) throws(DatabaseError) -> Int {
    try connection.first(
      """
      SELECT count(DISTINCT extract_id * 4294967296 + line)
      FROM rejection JOIN extract ON extract.id = extract_id
        JOIN source ON source.id = extract.source_id
      WHERE \(filter.condition)
      """
    ) { (row) throws(DatabaseError) in row.integer(0) } ?? 0
  }

  /// The reasons of the first so many rows: by source, each source's newest extract first, line by line.
  public mutating func rejections(
    _ filter: RejectionFilter, ofAtMost rows: Int
  ) throws(DatabaseError) -> [RejectionSummary] {
    try connection.query(
      """
      WITH wanted AS (
        SELECT DISTINCT source.name AS source_name, file_name, extract_id, line
        FROM rejection JOIN extract ON extract.id = extract_id
          JOIN source ON source.id = extract.source_id
        WHERE \(filter.condition) ORDER BY source_name, extract_id, line LIMIT \(rows))
      SELECT source_name, file_name, rejection.line, column_name, rejection.code, masked_value,
        coalesce(meaning, '')
      FROM wanted JOIN rejection
          ON rejection.extract_id = wanted.extract_id AND rejection.line = wanted.line
        LEFT JOIN problem_code ON problem_code.code = rejection.code
      WHERE \(filter.codeCondition)
      ORDER BY source_name, rejection.extract_id, rejection.line, rejection.rowid
      """
    ) { (row) throws(DatabaseError) in
      RejectionSummary(
        source: row.text(0), fileName: row.text(1), line: row.integer(2), column: row.text(3),
        code: row.text(4), maskedValue: row.text(5), meaning: row.text(6))
    }
  }
}

extension RejectionFilter {
  fileprivate var condition: SQL {
    "\(Self.condition("source.name", sources)) AND \(codeCondition)"
  }

  fileprivate var codeCondition: SQL { Self.condition("rejection.code", codes) }

  private static func condition(_ column: SQL, _ words: [String]) -> SQL {
    guard let first = words.first else { return "TRUE" }
    let list = words.dropFirst().reduce("\(first)" as SQL) { list, word in "\(list), \(word)" }
    return "\(column) IN (\(list))"
  }
}
