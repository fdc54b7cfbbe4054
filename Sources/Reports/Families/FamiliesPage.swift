import Store
import Vocabulary

/// The families in numbers: how large they are, which criteria they meet, since when and where there is concern.
struct FamiliesPage {
  let run: RunPicture
  let tables: FamiliesTables
  let outlines: [AreaOutline]

  var markup: Markup {
    Page(
      run: run, place: .families, title: "Families",
      content: [
        """
        <h1>Families</h1>
        <p class="lead">\(Numbers.counted(tables.families.families, "family", "families")), and concern is seen of \
        \(Numbers.grouped(withConcern)). The program proposes; who is in the cohort, people confirm.</p>
        """, section("Earliest concern", tables.concerns), map,
        section("Size", tables.sizes), tables.children.markup, criteria, downloads,
      ]
    ).markup
  }

  private var withConcern: Int { tables.families.concerns.reduce(0) { $0 + $1.families } }

  private func section(_ heading: String, _ table: ReportTable) -> Markup {
    guard !table.rows.isEmpty else { return .nothing }
    return """
      <h2>\(heading)</h2>
      \(table.markup)
      \(table.notes)
      """
  }

  /// The criteria, those of a pack under its name.
  private var criteria: Markup {
    guard !tables.criteria.rows.isEmpty else { return .nothing }
    var groups: [DataTable.Group] = []
    var pack: String?
    for criterion in tables.families.criteria {
      if criterion.pack != pack {
        pack = criterion.pack
        groups.append(DataTable.Group(heading: "\(criterion.pack)", rows: []))
      }
      groups[groups.count - 1].rows.append([
        "\(criterion.title)", "\(count: criterion.met)", "\(count: criterion.notMet)",
        "\(count: criterion.cannotTell)", "\(count: criterion.notApplicable)",
      ])
    }
    let table = DataTable(
      id: tables.criteria.name, caption: "Families by criterion, each pack under its name",
      columns: [
        .text("Criterion"), .number("Met"), .number("Not met"), .number("Cannot tell"),
        .number("Does not apply"),
      ], groups: groups)
    return """
      <h2>Criteria</h2>
      \(table.markup)
      \(tables.criteria.notes)
      """
  }

  private var map: Markup {
    guard !tables.wards.rows.isEmpty else { return .nothing }
    return """
      <h2>Where they live</h2>
      \(WardMap(title: tables.wards.title, outlines: outlines, counts: tables.shown).markup)
      \(tables.wards.markup)
      \(tables.wards.notes)
      """
  }

  private var downloads: Markup {
    let items = tables.all.map { table -> Markup in
      "<li><a href=\"\(table.name).csv\">\(table.name).csv</a>: \(table.title)</li>"
    }
    return """
      <h2>The same as tables</h2>
      <p>For a spreadsheet or a database: CSV files in UTF-8, with one row of headings.</p>
      <ul>
      \(items)
      </ul>
      """
  }
}
