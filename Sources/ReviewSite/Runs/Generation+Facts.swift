import SQLiteAccess
import Store

extension Generation.Facts {
  init(_ file: inout RunFile) throws(DatabaseError) {
    let notes = try file.notes()
    let counts = try file.findingCounts()
    let sources = try file.sourceSummaries()
    let summary = try file.linkageFacts()
    self.init(
      council: notes["council"] ?? "", asOf: notes["as_of"] ?? "",
      program: notes["program"] ?? "", warnings: counts.warnings, errors: counts.errors,
      agencies: try file.agencyTitles(),
      stale: sources.filter {
        $0.state?.freshness == .stale || $0.state?.freshness == .missing
      }.map(\.title), records: Int(summary["records"] ?? "") ?? 0,
      people: Int(summary["people"] ?? "") ?? 0)
  }
}
