import Store
import Vocabulary

/// The card of one source: its extracts, what is wrong with them, what its columns hold, and how that changes.
struct SourcePage {
  let run: RunPicture
  let source: SourcePicture

  var markup: Markup {
    let back: Markup = "<p class=\"back\"><a href=\"../index.html\">All sources</a></p>"
    return Page(run: run, place: .source, title: source.title, content: [back] + content).markup
  }

  /// What the page says, without its frame.
  var content: [Markup] {
    [
      """
      <h1>\(source.title)</h1>
      <p class="lead">\(run.title(ofAgency: source.summary.agency)) · <code>\(source.name)</code></p>
      """,
      FreshnessSection(source: source).markup,
      findings,
      extracts,
      ProblemTable(run: run, source: source).markup,
      ColumnTable(source: source).markup,
      TrendSection(source: source).markup,
    ]
  }

  private var findings: Markup {
    let findings = run.findings(ofSource: source.name)
    guard !findings.isEmpty else { return .nothing }
    return """
      <h2>What needs a look</h2>
      \(FindingTable(run: run, findings: findings, root: "../", namesSource: false).markup)
      """
  }

  private var extracts: Markup {
    guard !source.extracts.isEmpty else {
      return """
        <h2>Extracts</h2>
        <p>No file of this source was found.</p>
        """
    }
    return """
      <h2>Extracts</h2>
      \(AccountSum(account: source.account).markup)
      \(rowChart)
      \(ExtractTable(source: source).markup)
      <p class="note">From these rows came \(Numbers.counted(source.yield.facts, "fact")) and \
      \(Numbers.counted(source.yield.personRecords, "record")) of people, each counted once.</p>
      """
  }

  private var rowChart: Markup {
    let points = source.read.reversed().compactMap { extract -> LineChart.Point? in
      guard let day = Day(iso: extract.summary.delivered) else { return nil }
      return LineChart.Point(day: day, value: extract.summary.dataRows)
    }
    return LineChart(id: "rows", caption: "Rows of data in each extract", points: points).markup
  }
}
