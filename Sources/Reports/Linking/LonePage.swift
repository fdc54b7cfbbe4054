/// The frame of a page that belongs to no run: its title, its content, and what it holds.
struct LonePage {
  var title: String
  /// What stands beside the program's name: what it does here, or for whom.
  var subject: Markup = "record linkage"
  /// What the page is about, in a sentence under the title.
  var lead: Markup
  var content: [Markup]
  /// What the foot says of the page.
  var origin: Markup

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
    <title>\(title) – Kindred</title>
    <style>
    \(Stylesheet.markup)
    .plot{margin:1rem 0;max-width:46rem}.plot svg{display:block;width:100%;height:auto}
    .narrow{max-width:46rem}
    </style>
    </head>
    <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header class="top"><div class="width"><p class="name"><strong>Kindred</strong> \(subject)</p></div></header>
    <main id="content" class="width" tabindex="-1">
    <h1>\(title)</h1>
    <p class="lead">\(lead)</p>
    \(content)
    </main>
    <footer class="width"><p>\(origin)</p></footer>
    </body>
    </html>
    """
  }
}

/// A figure with its name, in large print.
struct BigFigure {
  var name: String
  var figure: String

  /// A row of figures.
  static func list(_ figures: [BigFigure]) -> Markup {
    let items: [Markup] = figures.map { "<div><dt>\($0.name)</dt><dd>\($0.figure)</dd></div>" }
    return "<dl class=\"figures\">\(items)</dl>"
  }
}
