/// `kindred verify`: proves that a run can be made again, byte for byte.
struct VerifyRequest: CommandRequest, Equatable {
  /// The run to verify; nothing for the live one.
  var run: String?
  var workspace: String
  var threads: Int?

  static let specification = CommandSpecification(
    name: "verify",
    group: .look,
    abstract: "Rebuild a run and compare it, byte for byte",
    discussion: [
      """
      Checks that the run's files are those of its manifest, builds the run again from the same \
      extracts, pipeline, date and ledger as they were, and compares every output. The rebuilt \
      copy is thrown away; what is live is not touched. It takes about as long as the run did.
      """
    ],
    positionals: [.run],
    options: [.workspace, .threads, .quiet, .verbose],
    conflicts: [.quietAndVerbose],
    examples: [
      Example("kindred verify", "The live run."),
      Example("kindred verify 0190f3", "The run whose id begins so."),
    ],
    exitNotes: [
      ExitNote(.done, "Every byte is the same."),
      ExitNote(.dataRefused, "Something differs; each file that does is named."),
      ExitNote(.extractMissing, "An extract the run was built from is gone, or has changed."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    run = arguments.text("RUN")
    workspace = surroundings.workspace(for: arguments)
    threads = arguments.number("threads")
  }
}
