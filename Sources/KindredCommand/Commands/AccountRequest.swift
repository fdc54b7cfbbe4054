/// `kindred account`: who may sign in to the review application.
struct AccountRequest: CommandRequest, Equatable {
  /// What is done with accounts.
  enum Action: String, CaseIterable, Sendable {
    case add, list, disable
  }

  var action: Action
  var name: String?
  var roles: [String]
  var hasPassword: Bool
  var workspace: String

  static let roleNames = [
    "operator", "analyst", "reviewer", "manager", "auditor", "administrator", "protection-officer",
  ]

  static let specification = CommandSpecification(
    name: "account",
    group: .browser,
    abstract: "Add, list or disable the accounts of the review application",
    discussion: [
      """
      'add' makes an account, or gives an account that is there other roles and another password. \
      The password is asked for, or read from the standard input; it is never an argument, which \
      other accounts of the machine could see. 'disable' shuts an account; it stays on the list, \
      since the ledger names it. Either signs out whoever is signed in as the account.
      """,
      """
      Roles: operator (runs, no records), analyst (decides about matches), reviewer (settles what \
      analysts refer), manager (cohort and claims), auditor (reads everything, and is none of those \
      who decide), administrator (accounts, no records), protection-officer (who looked at what).
      """,
    ],
    positionals: [
      Positional(
        name: "ACTION", kind: .choice(Action.allCases.map(\.rawValue)),
        help: "add, list or disable."),
      Positional(
        name: "NAME", kind: .text, isRequired: false,
        help: "The account: small letters, digits, dots and hyphens."),
    ],
    options: [
      Option(
        name: "role", value: OptionValue("ROLE", .choice(roleNames)), isRepeatable: true,
        help: "What the account may do. Repeat it for several."),
      Option(
        name: "without-password",
        help: "No password: a trusted proxy signs the account in."),
      .workspace,
    ],
    examples: [
      Example("kindred account add jo --role analyst", "An analyst; the password is asked for."),
      Example("kindred account disable jo", "Nobody is signed in as jo any more."),
      Example("kindred account list", "Every account with its roles."),
    ],
    exitNotes: [
      ExitNote(.done, "Done."),
      ExitNote(.dataRefused, "The password is too short, or there is no such account."),
    ])

  init(_ arguments: ParsedArguments, in surroundings: Surroundings) {
    action = Action(rawValue: arguments.required("ACTION")) ?? .list
    name = arguments.text("NAME")
    roles = arguments.texts("role")
    hasPassword = !arguments.has("without-password")
    workspace = surroundings.workspace(for: arguments)
  }
}
