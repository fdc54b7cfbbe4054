public import SQLiteAccess

/// Reading what families are formed from, in orders that are the same in every run.
extension RunFile {
  /// Lends everyone's id, in order.
  public mutating func forEachPerson(
    _ body: (Int64) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach("SELECT id FROM person ORDER BY id") { (row) throws(DatabaseError) in
      try body(row.integer64(0))
    }
  }

  /// Lends each record's key and person, in the order of keys.
  public mutating func forEachPersonMember(
    _ body: (Int64, Int64) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach("SELECT record_key, person_id FROM person_member ORDER BY record_key") {
      (row) throws(DatabaseError) in
      try body(row.integer64(0), row.integer64(1))
    }
  }

  /// Lends the number of each file with the day on which it was delivered.
  public mutating func forEachDelivery(
    _ body: (Int, borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach("SELECT id, delivered FROM extract ORDER BY id") {
      (row) throws(DatabaseError) in
      try body(row.integer(0), row)
    }
  }

  /// Lends each record: key, source, file, line, title, forenames, surname, former surnames, aliases, birth date, sex,
  /// place, since, until, whether protected.
  public mutating func forEachFamilyRecord(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT key, source_id, extract_id, line, title, forenames, surname, former_surnames, aliases,
        born, sex, place_key, since, until, protected
      FROM person_record ORDER BY rowid
      """, body)
  }

  /// Lends the key and the file of each later appearance of a record.
  public mutating func forEachLaterMention(
    _ body: (Int64, Int) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach("SELECT record_key, extract_id FROM later_mention ORDER BY rowid") {
      (row) throws(DatabaseError) in
      try body(row.integer64(0), row.integer(1))
    }
  }

  /// Lends each address: key, property number, kind, match key, town.
  public mutating func forEachFamilyPlace(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT key, uprn, kind, match_key, town FROM place ORDER BY rowid
      """, body)
  }

  /// Lends each fact about a person: kind, record, start, end, attributes, file, line.
  public mutating func forEachFamilyFact(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT kind_id, record_key, starts, ends, attributes, extract_id, line
      FROM fact WHERE record_key IS NOT NULL ORDER BY rowid
      """, body)
  }

  /// Lends each relation: kind, both records, since, until, file, line.
  public mutating func forEachFamilyRelation(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT kind_id, from_key, to_key, since, until, extract_id, line
      FROM relation ORDER BY rowid
      """, body)
  }

  /// The numbers of the kinds of fact and of relation, by name.
  public mutating func kindNumbers() throws(DatabaseError) -> (
    facts: [String: Int], relations: [String: Int]
  ) {
    var (facts, relations): ([String: Int], [String: Int]) = ([:], [:])
    try forEach("SELECT id, name FROM fact_kind") { (row) throws(DatabaseError) in
      facts[row.text(1)] = row.integer(0)
    }
    try forEach("SELECT id, name FROM relation_kind") { (row) throws(DatabaseError) in
      relations[row.text(1)] = row.integer(0)
    }
    return (facts, relations)
  }

  mutating func forEach(
    _ sql: SQL, _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try connection.forEach(sql, body)
  }
}
