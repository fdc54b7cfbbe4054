import Disk
import Pipelines
import ReviewSite
import Sealing

/// The account with which somebody looks at the sample council.
enum DemoAccount {
  private static let name = "demo"
  private static let roles: Set<Role> = [.analyst, .reviewer, .manager, .protectionOfficer]
  /// Those whom the sample programme lists, so that claims can be taken through two people and an audit.
  private static let others: [(name: String, role: Role)] = [
    ("ann", .analyst), ("mary", .manager), ("olga", .auditor),
  ]

  /// Gives the account a new password and says how to open the review application, unless people have accounts there.
  static func tell(_ workspace: String, _ console: Console) throws {
    let book = AccountBook(workspace: Workspace(Path(workspace)).folder)
    let accounts = try book.accounts()
    let option = workspace == "workspace" ? "" : " --workspace \(workspace)"
    console.print("")
    console.print("See it in a browser: kindred serve\(option)")
    let own = [name] + others.map(\.name)
    guard accounts.allSatisfy({ own.contains($0.name) }) else { return }
    let letters = Hex.text(of: SecureRandom.bytes(9))
    let password =
      "demo-\(letters.prefix(6))-\(letters.dropFirst(6).prefix(6))-\(letters.suffix(6))"
    guard let hash = PasswordHash(of: Array(password.utf8)) else { return }
    try book.set(SiteAccount(name: name, roles: roles, password: hash))
    for other in others {
      try book.set(SiteAccount(name: other.name, roles: [other.role], password: hash))
    }
    console.print(
      "  Open http://127.0.0.1:\(ServeRequest.usualPort) and sign in as \(name), password \(password)"
    )
    console.print(
      "  For claims, which two people sign: ann prepares, mary manages, olga audits; the same password."
    )
  }
}
