public import SQLiteAccess
public import Vocabulary

/// Reading what hangs together, for whoever works out what a decision would change.
extension RunFile {
  /// The pairs of a record that the run compared and kept, with their weights in bits.
  public mutating func keptPairs(
    of record: RecordKey
  ) throws(DatabaseError) -> [(pair: RecordPair, weight: Double)] {
    let key = record.storeNumber
    return try connection.query(
      """
      SELECT left_key, right_key, weight FROM pair WHERE left_key = \(key)
      UNION ALL SELECT left_key, right_key, weight FROM pair WHERE right_key = \(key)
      """
    ) { (row) throws(DatabaseError) in
      RecordPair(
        RecordKey(storeNumber: row.integer64(0)), RecordKey(storeNumber: row.integer64(1))
      ).map { (pair: $0, weight: row.real(2)) }
    }.compactMap(\.self)
  }

  /// Whose a record is; nil where the run has none of this key.
  public mutating func person(of record: RecordKey) throws(DatabaseError) -> PersonID? {
    try connection.first(
      "SELECT person_id FROM person_member WHERE record_key = \(record.storeNumber)"
    ) { (row) throws(DatabaseError) in PersonID(row.integer64(0)) }
  }

  /// Who belongs to each family and when, in the order of families.
  public mutating func allMemberships() throws(DatabaseError) -> [[FamilyMemberRow]] {
    var families: [[FamilyMemberRow]] = []
    let rows = try connection.query(
      """
      SELECT family_id, person_id, role, since, until, strength FROM family_member
      ORDER BY family_id, rowid
      """
    ) { (row) throws(DatabaseError) in
      FamilyMemberRow(
        family: row.integer64(0), person: row.integer64(1), role: row.text(2),
        since: row.optionalText(3), until: row.optionalText(4), strength: row.integer(5))
    }
    for row in rows {
      if families.last?.last?.family == row.family {
        families[families.count - 1].append(row)
      } else {
        families.append([row])
      }
    }
    return families
  }
}
