/// `kindred report`: the reports of a run, made anew into a folder.
struct ReportRequest: CommandRequest, Equatable {
  /// The first letters of the run's name; nothing for the live run.
  var run: String?
  var only: [String]
  var output: String
  var workspace: String

  static let specification = CommandSpecification(
    name: "report",
    group: .look,
    abstract: "Make the reports of a run anew, into a folder",
    discussion: [
      """
      Every run has its reports in its own folder: begin with 'current/reports/index.html'. This \
      command makes them again from a published run, for instance to send one of them, or after \
      targets or areas were corrected. Pages, workbooks and CSV files go into a folder 'reports' \
      in the one that --out names; the run stays as it is.
      """,
      """
      Reports: programme, cohort-profile, earliest-concern, new-concerns, agency-coverage, \
      quality, changes. Each says at its foot who may have it: new-concerns and agency-coverage list \
      families by number and are personal data.
      """,
    ],
    positionals: [
      Positional(
        name: "RUN", kind: .text, isRequired: false,
        help: "The run, by the first letters of its name. Otherwise the live run.")
    ],
    options: [
      Option(
        name: "only", value: OptionValue("NAME", .text), isRepeatable: true,
        help: "This report alone; may be given several times."),
      Option(
        name: "out", value: OptionValue("DIR", .path), isRequired: true,
        help: "The folder to write to."),
      .workspace,
    ],
    examples: [
      Example("kindred report --out /tmp/july", "All reports of the live run."),
      Example(
        "kindred report --only cohort-profile --out /tmp/cabinet", "One that may be published."),
    ],
    exitNotes: [
      ExitNote(.done, "Written."), ExitNote(.usage, "There is no such run or report."),
      ExitNote(.cannotCreate, "The folder cannot be made."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    run = arguments.text("RUN")
    only = arguments.texts("only")
    output = arguments.required("out")
    workspace = surroundings.workspace(for: arguments)
  }
}
