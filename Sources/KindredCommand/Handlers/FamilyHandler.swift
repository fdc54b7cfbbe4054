import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred family`: who is of a family, as what, since when and why.
enum FamilyHandler {
  static func family(_ request: FamilyRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let number = try MeantFamilies.number(request.id)
      let keeper = RunKeeper(Workspace(Path(request.workspace)))
      var opened = try keeper.open(nil)
      let pipeline = request.criteria ? try keeper.pipeline(of: opened.run).pipeline : nil
      let ids = try MeantFamilies.ids(
        number, in: &opened, list: "The table family in the run's run.db lists them.")
      for (place, id) in ids.enumerated() {
        guard let account = try opened.file.familyAccount(id) else { continue }
        if place > 0, request.format == .text { console.print("") }
        let lines = FamilyLines(account, at: request.at ?? opened.run.asOf)
        for line in lines.lines(request.format, console.styling) { console.print(line) }
        guard let pipeline else { continue }
        let found = try FamilyCriteria.explain(
          FamilyID(id), in: &opened.file, pipeline.definition, at: opened.run.asOf)
        for line in FamilyCriteriaLines(found ?? []).lines(request.format, console.styling) {
          console.print(line)
        }
      }
      return .done
    }
  }
}
