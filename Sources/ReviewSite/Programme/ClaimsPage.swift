import Claims
import Cohorts
import HTTPServing
import Pipelines
import Reports
import Vocabulary

/// The claim windows: which is open and for how long, how many claims each has, and what somebody has to look at.
enum ClaimsPage {
  private static let changesOnAPage = 25

  static func show(_ visit: Visit) throws -> HTTPResponse {
    guard let desk = try visit.site.programme.desk(visit.generation),
      !desk.definition.windows.windows.isEmpty
    else {
      return visit.page(
        "Claims", here: Links.claims,
        ["<h1>Claims</h1>", "<p>The pipeline names no claim windows.</p>"])
    }
    let day = visit.generation.run.asOf
    return visit.page(
      "Claims", here: Links.claims,
      [
        "<h1>Claims</h1>", lead(desk, day), windows(desk, day), conflicts(desk),
        try changes(desk, visit),
      ])
  }

  private static func lead(_ desk: ProgrammeDesk, _ day: Day) -> Markup {
    let open = desk.definition.windows.windows.filter { ClaimWords.isOpen($0, on: day) }
    let next = desk.definition.windows.windows.first { $0.days.first > day }
    if let window = open.first {
      return """
        <p class="lead">The window <strong>\(window.id)</strong> \(ClaimWords.countdown(window, on: day)), counted from the \
        day of the run.</p>
        """
    }
    guard let next else { return "<p class=\"lead\">No window is open, and none is to come.</p>" }
    return
      "<p class=\"lead\">No window is open; <strong>\(next.id)</strong> \(ClaimWords.countdown(next, on: day)).</p>"
  }

  private static func windows(_ desk: ProgrammeDesk, _ day: Day) -> Markup {
    let ours = desk.claims.all.filter(\.origin.isEmpty)
    let byWindow = Dictionary(grouping: ours) { [$0.window, $0.current.scheme] }
    let rows = desk.definition.windows.windows.flatMap { window in
      window.schemes.map { scheme -> [Markup] in
        let claims = byWindow[[window.id, scheme]] ?? []
        let sum = claims.filter(\.isLive).reduce(Pence.zero) { $0 + $1.current.amount }
        let state: Markup =
          ClaimWords.isOpen(window, on: day)
          ? StateTag(word: "Open", style: "good", icon: .tick).markup
          : StateTag(
            word: day < window.days.first ? "To come" : "Closed", style: "plain", icon: .dash
          ).markup
        return [
          "<a href=\"\(Links.window(window.id, scheme))\">\(window.id)</a>",
          "\(desk.definition.scheme(named: scheme)?.title ?? scheme)",
          "\(state)\(countdown(window, day))",
          DayWording.cell(window.days.first.iso), DayWording.cell(window.days.last.iso),
          "\(count: claims.count)", "\(count: claims.count { !$0.current.gaps.isEmpty })",
          "\(count: claims.count { !$0.submitted.isEmpty })",
          claims.isEmpty ? "–" : "\(sum.text)",
        ]
      }
    }
    return DataTable(
      id: "windows", caption: "Windows",
      columns: [
        .text("Window"), .text("Scheme"), .text("State"), .text("Opens"), .text("Closes"),
        .number("Claims"), .number("With gaps"), .number("Submitted"), .number("Amount"),
      ],
      rows: rows
    ).stacked.markup
  }

  /// The days that are left or gone by; of windows that are years away the dates say enough.
  private static func countdown(_ window: ClaimWindows.Window, _ day: Day) -> Markup {
    let isNear =
      day.days(until: window.days.first) <= 180 && window.days.last.days(until: day) <= 180
    return isNear ? "<small>\(ClaimWords.countdown(window, on: day))</small>" : .nothing
  }

  private static func conflicts(_ desk: ProgrammeDesk) -> Markup {
    let found = desk.claims.conflicts(lineage: desk.lineage, rules: desk.rules)
    guard !found.isEmpty else { return .nothing }
    let items = found.map { claim, overlap -> Markup in
      "<li><a href=\"\(Links.claim(claim))\">\(claim.text)</a>: \(overlap.words)</li>"
    }
    return """
      <h2>Claimed twice, as it turns out</h2>
      <p>Both stay as they are until somebody looks and withdraws one.</p><ul>\(items)</ul>
      """
  }

  private static func changes(_ desk: ProgrammeDesk, _ visit: Visit) throws -> Markup {
    let differences = try visit.generation.claimDifferences()
    let changes = desk.claims.changes(after: .earliest, differences: differences)
      .filter { $0.atRisk != .zero }
    guard !changes.isEmpty else { return .nothing }
    let part = ListPart(changes, rows: changesOnAPage, asked: visit.request.query["page"])
    let table = DataTable(
      id: "changes", caption: "Claims of which today's data says otherwise",
      columns: [.text("Claim"), .text("What"), .number("At risk")],
      rows: part.shown.map { change in
        [
          "<a href=\"\(Links.claim(change.claim))\">\(change.claim.text)</a>",
          "\(change.words.joined(separator: "; "))", "\(change.atRisk.text)",
        ]
      })
    let pager = Pager(
      list: "the changes", page: part.page, pages: part.pages, path: Links.claims, fields: [])
    return Markup([table.markup, pager.markup])
  }
}
