/// `kindred ledger`: what was decided and published, and whether it is as it was written.
struct LedgerRequest: CommandRequest, Equatable {
  var action: Action
  /// Where a backup is to be made.
  var folder: String?
  var workspace: String
  var kinds: [String]
  var limit: Int
  var format: OutputFormat

  /// What is to be done.
  enum Action: String, CaseIterable, Sendable {
    case list, verify, backup
  }

  static let specification = CommandSpecification(
    name: "ledger",
    group: .decide,
    abstract: "List what was decided, and prove that nobody changed it",
    discussion: [
      """
      'list' shows the entries, newest first: number, time, account, kind, and how a decision \
      stands. It shows no comment and no value that somebody saw.
      """,
      """
      'verify' goes through the chain of digests. An entry that was changed, put in, taken out or \
      moved shows; entries cut off the end show by ledger.head, which lies beside the ledger and \
      says how far it had come.
      """,
      """
      'backup' copies ledger.db, ledger.head and reference.key into a folder, also while others \
      are at work, goes through the copy, and leaves it whole or not at all. Copying the files \
      by other means misses what was decided last while 'kindred serve' is running. To restore, \
      put the files back into the workspace when nothing is running.
      """,
    ],
    positionals: [
      Positional(
        name: "ACTION", kind: .choice(Action.allCases.map(\.rawValue)), help: "What to do."),
      Positional(
        name: "FOLDER", kind: .path, isRequired: false,
        help: "For backup: the folder to make. It may be there if nothing is in it."),
    ],
    options: [
      .workspace,
      Option(
        name: "kind", value: OptionValue("KIND", .text), isRepeatable: true,
        help: "For list: only entries of this kind, as decision or publish. Repeat it for several."),
      Option(
        name: "limit", value: OptionValue("N", .number(1...Int.max)),
        help: "For list: at most so many entries; 50 without it."),
      .format,
    ],
    examples: [
      Example("kindred ledger verify", "Is the ledger as it was written?"),
      Example("kindred ledger backup /backup/2013-07-22", "Keep what no run can bring back."),
      Example("kindred ledger list --kind decision --limit 20", "The last twenty decisions."),
    ],
    exitNotes: [
      ExitNote(.done, "Every entry is as it was written."),
      ExitNote(.dataRefused, "An entry is not; the first one is named, and no backup is made."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    action = Action(rawValue: arguments.required("ACTION")) ?? .list
    folder = arguments.text("FOLDER")
    workspace = surroundings.workspace(for: arguments)
    kinds = arguments.texts("kind")
    limit = arguments.number("limit") ?? 50
    format = OutputFormat(arguments)
  }
}
