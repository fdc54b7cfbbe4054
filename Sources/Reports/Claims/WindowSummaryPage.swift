import Vocabulary

/// The covering summary of a window's claims, to be read and signed by a manager and an auditor.
struct WindowSummaryPage {
  let picture: WindowPicture

  private var tables: WindowTables { WindowTables(picture: picture) }

  var markup: Markup {
    LonePage(
      title: "Claims of the window \(picture.window)", subject: "\(picture.council)",
      lead:
        "\(picture.scheme.title). The window is open from \(DayWording.long(picture.days.first)) to \(DayWording.long(picture.days.last)).",
      content: [figures, results, audit, sums, declaration],
      origin:
        "Made by \(picture.program) as of \(DayWording.long(picture.asOf)). The register with every claim is in \(picture.fileName)_register.xlsx."
    ).markup
  }

  private var figures: Markup {
    let standing = tables.standing
    return BigFigure.list([
      BigFigure(name: "Claims submitted", figure: Numbers.grouped(standing.count)),
      BigFigure(
        name: "Amount",
        figure: Numbers.wholePounds(standing.reduce(.zero) { $0 + $1.amount })),
      BigFigure(
        name: "In preparation",
        figure: Numbers.grouped(picture.claims.count - standing.count)),
      BigFigure(name: "Audited themselves", figure: Numbers.grouped(picture.audit.audited)),
    ])
  }

  private var results: Markup {
    let table = tables.results
    guard !table.rows.isEmpty else { return "<h2>Results</h2>\n<p>No claim is submitted yet.</p>" }
    return "<h2>Results</h2>\n\(table.markup)\n\(table.notes)"
  }

  private var audit: Markup {
    let audit = picture.audit
    let holds = audit.drawn >= audit.needed && audit.audited == audit.drawn
    let tag =
      holds && audit.failed * 100 <= audit.audited * audit.tolerated
      ? StateTag(word: "The sample holds", style: "good", icon: .tick)
      : StateTag(word: "The sample does not hold yet", style: "warning", icon: .triangle)
    return """
      <h2>Internal audit</h2>
      <p>\(tag.markup) \(count: audit.drawn) of \(Numbers.counted(audit.population, "complete claim")) drawn, of which \
      \(count: audit.needed) have to be; \(count: audit.audited) looked at, \(count: audit.failed) not passed, and up to \
      \(audit.tolerated)% are tolerated.</p>
      \(tables.errorLine.map { "<p>\($0)</p>" } ?? .nothing)
      \(audit.samples.isEmpty ? .nothing : "<p class=\"note\">Samples, with their seeds: \(audit.samples.joined(separator: ", ")).</p>")
      """
  }

  private var sums: Markup {
    let broken = picture.sums.filter { !$0.adds }
    let tag =
      broken.isEmpty
      ? StateTag(word: "Every line adds", style: "good", icon: .tick)
      : StateTag(
        word: "\(Numbers.counted(broken.count, "line does", "lines do")) not add", style: "error",
        icon: .cross)
    return """
      <h2>Reconciliation</h2>
      <p>\(tag.markup)</p>
      \(sumTable)
      """
  }

  /// The sums with their parts in one line each, which fits on the printed page; the workbook has a row for each part.
  private var sumTable: Markup {
    DataTable(
      id: "sums", caption: "Each line is counted from two places",
      columns: [.text("Line"), .number("Whole"), .text("Parts"), .text("Adds")],
      rows: picture.sums.map { sum in
        [
          "\(sum.name)", amount(sum.whole, sum),
          Markup(sum.parts.map { "\(amount($0.count, sum)) \($0.name)" }, separator: " + "),
          sum.adds
            ? StateTag(word: "Yes", style: "good", icon: .tick).markup
            : StateTag(word: "No", style: "error", icon: .cross).markup,
        ]
      }
    ).markup
  }

  private func amount(_ count: Int64, _ sum: WindowPicture.Sum) -> Markup {
    sum.isMoney ? "\(Numbers.pounds(Int(count)))" : "\(count: Int(count))"
  }

  private var declaration: Markup {
    """
    <h2>Declaration</h2>
    <p>Each claim is for a family that met the criteria when it was attached, that was worked with as a whole family, and whose \
    results are reached by the scheme’s measures. None was claimed before. The claims passed internal audit before they \
    were submitted.</p>
    <table><caption>Signatures</caption>
    <thead><tr><th scope="col">For</th><th scope="col">Name</th><th scope="col">Signature</th><th scope="col">Date</th></tr></thead>
    <tbody>
    <tr><th scope="row">The programme, manager</th><td class="wide"> </td><td class="wide"> </td><td> </td></tr>
    <tr><th scope="row">Internal audit</th><td class="wide"> </td><td class="wide"> </td><td> </td></tr>
    </tbody></table>
    """
  }
}
