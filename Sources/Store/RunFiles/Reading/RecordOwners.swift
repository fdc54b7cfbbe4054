import SQLiteAccess
import Vocabulary

/// Whose record each is, and of which source, for whoever asks it of millions of pairs: to look each up in the run file
/// takes ten times as long.
struct RecordOwners {
  /// What is known of a record.
  struct Owner {
    /// The person.
    var person: Int64
    /// How many records the person has.
    var records: Int
    /// The number of the source.
    var source: Int
  }

  /// The people in the order of their ids, and how many records each has.
  private var people: [Int64] = []
  private var records: [Int32] = []
  /// The records in the order of their keys, whose each is as a place among the people, and the number of its source.
  private var keys: [Int64] = []
  private var places: [Int32] = []
  private var sources: [Int32] = []

  init(_ connection: inout Connection) throws(DatabaseError) {
    try connection.forEach("SELECT id, records FROM person ORDER BY id") {
      (row) throws(DatabaseError) in
      people.append(row.integer64(0))
      records.append(Int32(row.integer(1)))
    }
    try connection.forEach("SELECT record_key, person_id FROM person_member ORDER BY record_key") {
      (row) throws(DatabaseError) in
      guard let place = people.sortedIndex(of: row.integer64(1)) else { return }
      keys.append(row.integer64(0))
      places.append(Int32(place))
    }
    sources = [Int32](repeating: -1, count: keys.count)
    try connection.forEach("SELECT key, source_id FROM person_record") {
      (row) throws(DatabaseError) in
      guard let record = keys.sortedIndex(of: row.integer64(0)) else { return }
      sources[record] = Int32(row.integer(1))
    }
  }

  subscript(key: Int64) -> Owner? {
    guard let record = keys.sortedIndex(of: key) else { return nil }
    let place = Int(places[record])
    return Owner(
      person: people[place], records: Int(records[place]), source: Int(sources[record]))
  }
}
