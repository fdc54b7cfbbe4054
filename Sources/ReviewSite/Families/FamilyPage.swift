import HTTPServing
import Pipelines
import Reports
import Store
import Vocabulary

/// A family: who belongs to it and why, its story, what it meets, and its life in the programme.
enum FamilyPage {
  static func show(_ visit: Visit) throws -> HTTPResponse {
    let family = try FamilyView(visit)
    try note(family)
    return try page(family)
  }

  /// Notes in the ledger that somebody looked.
  static func note(_ family: FamilyView) throws {
    let people = family.account.people.map { PersonID($0.id).text }
    try family.visit.noteView(
      "family", [("family", .text(family.id.text)), ("people", .texts(people))])
  }

  static func page(
    _ family: FamilyView, status: Int = 200, problem: Markup? = nil
  ) throws -> HTTPResponse {
    let fold = try family.visit.site.book.decisions()
    return family.visit.page(
      status: status, "Family", here: Links.families,
      [
        try DoneNote(family.visit, fold).markup, entered(family.visit), problem ?? .nothing,
        "<h1>Family <code>\(family.id.text)</code></h1>",
        "<p class=\"lead\">\(summary(family))</p>",
        contents,
        FamilyMembersPart(family).markup, try FamilyForms(family).markup,
        GenogramPart(family).markup,
        TimelinePart(family).markup, FamilyJourneyPart(family).markup,
        FamilyCriteriaPart(family).markup, try programme(family), lineage(family),
      ])
  }

  private static let contents: Markup = """
    <nav class="parts" aria-label="Parts of this page"><ul>
    <li><a href="#members">Members</a></li><li><a href="#genogram">Genogram</a></li>
    <li><a href="#timeline">Timeline</a></li><li><a href="#journey">Journey</a></li>
    <li><a href="#criteria">Criteria</a></li><li><a href="#programme">Programme</a></li><li><a href="#lineage">Lineage</a></li>
    </ul></nav>
    """

  private static func summary(_ family: FamilyView) -> Markup {
    let row = family.account.family
    let since: Markup =
      row.since.map { " Known since \(DayWording.long($0))." } ?? .nothing
    return """
      \(Numbers.counted(row.people, "person", "people")), of whom \(count: row.residents) live together, \
      \(Numbers.counted(row.children, "child", "children")), on \(DayWording.long(family.day)).\(since)
      """
  }

  private static func programme(_ family: FamilyView) throws -> Markup {
    guard let desk = try family.visit.site.programme.desk(family.visit.generation) else {
      return "<h2 id=\"programme\">Programme</h2>\n<p>The pipeline names no programme.</p>"
    }
    return ProgrammePart(family, desk).markup
  }

  /// What was just entered.
  private static func entered(_ visit: Visit) -> Markup {
    guard let step = visit.request.query["entered"].flatMap(CohortStep.init(rawValue:)) else {
      return .nothing
    }
    return
      "<div class=\"done\" role=\"status\"><p>Entered: <strong>\(ProgrammePart.title(step))</strong>.</p></div>"
  }

  // MARK: Lineage

  private static func lineage(_ family: FamilyView) -> Markup {
    let heading: Markup = "<h2 id=\"lineage\">Where the id comes from</h2>"
    guard !family.lineage.isEmpty else {
      return "\(heading)\n<p>The run before knew the family by the same id.</p>"
    }
    let rows = family.lineage.map { row -> [Markup] in
      [
        "\(Words.sentence(row.event))", id(row.from, family.id), id(row.to, family.id),
        "\(count: row.records)",
      ]
    }
    return """
      \(heading)
      \(DataTable(
        id: "lineage-table", caption: "What became of the id since the run before",
        columns: [.text("What happened"), .text("From"), .text("To"), .number("Records")],
        rows: rows
      ).markup)
      """
  }

  private static func id(_ value: Int64?, _ own: FamilyID) -> Markup {
    guard let value else { return "–" }
    let id = FamilyID(value)
    return id == own ? "this family" : "<code>\(id.text)</code>"
  }
}
