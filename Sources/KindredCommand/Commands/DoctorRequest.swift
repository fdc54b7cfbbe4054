/// `kindred doctor`: whether this machine and workspace are fit for a nightly run.
struct DoctorRequest: CommandRequest, Equatable {
  var workspace: String
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "doctor",
    group: .machine,
    abstract: "See whether this machine is fit to run Kindred",
    discussion: [
      """
      Looks at the workspace (rights, free space, the live link, files left behind), tries on its \
      disk what publishing depends on (rename, fsync, locks), and at the machine (cores, memory, \
      SQLite, clock). Each finding that matters comes with what to do. It changes nothing but a folder \
      of its own in the workspace, which it removes again.
      """,
      "Language, locale and time zone do not matter to Kindred, and doctor says so.",
    ],
    options: [.workspace, .format],
    examples: [
      Example("kindred doctor", "Before the first run, and when something is odd."),
      Example("kindred doctor --workspace /srv/kindred", "For the workspace of the service."),
    ],
    exitNotes: [
      ExitNote(.done, "Fit; there may be warnings."),
      ExitNote(.configuration, "Something has to be put right first."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    workspace = surroundings.workspace(for: arguments)
    format = OutputFormat(arguments)
  }
}
