public import SQLiteAccess

/// A family as lists have it: how large it is, how the first pack came out, and since when it is a concern.
public struct FamilyIndexRow: Hashable, Sendable {
  /// The family's id.
  public var id: Int64
  /// Its people, those of other days too.
  public var people: Int
  /// Those who are not grown up.
  public var children: Int
  /// A letter for each criterion of the first pack, as `family_pack` has them; nil where no pack was asked.
  public var states: String?
  /// The first day on which the earliest concern may have been.
  public var concern: String?
  /// Whether that day rests on ordinary rows alone, as ``JourneyAccount/isOrdinary(until:)`` has it.
  public var isConcernOrdinary: Bool
  /// Whether every row of its timeline is, as ``JourneyAccount/hasOrdinaryRowsAlone`` has it.
  public var isOrdinary: Bool
  /// The postcode of its head's newest address that is not withheld.
  public var postcode: String?
}

/// Reading all families for lists.
extension RunFile {
  /// Every family, in the order of ids; nothing where the run formed none.
  public mutating func familyIndex() throws(DatabaseError) -> [FamilyIndexRow] {
    let (ordinary, sensitive) = (try ordinaryConcerns(), try familiesWithSensitiveRows())
    return try connection.query(
      """
      SELECT family.id, people, children, states, concern_from, postcode
      FROM family LEFT JOIN family_pack ON family_pack.family_id = family.id AND pack = 0
        LEFT JOIN journey ON journey.family_id = family.id
        LEFT JOIN family_home ON family_home.family_id = family.id
      ORDER BY family.id
      """
    ) { (row) throws(DatabaseError) in
      FamilyIndexRow(
        id: row.integer64(0), people: row.integer(1), children: row.integer(2),
        states: row.optionalText(3), concern: row.optionalText(4),
        isConcernOrdinary: ordinary.contains(row.integer64(0)),
        isOrdinary: !sensitive.contains(row.integer64(0)),
        postcode: row.optionalText(5))
    }
  }

  /// The families of which every row that shows a sign up to the concern is ordinary.
  private mutating func ordinaryConcerns() throws(DatabaseError) -> Set<Int64> {
    let rows = try connection.query(
      """
      SELECT journey.family_id FROM journey
        CROSS JOIN journey_entry ON journey_entry.family_id = journey.family_id
        CROSS JOIN fact_kind ON fact_kind.id = kind_id
      WHERE signs <> '' AND starts <= concern_to
      GROUP BY journey.family_id HAVING min(sensitivity = 'ordinary') = 1
      """
    ) { (row) throws(DatabaseError) in row.integer64(0) }
    return Set(rows)
  }

  /// The families with a row on the timeline that is not ordinary.
  private mutating func familiesWithSensitiveRows() throws(DatabaseError) -> Set<Int64> {
    let rows = try connection.query(
      """
      SELECT DISTINCT family_id FROM journey_entry CROSS JOIN fact_kind ON fact_kind.id = kind_id
      WHERE sensitivity <> 'ordinary'
      """
    ) { (row) throws(DatabaseError) in row.integer64(0) }
    return Set(rows)
  }

  /// Lends each spelling of a member's name: family, person, forenames, surname, birth date, whether an address of the
  /// person is withheld.
  ///
  /// The records are read as they lie and sorted then: to look up those of each member takes several times as long.
  public mutating func forEachFamilyName(
    _ body: (borrowing Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try forEach(
      """
      SELECT family_id, family_member.person_id, forenames, surname, born, max(protected)
      FROM person_record
        CROSS JOIN person_member ON person_member.record_key = person_record.key
        CROSS JOIN family_member ON family_member.person_id = person_member.person_id
      GROUP BY family_id, family_member.person_id, forenames, surname, born
      ORDER BY family_id, family_member.person_id
      """, body)
  }

  /// The criteria of the first pack, by name and title, in their order, and which of them says who is eligible.
  public mutating func firstPackCriteria() throws(DatabaseError) -> (
    criteria: [(name: String, title: String)], eligible: Int?
  ) {
    let rows = try connection.query(
      "SELECT name, title FROM criterion WHERE pack = 0 ORDER BY number"
    ) { (row) throws(DatabaseError) in (name: row.text(0), title: row.text(1)) }
    let eligible = try connection.first("SELECT eligible FROM pack WHERE number = 0") {
      (row) throws(DatabaseError) in row.optionalText(0)
    }
    return (rows, (eligible ?? nil).flatMap { name in rows.firstIndex { $0.name == name } })
  }
}
