import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred journey` and `kindred wobbles`: one family's way, and the families to start the day with.
enum JourneyHandler {
  static func journey(_ request: JourneyRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let number = try MeantFamilies.number(request.id)
      var opened = try RunKeeper(Workspace(Path(request.workspace))).open(nil)
      try requireJourneys(&opened.file)
      let ids = try MeantFamilies.ids(
        number, in: &opened, list: "The file journeys/journeys.csv of the run lists them.")
      for (place, id) in ids.enumerated() {
        if request.format == .json {
          try opened.file.forEachJourneyInJSON(of: id) { console.print($0) }
          continue
        }
        guard let journey = try opened.file.journeyAccount(id),
          let family = try opened.file.familyAccount(id)
        else { continue }
        if place > 0 { console.print("") }
        let lines = JourneyLines(journey, family, at: opened.run.asOf)
        for line in lines.lines(console.styling) { console.print(line) }
      }
      return .done
    }
  }

  static func wobbles(_ request: WobblesRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let keeper = RunKeeper(Workspace(Path(request.workspace)))
      var live = try keeper.open(nil)
      try requireJourneys(&live.file)
      let (before, all) = try keeper.wobbles(of: &live, since: request.since)
      let lines = WobbleLines(all, since: before, at: live.run.asOf)
      for line in lines.lines(request.format, console.styling) { console.print(line) }
      return .done
    }
  }

  private static func requireJourneys(_ file: inout RunFile) throws {
    guard try file.hasJourneys() else {
      throw CommandFailure(
        .dataRefused,
        Problem(
          "the run followed no journeys",
          advice: "Name their packs under 'journeys' in pipeline.yaml, and run again."))
    }
  }
}
