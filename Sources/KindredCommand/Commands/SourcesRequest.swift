/// `kindred sources`: the sources of a run, with how fresh and how sound each is.
struct SourcesRequest: CommandRequest, Equatable {
  /// The run to look at; nothing for the live one.
  var run: String?
  var workspace: String

  /// Only these sources; empty for all.
  var sources: [String]
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "sources",
    group: .look,
    abstract: "Show a card for each source: owner, freshness, volume, quality",
    discussion: [
      """
      One card a source: the agency and who owns it, the lawful basis and the gateway, the \
      extracts that were read with their dates, whether they are fresh, late or missing, the rows \
      read, accepted and quarantined, and what has drifted since the runs before.
      """
    ],
    positionals: [.run],
    options: [
      .workspace,
      Option(
        name: "source", value: OptionValue("NAME", .text), isRepeatable: true,
        help: "Only this source. Repeat it for several."),
      .format,
    ],
    examples: [
      Example("kindred sources", "Every source of the live run."),
      Example("kindred sources --source school-census", "One of them."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    run = arguments.text("RUN")
    workspace = surroundings.workspace(for: arguments)
    sources = arguments.texts("source")
    format = OutputFormat(arguments)
  }
}
