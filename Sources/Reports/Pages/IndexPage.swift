import Store
import Vocabulary

/// The first page: what the programme came to, the reports, what needs a look, and every source in a row.
struct IndexPage {
  let run: RunPicture

  var markup: Markup {
    Page(
      run: run, place: .index, title: "Run for \(DayWording.long(run.asOf))",
      content: [
        """
        <h1>Run for \(DayWording.long(run.asOf))</h1>
        <p class="lead">What \(run.council)’s agencies sent, what was found in it, and what needs a look.</p>
        """,
        reports,
        "<h2>What needs a look</h2>",
        FindingTable(run: run, findings: run.findings, root: "", namesSource: true).markup,
        "<h2>What was read</h2>",
        figures,
        "<h3>Where the rows went</h3>",
        account,
        "<h2>Sources</h2>",
        SourceTable(run: run).markup,
        facts,
        downloads,
      ]
    ).markup
  }

  /// The reports, each with the question that it answers and the figures that somebody came for.
  private var reports: Markup {
    guard !run.books.isEmpty else { return .nothing }
    return """
      <h2 id="reports">Reports</h2>
      <ul class="cards">
      \(run.books.map(card))
      </ul>
      """
  }

  private func card(_ book: BookLink) -> Markup {
    let figures = book.figures.prefix(3).map { figure -> Markup in
      "<div><dt>\(figure.words)</dt><dd>\(figure.figure)</dd></div>"
    }
    let list: Markup = figures.isEmpty ? .nothing : "<dl>\(Markup(figures))</dl>"
    return """
      <li><h3><a href="\(book.name).html">\(book.title)</a></h3><p>\(book.question)</p>\(list)\
      <p class="small"><a href="\(book.name).xlsx">Workbook<span class="unseen"> of \(book.title)</span></a></p></li>
      """
  }

  private var figures: Markup {
    let extracts = run.sources.flatMap(\.extracts)
    let delivering = run.sources.filter { !$0.extracts.isEmpty }.count
    var figures: [(String, String)] = [
      (
        "Sources with files",
        "\(Numbers.grouped(delivering)) of \(Numbers.grouped(run.sources.count))"
      ),
      ("Extracts", Numbers.grouped(extracts.count)),
      ("Rows read", Numbers.grouped(run.account.read)),
      ("Facts", Numbers.grouped(run.totals.facts)),
      ("Relations", Numbers.grouped(run.totals.relations)),
      ("Records of people", Numbers.grouped(run.totals.personRecords)),
      ("Addresses", Numbers.grouped(run.totals.places)),
    ]
    figures += people
    let cells = figures.map { word, figure -> Markup in
      "<div><dt>\(word)</dt><dd>\(figure)</dd></div>"
    }
    return """
      <dl class="figures">
      \(cells)
      </dl>
      <p class="note">A record of a person is one set of details as one source gives them; a person known to three \
      agencies has at least three. They appear \(Numbers.counted(run.totals.mentions, "time")) in the rows.</p>
      """
  }

  private var people: [(String, String)] {
    guard let people = run.people?.facts["people"].flatMap({ Int($0) }) else { return [] }
    return [("People", Numbers.grouped(people))]
  }

  private var account: Markup {
    guard run.account.quarantined > 0 else { return AccountSum(account: run.account).markup }
    return """
      \(AccountSum(account: run.account).markup)
      <p><a href="rejections.html">The quarantined rows, by source and reason</a></p>
      """
  }

  private var facts: Markup {
    guard !run.factCounts.isEmpty else { return .nothing }
    return """
      <h2>Facts</h2>
      \(FactTable(run: run).markup)
      """
  }

  private var downloads: Markup {
    let items = CSVTable.allCases.map { table -> Markup in
      "<li><a href=\"\(table.fileName)\">\(table.fileName)</a>: \(table.meaning)</li>"
    }
    return """
      <h2>The same as tables</h2>
      <p>For a spreadsheet or a database: CSV files in UTF-8, with one row of headings, and a description beside each (CSV on the Web).</p>
      <ul>
      \(items)
      </ul>
      """
  }
}
