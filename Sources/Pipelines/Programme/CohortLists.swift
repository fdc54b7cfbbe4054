import Cohorts
import Vocabulary

/// The lists of the cohort that the team opens: families by their ids, and no name.
struct CohortLists {
  private let cohort: Cohort
  private let programme: Programme
  private let changes: [CohortChange]

  init(_ cohort: Cohort, _ programme: Programme, _ changes: [CohortChange]) {
    self.cohort = cohort
    self.programme = programme
    self.changes = changes
  }

  /// Writes every list into the run's folder.
  func write(to work: inout StageWork) throws {
    try work.write(families, to: "cohort/cohort.csv")
    try work.write(targets, to: "cohort/targets.csv")
    try work.write(funnel, to: "cohort/funnel.csv")
    try work.write(changeList, to: "cohort/changes.csv")
    try work.write(comparison, to: "cohort/comparison-group.csv")
    for (area, list) in priorities {
      try work.write(
        list, to: "cohort/priority/\(FileWord.of(area.isEmpty ? "no-area" : area)).csv")
    }
  }

  // MARK: Families

  private var families: DescribedList {
    var list = DescribedList(
      "Families with concern, and where they stand in the programme",
      [
        .init("family_ref", "The family's id, for the team alone"),
        .init("standing", "Where it stands; cannot-tell and concern: nobody has put it forward"),
        .init("entered", "Whether people entered it, and not the run alone", .boolean),
        .init("in_run", "Whether the run has the family still", .boolean),
        .init("eligibility", "By the packs that put families forward"),
        .init("packs", "The packs that are met, with blanks between"),
        .init("criteria", "The criteria that are met in them, with blanks between"),
        .init("concern_from", "The earliest day on which concern may have begun", .date),
        .init("concern_to", "The latest day on which concern may have begun", .date),
        .init("year", "The financial year of attachment, else of being put forward"),
        .init("area", "The area whose group looks after it"),
        .init("district", "The district where it lives"), .init("ward", "The ward where it lives"),
        .init("children", "How many children live with it", .integer),
        .init("agencies", "How many agencies know of it", .integer),
        .init("identified", "When it was first put forward", .date),
        .init("confirmed", "When a person confirmed it", .date),
        .init("attached", "When it was attached", .date),
        .init("lead_agency", "The agency that leads"),
        .init("lead_professional", "The staff reference of who leads"),
        .init("assessed", "When the whole family's needs were assessed", .date),
        .init("planned", "When a plan for the whole family was agreed", .date),
        .init("last_worked", "When somebody last worked with it", .date),
        .init("results", "Results that were reached, with blanks between"),
        .init("ended", "When its time in the programme ended", .date),
        .init("ending", "Why it ended"),
        .init("place", "Its place among those of its area that wait", .integer),
        .init("points", "The points that give it that place", .integer),
        .init("reasons", "What gave the points"),
        .init("comparison", "Whether it is eligible and nobody works with it", .boolean),
        .init("contested", "Whether it has two lives since two families became one", .boolean),
      ])
    for member in cohort.members { list.add(cells(of: member)) }
    return list
  }

  private func cells(of member: CohortMember) -> [DescribedList.Cell] {
    let (subject, life) = (member.subject, member.life)
    return [
      .text(subject.family.text), .text(member.standing.rawValue), .truth(member.isEntered),
      .truth(subject.isInRun), .text(subject.eligibility?.rawValue),
      .text(subject.packs.joined(separator: " ")), .text(subject.criteria.joined(separator: " ")),
      .day(subject.concern?.first), .day(subject.concern?.last), .text(member.year?.text),
      .text(member.area), .text(subject.area?.district), .text(subject.area?.ward),
      .number(subject.isInRun ? subject.children : nil),
      .number(subject.isInRun ? subject.agencies : nil), .day(life?.identified),
      .day(life?.confirmed?.on), .day(life?.attachedOn), .text(life?.leadAgency),
      .text(life?.leadProfessional), .day(life?.assessed), .day(life?.planned),
      .day(life?.workedOn.last), .text(life?.results.joined(separator: " ")), .day(life?.ended),
      .text(life?.ending), .number(member.place?.place), .number(member.place?.points),
      .text(member.reasons), .truth(member.isComparison), .truth(member.isContested),
    ]
  }

