import Store
import Vocabulary

/// What the columns of the newest extract hold: how full they are, and what their values look like.
struct ColumnTable {
  let source: SourcePicture

  /// The most codes or shapes that are shown without being asked for.
  private static let mostValues = 6

  var markup: Markup {
    guard let extract = source.read.first, !extract.columns.isEmpty else { return .nothing }
    return """
      <h2>Columns</h2>
      <p class="note">Of the newest extract that was read. A shape shows letters as A and a and digits as 9, of one value \
      in sixteen; days are shown by their month.</p>
      \(table(extract))
      """
  }

  private func table(_ extract: ExtractPicture) -> Markup {
    DataTable(
      id: "columns", caption: "Columns of <code>\(extract.summary.fileName)</code>",
      columns: [
        .text("Column"), .text("Filled"), .number("Empty"), .number("Not good"),
        .number("Different values"), .text("Range"), .text("Codes or shapes"),
      ],
      rows: extract.columns.map(row)
    ).markup
  }

  private func row(_ column: ColumnSummary) -> [Markup] {
    [
      name(column), filled(column), "\(count: column.absent)", "\(count: column.invalid)",
      "\(about(column.different))", range(column), values(column),
    ]
  }

  private func name(_ column: ColumnSummary) -> Markup {
    let type: Markup = column.type.isEmpty ? "" : "<small>\(Words.phrase(column.type))</small>"
    return "<code>\(column.name)</code>\(type)"
  }

  private func filled(_ column: ColumnSummary) -> Markup {
    let parts = [
      ShareBar.Part(count: column.present, style: "yes"),
      ShareBar.Part(count: column.invalid, style: "part"),
      ShareBar.Part(count: column.absent, style: "none"),
    ]
    return "\(ShareBar(parts: parts).markup)\(Share(column.present, of: column.cells).text)"
  }

  /// Some dozens are counted exactly; more is an estimate.
  private func about(_ different: Int) -> String {
    guard different > 100 else { return Numbers.grouped(different) }
    return "about \(Numbers.grouped(Self.rounded(different)))"
  }

  /// To two digits, which is what the estimate is good for.
  static func rounded(_ number: Int) -> Int {
    var unit = 1
    while number / unit >= 100 { unit *= 10 }
    return (number + unit / 2) / unit * unit
  }

  /// The least and the greatest value; without the column's type nobody knows what these numbers count.
  private func range(_ column: ColumnSummary) -> Markup {
    guard let least = column.least, let greatest = column.greatest else { return "–" }
    switch column.type {
    case "date":
      guard let first = Day(daysSince1970: least), let last = Day(daysSince1970: greatest) else {
        return "–"
      }
      return "\(Self.span(DayWording.month(of: first), DayWording.month(of: last)))"
    case "money": return "\(Self.span(Numbers.pounds(least), Numbers.pounds(greatest)))"
    case "integer", "sessions":
      return "\(Self.span(Numbers.grouped(least), Numbers.grouped(greatest)))"
    default: return "–"
    }
  }

  private static func span(_ first: String, _ last: String) -> String {
    first == last ? first : "\(first) to \(last)"
  }

  private func values(_ column: ColumnSummary) -> Markup {
    let values = column.codes.isEmpty ? column.shapes : column.codes
    guard !values.isEmpty else { return "–" }
    let most = list(values.prefix(Self.mostValues))
    let others = values.dropFirst(Self.mostValues)
    guard !others.isEmpty else { return most }
    return """
      \(most)
      <details><summary>\(Numbers.counted(others.count, "more"  , "more"))</summary>
      \(list(others))
      </details>
      """
  }

  private func list(_ values: ArraySlice<ValueCount>) -> Markup {
    let items = values.map { item -> Markup in
      "<li><code>\(item.value)</code> \(count: item.count)</li>"
    }
    return "<ul class=\"values\">\(Markup(items, separator: ""))</ul>"
  }
}
