import Cohorts
import SQLiteAccess
import Store
import Vocabulary

extension Stage {
  /// Says where every family with concern stands in the programme.
  static let cohorts = Stage(name: "cohorts", title: "Say where families stand") { work in
    let successions = try work.addSuccessions()
    guard let definition = work.pipeline.definition.programme else {
      return
    }
    let entries = work.plan.programme.upTo(work.plan.asOf)
    let book = CohortBook(
      entries.cohort, claims: entries.claims, successors: successions.families)
    let subjects = try CohortSubjects(work.pipeline.definition, work.plan.asOf).read(
      &work.file, before: try work.cohortBefore(successions))
    let cohort = Cohort(subjects, book, definition.programme, asOf: work.plan.asOf)
    let changes = CohortChange.changes(
      from: try work.livesBefore(successions), to: cohort.lives)
    try work.file.add(cohort.members.map(\.row), to: .family)
    try work.file.add(changes.map(\.row), to: .change)
    try work.file.add(
      cohort.funnel.rows.map { $0.row(definition.programme) }, to: .funnel)
    try CohortLists(cohort, definition.programme, changes).write(to: &work)
    try work.writeAgencyLists(cohort, definition.programme)
    try work.tell(of: cohort, changes, book.contested)
  }
}

extension StageWork {
  /// Notes which ids came from which, over all runs up to this one.
  fileprivate mutating func addSuccessions() throws -> Successions {
    var before: Successions?
    if var previous = try PreviousIdentity(self) {
      before = try previous.withFile { file in try Successions(&file) }
    }
    let successions = try Successions(before: before, &file)
    try file.add(successions.rows, to: .succession)
    return successions
  }

  /// The cohort of the run before, under the ids that families have now; nothing where there was none.
  private mutating func rowsBefore(_ successions: Successions) throws -> [CohortFamilyRow] {
    guard var previous = try PreviousIdentity(self) else { return [] }
    let successors = successions.families
    return try previous.withFile { file in try file.cohortFamilies() }.map { row in
      var row = row
      row.family = successors[FamilyID(row.family)]?.value ?? row.family
      return row
    }
  }

  /// Since when runs put families forward.
  fileprivate mutating func cohortBefore(_ successions: Successions) throws -> [Int64: Day] {
    var days: [Int64: Day] = [:]
    for row in try rowsBefore(successions) {
      guard let day = row.putForward.flatMap({ Day(iso: $0) }) else { continue }
      days[row.family] = min(days[row.family] ?? day, day)
    }
    return days
  }

  /// The lives that the run before told of.
  fileprivate mutating func livesBefore(_ successions: Successions) throws -> [FamilyLife] {
    try rowsBefore(successions).compactMap { row in
      guard let status = CohortStatus(rawValue: row.standing) else { return nil }
      var life = FamilyLife(family: FamilyID(row.family), status: status)
      life.area = row.area
      (life.leadAgency, life.leadProfessional) = (row.leadAgency, row.leadProfessional)
      return life
    }
  }

  fileprivate mutating func tell(
    of cohort: Cohort, _ changes: [CohortChange], _ contested: [FamilyID]
  ) throws {
    counts = ["families": cohort.members.count, "changes": changes.count]
    for member in cohort.members { counts["standing_\(member.standing.rawValue)", default: 0] += 1 }
    counts["comparison"] = cohort.members.count(where: \.isComparison)
    if !contested.isEmpty {
      try file.addFinding(
        FindingRow(
          severity: "warning", code: "two-lives", source: "",
          message: Numbers.counted(contested.count, "family has", "families have")
            + " two lives in the programme since two families became one.",
          remedy: "Close one of the two, by the id that it had: cohort/cohort.csv names the "
            + "families as contested."))
    }
    log.note(
      RunEvent(
        .info, "cohort-told", stage: "cohorts",
        "\(cohort.lives.count) families are in the programme or put forward",
        [
          ("families", .number(cohort.members.count)), ("lives", .number(cohort.lives.count)),
          ("changes", .number(changes.count)),
        ]))
  }
}
