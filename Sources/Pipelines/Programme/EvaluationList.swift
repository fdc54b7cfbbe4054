import Claims
import Cohorts
import SQLiteAccess
import Store
import Vocabulary

/// The national evaluation's return from the live run: a row for each person of families worked with or waiting.
public struct EvaluationList: Sendable {
  /// The rows, as RFC 4180 has them.
  public let csv: [UInt8]
  /// How many families take part.
  public let families: Int
  /// How many do not, since they refused or withdrew.
  public let withdrawn: Int
  private let list: DescribedList

  /// Reads the people of the families that take part; with pseudonyms nothing that names anybody is read at all.
  public init(_ desk: ProgrammeDesk, _ keeper: RunKeeper, isPseudonymous: Bool) throws {
    var opened = try keeper.open(nil)
    var list = DescribedList(
      isPseudonymous
        ? "Evaluation return, under pseudonyms" : "Evaluation return, with names and numbers",
      zip(EvaluationReturn.headings, EvaluationReturn.titles).map { .init($0.0, $0.1) })
    var (taking, refusing) = (0, 0)
    for life in desk.cohort.lives {
      guard EvaluationReturn.group(of: life) != nil else { continue }
      let people = try Self.people(of: life.family, isPseudonymous, &opened.file)
      let rows = EvaluationReturn.rows(
        of: life, reference: desk.references.reference(to: life.family),
        people: people.map { ($0, desk.references.reference(to: $0.id)) },
        isPseudonymous: isPseudonymous)
      if life.evaluationConsent == .refused || life.evaluationConsent == .withdrawn {
        refusing += 1
      } else {
        taking += 1
      }
      for row in rows { list.add(row.map { .text($0) }) }
    }
    self.list = list
    csv = list.csv
    families = taking
    withdrawn = refusing
  }

  /// What the columns mean, as «CSV on the Web» describes tables.
  public func metadata(ofFile name: String) -> [UInt8] { list.metadata(ofFile: name) }

  // MARK: People

  /// Who belongs to a family on the run's day.
  ///
  /// Where the address of anybody who belongs or belonged to it is protected nothing is told of where any of them is: the
  /// postcode or the school of one would lead to the other.
  static func people(
    of family: FamilyID, _ isPseudonymous: Bool, _ file: inout RunFile
  ) throws -> [EvaluationReturn.Person] {
    let members = try file.connection.query(
      """
      SELECT DISTINCT person_id, role FROM family_member
      WHERE family_id = \(family.value) AND until IS NULL ORDER BY person_id, role
      """
    ) { (row) throws(DatabaseError) in (person: row.integer64(0), role: row.text(1)) }
    let isHidden = try isProtected(family, &file)
    return try members.map { member in
      var person = EvaluationReturn.Person(id: PersonID(member.person))
      person.relation = member.role
      try fill(&person, isPseudonymous, &file)
      if isHidden { (person.postcode, person.school) = ("", "") }
      return person
    }
  }

  private static func isProtected(
    _ family: FamilyID, _ file: inout RunFile
  ) throws(DatabaseError) -> Bool {
    try file.connection.first(
      """
      SELECT 1 FROM family_member
        JOIN person_member ON person_member.person_id = family_member.person_id
        JOIN person_record ON person_record.key = person_member.record_key
      WHERE family_member.family_id = \(family.value) AND person_record.protected LIMIT 1
      """
    ) { (row) throws(DatabaseError) in row.integer(0) } != nil
  }

  private static func fill(
    _ person: inout EvaluationReturn.Person, _ isPseudonymous: Bool, _ file: inout RunFile
  ) throws {
    let id = person.id.value
    let records = try file.connection.query(
      """
      SELECT born, sex, place.postcode, forenames, surname, upn, nino, pnc, nhs_number
      FROM person_member JOIN person_record ON person_record.key = person_member.record_key
        LEFT JOIN place ON place.key = person_record.place_key
      WHERE person_member.person_id = \(id)
      ORDER BY person_record.since DESC, person_record.key
      """
    ) { (row) throws(DatabaseError) in
      (
        texts: [row.optionalText(0), row.optionalText(1), row.optionalText(2)],
        names: (3...8).map { row.optionalText($0) }
      )
    }
    func first(_ values: [String?]) -> String { values.compactMap(\.self).first ?? "" }
    person.born = first(records.map(\.texts[0]))
    person.sex = first(records.map(\.texts[1]))
    person.postcode = first(records.map(\.texts[2]))
    person.school = try school(of: id, &file)
    guard !isPseudonymous else { return }
    // The fullest forenames that any record has: an initial says less.
    let fullest = records.compactMap { $0.names[0] }.max { $0.utf8.count < $1.utf8.count }
    let names = [fullest ?? ""] + (1..<6).map { place in first(records.map { $0.names[place] }) }
    (person.forenames, person.surname, person.upn) = (names[0], names[1], names[2])
    (person.nino, person.pnc, person.nhs) = (names[3], names[4], names[5])
  }

  /// The school of the newest enrolment.
  private static func school(of person: Int64, _ file: inout RunFile) throws -> String {
    try file.connection.first(
      """
      SELECT json_extract(attributes, '$.school') FROM fact
        JOIN fact_kind ON fact_kind.id = fact.kind_id
        JOIN person_member ON person_member.record_key = fact.record_key
      WHERE person_member.person_id = \(person) AND fact_kind.name = 'education.enrolment'
        AND json_extract(attributes, '$.school') IS NOT NULL
      ORDER BY starts DESC, key LIMIT 1
      """
    ) { (row) throws(DatabaseError) in row.text(0) } ?? ""
  }
}
