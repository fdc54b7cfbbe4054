import Claims
import HTTPServing
import Pipelines
import Reports
import Store
import Vocabulary

/// One claim with everything it rests on, as it was frozen: results, measures, rows, gaps, audit and signatures.
struct ClaimPage {
  let visit: Visit
  let claim: ClaimState
  private let scheme: ClaimScheme?
  private let digest: String
  private let sensitivities: [String: Sensitivity]
  private let titles: [String: String]
  private let windows: [String]
  private let story: ClaimStory
  /// What today's data says differently of it, where it is locked.
  private let differences: [String]
  /// The people whose family is kept from whoever asks.
  private let hidden: Set<PersonID>

  static func show(_ visit: Visit) throws -> HTTPResponse {
    let page = try ClaimPage(visit)
    try page.note()
    return page.response()
  }

  init(_ visit: Visit) throws {
    guard let desk = try visit.site.programme.desk(visit.generation),
      let claim = visit.values["claim"].flatMap({ ClaimID($0) }).flatMap({ desk.claims[$0] })
    else { throw Refusal.notFound("There is no such claim.") }
    self.visit = visit
    self.claim = claim
    hidden = Set(
      try claim.current.people.map(\.id).filter { try visit.hidesFamilies(of: [$0]) })
    story = ClaimStory(claim.id, desk.claims)
    let isLocked = claim.occupies
    differences =
      isLocked ? try visit.generation.claimDifferences()[claim.id] ?? claim.changes : []
    digest = desk.references.digest(of: claim.current)
    scheme = desk.definition.scheme(named: claim.current.scheme)
    let day = visit.generation.run.asOf
    windows = desk.definition.windows.windows.filter { window in
      window.schemes.contains(claim.current.scheme) && window.days.last >= day
    }.map(\.id)
    let kinds = visit.generation.pipeline?.vocabulary.kinds ?? []
    sensitivities = Dictionary(
      kinds.map { ($0.name, $0.sensitivity) }, uniquingKeysWith: { first, _ in first })
    titles = Dictionary(kinds.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  func note() throws {
    try visit.noteView(
      "claim",
      [
        ("claim", .text(claim.id.text)),
        ("people", .texts(claim.current.people.map(\.id.text))),
      ])
  }

  func response(_ status: Int = 200, problem: Markup? = nil) -> HTTPResponse {
    let done: Markup =
      visit.request.query["done"] == nil
      ? .nothing : "<div class=\"done\" role=\"status\"><p>Entered in the ledger.</p></div>"
    let window = Links.window(claim.window, claim.current.scheme)
    return visit.page(
      status: status, "Claim \(claim.id.text)", here: Links.claims,
      [
        "<p class=\"back\"><a href=\"\(window)\">The window \(claim.window)</a></p>", done,
        problem ?? .nothing, "<h1>Claim \(claim.id.text)</h1>",
        "<p class=\"lead\">\(ClaimWords.tag(claim.status)) \(claim.current.amount.text) for \(results).</p>",
        facts, gaps, otherwise, ClaimForms(page: self).markup, elements, rows, story.markup,
        ClaimPacks.links(self),
      ])
  }

  /// The windows that are still to take claims, to choose from for a form.
  func windows(chosenFor form: String) -> Markup {
    Choice(
      label: "Window", name: "window-\(form)", sentAs: "window",
      options: windows.map { ($0, $0) }, chosen: claim.window
    ).markup
  }

  private var results: String {
    Words.list(claim.current.results.map { scheme?.result(named: $0)?.title ?? $0 })
  }

  private var facts: Markup {
    let frozen = claim.current
    var rows: [(Markup, Markup)] = [
      (
        "Family",
        "<a href=\"\(Links.family(frozen.family))\"><code>\(frozen.family.text)</code></a>, known outside as \(frozen.reference)"
      ),
      ("Scheme", "\(scheme?.title ?? frozen.scheme), version \(frozen.schemeVersion)"),
      ("Attached", "\(DayWording.long(frozen.attachedOn)), \(frozen.attachmentYear.text)"),
      ("Criteria at attachment", "\(Words.sentence(frozen.criteria.joined(separator: ", ")))"),
      ("People counted", "\(count: frozen.people.count)"),
      ("From run", "<code>\(frozen.run)</code>"), ("Paid", "\(claim.paid.text)"),
      ("Digest", "<code>\(String(digest.prefix(16)))</code>"),
    ]
    if !frozen.area.isEmpty { rows.append(("Area", "\(frozen.area)")) }
    if !frozen.linkDeciders.isEmpty {
      rows.append(
        ("Decided links that it rests on", "\(frozen.linkDeciders.joined(separator: ", "))"))
    }
    return "<dl class=\"pairs\">\(rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as Markup })</dl>"
  }

  private var otherwise: Markup {
    guard !differences.isEmpty else { return .nothing }
    let items = differences.map { "<li>\($0)</li>" as Markup }
    return """
      <div class="warning-box"><p><strong>Today's data says otherwise:</strong></p><ul>\(items)</ul>
      <p>The claim stays as it was frozen until somebody amends or withdraws it.</p></div>
      """
  }

  private var gaps: Markup {
    guard !claim.current.gaps.isEmpty else { return "<p>Nothing is missing.</p>" }
    let items = claim.current.gaps.map { "<li>\(words(of: $0))</li>" as Markup }
    return "<div class=\"warning-box\"><p><strong>Missing:</strong></p><ul>\(items)</ul></div>"
  }

  /// What is missing; of an element whose rows are not shown, no more than that it is.
  private func words(of gap: ClaimGap) -> String {
    let closed = claim.current.elements.filter { element in
      element.rows.contains { !shows($0.kind) }
    }.map { scheme?.element(named: $0.element)?.title ?? $0.element }
    guard let title = closed.first(where: { gap.words.hasPrefix($0) }) else { return gap.words }
    return "\(title): why it is not reached is not shown to your role"
  }

  // MARK: Evidence

  private var elements: Markup {
    guard !claim.current.elements.isEmpty else { return .nothing }
    let rows = claim.current.elements.map { element -> [Markup] in
      let hidden = element.rows.contains { !shows($0.kind) }
      let lines =
        hidden
        ? []
        : element.lines.map { line -> Markup in
          let share: Markup = line.outOf.map { " of \(count: $0)" } ?? .nothing
          let covered: Markup = line.isCovered ? .nothing : ", not all of it covered"
          return
            "<li>\(whose(line))\(Words.sentence(line.name)): \(count: line.count)\(share), \(DayWording.long(line.days.first)) to \(DayWording.long(line.days.last))\(covered)</li>"
        }
      let words = (element.reasons + element.missing).map { "<li>\($0)</li>" as Markup }
      return [
        "\(scheme?.element(named: element.element)?.title ?? element.element)",
        "\(Words.sentence(element.answer.rawValue))",
        hidden
          ? "What was counted is not shown to your role."
          : "<ul class=\"bare\">\(lines + words)</ul>",
      ]
    }
    return DataTable(
      id: "elements", caption: "What was measured",
      columns: [.text("Element"), .text("Answer"), .words("Counts and reasons")], rows: rows
    ).stacked.markup
  }

  /// Which of the people counted a line is about, by their place; several children have lines of one name.
  private func whose(_ line: FrozenElement.Line) -> Markup {
    guard let person = line.person,
      let place = claim.current.people.firstIndex(where: { $0.id == person })
    else { return .nothing }
    guard !hidden.contains(person) else { return "Person \(count: place + 1): " }
    return "<a href=\"\(Links.person(person))\">Person \(count: place + 1)</a>: "
  }

  private func shows(_ kind: String) -> Bool {
    switch sensitivities[kind] {
    case .ordinary: true
    case .special, .offence: visit.may(.seeSensitive)
    case .benefit, nil: false
    }
  }

  private var rows: Markup {
    let all = claim.current.rows
    let shown = all.filter { shows($0.kind) }
    guard !all.isEmpty else { return .nothing }
    let rest = all.count - shown.count
    let note: Markup =
      rest > 0
      ? "<p class=\"note\">\(Numbers.counted(rest, "row")) more that your role does not show.</p>"
      : .nothing
    let table = DataTable(
      id: "rows", caption: "The rows that it rests on",
      columns: [
        .text("What"), .text("When"), .text("Source"), .number("Line"), .text("Held since"),
      ],
      rows: shown.map { row in
        [
          "\(titles[row.kind] ?? row.kind)",
          "\([row.from, row.until == row.from ? nil : row.until].compactMap { $0.map(DayWording.long) }.joined(separator: " to "))",
          "\(row.source)<small><code>\(String(row.file.prefix(12)))</code></small>",
          "\(count: row.line)", DayWording.cell(row.held?.iso ?? "–"),
        ]
      })
    return """
      <details><summary>The rows that it rests on (\(count: all.count))</summary>
      \(shown.isEmpty ? .nothing : table.markup)\(note)</details>
      """
  }
}
