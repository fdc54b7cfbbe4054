import Vocabulary

/// `kindred run`: a whole run, published or not at all.
struct RunRequest: CommandRequest, PipelineRequest, Equatable {
  var pipeline: String

  /// The folder of extracts; nothing for the one that the pipeline names.
  var extracts: String?
  var workspace: String
  var asOf: Day

  /// Which stages to run, as typed; nothing for all of them.
  var stages: String?

  /// The only sources to read; empty for all of them.
  var sources: [String]

  /// Sources to leave out.
  var excludedSources: [String]

  /// How long to wait for another run to end.
  var waitMinutes: Int
  var isStrict: Bool
  var rebuilds: Bool

  /// Whether it may take the place of a live run of a later day.
  var replacesLater: Bool
  /// Whether it may use another key of public references than the live run.
  var renewsReferences: Bool
  var threads: Int?

  static let specification = CommandSpecification(
    name: "run",
    group: .nightly,
    abstract: "Build a run from today's extracts and publish it",
    discussion: [
      """
      Reads every extract that the pipeline's contracts name, quarantines each row that breaks its \
      contract, and builds the whole result beside the one that is live. Only when every check \
      has passed does the new result take the old one's place, in one step. If anything fails, \
      what was live yesterday stays live and the exit code says why.
      """,
      """
      The same extracts, pipeline, ledger and date give the same bytes again. A run that was \
      stopped half way is taken up by 'kindred retry'.
      """,
    ],
    positionals: [.pipeline],
    options: [
      .asOf, .workspace, .extracts,
      Option(
        name: "stage", value: OptionValue("SELECTION", .text),
        help: """
          Run only these stages: 'intake', 'intake+' for it and all that follow, '+reports' for \
          it and all that it needs. A partial run is kept but not published.
          """),
      Option(
        name: "source", value: OptionValue("NAME", .text), isRepeatable: true,
        help: "Read only this source. Repeat it for several. A partial run is not published."),
      Option(
        name: "exclude", value: OptionValue("NAME", .text), isRepeatable: true,
        help: "Leave this source out. Repeat it for several. A partial run is not published."),
      Option(
        name: "wait", value: OptionValue("MINUTES", .minutes(0...1440)),
        help: """
          If another run holds the workspace, wait this long for it to end. Without it, give up \
          at once with exit code 75.
          """),
      Option(
        name: "strict",
        help: "Treat warnings as errors: anything that would warn stops the run from publishing."),
      Option(
        name: "rebuild",
        help: "Use no checkpoint of an earlier run, even where nothing has changed."),
      Option(
        name: "replace-later",
        help: """
          Publish although the live run is of a later day than --as-of. Without it, a date before \
          that is refused with exit code 64.
          """),
      Option(
        name: "new-references",
        help: """
          Give every family a new reference, because the key of the old ones is lost. Partners \
          have to be told.
          """),
      .threads, .logFormat, .quiet, .verbose,
    ],
    conflicts: [.quietAndVerbose],
    examples: [
      Example("kindred run pipelines/solentshire", "The nightly run, as of yesterday."),
      Example(
        "kindred run pipelines/solentshire --as-of 2013-07-22 --workspace /srv/kindred",
        "A given date, into a given workspace."),
      Example(
        "kindred run pipelines/solentshire --log-format json --wait 30",
        "For a scheduler: messages as JSON, and half an hour's patience."),
      Example(
        "kindred run pipelines/solentshire --stage intake --source police-nominals",
        "Try one source on its own; nothing is published."),
    ],
    exitNotes: [
      ExitNote(.done, "Published. Warnings, if any, are in the report."),
      ExitNote(.dataRefused, "A contract or a gate failed; the earlier result is still live."),
      ExitNote(.extractMissing, "A required extract is missing or too old."),
      ExitNote(.locked, "Another run holds the workspace; the message names it."),
      ExitNote(.configuration, "The pipeline's files have mistakes; all of them are listed."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    pipeline = arguments.required("PIPELINE")
    extracts = arguments.text("extracts")
    workspace = surroundings.workspace(for: arguments)
    asOf = surroundings.asOf(for: arguments)
    stages = arguments.text("stage")
    sources = arguments.texts("source")
    excludedSources = arguments.texts("exclude")
    waitMinutes = arguments.number("wait") ?? 0
    isStrict = arguments.has("strict")
    rebuilds = arguments.has("rebuild")
    replacesLater = arguments.has("replace-later")
    renewsReferences = arguments.has("new-references")
    threads = arguments.number("threads")
  }
}

extension Positional {
  static let pipeline = Positional(
    name: "PIPELINE", kind: .path,
    help: "The council's folder, as pipelines/solentshire, or its pipeline.yaml.")

  /// A run by its id, for commands that look at the live run unless told otherwise.
  static let run = Positional(
    name: "RUN", kind: .text, isRequired: false,
    help: "The run's id as 'kindred runs' shows it, or its first letters. Without it, the live run."
  )
}
