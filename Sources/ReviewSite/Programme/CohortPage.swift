import CSVFiles
import Cohorts
import HTTPServing
import Pipelines
import Reports
import Store
import Vocabulary

/// The cohort: families of the run and where they stand in the programme, to be narrowed, searched and downloaded.
enum CohortPage {
  private static let rowsOnAPage = 25
  private static let mostFound = 50

  static func show(_ visit: Visit) throws -> HTTPResponse {
    let filter = filter(visit)
    let list = try visit.site.programme.list(filter, visit.generation)
    return try page(visit, filter, list, wanted: "")
  }

  /// Finds families by their people's names, spelt so or nearly so, and by birth dates.
  static func search(_ visit: Visit) throws -> HTTPResponse {
    let wanted = String((visit.form["wanted"] ?? "").prefix(100))
    var filter = CohortFilter { visit.form[$0] }
    if filter.standing == .usual { filter.standing = .all }
    let index = visit.generation.index
    let found = index.search(wanted, seesProtected: visit.may(.seeProtected))
    let list = CohortList(filter, index, try lives(visit), found: found)
    let shown = list.rows.prefix(mostFound)
    try visit.noteView("family-search", [("families", .texts(shown.map(\.line.id.text)))])
    return try page(visit, filter, list, wanted: wanted)
  }

  /// The list as a file, with ids and without a name.
  static func download(_ visit: Visit) throws -> HTTPResponse {
    let filter = filter(visit)
    let list = try visit.site.programme.list(filter, visit.generation)
    try visit.noteView("family-list", [("rows", .number(list.rows.count))])
    var csv = CSVWriter(guardsFormulas: true)
    csv.record([
      "family", "status", "area", "people", "children", "criteria", "eligible", "concern",
      "attached",
      "lead_agency",
    ])
    for row in list.rows {
      csv.record([
        row.line.id.text, row.life?.status.rawValue ?? "", row.area, "\(row.line.people)",
        "\(row.line.children)", criteria(row.line, visit).map(\.name).joined(separator: " "),
        row.line.eligible?.rawValue ?? "",
        row.line.concern(seesSensitive: visit.may(.seeSensitive)) ?? "",
        row.life?.attachedOn?.iso ?? "", row.life?.leadAgency ?? "",
      ])
    }
    var response = HTTPResponse(200, type: "text/csv; charset=utf-8", csv.bytes)
    response.headers.set(
      "content-disposition", "attachment; filename=\"families-\(visit.generation.facts.asOf).csv\"")
    return response
  }

  /// What the query asks for, for whoever asks.
  static func filter(_ visit: Visit) -> CohortFilter {
    var filter = CohortFilter { visit.request.query[$0] }
    filter.seesSensitive = visit.may(.seeSensitive)
    return filter
  }

  static func lives(_ visit: Visit) throws -> [FamilyLife] {
    try visit.site.programme.desk(visit.generation)?.cohort.lives ?? []
  }

  static func criteria(
    _ line: FamilyIndex.Line, _ visit: Visit
  ) -> [(name: String, title: String)] {
    let all = visit.generation.index.criteria
    return line.met.compactMap { Int($0) < all.count ? all[Int($0)] : nil }
  }

  // MARK: Page

  private static func page(
    _ visit: Visit, _ filter: CohortFilter, _ list: CohortList, wanted: String
  ) throws -> HTTPResponse {
    let part =
      wanted.isEmpty
      ? ListPart(list.rows, rows: rowsOnAPage, asked: visit.request.query["page"])
      : ListPart(list.rows, rows: mostFound, asked: nil)
    let count: Markup =
      wanted.isEmpty
      ? "\(Numbers.counted(list.rows.count, "family", "families"))"
      : "\(Numbers.counted(list.rows.count, "family", "families")) found"
    return visit.page(
      "Cohort", here: Links.families,
      [
        "<h1>Cohort</h1>",
        "<p class=\"lead\" role=\"status\">\(count). A person decides who is in: the list only says who may be.</p>",
        searchForm(visit, filter, wanted), filterForm(visit, filter),
        part.shown.isEmpty ? "<p>No family stands here.</p>" : table(part.shown, visit),
        wanted.isEmpty
          ? Pager(
            list: "the list", page: part.page, pages: part.pages, path: Links.families,
            fields: filter.fields
          ).markup : .nothing,
        download(filter), try targets(visit),
      ])
  }

  private static func searchForm(
    _ visit: Visit, _ filter: CohortFilter, _ wanted: String
  ) -> Markup {
    let field = TextField(
      label: "Find a family by its people", name: "wanted", type: .search, value: wanted,
      hint: "Names as they sound will do: vanse anna, or a birth date such as 2001-05.",
      isRequired: true, longest: 100, key: "f")
    return """
      <form method="post" action="\(Links.families)" class="narrow">\(visit.token)
      \(field.markup)
      <button class="quiet-button">Find</button></form>
      """
  }

