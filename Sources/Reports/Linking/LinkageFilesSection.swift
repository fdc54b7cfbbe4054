import Linkage

/// What was read: the sources with their records.
struct LinkageFilesSection {
  let picture: LinkagePicture

  var markup: Markup {
    let table = DataTable(
      id: "sources", caption: "Records by source",
      columns: [.text("Source"), .number("Records")],
      rows: picture.sources.map { ["\($0.name)", "\(count: $0.records)"] },
      footer: ["All", "\(count: picture.linker.table.count)"])
    return """
      <h2>Records</h2>
      <p>\(mode)</p>
      <div class="narrow">\(table.markup)</div>
      """
  }

  private var mode: Markup {
    switch picture.linker.mode {
    case .deduplicate:
      "All records are compared with each other: one person may stand several times."
    case .link: "Only records of different sources are compared."
    case .both: "Records are compared within sources and across them."
    }
  }
}
