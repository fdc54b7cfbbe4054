import Vocabulary

/// `kindred review`: what people decide about who is who, from a terminal.
struct ReviewRequest: CommandRequest, Equatable {
  var action: Action
  /// What follows the action: a kind of decision with keys, a number, a file.
  var words: [String]
  var run: String?
  var workspace: String
  var role: String
  var reason: String?
  var comment: String?
  /// The part in a family.
  var part: String?
  var since: String?
  var until: String?
  var pack: String?
  var criterion: String?
  var finding: String?
  var isOut: Bool
  var supersedes: Int?
  var limit: Int
  var seed: Int
  var size: Int
  var format: OutputFormat

  /// What is to be done.
  enum Action: String, CaseIterable, Sendable {
    case next, decide, undo, export, `import`, sample, score
  }

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    action = Action(rawValue: arguments.required("ACTION")) ?? .next
    words = arguments.texts("WHAT")
    run = arguments.text("run")
    workspace = surroundings.workspace(for: arguments)
    role = arguments.text("role") ?? "reviewer"
    reason = arguments.text("reason")
    comment = arguments.text("comment")
    part = arguments.text("as")
    since = arguments.day("since")?.iso
    until = arguments.day("until")?.iso
    pack = arguments.text("pack")
    criterion = arguments.text("criterion")
    finding = arguments.text("finding")
    isOut = arguments.has("out")
    supersedes = arguments.number("supersedes")
    limit = arguments.number("limit") ?? 1
    seed = arguments.number("seed") ?? 1
    size = arguments.number("size") ?? 400
    format = OutputFormat(arguments)
  }
}
