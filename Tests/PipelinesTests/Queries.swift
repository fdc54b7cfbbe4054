import SQLiteAccess

/// What a query gives, each row's values joined by `|`.
func rows(_ sql: String, in path: String) throws -> [String] {
  var connection = try Connection(path: path, .readOnlyImmutable)
  return try connection.query("\(raw: sql)") { (row) throws(DatabaseError) in
    (0..<row.columnCount).map { column in
      switch row.value(column) {
      case .null: ""
      case .integer(let number): "\(number)"
      case .real(let number): "\(number)"
      case .text(let text): text
      case .blob(let bytes): "\(bytes)"
      }
    }.joined(separator: "|")
  }
}
