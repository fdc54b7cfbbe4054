import Vocabulary

/// `kindred protect`: people about whom nothing is kept, and addresses that are withheld.
struct ProtectRequest: CommandRequest, PipelineRequest, Equatable {
  var pipeline: String

  /// The table of people; `-` is the standard input.
  var people: String?

  /// The table of addresses; `-` is the standard input.
  var addresses: String?

  /// Whether they are taken off the lists.
  var isRemoval: Bool

  /// The day before today, which says the century of a police number.
  var asOf: Day

  static let specification = CommandSpecification(
    name: "protect",
    group: .look,
    abstract: "List people of whom nothing is kept, and addresses to withhold",
    discussion: [
      """
      Reads people or addresses from a CSV file, or from the standard input, never from the \
      command line, which other accounts of the machine can see. Adds them to the lists that \
      pipeline.yaml names under 'protect'; the next run keeps nothing of them. Delete the file \
      afterwards.
      """,
      """
      Of people the list holds digests alone. Name in the header what you know: upn, nhs-number, \
      nino, uln, pnc, cro, crn, la-child-id, local:NAME for an agency's own number, and surname, \
      forename and born together. A row of an extract that has one of them is skipped whole.
      """,
      """
      Addresses have uprn, address, postcode and reason. The list holds them as they are: whoever \
      may read the pipeline's folder can read it.
      """,
    ],
    positionals: [.pipeline],
    options: [
      Option(
        name: "people", value: OptionValue("FILE", .path),
        help: "A CSV file of people; - is the standard input."),
      Option(
        name: "addresses", value: OptionValue("FILE", .path),
        help: "A CSV file of addresses; - is the standard input."),
      Option(name: "remove", help: "Take them off the lists, not onto them."),
    ],
    examples: [
      Example(
        "kindred protect pipelines/yourshire --people refused.csv", "People who asked not to be in."
      ),
      Example(
        "kindred protect pipelines/yourshire --addresses -",
        "Addresses, from the standard input."),
    ],
    exitNotes: [
      ExitNote(.done, "The lists are written."),
      ExitNote(.configuration, "A row says nothing that could be listed; no list was changed."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    pipeline = arguments.required("PIPELINE")
    people = arguments.text("people")
    addresses = arguments.text("addresses")
    isRemoval = arguments.has("remove")
    asOf = surroundings.yesterday
  }
}
