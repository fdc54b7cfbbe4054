import Vocabulary

/// `kindred plan`: what a run would do, without doing it.
struct PlanRequest: CommandRequest, PipelineRequest, Equatable {
  var pipeline: String

  /// The folder of extracts; nothing for the one that the pipeline names.
  var extracts: String?
  var workspace: String
  var asOf: Day
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "plan",
    group: .look,
    abstract: "Show what a run would read, do again and publish",
    discussion: [
      """
      Lists the extracts that would be read, with their size and age, the sources that are due \
      and missing, and for each stage whether it would run or be taken from a checkpoint, and \
      why. Writes nothing.
      """
    ],
    positionals: [.pipeline],
    options: [.asOf, .extracts, .workspace, .format],
    examples: [
      Example("kindred plan pipelines/solentshire", "Before the nightly run, by day."),
      Example(
        "kindred plan pipelines/solentshire --as-of 2013-07-22",
        "What a run for that date would find."),
    ],
    exitNotes: [
      ExitNote(.done, "A run could start."),
      ExitNote(.dataRefused, "A run would be refused: a file can't be read by its contract."),
      ExitNote(.extractMissing, "A run would stop for want of an extract."),
      ExitNote(.configuration, "The pipeline's files have mistakes."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    pipeline = arguments.required("PIPELINE")
    extracts = arguments.text("extracts")
    workspace = surroundings.workspace(for: arguments)
    asOf = surroundings.asOf(for: arguments)
    format = OutputFormat(arguments)
  }
}
