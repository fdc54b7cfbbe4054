import Vocabulary

/// `kindred criteria`: what the packs of the live run came to, for all families, beside each other, or for one.
struct CriteriaRequest: CommandRequest, PipelineRequest, Equatable {
  var pipeline: String
  /// A family to explain.
  var family: String?
  /// Two packs to compare, with a comma between.
  var packs: [String]
  var limit: Int
  /// A pack's file to ask of families in tables, and their folder.
  var ask: String?
  var tables: String?
  var threads: Int?
  var asOf: Day
  var workspace: String
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "criteria",
    group: .look,
    abstract: "Show which criteria families meet, and why",
    discussion: [
      """
      Without an option, each pack of the live run with how many families meet each criterion, how \
      many do not, and of how many one cannot tell.
      """,
      """
      With --compare, the families that one pack's reading adds to another's or loses, and those \
      just outside of the first, with what they are short of. With --family, each criterion in a \
      sentence that can be read out, the facts it rests on, and what would change it; what comes \
      from the benefits system decides and is not shown.
      """,
      """
      With --ask and --tables, no run is needed: the pack is asked of the families in people.csv \
      and facts.csv, as if everything had been delivered. With --tables alone, their journeys are \
      followed by the pipeline's signs of need and unit costs. docs/criteria.md shows the headings.
      """,
    ],
    positionals: [.pipeline],
    options: [
      Option(
        name: "family", value: OptionValue("ID", .text),
        help: "Explain one family: its id, sixteen digits."),
      Option(
        name: "compare", value: OptionValue("A,B", .text),
        help: "Set two packs beside each other, as tf1-2012,harrow-2013."),
      Option(
        name: "limit", value: OptionValue("N", .number(1...1_000_000)),
        help: "How many families to list. Without it, 50."),
      Option(
        name: "ask", value: OptionValue("PACK", .path),
        help: "A pack's file to ask of the families in --tables."),
      Option(
        name: "tables", value: OptionValue("DIR", .path),
        help: "The folder with people.csv and facts.csv."),
      .asOf, .workspace, .threads, .format,
    ],
    examples: [
      Example("kindred criteria pipelines/solentshire", "Every pack, counted."),
      Example(
        "kindred criteria pipelines/solentshire --compare tf1-2012,harrow-2013",
        "Whom Harrow's reading adds and loses."),
      Example(
        "kindred criteria pipelines/solentshire --family 00f3a9c1d27be604",
        "Why one family came out as it did, and what would change it."),
    ],
    exitNotes: [
      ExitNote(.done, "Shown."), ExitNote(.dataRefused, "There is no such family or pack."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    pipeline = arguments.required("PIPELINE")
    family = arguments.text("family")
    packs = (arguments.text("compare") ?? "").split(separator: ",").map(String.init)
    limit = arguments.number("limit") ?? 50
    ask = arguments.text("ask")
    tables = arguments.text("tables")
    threads = arguments.number("threads")
    asOf = surroundings.asOf(for: arguments)
    workspace = surroundings.workspace(for: arguments)
    format = OutputFormat(arguments)
  }
}
