/// `kindred rollback`: makes an earlier run live again.
struct RollbackRequest: CommandRequest, Equatable {
  /// The run to make live; nothing for the one before the live run.
  var run: String?
  var workspace: String

  static let specification = CommandSpecification(
    name: "rollback",
    group: .nightly,
    abstract: "Make an earlier published run live again",
    discussion: [
      """
      Moves 'current' back in one step and enters the move in the ledger. No run is deleted and \
      no decision is lost: the ledger is not rolled back. The next 'kindred run' publishes over it \
      as usual.
      """
    ],
    positionals: [
      Positional(
        name: "RUN", kind: .text, isRequired: false,
        help: "The run to make live. Without it, the one that was live before this one.")
    ],
    options: [.workspace],
    examples: [
      Example("kindred rollback", "Back to what was live before."),
      Example("kindred runs", "To see which runs there are to go back to."),
    ],
    exitNotes: [ExitNote(.dataRefused, "The run's files no longer match its manifest.")])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    run = arguments.text("RUN")
    workspace = surroundings.workspace(for: arguments)
  }
}
