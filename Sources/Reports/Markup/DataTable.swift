/// A table of data: a caption that names it, headings for columns and rows, numbers to the right.
public struct DataTable {
  /// A column, with its heading.
  public struct Column {
    var heading: Markup
    var isNumber = false
    /// Whether its cells hold so many words that they need room.
    var isWide = false

    /// A column of words.
    public static func text(_ heading: Markup) -> Column { Column(heading: heading) }
    /// A column of so many words that its cells need room.
    public static func words(_ heading: Markup) -> Column {
      Column(heading: heading, isWide: true)
    }
    /// A column of numbers, which stand to the right.
    public static func number(_ heading: Markup) -> Column {
      Column(heading: heading, isNumber: true)
    }
  }

  /// Rows that belong together, under a heading of their own if they have one.
  public struct Group {
    var heading: Markup?
    var rows: [[Markup]]

    /// Groups rows.
    public init(heading: Markup?, rows: [[Markup]]) {
      self.heading = heading
      self.rows = rows
    }
  }

  /// A word for the table that no other on the page has.
  var id: String
  var caption: Markup
  var columns: [Column]
  var groups: [Group]
  var footer: [Markup]?
  private var isStacked = false

  /// The same table with each cell naming its column, so that where the page is narrow a style sheet can set the cells of
  /// a row one under the other; roles keep it a table for whoever listens to it.
  public var stacked: DataTable {
    var table = self
    table.isStacked = true
    return table
  }

  /// A table of groups of rows.
  public init(
    id: String, caption: Markup, columns: [Column], groups: [Group], footer: [Markup]? = nil
  ) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.groups = groups
    self.footer = footer
  }

  /// A table of rows.
  public init(
    id: String, caption: Markup, columns: [Column], rows: [[Markup]], footer: [Markup]? = nil
  ) {
    self.init(
      id: id, caption: caption, columns: columns, groups: [Group(heading: nil, rows: rows)],
      footer: footer)
  }

  /// The table, in a frame that scrolls sideways by itself, with keys too, where the page is narrow.
  public var markup: Markup {
    """
    <div class="\(isStacked ? "scroll stack" : "scroll")" role="region" aria-labelledby="\(id)-caption" tabindex="0">
    <table\(role("table"))>
    <caption id="\(id)-caption">\(caption)</caption>
    <thead\(role("rowgroup"))><tr\(role("row"))>\(Markup(columns.map(headingCell), separator: ""))</tr></thead>
    \(groups.map { body($0, openings) })\(foot)
    </table>
    </div>
    """
  }

  private func role(_ name: Markup) -> Markup { isStacked ? " role=\"\(name)\"" : .nothing }

  private func headingCell(_ column: Column) -> Markup {
    column.isNumber
      ? "<th scope=\"col\" class=\"number\"\(role("columnheader"))>\(column.heading)</th>"
      : "<th scope=\"col\"\(role("columnheader"))>\(column.heading)</th>"
  }

  private func body(_ group: Group, _ openings: [Markup]) -> Markup {
    let rows = group.rows.map { row($0, openings) }
    guard let heading = group.heading else {
      return "<tbody\(role("rowgroup"))>\n\(rows)\n</tbody>"
    }
    return """
      <tbody>
      <tr class="group"><th scope="rowgroup" colspan="\(columns.count)">\(heading)</th></tr>
      \(rows)
      </tbody>
      """
  }

  private var foot: Markup {
    guard let footer else { return .nothing }
    return "\n<tfoot>\(row(footer, openings))</tfoot>"
  }

  /// How a cell of each column begins.
  private var openings: [Markup] {
    columns.enumerated().map { place, column in
      if place == 0 { return "<th scope=\"row\"\(role("rowheader"))>" }
      let kind: Markup =
        column.isWide ? " class=\"wide\"" : column.isNumber ? " class=\"number\"" : .nothing
      let label: Markup =
        isStacked ? "\(role("cell")) data-label=\"\(column.heading)\"" : .nothing
      return "<td\(kind)\(label)>"
    }
  }

  /// A row; a table may have thousands, so it is put together at once and not cell by cell.
  private func row(_ cells: [Markup], _ openings: [Markup]) -> Markup {
    precondition(cells.count == columns.count, "a row has as many cells as there are columns")
    let length = zip(openings, cells).reduce(32) { $0 + $1.0.bytes.count + $1.1.bytes.count + 5 }
    var row = Markup.Interpolation(literalCapacity: length, interpolationCount: 0)
    row.appendLiteral("<tr")
    row.appendInterpolation(role("row"))
    row.appendLiteral(">")
    for (place, (opening, cell)) in zip(openings, cells).enumerated() {
      row.appendInterpolation(opening)
      row.appendInterpolation(cell)
      row.appendLiteral(place == 0 ? "</th>" : "</td>")
    }
    row.appendLiteral("</tr>")
    return Markup(stringInterpolation: row)
  }
}
