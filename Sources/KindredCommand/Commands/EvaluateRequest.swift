/// `kindred evaluate`: how well a linkage agrees with what is known.
struct EvaluateRequest: CommandRequest, Equatable {
  var folder: String
  var truth: String
  var threads: Int?

  static let specification = CommandSpecification(
    name: "evaluate",
    group: .link,
    abstract: "Judge a linkage by known people or labelled pairs",
    discussion: [
      """
      Takes a CSV file with source, id and entity of records, or labelled pairs as Splink writes \
      them. Prints precision, recall and F1 of pairs at the threshold in force and at the best \
      one, what blocking never compared, and how well the people agree, with advice on the \
      threshold. Writes evaluation.html and the data of its charts into the folder.
      """,
      """
      Records that the truth does not name are left out. The files are read again, and refused if \
      they changed since they were linked.
      """,
    ],
    options: [
      .linked,
      Option(
        name: "truth", value: OptionValue("FILE", .path), isRequired: true,
        help: "What is known: a CSV file."),
      .threads, .quiet,
    ],
    examples: [
      Example("kindred evaluate --in linked --truth truth.csv", "How good is the linkage?")
    ],
    exitNotes: [
      ExitNote(.done, "Judged, whatever the figures."),
      ExitNote(.dataRefused, "The truth cannot be used, or a file has changed."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    folder = arguments.required("in")
    truth = arguments.required("truth")
    threads = arguments.number("threads")
  }
}
