/// `kindred train`: a model from records, without linking them.
struct TrainRequest: CommandRequest, Equatable {
  var settings: String
  var files: [String]
  var output: String

  /// Pairs that people judged; nothing to learn from the records alone.
  var labels: String?

  /// The model in force, to compare with.
  var compare: String?
  var threads: Int?

  static let specification = CommandSpecification(
    name: "train",
    group: .link,
    abstract: "Estimate a linkage model from CSV files, and compare it",
    discussion: [
      """
      Estimates how likely each level of each comparison is for matching pairs (m) and for others \
      (u), and how many pairs match at all, without labels. Writes the model, which \
      'kindred link --model' uses as it is: so a model can be trained once, looked at, and kept.
      """,
      """
      With --labels, m is counted from pairs that people judged. With --compare, every weight \
      that changes by half a bit or more against the model in force is listed, and the new model \
      gets the next version.
      """,
    ],
    positionals: [
      Positional(name: "SETTINGS", kind: .path, help: "The settings, a YAML file."),
      Positional(
        name: "FILE", kind: .path, isRepeatable: true, help: "CSV files with headings."),
    ],
    options: [
      Option(
        name: "out", value: OptionValue("FILE", .path), isRequired: true,
        help: "The file to write the model to."),
      Option(
        name: "labels", value: OptionValue("FILE", .path),
        help: "Judged pairs, or source, id and entity of records."),
      Option(
        name: "compare", value: OptionValue("FILE", .path),
        help: "The model in force, to show what would change."),
      .threads, .quiet,
    ],
    examples: [
      Example("kindred train people.yaml register.csv --out model.json", "Estimate a model."),
      Example(
        "kindred train people.yaml register.csv --out new.json --compare model.json",
        "Show what changes against the model in force."),
    ],
    exitNotes: [
      ExitNote(.done, "Trained, and the model is written."),
      ExitNote(.dataRefused, "A file cannot be read as CSV, or lacks the settings' columns."),
      ExitNote(.configuration, "The settings or the model have mistakes."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    settings = arguments.required("SETTINGS")
    files = arguments.texts("FILE")
    output = arguments.required("out")
    labels = arguments.text("labels")
    compare = arguments.text("compare")
    threads = arguments.number("threads")
  }
}
