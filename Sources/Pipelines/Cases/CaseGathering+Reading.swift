import SQLiteAccess
import Sealing
import Store
import Vocabulary

extension CaseGathering {
  /// Reads every row of a run's tables, each table once and in the order in which it lies.
  mutating func readTables(of run: inout RunFile) throws(DatabaseError) {
    add(
      try run.connection.query(
        "\(raw: Self.members) ORDER BY family_id, person_id, since, rowid", Self.member))
    try run.forEachPersonMember { (record, person) in
      note(record: record, of: PersonID(person))
    }
    try run.connection.forEach(
      """
      SELECT \(raw: Self.recordColumns) FROM person_record
        CROSS JOIN extract ON extract.id = person_record.extract_id
      """
    ) { row in add(record: row) }
    settle(
      in: try run.connection.query("\(raw: Self.places)", Self.place))
    try run.connection.forEach("SELECT \(raw: Self.factColumns) FROM fact") { row in
      add(fact: row)
    }
  }

  /// Looks up what hangs together with a few families, so that it takes as long in a large run as in a small one.
  mutating func lookUp(_ families: [FamilyID], in run: inout RunFile) throws(DatabaseError) {
    var members: [Member] = []
    for family in families {
      members += try run.connection.query(
        """
        \(raw: Self.members) WHERE family_id = \(family.value)
        ORDER BY person_id, since, rowid
        """, Self.member)
    }
    add(members)
    var records: [Int64] = []
    for person in people {
      try lookUpRecords(of: person, in: &run, noting: &records)
    }
    let places = try nearbyPlaces(in: &run)
    settle(in: places)
    for record in records {
      try run.connection.forEach(
        "SELECT \(raw: Self.factColumns) FROM fact WHERE record_key = \(record)"
      ) { row in add(fact: row) }
    }
    for place in places {
      try run.connection.forEach(
        """
        SELECT \(raw: Self.factColumns) FROM fact
        WHERE record_key IS NULL AND place_key = \(place.key)
        """
      ) { row in add(fact: row) }
    }
  }

  private mutating func lookUpRecords(
    of person: PersonID, in run: inout RunFile, noting records: inout [Int64]
  ) throws(DatabaseError) {
    // SQLite joins in the order that is written where it says CROSS JOIN.
    try run.connection.forEach(
      """
      SELECT \(raw: Self.recordColumns) FROM person_member
        CROSS JOIN person_record ON person_record.key = person_member.record_key
        CROSS JOIN extract ON extract.id = person_record.extract_id
      WHERE person_member.person_id = \(person.value)
      """
    ) { row in
      let record = row.integer64(0)
      note(record: record, of: person)
      records.append(record)
      add(record: row)
    }
  }

  /// The places at which people were seen, and all that are one dwelling with one of them.
  private func nearbyPlaces(in run: inout RunFile) throws(DatabaseError) -> [CaseHomes.Place] {
    var found: [Int64: CaseHomes.Place] = [:]
    var waiting = places.sorted()
    while let key = waiting.popLast() {
      guard found[key] == nil else { continue }
      let place = try run.connection.first(
        "\(raw: Self.places) AND place.key = \(key)", Self.place)
      guard let place else { continue }
      found[key] = place
      waiting += try run.connection.query(
        """
        SELECT other.key FROM place CROSS JOIN place AS other ON other.uprn = place.uprn
          WHERE place.key = \(key) AND other.uprn IS NOT NULL
        UNION SELECT other.key FROM place CROSS JOIN place AS other
          ON other.match_key = place.match_key AND other.match_key <> ''
          WHERE place.key = \(key)
        """
      ) { (row) throws(DatabaseError) in row.integer64(0) }
    }
    return found.values.sorted { $0.key < $1.key }
  }

  // MARK: Columns

  private static let members =
    "SELECT family_id, person_id, role, since, until FROM family_member"

  private static func member(_ row: borrowing Row) throws(DatabaseError) -> Member {
    Member(
      family: FamilyID(row.integer64(0)), person: PersonID(row.integer64(1)),
      role: FamilyRole(rawValue: row.text(2)) ?? .other,
      since: row.withTextBytes(3) { Day(iso: $0) }, until: row.withTextBytes(4) { Day(iso: $0) })
  }

  /// The columns of a record, as ``add(record:)`` takes them.
  static let recordColumns = """
    person_record.key, born, sex, place_key, coalesce(person_record.since, extract.delivered),
    protected
    """

  /// Places that say more than a postcode.
  private static let places = """
    SELECT place.key, uprn, match_key FROM place
    WHERE (uprn IS NOT NULL OR coalesce(paon, street) IS NOT NULL)
    """

  private static func place(_ row: borrowing Row) throws(DatabaseError) -> CaseHomes.Place {
    CaseHomes.Place(
      key: row.integer64(0), uprn: row.isNull(1) ? nil : row.integer64(1),
      address: row.withTextBytes(2) { $0.isEmpty ? nil : SipHash.standard.hash128($0) })
  }

  /// The columns of a fact, as ``add(fact:)`` takes them.
  static let factColumns = """
    record_key, place_key, key, kind_id, source_id, extract_id, line, starts, ends, part, whole,
    attributes, professional
    """
}
