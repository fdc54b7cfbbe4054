public import Cohorts
import SQLiteAccess
public import Store
public import Vocabulary

extension Cohort {
  /// The cohort of a published run with what people have entered since, as it is on a day.
  ///
  /// So pages and commands count the families that the run's own report counts. The desk has to know them by the ids of
  /// that run; what is entered of days after the day does not count.
  public init(of file: inout RunFile, _ desk: ProgrammeDesk, asOf day: Day) throws {
    self.init(
      try file.cohortSubjects(), desk.cohort(upTo: day), desk.definition.programme, asOf: day)
  }
}

extension RunFile {
  /// What the run knew of each family of its cohort; nothing of an older program's file.
  fileprivate mutating func cohortSubjects() throws -> [CohortSubject] {
    guard try hasProgramme() else { return [] }
    return try connection.query(
      """
      SELECT family_id, in_run, eligibility, packs, criteria, concern_from, concern_to, district,
        ward, children, agencies, put_forward
      FROM cohort_family ORDER BY family_id
      """
    ) { (row) throws(DatabaseError) in
      var subject = CohortSubject(
        family: FamilyID(row.integer64(0)), isInRun: row.integer(1) == 1)
      subject.eligibility = row.optionalText(2).flatMap(FindingState.init(rawValue:))
      subject.packs = row.text(3).split(separator: " ").map(String.init)
      subject.criteria = row.text(4).split(separator: " ").map(String.init)
      if let first = row.optionalText(5).flatMap({ Day(iso: $0) }),
        let last = row.optionalText(6).flatMap({ Day(iso: $0) })
      {
        subject.concern = DayInterval(first: first, last: last)
      }
      subject.area = row.optionalText(7).map { Area(district: $0, ward: row.optionalText(8) ?? "") }
      (subject.children, subject.agencies) = (row.integer(9), row.integer(10))
      subject.putForward = row.optionalText(11).flatMap { Day(iso: $0) }
      return subject
    }
  }
}
