import Vocabulary

/// The pack as a page: the three questions of a spot check in their order, and what the answers rest on.
struct EvidencePage {
  let pack: EvidencePack

  var markup: Markup {
    LonePage(
      title: "Claim \(pack.claim): evidence", subject: "\(pack.council)",
      lead:
        "Family \(pack.frozen.reference), \(pack.names.scheme), window \(pack.window). \(Numbers.pounds(Int(pack.frozen.amount.count))) for \(Words.list(results)).",
      content: [
        summary, eligibility, working, EvidenceResults(pack: pack).markup, missing,
        EvidenceBasis(pack: pack).markup, appendix,
      ],
      origin:
        "Made by \(pack.program) as of \(DayWording.long(pack.asOf)). It names nobody: people and the family stand under references that lead back to them at the council alone. OFFICIAL-SENSITIVE when filled in."
    ).markup
  }

  private var results: [String] {
    pack.frozen.results.map { (pack.names.results[$0] ?? $0).lowercasedFirst }
  }

  // MARK: The answers at once

  private var summary: Markup {
    let questions: [(Markup, [ClaimGap], Markup)] = [
      (
        "<a href=\"#eligible\">1. Was the family eligible when it came in?</a>",
        pack.gaps(EvidencePack.eligibilityCodes),
        "Attached on \(day(pack.frozen.attachedOn)) with \(Numbers.counted(pack.frozen.criteria.count, "criterion", "criteria")) met that day."
      ),
      (
        "<a href=\"#working\">2. Was the whole family worked with?</a>",
        pack.gaps(EvidencePack.workingCodes),
        "An assessment, a plan and a lead are recorded; \(Numbers.counted(pack.frozen.people.count, "person is", "people are")) counted."
      ),
      (
        "<a href=\"#results\">3. Do the results hold?</a>", pack.resultGaps,
        "Every measure that concerns the family is reached, and sources cover the time."
      ),
    ]
    return """
      <table class="questions"><caption>The questions of a spot check</caption>
      <thead><tr><th scope="col">Question</th><th scope="col">Answer</th><th scope="col">In short</th></tr></thead>
      <tbody>
      \(questions.map { "<tr><th scope=\"row\">\($0.0)</th><td>\(answer($0.1))</td><td class=\"wide\">\($0.1.isEmpty ? $0.2 : gapList($0.1))</td></tr>" })
      </tbody></table>
      \(BigFigure.list([
        BigFigure(name: "Claim", figure: "\(pack.claim), version \(pack.version)"),
        BigFigure(name: "Stands", figure: Words.sentence(pack.status)),
        BigFigure(name: "Amount", figure: Numbers.pounds(Int(pack.frozen.amount.count))),
        BigFigure(name: "Data as of", figure: DayWording.long(pack.frozen.asOf)),
      ]))
      \(changed)
      """
  }

  private func answer(_ gaps: [ClaimGap]) -> Markup {
    if gaps.isEmpty { return StateTag(word: "Yes", style: "good", icon: .tick).markup }
    return gaps.allSatisfy { $0.code == "cannot-tell" }
      ? StateTag(word: "Cannot tell", style: "warning", icon: .triangle).markup
      : StateTag(word: "No", style: "error", icon: .cross).markup
  }

  private func gapList(_ gaps: [ClaimGap]) -> Markup {
    Markup(gaps.map { "\($0.words)" }, separator: "; ")
  }

  private var changed: Markup {
    guard !pack.changes.isEmpty else { return .nothing }
    return """
      <div class="warning-box"><p><strong>Data that came later says something else.</strong> The claim stands as it was frozen; somebody has to look.</p>
      <ul>\(pack.changes.map { "<li>\($0)</li>" })</ul></div>
      """
  }

  // MARK: 1. Eligibility

  private var eligibility: Markup {
    guard let snapshot = pack.snapshot else {
      return
        "<h2 id=\"eligible\">1. Eligibility</h2>\n<p>The family's attachment is not on record.</p>"
    }
    let table = DataTable(
      id: "criteria",
      caption:
        "Criteria of \(snapshot.pack), version \(snapshot.packVersion), on \(day(snapshot.on))",
      columns: [
        .text("Criterion"), .text("Answer"), .text("Rows that decided it"), .number("Rows"),
      ],
      rows: snapshot.findings.map { finding in
        [
          "\(pack.names.criteria[finding.criterion] ?? finding.criterion)",
          tag(finding.answer), rows(finding.evidence), "\(count: finding.evidence.count)",
        ]
      })
    return """
      <h2 id="eligible">1. Was the family eligible when it came in?</h2>
      <p>Judged for the day of attachment and kept as it was seen then, in run <code>\(snapshot.run)</code>. \
      Local concern: \(snapshot.discretion.words).\(byHand(snapshot))</p>
      \(table.markup)
      """
  }

  private func byHand(_ snapshot: EligibilitySnapshot) -> Markup {
    guard snapshot.findings.allSatisfy(\.evidence.isEmpty) else { return .nothing }
    return
      " The criteria were stated by whoever entered the attachment; no rows stand behind them here."
  }

  private func tag(_ state: FindingState) -> Markup {
    switch state {
    case .met: StateTag(word: "Met", style: "good", icon: .tick).markup
    case .notMet: StateTag(word: "Not met", style: "plain", icon: .dash).markup
    case .cannotTell: StateTag(word: "Cannot tell", style: "warning", icon: .triangle).markup
    case .notApplicable: StateTag(word: "Does not apply", style: "plain", icon: .dash).markup
    }
  }

