import Criteria
import Disk
import Pipelines
import Store
import Vocabulary

/// `kindred criteria`: what the packs of the live run came to.
enum CriteriaHandler {
  static func criteria(_ request: CriteriaRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      if request.ask != nil || request.tables != nil {
        for line in try await trial(request, console.styling) { console.print(line) }
        return .done
      }
      var opened = try RunKeeper(Workspace(Path(request.workspace))).open(nil)
      let packs = try opened.file.packs()
      guard !packs.isEmpty else {
        throw CommandFailure(
          .dataRefused,
          Problem(
            "the live run asked no criteria",
            advice: "Name packs under 'criteria' in pipeline.yaml, and run it."))
      }
      let lines: [String]
      if let family = request.family {
        lines = try explain(family, request, &opened.file, opened.run.asOf, console.styling)
      } else if !request.packs.isEmpty {
        let pair = try pair(request.packs, among: packs)
        let comparison = try opened.file.comparison(of: pair.0, and: pair.1)
        lines = ComparisonLines(comparison, limit: request.limit)
          .lines(request.format, console.styling)
      } else {
        lines = try overview(packs, &opened.file, request.format, console.styling)
      }
      for line in lines { console.print(line) }
      return .done
    }
  }

  private static func trial(
    _ request: CriteriaRequest, _ styling: Styling
  ) async throws -> [String] {
    guard let tables = request.tables else {
      throw CommandFailure(
        .usage,
        Problem("--ask needs --tables", advice: "Name the folder of people.csv and facts.csv."))
    }
    let pipeline = try LoadedPipeline.load(request.pipelineFolder)
    do {
      guard let pack = request.ask else {
        return try await journeys(of: Path(tables), pipeline.definition, request, styling)
      }
      let trial = try await PackTrial.ask(
        Path(pack), of: Path(tables), pipeline.definition, at: request.asOf,
        threads: request.threads ?? Machine.cores)
      return TrialLines(trial).lines(request.format, styling)
    } catch let problem as CaseTableProblem {
      throw CommandFailure(
        .dataRefused,
        Problem("\(problem.table).csv, line \(problem.line): \(problem.what)", advice: nil))
    }
  }

  private static func journeys(
    of tables: Path, _ definition: PipelineDefinition, _ request: CriteriaRequest,
    _ styling: Styling
  ) async throws -> [String] {
    guard let journeys = definition.journeys else {
      throw CommandFailure(
        .dataRefused,
        Problem(
          "the pipeline follows no journeys",
          advice: "Name a pack with --ask, or signs of need under 'journeys' in pipeline.yaml."))
    }
    let trial = try await JourneyTrial.follow(
      tables, journeys, definition.vocabulary, at: request.asOf,
      threads: request.threads ?? Machine.cores)
    return JourneyTrialLines(trial).lines(request.format, styling)
  }

  private static func pair(
    _ names: [String], among packs: [RunPack]
  ) throws -> (RunPack, RunPack) {
    try Wanted.refuse(Wanted.problems(names, among: packs.map(\.name), called: "pack in the run"))
    let found = names.compactMap { name in packs.first { $0.name == name } }
    guard found.count == 2 else {
      throw CommandFailure(
        .usage,
        Problem("two packs are compared", advice: "Write --compare tf1-2012,harrow-2013."))
    }
    return (found[0], found[1])
  }

  private static func overview(
    _ packs: [RunPack], _ file: inout RunFile, _ format: OutputFormat, _ styling: Styling
  ) throws -> [String] {
    var lines: [String] = []
    for pack in packs {
      let counts = try file.counts(of: pack)
      if format == .json {
        lines += zip(pack.criteria, counts).map { criterion, counts in
          JSONValue.members([
            ("pack", .text(pack.name)), ("criterion", .text(criterion.name)),
            ("met", .number(counts[.met] ?? 0)), ("not_met", .number(counts[.notMet] ?? 0)),
            ("cannot_tell", .number(counts[.cannotTell] ?? 0)),
            ("not_applicable", .number(counts[.notApplicable] ?? 0)),
          ]).line
        }
        continue
      }
      if !lines.isEmpty { lines.append("") }
      lines.append(styling.apply(.heading, to: pack.name) + "  " + pack.title)
      var table = TextTable([
        ("CRITERION", .left), ("MET", .right), ("NOT MET", .right), ("CANNOT TELL", .right),
        ("DOES NOT APPLY", .right),
      ])
      for (criterion, counts) in zip(pack.criteria, counts) {
        table.add([
          .init(criterion.name), .init(counts[.met] ?? 0), .init(counts[.notMet] ?? 0),
          .init(counts[.cannotTell] ?? 0), .init(counts[.notApplicable] ?? 0),
        ])
      }
      lines += table.lines(styling, indent: "  ")
    }
    return lines
  }

  private static func explain(
    _ id: String, _ request: CriteriaRequest, _ file: inout RunFile, _ date: Day,
    _ styling: Styling
  ) throws -> [String] {
    guard let number = UInt64(id, radix: 16) else {
      throw CommandFailure(
        .usage,
        Problem(
          "the id is no id of a family", advice: "Ids are sixteen digits, as 00f3a9c1d27be604."))
    }
    let pipeline = try LoadedPipeline.load(request.pipelineFolder)
    let found = try FamilyCriteria.explain(
      FamilyID(Int64(bitPattern: number)), in: &file, pipeline.definition, at: date)
    guard let found else {
      throw CommandFailure(
        .dataRefused,
        Problem(
          "the live run has no family of that id",
          advice: "The table family in the run's run.db lists them."))
    }
    return FamilyCriteriaLines(found).lines(request.format, styling)
  }
}
