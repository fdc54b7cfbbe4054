public import Disk
import FoundationEssentials
import Sealing

/// The accounts of a workspace: the file `accounts.json`, which only its owner may read.
public struct AccountBook: Sendable {
  /// The file.
  public let path: Path

  /// Names the accounts of a workspace; nothing is read or made.
  public init(workspace folder: Path) {
    path = folder.joining("accounts.json")
  }

  /// The form of the file.
  private struct Entry: Codable {
    var name: String
    var roles: [String]
    var password: String?
    var disabled: Bool?
  }

  /// Every account, by name; none where there is no file.
  public func accounts() throws -> [SiteAccount] {
    guard try Files.kind(of: path) != nil else { return [] }
    let bytes = try Files.read(path)
    guard let entries = try? JSONDecoder().decode([Entry].self, from: Data(bytes)) else {
      throw AccountProblem.unreadable(path)
    }
    return try entries.map { entry in
      let roles = entry.roles.compactMap(Role.init(rawValue:))
      guard roles.count == entry.roles.count, SiteAccount.isName(entry.name) else {
        throw AccountProblem.unreadable(path)
      }
      let hash = entry.password.flatMap(PasswordHash.init(text:))
      guard (hash == nil) == (entry.password == nil) else { throw AccountProblem.unreadable(path) }
      return SiteAccount(
        name: entry.name, roles: Set(roles), password: hash, isDisabled: entry.disabled ?? false)
    }
  }

  /// Puts an account in, in place of one of its name.
  public func set(_ account: SiteAccount) throws {
    guard SiteAccount.isName(account.name) else { throw AccountProblem.notAName }
    if let why = Role.conflict(among: account.roles) { throw AccountProblem.conflict(why) }
    var all = try accounts().filter { $0.name != account.name }
    all.append(account)
    try write(all)
  }

  /// Shuts an account; it stays in the book, since the ledger names it.
  public func disable(_ name: String) throws {
    var all = try accounts()
    guard let place = all.firstIndex(where: { $0.name == name }) else {
      throw AccountProblem.unknown(name)
    }
    all[place].isDisabled = true
    try write(all)
  }

  private func write(_ accounts: [SiteAccount]) throws {
    let entries = accounts.sorted { $0.name < $1.name }.map { account in
      Entry(
        name: account.name, roles: account.roles.map(\.rawValue).sorted(),
        password: account.password?.text, disabled: account.isDisabled ? true : nil)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try Files.createFolder(path.parent)
    try Files.writeAtomically(Array(try encoder.encode(entries)) + [0x0A], to: path)
  }
}

/// Why an account could not be read or changed.
public enum AccountProblem: Error, Equatable, Sendable {
  /// The file is not one of accounts.
  case unreadable(Path)
  /// The word can't be an account's name.
  case notAName
  /// There is no account of this name.
  case unknown(String)
  /// The roles can't be one person's.
  case conflict(String)
}
