import Vocabulary

/// `kindred check`: every mistake of a pipeline and its extracts, at once.
struct CheckRequest: CommandRequest, PipelineRequest, Equatable {
  var pipeline: String

  /// The folder of extracts; nothing for the one that the pipeline names.
  var extracts: String?
  var asOf: Day
  var format: OutputFormat
  var threads: Int?

  static let specification = CommandSpecification(
    name: "check",
    group: .look,
    abstract: "Find every mistake in a pipeline and its extracts",
    discussion: [
      """
      First the pipeline's own files: each mistake is shown with file, line, column and the \
      nearest valid word. Then the extracts, read in full against their contracts: how many rows \
      would be accepted, quarantined and skipped, and for what reasons. Nothing is published and no \
      workspace is needed.
      """,
      "This is the command to have open beside a contract that is being written.",
    ],
    positionals: [.pipeline],
    options: [.asOf, .extracts, .format, .threads],
    examples: [
      Example("kindred check pipelines/solentshire", "All sources and their extracts."),
      Example(
        "kindred check pipelines/solentshire --format json", "For an editor or a build server."),
    ],
    exitNotes: [
      ExitNote(.done, "No mistakes; a run would not be stopped."),
      ExitNote(.dataRefused, "An extract breaks its contract beyond what it tolerates."),
      ExitNote(.extractMissing, "A required extract is missing or too old."),
      ExitNote(.configuration, "The pipeline's files have mistakes."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    pipeline = arguments.required("PIPELINE")
    extracts = arguments.text("extracts")
    asOf = surroundings.asOf(for: arguments)
    format = OutputFormat(arguments)
    threads = arguments.number("threads")
  }
}
