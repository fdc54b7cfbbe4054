import Disk
import Pipelines
import Vocabulary

/// What does the work behind the commands that build and publish runs.
enum RunHandlers {
  static func run(_ request: RunRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      var options = RunOptions()
      options.selection.sources = request.sources
      options.selection.excluded = request.excludedSources
      options.selection.stages = try StageSelection.names(request.stages)
      options.isStrict = request.isStrict
      options.rebuilds = request.rebuilds
      options.replacesLater = request.replacesLater
      options.renewsReferences = request.renewsReferences
      options.threads = request.threads ?? Machine.cores
      let outcome = try await run(request, options, console)
      console.endProgress()
      return OutcomeWords(outcome).tell(console)
    }
  }

  private static func run(
    _ request: RunRequest, _ options: RunOptions, _ console: Console
  ) async throws -> RunOutcome {
    let keeper = RunKeeper(Workspace(Path(request.workspace)), watcher: .telling(console))
    do {
      let pipeline = try LoadedPipeline.load(
        request.pipelineFolder, extracts: request.extracts.map { Path($0) })
      return try await Patience(minutes: request.waitMinutes, console).wait {
        try await keeper.run(pipeline, asOf: request.asOf, options)
      }
    } catch RunProblem.locked(let holder) {
      // The run that holds the workspace will tell how it went.
      throw RunProblem.locked(holder)
    } catch {
      if options.selection.isEverything { keeper.tellFailure() }
      throw error
    }
  }

  static func retry(_ request: RetryRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let keeper = RunKeeper(Workspace(Path(request.workspace)), watcher: .telling(console))
      let run = try request.run.map { try keeper.find($0) } ?? keeper.latestUnfinished()
      guard let run else {
        console.say("There is nothing to go on with: every run came to be published.")
        return .done
      }
      let outcome = try await Patience(minutes: request.waitMinutes, console).wait {
        try await keeper.retry(
          run, acceptingChange: request.acceptsChange, threads: request.threads ?? Machine.cores)
      }
      console.endProgress()
      return OutcomeWords(outcome).tell(console)
    }
  }

  static func rollback(_ request: RollbackRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let keeper = RunKeeper(Workspace(Path(request.workspace)))
      let run = try keeper.rollBack(to: request.run)
      console.print("The live run is \(run) again.")
      return .done
    }
  }

  static func verify(_ request: VerifyRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let keeper = RunKeeper(Workspace(Path(request.workspace)), watcher: .telling(console))
      let run = try keeper.find(request.run)
      let verification = try await keeper.verify(run, threads: request.threads ?? Machine.cores)
      console.endProgress()
      if verification.isSame {
        console.print(
          "\(run): built again, all \(verification.files) files byte for byte the same.")
        return .done
      }
      for path in verification.damaged {
        console.report(
          Problem(
            "the file is no longer as it was published", place: Place(file: path),
            advice: "Build the run again with 'kindred run --rebuild'."))
      }
      for path in verification.different where !verification.damaged.contains(path) {
        console.report(Problem("the file came out differently", place: Place(file: path)))
      }
      return .dataRefused
    }
  }

  static func runs(_ request: RunsRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let runs = try RunKeeper(Workspace(Path(request.workspace))).list()
      for line in RunLines(runs).lines(request.format, console.styling) { console.print(line) }
      return .done
    }
  }
}
