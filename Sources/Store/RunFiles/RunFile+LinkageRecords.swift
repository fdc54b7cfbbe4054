public import SQLiteAccess

/// Reading the records that linkage compares.
extension RunFile {
  /// The columns of `linkage_record` that settings may name, beside `id` and `source`.
  public static let linkageColumns = [
    "title", "forenames", "forename", "middle_names", "surname", "suffix", "known_as",
    "former_surnames", "aliases", "born", "sex", "sex_or_title", "age_group", "upn",
    "temporary_upn",
    "former_upn", "nhs_number", "nino", "uln", "pnc", "cro", "crn", "local_numbers", "uprn",
    "address", "locality", "town", "postcode", "address_key", "since", "until",
  ]

  /// Lends each record in turn: its key, the number of its source, and the row with the columns from 2 on.
  public mutating func forEachLinkageRecord(
    columns: [String], _ body: (Int64, Int, borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    precondition(
      columns.allSatisfy(Self.linkageColumns.contains), "a column that linkage does not have")
    let list = columns.map { ", \($0)" }.joined()
    let statement = try connection.prepare(
      """
      SELECT id, source_id\(list) FROM linkage_record ORDER BY number
      """)
    while try statement.step() {
      let row = statement.row
      try body(row.integer64(0), row.integer(1), row)
    }
  }

  /// Lends the keys of every two records that stand in one row of an extract, in slots of their own.
  public mutating func forEachTwoInOneRow(
    _ body: (Int64, Int64) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let statement = try connection.prepare(
      "SELECT extract_id, line, record_key FROM mention ORDER BY extract_id, line, slot")
    var place: (extract: Int, line: Int) = (-1, -1)
    var keys: [Int64] = []
    while try statement.step() {
      let row = statement.row
      let (extract, line, key) = (row.integer(0), row.integer(1), row.integer64(2))
      if (extract, line) != place {
        place = (extract, line)
        keys.removeAll(keepingCapacity: true)
      }
      for other in keys where other != key { try body(other, key) }
      keys.append(key)
    }
  }
}
