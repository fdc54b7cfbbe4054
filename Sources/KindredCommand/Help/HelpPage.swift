/// Puts help together from headings, paragraphs and tables, at a given width.
struct HelpPage {
  private(set) var lines: [String] = []
  private let width: Int
  private let styling: Styling

  /// Lines longer than 100 columns are hard to read, however wide the terminal.
  init(width: Int, styling: Styling) {
    self.width = min(max(width, 40), 100)
    self.styling = styling
  }

  /// Adds a paragraph, with an empty line before it unless it is the first.
  mutating func paragraph(_ text: String) {
    leaveLine()
    lines += TextWrapping.wrap(text, width: width)
  }

  /// Adds a heading; what follows belongs to it.
  mutating func heading(_ text: String) {
    leaveLine()
    lines.append(styling.apply(.heading, to: "\(text):"))
  }

  /// Adds one line as it is, indented.
  mutating func line(_ text: String, indent: Int = 2) {
    lines.append(String(repeating: " ", count: indent) + text)
  }

  /// Adds wrapped text, indented, without a line before it.
  mutating func note(_ text: String, indent: Int) {
    for line in TextWrapping.wrap(text, width: width - indent) { self.line(line, indent: indent) }
  }

  /// Adds two columns: terms, and what they mean beside or below them.
  mutating func table(_ rows: [(term: String, meaning: String)]) {
    let widest = rows.map(\.term.count).max() ?? 0
    let column = min(widest, 22) + 4
    for (term, meaning) in rows {
      var wrapped = TextWrapping.wrap(meaning, width: width - column)
      if term.count + 4 <= column, !wrapped.isEmpty {
        line(TextWrapping.pad(term, to: column - 2) + wrapped.removeFirst())
      } else {
        line(term)
      }
      for rest in wrapped { line(rest, indent: column) }
    }
  }

  private mutating func leaveLine() {
    if !lines.isEmpty { lines.append("") }
  }
}
