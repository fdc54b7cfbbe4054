public import SQLiteAccess
public import Vocabulary

/// Somebody who was looked for, as a list of people shows them.
public struct FoundPerson: Hashable, Sendable {
  /// The keys of the first records, in their order.
  public var keys: [RecordKey]
  /// The name of the first record that has a whole one; if none has, of the first that has any.
  public var name: String?
  /// The birth date of the first record that has one.
  public var born: String?
  /// The postcode of the first record that has one and whose address is not withheld.
  public var postcode: String?

  /// Whether the name is more than an initial or one word, as tax accounts and logs have them.
  fileprivate var hasWholeName = false

  fileprivate var isWhole: Bool { hasWholeName && born != nil && postcode != nil }

  init(keys: [RecordKey]) { self.keys = keys }

  /// Takes a record's name where there is none yet or none that is whole.
  mutating func take(forename: String?, surname: String?) {
    let isWhole = (forename?.unicodeScalars.count ?? 0) > 1 && surname != nil
    guard isWhole ? !hasWholeName : name == nil else { return }
    let names = [forename, surname].compactMap(\.self)
    if !names.isEmpty { name = names.joined(separator: " ") }
    hasWholeName = isWhole
  }
}

/// Finding people by what their records say.
extension RunFile {
  /// Lends of each record the person, forenames, surname, known as, birth date, and the number of its source.
  public mutating func forEachName(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT person_id, forenames, surname, known_as, born, source_id FROM person_record
        CROSS JOIN person_member ON person_member.record_key = person_record.key
      """, body)
  }

  /// What a list shows of a person; nil where there is no such person.
  ///
  /// In a large run each record lies on a page of its own, so no more of them are read than it takes.
  public mutating func foundPerson(
    _ person: PersonID, atMost most: Int
  ) throws(DatabaseError) -> FoundPerson? {
    let keys = try connection.query(
      """
      SELECT record_key FROM person_member WHERE person_id = \(person.value)
      ORDER BY record_key LIMIT \(most)
      """
    ) { (row) throws(DatabaseError) in row.integer64(0) }
    guard !keys.isEmpty else { return nil }
    var found = FoundPerson(keys: keys.map { RecordKey(storeNumber: $0) })
    for key in keys where !found.isWhole { try add(key, to: &found) }
    return found
  }

  private mutating func add(_ key: Int64, to found: inout FoundPerson) throws(DatabaseError) {
    try connection.forEach(
      """
      SELECT coalesce(forenames, known_as), surname, born,
        CASE WHEN protected THEN NULL ELSE postcode END
      FROM person_record LEFT JOIN place ON place.key = person_record.place_key
      WHERE person_record.key = \(key)
      """
    ) { (row) throws(DatabaseError) in
      found.take(forename: row.optionalText(0), surname: row.optionalText(1))
      found.born = found.born ?? row.optionalText(2)
      found.postcode = found.postcode ?? row.optionalText(3)
    }
  }

  /// The people of whom a record has a number, whichever of the kinds it is; a NINO's last letter is not in every list.
  public mutating func people(
    withNumber number: String, atMost most: Int
  ) throws(DatabaseError) -> [PersonID] {
    let telling = number.utf8.prefix(IdentifierKind.nino.tellingBytes)
    let nino = String(decoding: telling, as: UTF8.self)
    let ends = nino + (nino.utf8.count < IdentifierKind.nino.tellingBytes ? "" : "~")
    var people: [PersonID] = []
    for (column, first, last) in [
      ("upn", number, number), ("nhs_number", number, number), ("nino", nino, ends),
    ] {
      people += try connection.query(
        """
        SELECT DISTINCT person_id FROM person_record
          CROSS JOIN person_member ON person_member.record_key = person_record.key
        WHERE \(raw: column) BETWEEN \(first) AND \(last) ORDER BY person_id LIMIT \(most)
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
