public import SQLiteAccess
public import Vocabulary

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
