/// The people about whom nothing may be kept, as hashes: nobody can read from the list who is on it.
public struct SuppressionList: Sendable {
  /// Digests of «kind, canonical value» with the list's key, in lower-case hexadecimal.
  private let digests: Set<String>
  private let key: [UInt8]

  /// A list; an empty one suppresses nobody.
  public init(key: [UInt8] = [], digests: Set<String> = []) {
    self.key = key
    self.digests = digests
  }

  /// Whether nobody is on the list.
  public var isEmpty: Bool { digests.isEmpty }

  /// What stands in the list for a person's number or for a name with a birth date.
  ///
  /// A name is given as `SURNAME|FORENAME|1998-03-02`, folded to capitals without marks.
  public static func digest(kind: String, value: String, key: [UInt8]) -> String {
    StableHash.keyedDigest(Array("\(kind)|\(value)".utf8), key: key)
  }

  /// Whether a number or name is on the list.
  func contains(kind: String, value: String) -> Bool {
    !digests.isEmpty && digests.contains(Self.digest(kind: kind, value: value, key: key))
  }
}

/// The addresses that are withheld before anything is stored: refuges, and homes of people under protection.
public struct ProtectedAddresses: Sendable {
  private let uprns: Set<Int64>
  private let matchKeys: Set<String>

  /// Lists addresses by property number and by the key under which all spellings of an address are one.
  public init(uprns: Set<Int64> = [], matchKeys: Set<String> = []) {
    self.uprns = uprns
    self.matchKeys = matchKeys
  }

  /// Whether an address is withheld.
  func contains(uprn: Int64, matchKey: String) -> Bool {
    (uprn != 0 && uprns.contains(uprn)) || (!matchKeys.isEmpty && matchKeys.contains(matchKey))
  }

  /// Whether nothing is on the list.
  var isEmpty: Bool { uprns.isEmpty && matchKeys.isEmpty }
}
