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
      let (before, known) = try earlier(request, keeper, live.run)
      let all = try live.file.wobbles(knownFamilies: known.families, knownPeople: known.people)
      let lines = WobbleLines(all, since: before, at: live.run.asOf)
      for line in lines.lines(request.format, console.styling) { console.print(line) }
      return .done
    }
  }

  /// The run to compare with, and the families of concern that it knew.
  private static func earlier(
    _ request: WobblesRequest, _ keeper: RunKeeper, _ live: RunName
  ) throws -> (RunName?, (families: Set<Int64>, people: Set<Int64>)) {
    var letters = request.since
    if letters == nil {
      letters =
        try keeper.list().filter { $0.results?.status == .published && $0.run.asOf < live.asOf }
        .max { $0.run.asOf < $1.run.asOf }?.run.id
    }
    guard let letters else { return (nil, ([], [])) }
    var opened = try keeper.open(letters)
    guard try opened.file.hasJourneys() else { return (nil, ([], [])) }
    return (opened.run, try opened.file.familiesOfConcern())
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
