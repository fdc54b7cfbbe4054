import Store

/// A report as a page.
struct BookPage {
  let run: RunPicture
  let book: ReportBook

  /// Of a longer table the page shows so many rows; the workbook and the CSV file have all.
  static let mostRows = 200

  var markup: Markup {
    Page(
      run: run, place: .book(book.name), title: book.title,
      content: [
        """
        <h1>\(book.title)</h1>
        <p class="lead">\(book.lead)</p>
        """, late, figures, downloads, Markup(book.sections.map(section)),
      ], footnote: "\(book.reach.words)"
    ).markup
  }

  /// What stands above everything where a source that figures rest on is too old or missing.
  private var late: Markup {
    let late = run.sources.filter {
      $0.summary.state?.freshness == .stale || $0.summary.state?.freshness == .missing
    }
    guard !late.isEmpty else { return .nothing }
    return """
      <div class="warning-box"><p><strong>Not everything is up to date.</strong> Too old or missing: \
      \(Words.list(late.map(\.title))). Figures that rest on \(late.count == 1 ? "it" : "them") may be too low.</p></div>
      """
  }

  private var figures: Markup {
    guard !book.figures.isEmpty else { return .nothing }
    let cells = book.figures.map { figure -> Markup in
      let note: Markup = figure.note.map { "<small>\($0)</small>" } ?? .nothing
      return "<div><dt>\(figure.words)</dt><dd>\(figure.figure)\(note)</dd></div>"
    }
    return """
      <dl class="figures">
      \(cells)
      </dl>
      """
  }

  private func section(_ section: ReportBook.Section) -> Markup {
    Markup(
      ["<h2>\(section.heading)</h2>"] + section.paragraphs.map { "<p>\($0)</p>" }
        + section.pictures + section.tables.map(table))
  }

  private func table(_ table: ReportTable) -> Markup {
    guard !table.rows.isEmpty else {
      return "<p><strong>\(table.title):</strong> there are none.</p>\n\(table.notes)"
    }
    var shown = table
    shown.rows = Array(table.rows.prefix(Self.mostRows))
    guard shown.rows.count < table.rows.count else { return Markup([shown.markup, shown.notes]) }
    return Markup([
      shown.markup,
      """
      <p class="note">The first \(count: shown.rows.count) of \(count: table.rows.count) rows. The workbook and \
      <a href="tables/\(table.name).csv">\(table.name).csv</a> have all.</p>
      """, shown.notes,
    ])
  }

  private var downloads: Markup {
    let items = book.tables.map { table -> Markup in
      "<li><a href=\"tables/\(table.name).csv\">\(table.name).csv</a>: \(table.title)</li>"
    }
    return """
      <details class="downloads"><summary>Take the figures with you</summary>
      <ul>
      <li><a href="\(book.name).xlsx">\(book.name).xlsx</a>: all tables as a workbook</li>
      \(items)
      </ul>
      <p class="note">Beside each CSV file lies its description, which says what its columns hold (CSV on the Web).</p>
      </details>
      """
  }
}
