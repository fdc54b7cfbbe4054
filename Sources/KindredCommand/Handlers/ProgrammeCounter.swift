import Claims
import Cohorts
import Disk
import Pipelines
import Vocabulary

/// Where commands on the programme begin: the desk, and who stands at it.
struct ProgrammeCounter {
  var desk: ProgrammeDesk
  /// The pipeline that names the programme.
  let pipeline: LoadedPipeline
  /// The council's code.
  let authority: String
  /// Who does it.
  let by: String
  let on: Day
  /// The day on which it is entered: that of the clock, or of the live run where that is later.
  let entered: Day

  init(_ request: some ProgrammeRequest) throws {
    let workspace = Workspace(Path(request.workspace))
    pipeline = try Self.pipeline(request, workspace)
    guard let definition = pipeline.definition.programme else {
      throw ProgrammeProblem.noProgramme
    }
    desk = try ProgrammeDesk(workspace, definition)
    try desk.follow(RunKeeper(workspace))
    authority = pipeline.definition.localAuthority
    by = request.by ?? Account.name
    on = request.on
    let live = try workspace.liveRun()
    entered = max(request.today, live?.asOf ?? request.today)
  }

  /// The cohort of the live run with what people entered up to the day; what people entered alone where there is no run.
  func cohort() throws -> Cohort {
    guard try desk.workspace.liveRun() != nil else {
      return Cohort([], desk.cohort(upTo: on), desk.definition.programme, asOf: on)
    }
    var opened = try RunKeeper(desk.workspace).open(nil)
    return try Cohort(of: &opened.file, desk, asOf: on)
  }

  private static func pipeline(
    _ request: some ProgrammeRequest, _ workspace: Workspace
  ) throws -> LoadedPipeline {
    if !request.pipeline.isEmpty {
      let path = Path(request.pipeline)
      return try LoadedPipeline.load(
        path.lastComponent == "pipeline.yaml" ? path.parent : path)
    }
    return try RunKeeper(workspace).livePipeline()
  }

  /// Does work whose refusals are told as problems, those of lines with the table's name.
  static func told(
    of table: String = "the table", _ work: () async throws -> ExitCode
  ) async throws -> ExitCode {
    do {
      return try await Failures.told(work)
    } catch let problem as ProgrammeProblem {
      throw failure(problem, table)
    }
  }

  private static func failure(_ problem: ProgrammeProblem, _ table: String) -> CommandFailure {
    switch problem {
    case .noProgramme:
      CommandFailure(
        .configuration,
        Problem(
          "the pipeline has no programme",
          advice: "Name 'programme' and 'claims' in pipeline.yaml."))
    case .missing(let name): Self.missing(name)
    case .refused(let words): CommandFailure(.dataRefused, Problem(words))
    case .unreadable(let entry, let what):
      CommandFailure(
        .inputOutput,
        Problem(
          "entry \(entry) of the ledger cannot be read", why: what + ".",
          advice: "The ledger has to be restored from its copy."))
    case .lines(let lines):
      CommandFailure(
        .dataRefused,
        lines.map { Problem($0.words, place: Place(file: table, line: $0.number)) })
    }
  }

  /// The value of an option that the action needs.
  static func needed(_ name: String, _ values: [String: String]) throws -> String {
    guard let value = values[name], !value.isEmpty else { throw missing(name) }
    return value
  }

  private static func missing(_ name: String) -> CommandFailure {
    CommandFailure(
      .usage, Problem("--\(name) is missing", advice: "Name it; see 'kindred help'."))
  }
}
