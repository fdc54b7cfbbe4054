/// `kindred runs`: the runs of a workspace.
struct RunsRequest: CommandRequest, Equatable {
  var workspace: String
  var format: OutputFormat

  static let specification = CommandSpecification(
    name: "runs",
    group: .look,
    abstract: "List the runs of a workspace, and which one is live",
    discussion: [
      """
      The newest comes first, each with its id, its date, when it ran and for how long, how it \
      ended, and how many rows it read, accepted and quarantined. The live run is marked.
      """
    ],
    options: [.workspace, .format],
    examples: [
      Example("kindred runs", "What happened lately."),
      Example("kindred runs --format json", "The same for another program."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    workspace = surroundings.workspace(for: arguments)
    format = OutputFormat(arguments)
  }
}
