import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred family`: who is of a family, as what, since when and why.
enum FamilyHandler {
  static func family(_ request: FamilyRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      guard let number = UInt64(request.id, radix: 16) else {
        throw CommandFailure(
          .usage,
          Problem(
            "the id is no id of a family or a person",
            advice: "Ids are sixteen digits and letters from a to f, as 00f3a9c1d27be604."))
      }
      var opened = try RunKeeper(Workspace(Path(request.workspace))).open(nil)
      let ids = try opened.file.families(meantBy: Int64(bitPattern: number))
      guard !ids.isEmpty else {
        throw CommandFailure(
          .dataRefused,
          Problem(
            "the live run has no family of that id, and nobody of it belongs to one",
            advice: "The table family in the run's run.db lists them."))
      }
      for (place, id) in ids.enumerated() {
        guard let account = try opened.file.familyAccount(id) else { continue }
        if place > 0, request.format == .text { console.print("") }
        let lines = FamilyLines(account, at: request.at ?? opened.run.asOf)
        for line in lines.lines(request.format, console.styling) { console.print(line) }
      }
      return .done
    }
  }
}
