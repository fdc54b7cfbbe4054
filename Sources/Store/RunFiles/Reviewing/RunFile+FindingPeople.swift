public import SQLiteAccess
public import Vocabulary

/// A record of somebody who was looked for.
public struct FoundRecord: Hashable, Sendable {
  /// The record's key.
  public var key: RecordKey
  /// The name as it is shown.
  public var name: String
  /// The birth date.
  public var born: String?
  /// The postcode, unless the address is withheld.
  public var postcode: String?
  /// What people call the source.
  public var sourceTitle: String
}

/// Finding people by what their records say.
extension RunFile {
  /// Lends each spelling of somebody's name with a birth date: person, forenames, surname, known as, birth date.
  public mutating func forEachName(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT person_id, forenames, surname, known_as, born FROM person_record
        CROSS JOIN person_member ON person_member.record_key = person_record.key
      """, body)
  }

  /// The records of a person as a list of people shows them, in their order.
  public mutating func foundRecords(
    of person: PersonID, atMost most: Int
  ) throws(DatabaseError) -> [FoundRecord] {
    try connection.query(
      """
      SELECT person_record.key, coalesce(forenames, known_as), surname, born,
        CASE WHEN protected THEN NULL ELSE postcode END, source.title
      FROM person_member
        CROSS JOIN person_record ON person_record.key = person_member.record_key
        CROSS JOIN source ON source.id = person_record.source_id
        LEFT JOIN place ON place.key = person_record.place_key
      WHERE person_id = \(person.value) ORDER BY person_member.record_key LIMIT \(most)
      """
    ) { (row) throws(DatabaseError) in
      let names = [row.optionalText(1), row.optionalText(2)].compactMap(\.self)
      return FoundRecord(
        key: RecordKey(storeNumber: row.integer64(0)),
        name: names.isEmpty ? "No name" : names.joined(separator: " "),
        born: row.optionalText(3), postcode: row.optionalText(4), sourceTitle: row.text(5))
    }
  }

  /// The people of whom a record has a number, whichever of the kinds it is.
  public mutating func people(
    withNumber number: String, atMost most: Int
  ) throws(DatabaseError) -> [PersonID] {
    var people: [PersonID] = []
    for column in ["upn", "nhs_number", "nino"] {
      people += try connection.query(
        """
        SELECT DISTINCT person_id FROM person_record
          CROSS JOIN person_member ON person_member.record_key = person_record.key
        WHERE \(raw: column) = \(number) ORDER BY person_id LIMIT \(most)
        """
      ) { (row) throws(DatabaseError) in PersonID(row.integer64(0)) }
    }
    return people
  }

  /// The people of whom a record that is not protected has an address whose postcode begins so.
  public mutating func people(
    inPostcode beginning: String, atMost most: Int
  ) throws(DatabaseError) -> [PersonID] {
    try connection.query(
      """
      SELECT DISTINCT person_id FROM place
        CROSS JOIN person_record ON person_record.place_key = place.key
        CROSS JOIN person_member ON person_member.record_key = person_record.key
      WHERE postcode >= \(beginning) AND postcode < \(beginning + "~") AND NOT protected
      LIMIT \(most)
      """
    ) { (row) throws(DatabaseError) in PersonID(row.integer64(0)) }
  }
}
