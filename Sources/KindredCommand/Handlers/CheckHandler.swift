import Disk
import Pipelines
import Store
import YAMLFiles

/// `kindred check`: every mistake of a pipeline and its extracts, without a workspace.
enum CheckHandler {
  static func check(_ request: CheckRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let pipeline = try load(request, console)
      let checker = PipelineChecker(
        pipeline, asOf: request.asOf, threads: request.threads ?? Machine.cores)
      let check = try await checker.check { progress in
        console.progress(Progress(progress))
      }
      console.endProgress()
      let lines = CheckLines(check)
      for line in lines.lines(request.format, console.styling) { console.print(line) }
      return check.verdict.exitCode
    }
  }

  /// Loads the pipeline; its mistakes are the result of the command, so programs get them as JSON.
  private static func load(
    _ request: CheckRequest, _ console: Console
  ) throws -> LoadedPipeline {
    do {
      return try LoadedPipeline.load(
        request.pipelineFolder, extracts: request.extracts.map { Path($0) })
    } catch let mistakes as PipelineMistakes where request.format == .json {
      for mistake in mistakes.mistakes {
        let json = JSONValue.members([
          ("type", .text("mistake")), ("severity", .text("error")), ("file", .text(mistake.file)),
          ("line", .number(mistake.line)), ("column", .number(mistake.column)),
          ("message", .text(mistake.what)), ("advice", mistake.advice.map { .text($0) }),
        ])
        console.print(json.line)
      }
      throw CommandFailure(.configuration, [])
    }
  }
}

extension Progress {
  /// The progress of a run or of what looks ahead to one.
  init(_ progress: RunProgress) {
    self.init(
      task: progress.stage, unit: progress.unit, done: progress.done, total: progress.total)
  }
}
