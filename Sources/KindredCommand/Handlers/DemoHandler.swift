import Disk
import Pipelines
import Vocabulary

/// `kindred demo`: the sample council, from its extracts to its reports.
enum DemoHandler {
  /// The day for which the sample is made.
  private static let day = Day(year: 2013, month: 7, day: 22)

  static func demo(_ request: DemoRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      guard let day else { preconditionFailure("the sample's day is a day") }
      let pipeline = try LoadedPipeline.load(Path("pipelines/solentshire"))
      var options = RunOptions()
      options.threads = request.threads ?? Machine.cores
      let keeper = RunKeeper(Workspace(Path(request.workspace)), watcher: .telling(console))
      let outcome = try await keeper.run(pipeline, asOf: day, options)
      console.endProgress()
      let code = OutcomeWords(outcome).tell(console)
      console.print("")
      console.print("Open these:")
      console.print("  \(outcome.folder)/reports/index.html   what was read, and what needs a look")
      console.print(
        "  \(outcome.folder)/reports/people.html  which records are one person, and why")
      console.print(
        "  \(outcome.folder)/quarantine/          the quarantined rows, as they were received")
      console.print("  \(outcome.folder)/run.db               everything, for any SQLite tool")
      console.print("Then try: kindred runs, kindred rejects, kindred verify")
      try DemoAccount.tell(request.workspace, console)
      return code
    }
  }
}