  private static func filterForm(_ visit: Visit, _ filter: CohortFilter) -> Markup {
    let statuses =
      [
        ("eligible", "Eligible, not entered"), ("cannot-tell", "Cannot tell"),
        ("all", "All families"),
      ]
      + CohortStatus.allCases.map { ($0.rawValue, Words.sentence($0.title)) }
    let areas = visit.generation.index.areas
    return """
      <form class="filters even" method="get" action="\(Links.families)">
      \(Choice(label: "Where it stands", name: "status", options: statuses, chosen: filter.standing.word, empty: "In, or eligible").markup)
      \(Choice(label: "Area", name: "area", options: areas.map { ($0, $0) }, chosen: filter.area, empty: "Any").markup)
      \(Choice(label: "Criterion met", name: "criterion", options: visit.generation.index.criteria.map { ($0.name, $0.title) }, chosen: filter.criterion, empty: "Any").markup)
      \(Choice(label: "Order", name: "sort", options: CohortFilter.Order.allCases.map { ($0.rawValue, $0.title) }, chosen: filter.order.rawValue).markup)
      <button class="quiet-button">Show</button>
      </form>
      """
  }

  private static func table(_ rows: ArraySlice<CohortRow>, _ visit: Visit) -> Markup {
    DataTable(
      id: "families", caption: "Families",
      columns: [
        .text("Family"), .text("Stands"), .text("Area"), .number("People"), .number("Children"),
        .words("Criteria met"), .text("Earliest concern"), .text("Lead"),
      ],
      rows: rows.map { row in
        let met = criteria(row.line, visit).map(\.title)
        return [
          "<a href=\"\(Links.family(row.line.id))\"><code>\(row.line.id.text)</code></a>",
          standing(row), "\(row.area.isEmpty ? "–" : row.area)", "\(count: row.line.people)",
          "\(count: row.line.children)", "\(met.isEmpty ? "–" : met.joined(separator: "; "))",
          concern(row.line, visit), "\(lead(row.life))",
        ]
      }
    ).stacked.markup
  }

  /// A day that rests on rows of health, care or offences would tell of them.
  private static func concern(_ line: FamilyIndex.Line, _ visit: Visit) -> Markup {
    if let day = line.concern(seesSensitive: visit.may(.seeSensitive)) {
      return DayWording.cell(day)
    }
    return line.concern == nil ? "–" : "Not shown"
  }

  private static func lead(_ life: FamilyLife?) -> String {
    guard let life, !life.leadAgency.isEmpty else { return "–" }
    return Words.sentence(life.leadAgency)
  }

  private static func standing(_ row: CohortRow) -> Markup {
    if let life = row.life {
      let ended = life.ended != nil
      return StateTag(
        word: Words.sentence(life.status.title), style: ended ? "plain" : "good",
        icon: ended ? .dash : .tick
      ).markup
    }
    switch row.line.eligible {
    case .met: return StateTag(word: "Eligible", style: "warning", icon: .triangle).markup
    case .cannotTell: return StateTag(word: "Cannot tell", style: "plain", icon: .circle).markup
    default: return StateTag(word: "Not eligible", style: "plain", icon: .dash).markup
    }
  }

  private static func download(_ filter: CohortFilter) -> Markup {
    """
    <p class="actions"><a class="quiet-button" href="\(Links.with(Links.familyList, filter.fields))">Download this list</a></p>
    """
  }

  // MARK: Targets

  private static func targets(_ visit: Visit) throws -> Markup {
    guard let funnel = try visit.site.programme.funnel(visit.generation) else {
      return "<p class=\"note\">The pipeline names no programme, so nobody can be put forward.</p>"
    }
    guard !funnel.rows.isEmpty else { return .nothing }
    let table = DataTable(
      id: "targets",
      caption:
        "Families at each step on \(DayWording.long(visit.generation.facts.asOf)), against what was agreed",
      columns: [
        .text("Year"), .text("Area"), .number("Agreed"), .number("Identified"),
        .number("Confirmed"), .number("Waiting"), .number("Attached"), .number("With a plan"),
        .number("Worked with"), .number("Outcome"), .number("Lost"),
      ],
      rows: funnel.rows.map { row in
        ["\(row.year.text)", "\(row.area.isEmpty ? "All" : row.area)"]
          + [
            row.target, row.identified, row.confirmed, row.waiting, row.attached, row.planned,
            row.worked, row.achieved, row.lost,
          ].map { count in count.map { "\(count: $0)" } ?? "–" }
      })
    return """
      <h2>Targets</h2>
      <p class="note">Identified counts whom the run puts forward, too. What is entered of days after the run’s counts with the \
      next run.</p>
      \(table.stacked.markup)
      """
  }
}