  private var comparison: DescribedList {
    var list = DescribedList(
      "Families that are eligible and that nobody works with, for comparison",
      [
        .init("family_ref", "The family's id, for the team alone"),
        .init("standing", "identified, or confirmed and waiting for a place"),
        .init("since", "When it was first put forward", .date), .init("area", "Its area"),
        .init("criteria", "The criteria that are met, with blanks between"),
        .init("children", "How many children live with it", .integer),
      ])
    for member in cohort.members where member.isComparison {
      list.add([
        .text(member.subject.family.text), .text(member.standing.rawValue),
        .day(member.life?.identified), .text(member.area),
        .text(member.subject.criteria.joined(separator: " ")), .number(member.subject.children),
      ])
    }
    return list
  }

  private var priorities: [(area: String, list: DescribedList)] {
    cohort.priority.areas.map { area, rows in
      var list = DescribedList(
        "Families of \(area.isEmpty ? "no known area" : area) that wait, those with most need first",
        [
          .init("place", "The place in the order", .integer),
          .init("family_ref", "The family's id, for the team alone"),
          .init("points", "The points that give it that place", .integer),
          .init("reasons", "What gave the points"),
          .init("criteria", "The criteria that are met, with blanks between"),
        ])
      for row in rows {
        list.add([
          .number(row.place), .text(row.candidate.family.text), .number(row.points),
          .text(row.reasons.map { "\($0.sign) \($0.points)" }.joined(separator: ", ")),
          .text(row.candidate.criteria.joined(separator: " ")),
        ])
      }
      return (area, list)
    }
  }

  // MARK: Counts

  private var targets: DescribedList {
    var list = DescribedList(
      "Targets of each year and area, and how far they are met",
      [
        .init("year", "The financial year"), .init("area", "The area; empty for all"),
        .init("target", "The families that were agreed", .integer),
        .init("aim", "The families aimed at within the year", .integer),
        .init("attached", "The families attached", .integer),
        .init("worked", "The families with a lead, an assessment and a plan", .integer),
        .init("short", "How many are missing to the target", .integer),
      ])
    for row in cohort.funnel.rows where row.target != nil {
      list.add([
        .text(row.year.text), .text(row.area), .number(row.target),
        .number(row.area.isEmpty ? programme.aim(in: row.year) : nil), .number(row.attached),
        .number(row.worked), .number(row.target.map { max(0, $0 - row.attached) }),
      ])
    }
    return list
  }

  private var funnel: DescribedList {
    let counts = [
      ("identified", "put forward"), ("confirmed", "confirmed by a person"),
      ("waiting", "confirmed and waiting for a place"), ("attached", "attached"),
      ("planned", "attached, with a plan"), ("worked", "with a lead, an assessment and a plan"),
      ("achieved", "with a result"), ("lost", "that declined or moved out"),
    ]
    var list = DescribedList(
      "Families at each step, by year and area",
      [
        .init("year", "The financial year of attachment, else of being put forward"),
        .init("area", "The area; empty for all"),
        .init("target", "The families that were agreed", .integer),
      ] + counts.map { .init($0.0, "Families \($0.1)", .integer) })
    for row in cohort.funnel.rows {
      list.add(
        [.text(row.year.text), .text(row.area), .number(row.target)]
          + [
            row.identified, row.confirmed, row.waiting, row.attached, row.planned, row.worked,
            row.achieved, row.lost,
          ].map { .number($0) })
    }
    return list
  }

  private var changeList: DescribedList {
    var list = DescribedList(
      "What differs from the run before",
      [
        .init("family_ref", "The family's id, for the team alone"),
        .init("what", "appeared, vanished, moved, or handed to another area or lead"),
        .init("before", "Where it stood"), .init("after", "Where it stands"),
      ])
    for change in changes {
      list.add([
        .text(change.family.text), .text(change.what.rawValue), .text(change.before?.rawValue),
        .text(change.after?.rawValue),
      ])
    }
    return list
  }
}

/// Names as parts of file names.
enum FileWord {
  /// Letters and digits in lower case, with one hyphen for whatever lies between: `Forest and Downs` is `forest-and-downs`.
  static func of(_ name: String) -> String {
    var word = ""
    for byte in name.lowercased().utf8 {
      let isKept = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if isKept {
        word.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !word.isEmpty, !word.hasSuffix("-") {
        word += "-"
      }
    }
    while word.hasSuffix("-") { word.removeLast() }
    return word.isEmpty ? "x" : word
  }
}
