import Disk
import Pipelines
import ReviewSite
import Sealing
import Store

/// `kindred account`: the accounts of the review application.
enum AccountHandler {
  static func account(_ request: AccountRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let workspace = Workspace(Path(request.workspace))
      let book = AccountBook(workspace: workspace.folder)
      do {
        switch request.action {
        case .list: try list(book, console)
        case .add: try add(request, to: book, workspace, console)
        case .disable: try disable(request, in: book, workspace, console)
        }
      } catch let problem as AccountProblem {
        throw failure(problem)
      }
      return .done
    }
  }

  private static func list(_ book: AccountBook, _ console: Console) throws {
    var table = TextTable([("ACCOUNT", .left), ("ROLES", .left), ("STATE", .left)])
    for account in try book.accounts() {
      let roles = account.roles.map(\.rawValue).sorted().joined(separator: ", ")
      let state = account.isDisabled ? "disabled" : account.password == nil ? "proxy" : "open"
      table.add([.init(account.name), .init(roles), .init(state)])
    }
    for line in table.lines(console.styling) { console.print(line) }
  }

  private static func add(
    _ request: AccountRequest, to book: AccountBook, _ workspace: Workspace, _ console: Console
  ) throws {
    let name = try name(of: request)
    let roles = Set(request.roles.compactMap(Role.init(rawValue:)))
    guard !roles.isEmpty else {
      throw CommandFailure(
        .usage, Problem("the account has no role", advice: "Give --role, such as --role analyst."))
    }
    if let why = Role.conflict(among: roles) { throw AccountProblem.conflict(why) }
    var hash: PasswordHash?
    if request.hasPassword { hash = try passwordHash(console) }
    try book.set(SiteAccount(name: name, roles: roles, password: hash))
    try note("add", name, roles, workspace)
    console.print(
      "\(name) may sign in as: \(roles.map(\.rawValue).sorted().joined(separator: ", ")).")
  }

  private static func passwordHash(_ console: Console) throws -> PasswordHash {
    guard let password = try PasswordPrompt.ask(console) else {
      throw CommandFailure(
        .dataRefused, Problem("the two passwords differ", advice: "Try again; nothing was changed.")
      )
    }
    let length = String(decoding: password, as: UTF8.self).count
    guard length >= SiteAccount.shortestPassword else {
      throw CommandFailure(
        .dataRefused,
        Problem(
          "the password is too short",
          why: "It has to have \(SiteAccount.shortestPassword) characters.",
          advice: "Four words that do not belong together are easy to keep in mind."))
    }
    guard let hash = PasswordHash(of: password) else {
      throw CommandFailure(
        .unavailable, Problem("there is not the memory to hash a password", advice: "Try again."))
    }
    return hash
  }

  private static func disable(
    _ request: AccountRequest, in book: AccountBook, _ workspace: Workspace, _ console: Console
  ) throws {
    let name = try name(of: request)
    try book.disable(name)
    try note("disable", name, [], workspace)
    console.print("\(name) may not sign in any more.")
  }

  private static func name(of request: AccountRequest) throws -> String {
    guard let name = request.name else {
      throw CommandFailure(.usage, Problem("no account is named", advice: "Give its NAME."))
    }
    guard SiteAccount.isName(name) else { throw AccountProblem.notAName }
    return name
  }

  /// Changes of rights stand in the ledger.
  private static func note(
    _ what: String, _ name: String, _ roles: Set<Role>, _ workspace: Workspace
  ) throws {
    var ledger = try workspace.openLedger()
    let content = JSONValue.members([
      ("action", .text(what)), ("account", .text(name)),
      ("roles", roles.isEmpty ? nil : .texts(roles.map(\.rawValue).sorted())),
    ])
    try ledger.append(
      kind: "account", at: SystemClock.now().text, by: Account.name, content: content.line)
  }

  private static func failure(_ problem: AccountProblem) -> CommandFailure {
    switch problem {
    case .unreadable(let path):
      CommandFailure(
        .dataRefused,
        Problem(
          "the file is not one of accounts", place: Place(file: path.text),
          advice: "Restore it from a copy, or move it away and add the accounts again."))
    case .notAName:
      CommandFailure(
        .usage,
        Problem(
          "that can't be an account's name",
          advice: "Use small letters, digits, dots and hyphens, 64 at most."))
    case .unknown:
      CommandFailure(
        .dataRefused,
        Problem("there is no account of this name", advice: "'kindred account list' lists them."))
    case .conflict(let why):
      CommandFailure(
        .usage, Problem("the roles can't be one person's", why: "\(Self.sentence(why))."))
    }
  }

  private static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}
