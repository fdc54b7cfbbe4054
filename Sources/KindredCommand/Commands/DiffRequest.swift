/// `kindred diff`: how two runs differ, and why.
struct DiffRequest: CommandRequest, Equatable {
  var before: String
  /// The run after; nothing for the live one.
  var after: String?
  var workspace: String
  /// The table that is written.
  var out: String?
  var threads: Int?
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "diff",
    group: .look,
    abstract: "Tell which people and families two runs have otherwise, and why",
    discussion: [
      """
      People and families appear, vanish, merge, split, lose records to others, or change. Each \
      change has one cause: a row, the configuration, the model, the program, a decision, or the \
      day. Where more than one of them differs between the runs, the runs that lie between are \
      built in a scratch folder, with one thing exchanged at a time; the cause is what was \
      exchanged when the change showed. That takes about as long as a run for each of them.
      """,
      """
      If an extract of the first run is gone, or the pipeline is no longer that of the second, \
      causes cannot be told apart and are given as unsettled, with the reason.
      """,
    ],
    positionals: [
      Positional(
        name: "BEFORE", kind: .text,
        help: "A run: its date, or the first letters of its id, as 'kindred runs' lists them."),
      Positional(
        name: "AFTER", kind: .text, isRequired: false,
        help: "The run to compare with; the live one without it."),
    ],
    options: [
      .workspace,
      Option(
        name: "out", value: OptionValue("FILE", .path),
        help: "Write each change to this CSV file; ids and keys alone, no names."),
      .threads, .format, .quiet, .verbose,
    ],
    conflicts: [.quietAndVerbose],
    examples: [
      Example("kindred diff 2013-07-21", "What has changed since yesterday."),
      Example("kindred diff 3f9a 81c2 --out changes.csv", "Between two runs, as a table."),
    ],
    exitNotes: [ExitNote(.done, "Compared, whether or not anything differs.")])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    before = arguments.required("BEFORE")
    after = arguments.text("AFTER")
    workspace = surroundings.workspace(for: arguments)
    out = arguments.text("out")
    threads = arguments.number("threads")
    format = OutputFormat(arguments)
  }
}
