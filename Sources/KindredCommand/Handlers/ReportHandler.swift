import Disk
import Pipelines

/// `kindred report`: the reports of a run, made anew.
enum ReportHandler {
  static func report(_ request: ReportRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let keeper = RunKeeper(Workspace(Path(request.workspace)))
      let folder = Path(request.output)
      let written = try keeper.writeReports(of: request.run, only: request.only, to: folder)
      console.print(
        "\(written.files) files of the run \(written.run) in \(folder.joining("reports").text)")
      return .done
    }
  }
}
