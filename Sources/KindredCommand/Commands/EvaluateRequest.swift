import Vocabulary

/// `kindred evaluate`: how well a linkage, or the families of an invented council, agree with what is known.
struct EvaluateRequest: CommandRequest, Equatable {
  /// The folder of a linkage.
  var folder: String?
  /// What is known of it.
  var truth: String?
  /// The folder of an invented council whose families are judged.
  var council: String?
  /// The pipeline that reads its extracts.
  var pipeline: String
  /// The day for which they are judged.
  var asOf: Day?
  var threads: Int?

  static let specification = CommandSpecification(
    name: "evaluate",
    group: .link,
    abstract: "Judge a linkage or families by what is known",
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
      """
      With --families it takes a council that 'kindred synth' invented, runs the stages on its \
      extracts in a folder that it removes again, and prints for each shape of family how many \
      were found whole and alone; beside it what people come to who only know persons, and join \
      those of one address. The last line is the verdict.
      """,
    ],
    options: [
      Option(
        name: "in", value: OptionValue("DIR", .path),
        help: "The folder that 'kindred link' wrote to."),
      Option(
        name: "truth", value: OptionValue("FILE", .path),
        help: "What is known of the linkage: a CSV file."),
      Option(
        name: "families", value: OptionValue("COUNCIL", .path),
        help: "The folder of an invented council, whose families are judged by its truth."),
      Option(
        name: "pipeline", value: OptionValue("DIR", .path),
        help: "The pipeline that reads the council. Without it, pipelines/solentshire."),
      Option(
        name: "as-of", value: OptionValue("DATE", .day),
        help:
          "The day for which families are judged. Without it, the last of which the truth tells."
      ),
      .threads, .quiet,
    ],
    conflicts: [Conflict("families", "in"), Conflict("families", "truth")],
    examples: [
      Example("kindred evaluate --in linked --truth truth.csv", "How good is the linkage?"),
      Example("kindred evaluate --families /tmp/council", "How good are the families?"),
    ],
    exitNotes: [
      ExitNote(.done, "Judged; the families reach what they have to."),
      ExitNote(
        .dataRefused,
        "The truth cannot be used, a file has changed, or the families fall short of what they have to reach."
      ),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    folder = arguments.text("in")
    truth = arguments.text("truth")
    council = arguments.text("families")
    pipeline = arguments.text("pipeline") ?? "pipelines/solentshire"
    asOf = arguments.day("as-of")
    threads = arguments.number("threads")
  }
}
