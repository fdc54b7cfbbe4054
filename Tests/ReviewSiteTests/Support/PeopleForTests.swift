import SQLiteAccess
import Store
import Vocabulary

@testable import ReviewSite

extension RunFile {
  /// Everybody with their records, in order.
  mutating func peopleForTests() throws(DatabaseError) -> [(key: PersonID, value: [RecordKey])] {
    let rows = try connection.query(
      "SELECT person_id, record_key FROM person_member ORDER BY person_id, record_key"
    ) { (row) throws(DatabaseError) in
      (PersonID(row.integer64(0)), RecordKey(storeNumber: row.integer64(1)))
    }
    return Dictionary(grouping: rows, by: \.0).map { ($0, $1.map(\.1)) }.sorted { $0.0 < $1.0 }
  }
}

extension Generation {
  /// Everybody with their records, in order.
  func people() throws(DatabaseError) -> [(key: PersonID, value: [RecordKey])] {
    try read { (file) throws(DatabaseError) in try file.peopleForTests() }
  }

  /// The day of the run.
  func asOf() throws(DatabaseError) -> String? {
    try read { (file) throws(DatabaseError) in try file.notes()["as_of"] }
  }
}
