public import SQLiteAccess
public import Store
public import Vocabulary

/// Every report of a run: the pages, and the tables beside them.
///
/// The pages hold everything that they need. They have no script, ask for nothing from anywhere, and look the same
/// when opened from a disk, sent by mail or printed. The same run file gives the same bytes.
public enum RunReports {
  /// Makes the reports of a run, with the areas by which the council counts and their outlines for a map.
  public static func files(
    for file: inout RunFile, areas: AreaTable? = nil, outlines: [AreaOutline] = []
  ) throws(DatabaseError) -> [ReportFile] {
    let run = try RunPicture(&file)
    var files = [
      ReportFile(path: "reports/index.html", page: IndexPage(run: run).markup),
      ReportFile(path: "reports/rejections.html", page: RejectionsPage(run: run).markup),
    ]
    if let people = run.people {
      files.append(
        ReportFile(
          path: "reports/people.html", page: PeoplePage(run: run, people: people).markup))
    }
    if let families = run.families {
      let tables = FamiliesTables(families: families, areas: areas)
      let page = FamiliesPage(run: run, tables: tables, outlines: outlines)
      files.append(ReportFile(path: "reports/families.html", page: page.markup))
      files += tables.all.map { ReportFile(path: "reports/\($0.name).csv", bytes: $0.csv) }
    }
    for source in run.sources {
      files.append(
        ReportFile(
          path: "reports/\(ReportLink.page(ofSource: source.name))",
          page: SourcePage(run: run, source: source).markup))
    }
    return files + CSVTable.allCases.map { $0.file(of: run) }
  }
}
