public import SQLiteAccess
public import Vocabulary

/// A family with everything that explains it.
public struct FamilyAccount: Sendable {
  /// Someone who belongs to it, or did.
  public struct Person: Hashable, Sendable {
    /// The person's id.
    public var id: Int64
    /// The name in the row that was delivered last.
    public var name: String
    /// The birth date that most rows give, as exact as it is known.
    public var born: String?
    /// The sex that most rows give: `female` or `male`.
    public var sex: String?
    /// Whether a row about the person has an address that is withheld.
    public var isProtected: Bool
  }

  /// One thing that speaks for a member, with the file of the row that says it.
  public struct Reason: Hashable, Sendable {
    /// What speaks for it.
    public var evidence: FamilyEvidenceRow
    /// What the relation is called, where it is one.
    public var title: String?
    /// The file of the row.
    public var fileName: String?
  }

  /// The family.
  public var family: FamilyRow
  /// Its people, in the order of their ids.
  public var people: [Person]
  /// Who had which part and when, in the order of people and days.
  public var members: [FamilyMemberRow]
  /// What speaks for them.
  public var reasons: [Reason]
  /// What somebody should look at.
  public var notes: [FamilyNoteRow]
}

/// Reading one family.
extension RunFile {
  /// The ids of the families that an id means: a family's own, or those of a person.
  public mutating func families(meantBy id: Int64) throws(DatabaseError) -> [Int64] {
    try connection.query(
      """
      SELECT id FROM family WHERE id = \(id)
      UNION SELECT family_id FROM family_member WHERE person_id = \(id) ORDER BY 1
      """
    ) { (row) throws(DatabaseError) in row.integer64(0) }
  }

  /// A family with everything that explains it; nil where there is none of the id.
  public mutating func familyAccount(_ id: Int64) throws(DatabaseError) -> FamilyAccount? {
    let family = try connection.first(
      "SELECT id, head_id, people, residents, children, since FROM family WHERE id = \(id)"
    ) { (row) throws(DatabaseError) in
      FamilyRow(
        id: row.integer64(0), head: row.integer64(1), people: row.integer(2),
        residents: row.integer(3), children: row.integer(4), since: row.optionalText(5))
    }
    guard let family else { return nil }
    let members = try connection.query(
      """
      SELECT person_id, role, since, until, strength FROM family_member WHERE family_id = \(id)
      ORDER BY rowid
      """
    ) { (row) throws(DatabaseError) in
      FamilyMemberRow(
        family: id, person: row.integer64(0), role: row.text(1), since: row.optionalText(2),
        until: row.optionalText(3), strength: row.integer(4))
    }
    var people: [FamilyAccount.Person] = []
    for person in Set(members.map(\.person)).sorted() { people.append(try describe(person)) }
    return FamilyAccount(
      family: family, people: people, members: members, reasons: try reasons(id),
      notes: try notes(id))
  }

  /// Somebody as families show people; nil where the run has nobody of the id.
  public mutating func knownPerson(
    _ id: PersonID
  ) throws(DatabaseError) -> FamilyAccount.Person? {
    try records(of: id).isEmpty ? nil : try describe(id.value)
  }

  private mutating func describe(
    _ person: Int64
  ) throws(DatabaseError) -> FamilyAccount.Person {
    var name: String?
    var isProtected = false
    var (born, sex): ([String: Int], [String: Int]) = ([:], [:])
    // The rows whose name is the fullest come first, and of these the one that was delivered last.
    try connection.forEach(
      """
      SELECT trim(coalesce(forenames || ' ', '') || coalesce(surname, '')), surname IS NOT NULL,
        born, sex, protected
      FROM person_member JOIN person_record ON person_record.key = record_key
        JOIN extract ON extract.id = person_record.extract_id
      WHERE person_id = \(person)
      ORDER BY forenames IS NULL, length(substr(forenames, 1, 2)) DESC, delivered DESC,
        person_record.rowid
      """
    ) { (row) throws(DatabaseError) in
      if name == nil, row.integer(1) != 0 { name = row.text(0) }
      if !row.isNull(2) { born[row.text(2), default: 0] += 1 }
      if !row.isNull(3) { sex[row.text(3), default: 0] += 1 }
      if row.integer(4) != 0 { isProtected = true }
    }
    return FamilyAccount.Person(
      id: person, name: name ?? "", born: Self.commonest(born), sex: Self.commonest(sex),
      isProtected: isProtected)
  }

  /// What most rows say; of equals the first by the alphabet.
  private static func commonest(_ counts: [String: Int]) -> String? {
    counts.min { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }?.key
  }

  private mutating func reasons(_ id: Int64) throws(DatabaseError) -> [FamilyAccount.Reason] {
    try connection.query(
      """
      SELECT person_id, other_id, kind, weight, since, until, extract_id, line,
        relation_kind.title, extract.file_name
      FROM family_evidence LEFT JOIN relation_kind ON relation_kind.name = kind
        LEFT JOIN extract ON extract.id = extract_id
      WHERE family_id = \(id) ORDER BY family_evidence.rowid
      """
    ) { (row) throws(DatabaseError) in
      FamilyAccount.Reason(
        evidence: FamilyEvidenceRow(
          family: id, person: row.integer64(0), other: row.integer64(1), kind: row.text(2),
          weight: row.integer(3), since: row.optionalText(4), until: row.optionalText(5),
          extract: row.optionalInteger(6), line: row.optionalInteger(7)),
        title: row.optionalText(8), fileName: row.optionalText(9))
    }
  }

  private mutating func notes(_ id: Int64) throws(DatabaseError) -> [FamilyNoteRow] {
    try connection.query(
      """
      SELECT kind, person_id, other_id, weight FROM family_note WHERE family_id = \(id)
      ORDER BY number
      """
    ) { (row) throws(DatabaseError) in
      FamilyNoteRow(
        family: id, kind: row.text(0), person: row.integer64(1),
        other: row.isNull(2) ? nil : row.integer64(2), weight: row.integer(3))
    }
  }
}
