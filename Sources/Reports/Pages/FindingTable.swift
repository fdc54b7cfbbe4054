import Store
import Vocabulary

/// What needs a look, errors first; the same finding on several files is one row.
struct FindingTable {
  let run: RunPicture
  let findings: [FindingSummary]
  /// How links lead to the folder of reports.
  let root: String
  /// Whether the reader sees findings of several sources.
  let namesSource: Bool

  /// The most files that are named in one row.
  private static let mostFiles = 3

  var markup: Markup {
    guard !findings.isEmpty else {
      return "<p>Nothing needs a look.</p>"
    }
    var columns: [DataTable.Column] = [.text("Kind"), .text("What was found, and what to do")]
    if namesSource { columns.append(.text("Source")) }
    columns.append(.text("Where"))
    let errors = findings.filter(\.isError).count
    return DataTable(
      id: "findings", caption: caption(errors: errors, warnings: findings.count - errors),
      columns: columns, rows: gathered.map(row)
    ).stacked.markup
  }

  private func caption(errors: Int, warnings: Int) -> Markup {
    let words = [
      errors > 0 ? Numbers.counted(errors, "error") : "",
      warnings > 0 ? Numbers.counted(warnings, "warning") : "",
    ].filter { !$0.isEmpty }
    return "\(Words.list(words))"
  }

  /// Findings that differ in their file alone, in the order of the first of each.
  private var gathered: [[FindingSummary]] {
    var places: [FindingSummary: Int] = [:]
    var groups: [[FindingSummary]] = []
    for finding in findings {
      var anyFile = finding
      anyFile.fileName = nil
      if let place = places[anyFile] {
        groups[place].append(finding)
      } else {
        places[anyFile] = groups.count
        groups.append([finding])
      }
    }
    return groups
  }

  private func row(_ group: [FindingSummary]) -> [Markup] {
    guard let finding = group.first else { return [] }
    var cells: [Markup] = [
      "<span class=\"mark\">\(StateTag.finding(isError: finding.isError).markup)</span>",
      """
      <div class="wide">\(finding.message)<small>\(finding.remedy)</small>\
      <small><code>\(finding.code)</code></small></div>
      """,
    ]
    if namesSource { cells.append(source(finding.source)) }
    cells.append(place(group, column: finding.column))
    return cells
  }

  private func source(_ name: String) -> Markup {
    guard !name.isEmpty else { return "The whole run" }
    guard let source = run.source(named: name) else { return "<code>\(name)</code>" }
    return "<a href=\"\(root)\(ReportLink.page(ofSource: name))\">\(source.title)</a>"
  }

  private func place(_ group: [FindingSummary], column: String?) -> Markup {
    let names = group.compactMap(\.fileName)
    var parts = names.prefix(Self.mostFiles).map { name -> Markup in "<code>\(name)</code>" }
    if names.count > Self.mostFiles {
      parts.append("and \(Numbers.counted(names.count - Self.mostFiles, "more file"))")
    }
    if let column, !column.isEmpty { parts.append("column <code>\(column)</code>") }
    return Markup(parts, separator: "<br>")
  }
}
