import Store
import Vocabulary

/// What changed from extract to extract: cells that became empty, codes that became more or fewer.
struct TrendSection {
  let source: SourcePicture

  var markup: Markup {
    let extracts = Trend.extracts(of: source)
    guard extracts.count > 1 else { return .nothing }
    let empty = Trend.ofEmptyCells(in: source)
    let codes = Trend.ofCodes(in: source)
    return """
      <h2>Change</h2>
      <p class="note">The newest extract against those before it, \
      \(Numbers.counted(extracts.count, "extract")) in all. Shown is what moved by a point or more from the middle \
      one of the earlier shares.</p>
      \(empty.isEmpty ? "<p>No column became emptier or fuller.</p>" : table(empty, extracts, id: "empty", "Share of empty cells"))
      \(codes.isEmpty ? "<p>The mix of codes is as it was.</p>" : table(codes, extracts, id: "codes", "Share of each code"))
      """
  }

  private func table(
    _ trends: [Trend], _ extracts: [ExtractPicture], id: String, _ caption: Markup
  ) -> Markup {
    let hasCodes = trends.contains { $0.code != nil }
    let days = extracts.map { extract in
      DataTable.Column.number(DayWording.cell(extract.summary.delivered))
    }
    return DataTable(
      id: id, caption: caption,
      columns: [.text("Column")] + (hasCodes ? [.text("Code")] : [])
        + [.text("Course"), .number("Change")] + days,
      rows: trends.map { row($0, hasCodes: hasCodes) }
    ).markup
  }

  private func row(_ trend: Trend, hasCodes: Bool) -> [Markup] {
    var cells: [Markup] = ["<code>\(trend.column)</code>"]
    if hasCodes { cells.append("<code>\(trend.code ?? "")</code>") }
    cells.append(Sparkline(shares: trend.shares).markup)
    cells.append("\(points(trend.change ?? 0))")
    return cells + trend.shares.map { share -> Markup in "\(share.text)" }
  }

  /// A change in points of a hundred, always with its sign.
  private func points(_ thousandths: Int) -> String {
    let size = abs(thousandths)
    return "\(thousandths < 0 ? "−" : "+")\(size / 10).\(size % 10) points"
  }
}
