import Disk
import Pipelines

/// `kindred plan`: what a run would do, without doing it.
enum PlanHandler {
  static func plan(_ request: PlanRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let pipeline = try LoadedPipeline.load(
        request.pipelineFolder, extracts: request.extracts.map { Path($0) })
      var options = RunOptions()
      options.threads = Machine.cores
      let keeper = RunKeeper(Workspace(Path(request.workspace)), watcher: .telling(console))
      let forecast = try await keeper.forecast(pipeline, asOf: request.asOf, options)
      console.endProgress()
      let lines = PlanLines(forecast, council: pipeline.definition.council)
      for line in lines.lines(request.format, console.styling) { console.print(line) }
      return forecast.verdict.exitCode
    }
  }
}
