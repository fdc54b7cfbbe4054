/// `kindred demo`: the sample council, end to end.
struct DemoRequest: CommandRequest, Equatable {
  var workspace: String
  var threads: Int?

  static let specification = CommandSpecification(
    name: "demo",
    group: .nightly,
    abstract: "Run the sample council from end to end, and say where to look",
    discussion: [
      """
      Reads the extracts in sample-data, which is an invented council of about 2,000 people, \
      through every stage, publishes the result in the workspace, and names the files to open. \
      Nothing in it is about a real person.
      """,
      "A demo run is a run like any other: 'kindred runs' lists it, 'kindred rejects' opens it.",
    ],
    options: [.workspace, .threads, .quiet, .verbose],
    conflicts: [.quietAndVerbose],
    examples: [
      Example("kindred demo", "The sample council, into ./workspace."),
      Example("kindred demo --workspace /tmp/try", "The same, somewhere that can be thrown away."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    workspace = surroundings.workspace(for: arguments)
    threads = arguments.number("threads")
  }
}
