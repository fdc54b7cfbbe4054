/// The frame of every page: where the reader is, how far the figures can be trusted, and the page's own content.
struct Page {
  /// Where a page is among the others.
  enum Place: Equatable {
    case index
    case people
    case families
    case rejections
    case source
    case book(String)

    /// How links lead from here to the folder of reports.
    var root: String {
      switch self {
      case .index, .people, .families, .rejections, .book: ""
      case .source: "../"
      }
    }
  }

  var run: RunPicture
  var place: Place
  var title: String
  var content: [Markup]
  /// What the page holds, for the foot of it.
  var footnote: Markup = """
    This page holds counts, codes and shapes of values, and no detail of any person. Quarantined rows are in the run’s \
    <code>quarantine</code> folder, which holds personal data.
    """

  var markup: Markup {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    <title>\(title) – \(run.council) – Kindred</title>
    <style>
    \(Stylesheet.markup)
    </style>
    </head>
    <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header class="top"><div class="width">
    <p class="name"><strong>Kindred</strong> \(run.council)</p>
    <nav aria-label="Reports"><ul>\(links)</ul></nav>
    </div></header>
    \(TrustLine(run: run).markup)
    <main id="content" class="width" tabindex="-1">
    \(content)
    </main>
    <footer class="width"><p>\(origin) \(footnote)</p></footer>
    </body>
    </html>

    """
  }

  private var links: Markup {
    """
    <li>\(link("The run", to: "index.html", isHere: place == .index))</li>
    \(bookLinks)\(peopleLink)\(familiesLink)<li>\(link("Quarantine", to: "rejections.html", isHere: place == .rejections))</li>
    """
  }

  private var bookLinks: Markup {
    Markup(
      run.books.map { book in
        "<li>\(link(book.short, to: "\(book.name).html", isHere: place == .book(book.name)))</li>\n"
      }, separator: "")
  }

  private var peopleLink: Markup {
    guard run.people != nil else { return .nothing }
    return "<li>\(link("People", to: "people.html", isHere: place == .people))</li>\n"
  }

  private var familiesLink: Markup {
    guard run.families != nil else { return .nothing }
    return "<li>\(link("Families", to: "families.html", isHere: place == .families))</li>\n"
  }

  private func link(_ words: String, to page: String, isHere: Bool) -> Markup {
    let current: Markup = isHere ? " aria-current=\"page\"" : ""
    return "<a href=\"\(place.root)\(page)\"\(current)>\(words)</a>"
  }

  private var origin: Markup {
    let pipeline: Markup =
      run.pipeline.isEmpty ? "" : " from the pipeline <code>\(run.pipeline)</code>"
    let purpose: Markup = run.purpose.isEmpty ? "" : ", for the purpose of \(run.purpose)"
    let program = run.program.isEmpty ? "Kindred" : run.program
    return "Made by \(program)\(pipeline)\(purpose)."
  }
}
