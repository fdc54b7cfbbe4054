public import SQLiteAccess

/// Reading who is of which family.
extension RunFile {
  /// Lends each membership: family, person, role, since, until, strength; family by family.
  public mutating func forEachFamilyMember(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      "SELECT family_id, person_id, role, since, until, strength FROM family_member ORDER BY rowid",
      body)
  }

  /// Lends each appearance of a person in a row: person, file, line, slot.
  public mutating func forEachMentionOfPerson(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT person_id, extract.file_name, mention.line, slot.name FROM mention
        JOIN person_member ON person_member.record_key = mention.record_key
        JOIN extract ON extract.id = mention.extract_id
        JOIN slot ON slot.source_id = extract.source_id AND slot.number = mention.slot
      """, body)
  }

  /// Lends each record with an address, the one delivered last coming last: person, match key, surname, flat, house,
  /// street.
  public mutating func forEachAddressOfPerson(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT person_id, match_key, surname, saon, paon, street FROM person_record
        JOIN person_member ON person_member.record_key = person_record.key
        JOIN place ON place.key = person_record.place_key
        JOIN extract ON extract.id = person_record.extract_id
      WHERE match_key <> '' ORDER BY delivered, person_record.rowid
      """, body)
  }

  /// Lends everybody of whom a row says that the address is protected.
  public mutating func forEachProtectedPerson(
    _ body: (Int64) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT DISTINCT person_id FROM person_record
        JOIN person_member ON person_member.record_key = person_record.key WHERE protected = 1
      """
    ) { (row) throws(DatabaseError) in
      try body(row.integer64(0))
    }
  }

  /// Lends the people of each relation: both persons.
  public mutating func forEachRelationOfPeople(
    _ body: (Int64, Int64) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT one.person_id, other.person_id FROM relation
        JOIN person_member AS one ON one.record_key = from_key
        JOIN person_member AS other ON other.record_key = to_key
      """
    ) { (row) throws(DatabaseError) in
      try body(row.integer64(0), row.integer64(1))
    }
  }
}
