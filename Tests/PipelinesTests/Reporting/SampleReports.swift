import Disk
import TestSupport
import Testing

@testable import Pipelines

/// The reports of the sample council: the figures that matter as they are kept, and all of them made anew.
enum SampleReports {
  /// The tables of which every figure is kept; the others follow from the same rows.
  private static let kept = [
    "cohort-profile", "profile-typical", "lead-times", "threshold-by-year", "missed-by-agency",
    "turned-away", "costs-by-stage", "cost-benefit", "programme-steps", "programme-targets",
    "coverage-agencies",
  ]

  /// Checks the reports of a run that is live.
  static func check(_ run: Path, _ keeper: RunKeeper) throws {
    let reports = run.joining("reports")
    let text = try kept.map { name in
      "\(name)\n" + (try readText(reports.joining("tables/\(name).csv").text))
    }.joined(separator: "\n").replacing("\r\n", with: "\n")
    try expectSnapshot(of: text, named: "sample-reports.txt")
    try checkWorkbooks(run)
    try withTemporaryFolder { folder in
      let again = Path(folder)
      let written = try keeper.writeReports(of: nil, only: [], to: again)
      #expect(written.files > 60)
      for name in try Files.list(reports) where name.contains(".") {
        let path = "reports/\(name)"
        #expect(try Files.read(run.joining(path)) == Files.read(again.joining(path)), "\(name)")
      }
      for name in try Files.list(reports.joining("tables")) {
        let path = "reports/tables/\(name)"
        #expect(try Files.read(run.joining(path)) == Files.read(again.joining(path)), "\(name)")
      }
    }
    try checkOne(keeper)
  }

  /// The workbooks as they are read back, but for the name of the run, which every version of the program changes.
  private static func checkWorkbooks(_ run: Path) throws {
    let text = try ["programme", "cohort-profile"].map { name in
      let path = run.joining("reports/\(name).xlsx").text
      return "\(name).xlsx\n" + (try WorkbookText.text(ofWorkbookAt: path))
    }.joined(separator: "\n")
    let name = String(try #require(run.text.split(separator: "/").last))
    try expectSnapshot(
      of: text.replacing(name, with: "<run>"), named: "sample-workbooks.txt")
  }

  private static func checkOne(_ keeper: RunKeeper) throws {
    try withTemporaryFolder { folder in
      let one = try keeper.writeReports(of: nil, only: ["cohort-profile"], to: Path(folder))
      let names = try Files.list(Path(folder).joining("reports"))
      #expect(names.sorted() == ["cohort-profile.html", "cohort-profile.xlsx", "tables"])
      #expect(one.files > 5)
      #expect(throws: RunProblem.self) {
        try keeper.writeReports(of: nil, only: ["cohort-profil"], to: Path(folder))
      }
    }
  }
}
