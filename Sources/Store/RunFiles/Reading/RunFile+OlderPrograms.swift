import SQLiteAccess

extension RunFile {
  /// Whether a table has a column; in a file that an older program wrote it may be missing.
  mutating func hasColumn(_ column: String, in table: String) throws(DatabaseError) -> Bool {
    try connection.first(
      "SELECT 1 FROM pragma_table_info(\(table)) WHERE name = \(column)"
    ) { (row) throws(DatabaseError) in row.integer(0) } != nil
  }
}
