import Vocabulary

/// Rows of words under headings, in columns as wide as they need to be.
struct TextTable {
  /// Where a column's words stand.
  enum Alignment {
    case left
    case right
  }

  private let headings: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  init(_ columns: [(heading: String, alignment: Alignment)]) {
    headings = columns.map(\.heading)
    alignments = columns.map(\.alignment)
  }

  /// Adds a row; numbers have their thousands apart.
  mutating func add(_ cells: [Cell]) {
    precondition(cells.count == headings.count, "a row has a cell for each column")
    rows.append(cells.map(\.text))
  }

  /// What stands in a cell.
  enum Cell: ExpressibleByStringInterpolation {
    case words(String)
    case number(Int)
    case nothing

    init(stringLiteral words: String) { self = .words(words) }

    init(_ words: String?) { self = words.map { .words($0) } ?? .nothing }

    init(_ number: Int?) { self = number.map { .number($0) } ?? .nothing }

    fileprivate var text: String {
      switch self {
      case .words(let words): Printable.line(words)
      case .number(let number): Numbers.grouped(number)
      case .nothing: ""
      }
    }
  }

  /// The headings and the rows as lines; nothing where there is no row.
  func lines(_ styling: Styling, indent: String = "") -> [String] {
    guard !rows.isEmpty else { return [] }
    let widths = headings.indices.map { column in
      ([headings] + rows).map { $0[column].count }.max() ?? 0
    }
    let heading = line(headings, widths)
    return [indent + styling.apply(.heading, to: heading)]
      + rows.map { indent + line($0, widths) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: widths[column] - cell.count)
      if column > 0 { line += "  " }
      line += alignments[column] == .left ? cell + padding : padding + cell
    }
    // Spaces at the end of a line help nobody.
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
