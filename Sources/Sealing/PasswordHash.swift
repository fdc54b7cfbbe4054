internal import CSodium

/// A password as it is kept: an Argon2id hash with its salt and cost (https://doc.libsodium.org/password_hashing).
public struct PasswordHash: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// What hashing costs: whoever guesses pays it for every guess.
  public enum Cost: Sendable {
    /// For people who sign in: 64 MiB of memory and about a tenth of a second.
    case interactive
    /// The least that Argon2id takes, for tests.
    case least
  }

  /// The hash with everything that is needed to try a password against it: `$argon2id$v=19$…`.
  public let text: String

  /// Takes a hash that was kept; nil for a text that is none.
  public init?(text: String) {
    guard text.hasPrefix("$argon2id$"), text.utf8.count < Int(crypto_pwhash_STRBYTES),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    self.text = text
  }

  /// Hashes a password with a new salt; nil where the machine lacks the memory for it.
  public init?(of password: [UInt8], cost: Cost = .interactive) {
    Sodium.makeReady()
    var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let (operations, memory): (UInt64, Int) =
      switch cost {
      case .interactive: (2, 64 << 20)
      case .least: (1, 8 << 10)
      }
    let code = unsafe crypto_pwhash_str_alg(
      &hash, password.map { CChar(bitPattern: $0) }, UInt64(password.count), operations, memory,
      crypto_pwhash_ALG_ARGON2ID13)
    guard code == 0 else { return nil }
    text = String(
      decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a password is the one that was hashed; it takes as long whatever the answer.
  public func matches(_ password: [UInt8]) -> Bool {
    Sodium.makeReady()
    return unsafe crypto_pwhash_str_verify(
      text, password.map { CChar(bitPattern: $0) }, UInt64(password.count)) == 0
  }

  /// Says that there is a hash, and not which.
  public var description: String { "PasswordHash(hidden)" }

  /// Shows nothing to debuggers and dumps.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
