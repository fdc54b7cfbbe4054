/// `kindred how`: how the records of one person came together.
struct HowRequest: CommandRequest, Equatable {
  var record: String
  var folder: String
  var format: OutputFormat
  var threads: Int?

  static let specification = CommandSpecification(
    name: "how",
    group: .link,
    abstract: "Explain how the records of one person came together",
    discussion: [
      """
      Lists the records of the person, and the steps by which they came together: the heaviest \
      pair first, then each pair that brought another record or group in. The last step is the \
      weakest link, without which the person would be two.
      """
    ],
    positionals: [
      Positional(
        name: "ID", kind: .text,
        help: "A record of the person: its id, or source:id where several sources have it.")
    ],
    options: [.linked, .format, .threads],
    examples: [
      Example("kindred how register:17 --in linked", "How the person of this record came together.")
    ],
    exitNotes: [
      ExitNote(.done, "Explained."),
      ExitNote(.dataRefused, "There is no such record, or a file has changed."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    record = arguments.required("ID")
    folder = arguments.required("in")
    format = OutputFormat(arguments)
    threads = arguments.number("threads")
  }
}