  /// The first rows, each with its date and place.
  private func rows(_ rows: [EvidenceRow]) -> Markup {
    let shown = rows.prefix(4).map { row -> Markup in
      pack.isHidden(row)
        ? "<li>a return that may not be shown</li>"
        : "<li>\(pack.title(ofKind: row.kind)), \(span(row)): <code>\(pack.file(of: row)):\(row.line)</code></li>"
    }
    guard !rows.isEmpty else { return "–" }
    let more: Markup =
      rows.count > 4 ? "<li>and \(rows.count - 4) more in the appendix</li>" : .nothing
    return "<ul class=\"values\">\(shown)\(more)</ul>"
  }

  private func span(_ row: EvidenceRow) -> String {
    guard let from = row.from else { return "no date" }
    guard let until = row.until, until != from, until != .latest else { return from.iso }
    return "\(from.iso) to \(until.iso)"
  }

  private func day(_ day: Day) -> Markup { DayWording.cell(day.iso) }

  // MARK: 2. The whole family

  private var working: Markup {
    let life = pack.life
    let facts: [(String, Markup)] = [
      ("Attached", day(pack.frozen.attachedOn)), ("Whole family assessed", dated(life?.assessed)),
      ("Plan for the whole family", dated(life?.planned)),
      ("Lead agency", text(life?.leadAgency)), ("Lead professional", text(life?.leadProfessional)),
      (
        "Provided by",
        text(pack.frozen.deliveryAgency.isEmpty ? "the council" : pack.frozen.deliveryAgency)
      ),
      ("Agreed to be worked with", text(life?.serviceConsent?.rawValue)),
      ("Legal ground for using the data", text(life?.lawfulBasis)),
      ("Days on which somebody worked with it", worked),
    ]
    let roles = Dictionary(grouping: pack.frozen.people, by: \.role)
    let table = DataTable(
      id: "people", caption: "Everyone who belonged to the family from attachment on",
      columns: [.text("Person"), .text("Part in the family"), .number("Records")],
      rows: FamilyRole.allCases.flatMap { role in
        (roles[role] ?? []).map { person in
          [
            "\(pack.reference(person.id))", "\(Words.phrase(role.rawValue))",
            "\(count: person.records.count)",
          ]
        }
      })
    return """
      <h2 id="working">2. Was the whole family worked with?</h2>
      <dl class="pairs">\(facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>
      \(table.markup)
      """
  }

  private func dated(_ day: Day?) -> Markup { day.map { self.day($0) } ?? "not recorded" }

  private func text(_ text: String?) -> Markup {
    guard let text, !text.isEmpty else { return "not recorded" }
    return "\(text)"
  }

  private var worked: Markup {
    guard let days = pack.life?.workedOn, let first = days.first, let last = days.last else {
      return "none recorded"
    }
    return days.count == 1
      ? "1, on \(day(first))" : "\(count: days.count), from \(day(first)) to \(day(last))"
  }

  // MARK: What is missing

  private var missing: Markup {
    guard !pack.frozen.gaps.isEmpty else {
      return "<h2 id=\"missing\">What is missing</h2>\n<p>Nothing.</p>"
    }
    return """
      <h2 id="missing">What is missing</h2>
      <ul>\(pack.frozen.gaps.map { "<li>\($0.words)</li>" })</ul>
      """
  }

  // MARK: Appendix

  /// So many rows are printed; the table beside the page has all of them.
  private static let printed = 120

  private var appendix: Markup {
    let (rows, hidden) = pack.shownRows
    var groups: [DataTable.Group] = []
    var part: String?
    for item in rows.prefix(Self.printed) {
      if item.part != part {
        part = item.part
        groups.append(DataTable.Group(heading: "\(Words.sentence(item.part))", rows: []))
      }
      groups[groups.count - 1].rows.append([
        "\(pack.title(ofKind: item.row.kind))", "\(span(item.row))",
        "\(item.row.person.map { pack.reference($0) } ?? "the address")", "\(item.row.source)",
        "<code>\(pack.file(of: item.row)):\(item.row.line)</code>",
        item.row.held.map { day($0) } ?? "–",
      ])
    }
    let notes: [Markup] = [
      rows.count > Self.printed
        ? "<p class=\"note\">The first \(count: Self.printed) of \(count: rows.count) rows; all of them are in <code>\(pack.claim)-rows.csv</code>, with the digests of the files.</p>"
        : .nothing,
      hidden > 0
        ? "<p class=\"note\">\(Numbers.counted(hidden, "row comes", "rows come")) from the benefits system and may not be shown.</p>"
        : .nothing,
    ]
    guard !groups.isEmpty else { return "<h2>Appendix: rows</h2>\n\(notes)<p>No rows to show.</p>" }
    let table = DataTable(
      id: "rows", caption: "Rows that the claim rests on",
      columns: [
        .text("What"), .text("When"), .text("Of whom"), .text("Source"), .text("File and line"),
        .text("Held since"),
      ], groups: groups)
    return "<h2>Appendix: rows</h2>\n\(notes)\n\(table.markup)"
  }
}

extension String {
  /// The text as it goes on in the middle of a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
