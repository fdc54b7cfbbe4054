public import Sealing

/// Somebody who may sign in.
public struct SiteAccount: Hashable, Sendable {
  /// The word by which they sign in, which also stands in the ledger.
  public var name: String
  /// As what they work.
  public var roles: Set<Role>
  /// The password's hash; nil for those whom a trusted proxy signs in.
  public var password: PasswordHash?
  /// Whether the account is shut.
  public var isDisabled: Bool

  /// Describes an account.
  public init(
    name: String, roles: Set<Role>, password: PasswordHash?, isDisabled: Bool = false
  ) {
    self.name = name
    self.roles = roles
    self.password = password
    self.isDisabled = isDisabled
  }

  /// Whether the account has a right.
  public func may(_ right: Right) -> Bool {
    !isDisabled && roles.contains { $0.rights.contains(right) }
  }

  /// Another after every change of the password, the roles or whether it is shut: sessions hold for the account as it was.
  var seal: Digest {
    let words =
      roles.map(\.rawValue).sorted() + [isDisabled ? "shut" : "open", password?.text ?? ""]
    return SHA256.digest(of: words.joined(separator: " "))
  }

  /// Whether a word can be an account's name: short, of small letters, digits, dots and hyphens.
  public static func isName(_ text: String) -> Bool {
    let letters = text.utf8
    return (1...64).contains(letters.count)
      && letters.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
          || byte == 0x5F || byte == 0x40
      }
  }

  /// The fewest characters of a password; length is what counts.
  public static let shortestPassword = 12
}
