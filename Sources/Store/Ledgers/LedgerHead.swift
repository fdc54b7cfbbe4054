/// How far a ledger had come: kept outside of it, so that entries missing at its end are missed.
public struct LedgerHead: Hashable, Sendable {
  /// How many entries there were.
  public var entries: Int
  /// The digest of the last of them.
  public var digest: String

  /// States it.
  public init(entries: Int, digest: String) {
    self.entries = entries
    self.digest = digest
  }

  /// The ledger with nothing in it.
  public static let beginning = LedgerHead(entries: 0, digest: String(repeating: "0", count: 64))

  /// The number and the digest on one line.
  public var text: String { "\(entries) \(digest)\n" }

  /// Reads what ``text`` writes; nil for anything else.
  public init?(text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let entries = Int(parts[0]), entries >= 0, parts[1].hasSuffix("\n"),
      parts[1].dropLast().utf8.count == 64
    else { return nil }
    self.init(entries: entries, digest: String(parts[1].dropLast()))
    // A head is as it was written, or it is none.
    guard self.text == text else { return nil }
  }
}

/// What is wrong with a ledger.
public enum LedgerFault: Hashable, Sendable {
  /// The entry at this place is not as it was written, or not in its place.
  case broken(at: Int)
  /// So many entries were there once, and fewer are now.
  case cutShort(to: Int, of: Int)
  /// The entry at this place is not the one that was last there.
  case replaced(at: Int)
  /// A decision that the program cannot read.
  case unreadable(at: Int, String)
}
