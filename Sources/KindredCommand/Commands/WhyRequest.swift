/// `kindred why`: why two records are one person, or are not.
struct WhyRequest: CommandRequest, Equatable {
  var left: String
  var right: String
  var folder: String
  var format: OutputFormat
  var threads: Int?

  static let specification = CommandSpecification(
    name: "why",
    group: .link,
    abstract: "Explain why two records are one person, or are not",
    discussion: [
      """
      Shows the waterfall of the pair's weight: the start, then for each comparison the level that \
      the two records reach, how likely it is for one person (m) and for two (u), the bits it adds, \
      and what the rarity of the value adds. The parts add up to the weight in pairs.csv. Then \
      which blocking rules bring the two together, and what became of them: also why two records \
      that weigh enough were not joined, or were never compared.
      """,
      """
      The files are read again, and refused if they changed since they were linked. The values of \
      both records are shown: use it where you may see them. Run it in the folder in which \
      'kindred link' was run, since the paths are those that it was given.
      """,
    ],
    positionals: [
      Positional(
        name: "A", kind: .text,
        help: "A record: its id, or source:id where several sources have it."),
      Positional(name: "B", kind: .text, help: "The other record."),
    ],
    options: [.linked, .format, .threads],
    examples: [
      Example("kindred why register:17 rents:R204 --in linked", "Two records, as a table."),
      Example("kindred why 17 204 --in linked --format json", "The same for a program."),
    ],
    exitNotes: [
      ExitNote(.done, "Explained."),
      ExitNote(.dataRefused, "There is no such record, or a file has changed."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    left = arguments.required("A")
    right = arguments.required("B")
    folder = arguments.required("in")
    format = OutputFormat(arguments)
    threads = arguments.number("threads")
  }
}

extension Option {
  /// Names the folder that a linkage wrote.
  static let linked = Option(
    name: "in", value: OptionValue("DIR", .path), isRequired: true,
    help: "The folder that 'kindred link' wrote to.")
}
