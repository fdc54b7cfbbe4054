/// `kindred rejects`: the rows that a run quarantined, and why.
struct RejectsRequest: CommandRequest, Equatable {
  /// The run to look at; nothing for the live one.
  var run: String?
  var workspace: String

  /// Only rows of these sources; empty for all.
  var sources: [String]

  /// Only rows refused for these reasons; empty for all.
  var codes: [String]
  var limit: Int
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "rejects",
    group: .look,
    abstract: "List the rows that a run quarantined, each with its reason",
    discussion: [
      """
      For each row: source, file, line, column, the code of the reason, and the reason in words. \
      Values are masked, so that the list can be sent to a colleague or an agency. The rows as \
      they were received are in the run's quarantine folder, for those who may read them.
      """,
      """
      A count for each source and reason comes first. It covers every row that is asked for, \
      however few of them are listed.
      """,
    ],
    positionals: [.run],
    options: [
      .workspace,
      Option(
        name: "source", value: OptionValue("NAME", .text), isRepeatable: true,
        help: "Only rows of this source. Repeat it for several."),
      Option(
        name: "code", value: OptionValue("CODE", .text), isRepeatable: true,
        help: "Only rows refused for this reason, as unknown-code. Repeat it for several."),
      Option(
        name: "limit", value: OptionValue("N", .number(0...Int.max)),
        help: "List at most this many rows (50 without it); 0 shows the counts alone."),
      .format,
    ],
    examples: [
      Example("kindred rejects", "The live run: counts, and the first 50 rows."),
      Example(
        "kindred rejects --source police-nominals --limit 1000", "What to send back to the police."),
      Example("kindred rejects --limit 0", "The counts alone."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    run = arguments.text("RUN")
    workspace = surroundings.workspace(for: arguments)
    sources = arguments.texts("source")
    codes = arguments.texts("code")
    limit = arguments.number("limit") ?? 50
    format = OutputFormat(arguments)
  }
}
