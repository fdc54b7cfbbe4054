import Store

/// The facts by kind, the kinds of each agency together.
struct FactTable {
  let run: RunPicture

  var markup: Markup {
    DataTable(
      id: "facts", caption: "Facts by agency and kind, each counted once",
      columns: [
        .text("Kind"), .text("Shape"), .number("Facts"), .number("Records of people"),
        .number("Years"),
      ],
      groups: groups,
      footer: ["All kinds", "", "\(count: run.totals.facts)", "", ""]
    ).markup
  }

  private var groups: [DataTable.Group] {
    var groups: [DataTable.Group] = []
    var agency: String?
    for count in run.factCounts {
      if count.agency != agency {
        agency = count.agency
        groups.append(
          DataTable.Group(heading: "\(run.title(ofAgency: count.agency))", rows: []))
      }
      groups[groups.count - 1].rows.append(row(count))
    }
    return groups
  }

  private func row(_ count: FactCount) -> [Markup] {
    [
      "\(count.title)<small><code>\(count.kind)</code></small>", "\(Words.phrase(count.shape))",
      "\(count: count.facts)", "\(count: count.people)", "\(years(count))",
    ]
  }

  private func years(_ count: FactCount) -> String {
    guard let first = count.firstYear, let last = count.lastYear else { return "–" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }
}
