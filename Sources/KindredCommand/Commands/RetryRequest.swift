/// `kindred retry`: goes on where a run stopped.
struct RetryRequest: CommandRequest, Equatable {
  /// The run to go on with; nothing for the latest that did not finish.
  var run: String?
  var workspace: String
  var acceptsChange: Bool
  var waitMinutes: Int
  var threads: Int?

  static let specification = CommandSpecification(
    name: "retry",
    group: .nightly,
    abstract: "Go on with a run that failed or was stopped",
    discussion: [
      """
      Keeps the stages that were finished, after checking that the digests of their outputs still \
      hold, does the rest, and publishes. The result is the same as if the run had never stopped. \
      After a success there is nothing to retry, and the command says so and ends well.
      """,
      """
      If an extract, the pipeline or the program has changed since the run began, the finished \
      stages may no longer fit, and the command refuses. With --accept-change the stages that \
      the change touches are done again.
      """,
    ],
    positionals: [
      Positional(
        name: "RUN", kind: .text, isRequired: false,
        help: """
          The run's id as 'kindred runs' shows it, or its first letters. Without it, the latest \
          run that did not finish.
          """)
    ],
    options: [
      .workspace,
      Option(
        name: "accept-change",
        help: "Go on although inputs, pipeline or program changed; redo what that touches."),
      Option(
        name: "wait", value: OptionValue("MINUTES", .minutes(0...1440)),
        help: "If another run holds the workspace, wait this long for it to end."),
      .threads, .logFormat, .quiet, .verbose,
    ],
    conflicts: [.quietAndVerbose],
    examples: [
      Example("kindred retry", "After the disk was full and space has been made."),
      Example(
        "kindred retry --accept-change",
        "After a contract was corrected, or a missing extract has come."),
    ],
    exitNotes: [
      ExitNote(.done, "Published, or there was nothing to retry."),
      ExitNote(.configuration, "Something changed since the run began; the message names it."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    run = arguments.text("RUN")
    workspace = surroundings.workspace(for: arguments)
    acceptsChange = arguments.has("accept-change")
    waitMinutes = arguments.number("wait") ?? 0
    threads = arguments.number("threads")
  }
}
