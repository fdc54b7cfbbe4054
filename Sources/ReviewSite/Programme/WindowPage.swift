import Claims
import Cohorts
import HTTPServing
import Pipelines
import Reports
import Store
import Vocabulary

/// One window of one scheme: its claims, what is missing, its sample, its checks, and what may be done next.
struct WindowPage {
  let visit: Visit
  let desk: ProgrammeDesk
  let window: ClaimWindows.Window
  let scheme: ClaimScheme
  private let claims: [ClaimState]
  private let judgement: SampleJudgement
  private let list: ClaimList

  static func show(_ visit: Visit) throws -> HTTPResponse {
    let page = try WindowPage(visit)
    return try page.response()
  }

  init(_ visit: Visit) throws {
    guard let desk = try visit.site.programme.desk(visit.generation),
      let window = visit.values["window"].flatMap({ desk.definition.windows.window(named: $0) }),
      let scheme = visit.values["scheme"].flatMap({ desk.definition.scheme(named: $0) }),
      window.schemes.contains(scheme.name)
    else { throw Refusal.notFound("There is no such window.") }
    self.visit = visit
    (self.desk, self.window, self.scheme) = (desk, window, scheme)
    claims = desk.claims(in: window.id, scheme.name)
    judgement = desk.claims.judgement(of: window.id, scheme)
    list = ClaimList(claims, scheme, path: Links.window(window.id, scheme.name), visit)
  }

  /// Notes that somebody looked at claims of the window: at all of them, or at those of one page.
  func note(_ seen: [ClaimState]? = nil) throws {
    let ids = (seen ?? claims).map(\.id.text)
    try visit.noteView("claims", [("window", .text(window.id)), ("claims", .texts(ids))])
  }

  func response(_ status: Int = 200, problem: Markup? = nil) throws -> HTTPResponse {
    try note(Array(list.part.shown))
    let day = visit.generation.run.asOf
    return visit.page(
      status: status, "Claims of \(window.id)", here: Links.claims,
      [
        "<p class=\"back\"><a href=\"\(Links.claims)\">All windows</a></p>", done,
        problem ?? .nothing,
        "<h1>\(window.id): \(scheme.title)</h1>",
        """
        <p class="lead">\(DayWording.long(window.days.first)) to \(DayWording.long(window.days.last)); it \
        \(ClaimWords.countdown(window, on: day)).</p>
        """,
        figures, WindowForms(page: self).markup, list.markup, missing, sample, checks,
      ])
  }

  /// That something was entered, after it was.
  var done: Markup {
    visit.request.query["done"] == nil
      ? .nothing : "<div class=\"done\" role=\"status\"><p>Entered in the ledger.</p></div>"
  }

  private var figures: Markup {
    let sum = claims.filter(\.isLive).reduce(Pence.zero) { $0 + $1.current.amount }
    let counts = ClaimStatus.allCases.compactMap { status -> Markup? in
      let count = claims.count { $0.status == status }
      guard count > 0 else { return nil }
      return "<div><dt>\(ClaimWords.title(status))</dt><dd>\(count: count)</dd></div>"
    }
    return """
      <dl class="figures"><div><dt>Claims</dt><dd>\(count: claims.count)</dd></div>
      \(counts)
      <div class="money"><dt>Amount</dt><dd>\(sum.text)</dd></div></dl>
      """
  }

  private var missing: Markup {
    let gaps = claims.filter(\.isLive).flatMap(\.current.gaps)
    guard !gaps.isEmpty else { return .nothing }
    let counts = Dictionary(grouping: gaps, by: \.code).map { ($0.key, $0.value.count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    return DataTable(
      id: "gaps", caption: "What is missing, by how many claims lack it",
      columns: [.text("What"), .number("Claims")],
      rows: counts.map { ["\(Words.sentence($0.0))", "\(count: $0.1)"] }
    ).markup
  }

  /// What internal audit's sample came to so far, and the way to its form.
  private var sample: Markup {
    let waits = claims.contains { $0.status == .inSample } && visit.may(.auditClaims)
    let form: Markup =
      waits
      ? "<p class=\"actions\"><a class=\"button\" href=\"\(Links.audit(window.id, scheme.name))\">Audit what was drawn</a></p>"
      : .nothing
    return "\(sampleFigures)\n\(form)"
  }

  /// What internal audit's sample came to so far.
  var sampleFigures: Markup {
    guard judgement.population > 0 else { return .nothing }
    var rows: [(String, String)] = [
      ("Complete claims", "\(judgement.population)"),
      ("To be drawn at least", "\(judgement.needed)"), ("Drawn", "\(judgement.drawn)"),
      ("Audited", "\(judgement.audited)"), ("Failed", "\(judgement.failed)"),
      ("May fail", "\(judgement.toleratedPercent)%"),
    ]
    if let range = judgement.errorRange {
      let least = Int(range.lowerBound.rounded())
      rows.append(
        (
          "Share that fails, with 95% confidence",
          "\(least)% to \(Int(range.upperBound.rounded()))%"
        ))
    }
    let items = rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as Markup }
    return "<h2>Internal audit’s sample</h2>\n<dl class=\"pairs\">\(items)</dl>"
  }

  private var checks: Markup {
    let sheet = desk.claims.reconciliation(of: window.id, scheme, desk.definition.windows)
    let unusual = desk.claims.isUnusual(
      submitting: desk.claims.waiting(in: window.id, scheme.name), in: window.id, of: scheme,
      desk.definition.windows)
    let volume: Markup =
      if let words = desk.explanations[window.id] {
        "<p>The number of claims was explained: \(words)</p>"
      } else if unusual {
        """
        <div class="warning-box"><p>There are more claims than usual. A manager has to explain it before they are \
        submitted.</p></div>
        """
      } else {
        "<p>The number of claims is not unusual.</p>"
      }
    let table = DataTable(
      id: "reconciliation", caption: "Every number is the sum of its parts",
      columns: [.text("Line"), .words("Sum"), .text("Adds")],
      rows: sheet.lines.map { line in
        let tag =
          line.adds
          ? StateTag(word: "Adds", style: "good", icon: .tick)
          : StateTag(word: "Does not add", style: "error", icon: .cross)
        let sum =
          line.text.hasPrefix(line.name) ? String(line.text.dropFirst(line.name.count)) : line.text
        return [
          "\(line.name.prefix(1).uppercased() + line.name.dropFirst())", "\(sum)", tag.markup,
        ]
      })
    return "<h2>Checks</h2>\n\(volume)\n\(table.stacked.markup)"
  }
}
