public import SQLiteAccess

/// Reading what the columns of extracts look like.
extension RunFile {
  /// The columns of every extract that was read, in the order of the contract.
  public mutating func columnSummaries() throws(DatabaseError) -> [ColumnSummary] {
    let codes = try valueCounts(of: "code")
    let shapes = try valueCounts(of: "shape")
    return try connection.query(
      """
      SELECT extract_id, number, name, type, present, absent, invalid, different, least, greatest
      FROM extract_column ORDER BY extract_id, number
      """
    ) { (row) throws(DatabaseError) in
      let place = ColumnPlace(extract: row.integer(0), column: row.integer(1))
      return ColumnSummary(
        extract: place.extract, number: place.column, name: row.text(2), type: row.text(3),
        present: row.integer(4), absent: row.integer(5), invalid: row.integer(6),
        different: row.integer(7), least: row.optionalInteger(8),
        greatest: row.optionalInteger(9), codes: codes[place] ?? [], shapes: shapes[place] ?? [])
    }
  }

  private struct ColumnPlace: Hashable {
    var extract: Int
    var column: Int
  }

  private mutating func valueCounts(
    of what: String
  ) throws(DatabaseError) -> [ColumnPlace: [ValueCount]] {
    let rows = try connection.query(
      """
      SELECT extract_id, number, value, count FROM extract_value WHERE what = \(what)
      ORDER BY extract_id, number, count DESC, value
      """
    ) { (row) throws(DatabaseError) in
      (
        ColumnPlace(extract: row.integer(0), column: row.integer(1)),
        ValueCount(value: row.text(2), count: row.integer(3))
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}
