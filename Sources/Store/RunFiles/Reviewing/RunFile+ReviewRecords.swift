public import SQLiteAccess
public import Vocabulary

extension RecordKey {
  /// The key as the run file has it.
  public var storeNumber: Int64 { Int64(bitPattern: value) }

  /// A key of the run file.
  public init(storeNumber: Int64) {
    self.init(UInt64(bitPattern: storeNumber))
  }
}

/// Reading records and people for whoever reviews them.
extension RunFile {
  /// A record; nil where the run has none of this key.
  public mutating func reviewRecord(_ key: RecordKey) throws(DatabaseError) -> ReviewRecord? {
    try connection.first(
      """
      SELECT person_record.title, forenames, surname, suffix, known_as, former_surnames, aliases,
        born, sex, upn, nhs_number, nino, uln, pnc, cro, crn, local_numbers,
        trim(coalesce(saon || ', ', '') || coalesce(paon || ' ', '') || coalesce(street, '')
          || coalesce(', ' || locality, '') || coalesce(', ' || town, ''), ', '),
        postcode, uprn, since, until,
        source.name, source.title, source.agency, extract.file_name, person_record.line,
        extract.delivered, protected, person_member.person_id,
        1 + (SELECT count(*) FROM later_mention WHERE record_key = person_record.key)
      FROM person_record JOIN source ON source.id = person_record.source_id
        JOIN extract ON extract.id = person_record.extract_id
        LEFT JOIN place ON place.key = person_record.place_key
        LEFT JOIN person_member ON person_member.record_key = person_record.key
      WHERE person_record.key = \(key.storeNumber)
      """
    ) { (row) throws(DatabaseError) in ReviewRecord(key, row) }
  }

  /// The keys of a person's records, in their order; none where there is no such person.
  public mutating func records(of person: PersonID) throws(DatabaseError) -> [RecordKey] {
    try connection.query(
      "SELECT record_key FROM person_member WHERE person_id = \(person.value) ORDER BY record_key"
    ) { (row) throws(DatabaseError) in RecordKey(storeNumber: row.integer64(0)) }
  }
}

extension ReviewRecord {
  fileprivate init(_ key: RecordKey, _ row: borrowing Row) {
    let attributes = Attribute.allCases
    var values: [Attribute: String] = [:]
    for (place, attribute) in attributes.enumerated() where !row.isNull(place) {
      let text = row.text(place)
      if !text.isEmpty { values[attribute] = text }
    }
    let next = attributes.count
    self.init(
      key: key,
      person: row.isNull(next + 7) ? nil : PersonID(row.integer64(next + 7)),
      source: row.text(next), sourceTitle: row.text(next + 1), agency: row.text(next + 2),
      fileName: row.text(next + 3), line: row.integer(next + 4), delivered: row.text(next + 5),
      mentions: row.integer(next + 8), isProtected: row.integer(next + 6) != 0, values: values)
  }
}
