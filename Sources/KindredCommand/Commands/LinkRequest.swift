/// `kindred link`: the linkage engine on any CSV files.
struct LinkRequest: CommandRequest, Equatable {
  var settings: String
  var files: [String]
  var output: String

  /// A model to score with; nothing to estimate one from the records.
  var model: String?
  var threads: Int?

  static let specification = CommandSpecification(
    name: "link",
    group: .link,
    abstract: "Find which records of any CSV files are the same person",
    discussion: [
      """
      Reads the files, compares records that a blocking rule of the settings brings together, \
      weighs how they agree, and writes to the folder: pairs.csv (both ids, weight in bits, \
      probability, the level of each comparison), clusters.csv (source, id, cluster), model.json, and \
      report.html. 'kindred why' and 'kindred how' then explain any pair and any person.
      """,
      """
      One file is searched for duplicates. Several are linked and searched as well, unless the \
      settings say 'mode: link'. Without --model, the parameters are estimated from the records, \
      and no labels are needed. docs/linkage.md explains the settings, with a table for people \
      who know Splink.
      """,
    ],
    positionals: [
      Positional(name: "SETTINGS", kind: .path, help: "The settings, a YAML file."),
      Positional(
        name: "FILE", kind: .path, isRepeatable: true,
        help: "CSV files with headings; each is a source, named after its file."),
    ],
    options: [
      Option(
        name: "out", value: OptionValue("DIR", .path), isRequired: true,
        help: "The folder to write to."),
      Option(
        name: "model", value: OptionValue("FILE", .path),
        help: "Score with this model, as an earlier link or train wrote it."),
      .threads, .quiet, .verbose,
    ],
    conflicts: [.quietAndVerbose],
    examples: [
      Example(
        "kindred link people.yaml register.csv --out linked", "Find the duplicates in one file."),
      Example(
        "kindred link people.yaml a.csv b.csv --out linked --model linked/model.json",
        "Link two files with a model that was trained before."),
      Example(
        "kindred link people.yaml register.csv --out linked --verbose",
        "Also say what each blocking rule costs, and how long each step takes."),
    ],
    exitNotes: [
      ExitNote(.done, "Linked, all of it written."),
      ExitNote(.dataRefused, "A file cannot be read as CSV, or lacks the settings' columns."),
      ExitNote(.configuration, "The settings or the model have mistakes."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    settings = arguments.required("SETTINGS")
    files = arguments.texts("FILE")
    output = arguments.required("out")
    model = arguments.text("model")
    threads = arguments.number("threads")
  }
}
