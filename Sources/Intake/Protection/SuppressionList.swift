import Sealing
import Vocabulary

/// The people about whom nothing may be kept, as hashes: nobody can read from the list who is on it.
public struct SuppressionList: Sendable {
  /// Digests of «kind, canonical value» with the list's key.
  private let digests: Set<Digest>
  private let absent: AbsenceFilter
  private let key: MessageKey

  /// A list of digests in lower-case hexadecimal; an empty one suppresses nobody.
  public init(key: [UInt8] = [], digests: Set<String> = []) {
    self.key = MessageKey(StableHash.secret(of: key))
    self.digests = Set(digests.compactMap { Digest(hex: $0) })
    absent = AbsenceFilter(self.digests.map(\.firstWord))
  }

  /// Whether nobody is on the list.
  public var isEmpty: Bool { digests.isEmpty }

  /// What stands in the list for a person's number or for a name with a birth date.
  ///
  /// A name is given as `SURNAME|FORENAME|1998-03-02`, folded to capitals without marks.
  public static func digest(kind: String, value: String, key: [UInt8]) -> String {
    StableHash.keyedDigest(Array("\(kind)|\(value)".utf8), key: key)
  }

  /// What stands in every list beside its people: it shows that the list was made with the key, and by a program that
  /// takes names apart as this one does.
  ///
  /// How much of a number counts is in it as well. Without it a list under another key would be a list of nobody, and no one would notice.
  public static func seal(key: [UInt8]) -> Entry {
    let names = [
      PersonName(forename: "Zoë Anne-Marie", surname: "O'Neil-St. John"),
      PersonName(forename: "Łukasz", surname: "MACDONALD"),
      PersonName(forename: "Mary", surname: "van der Berg", formerSurname: "Smith"),
    ]
    let numbers = "nino \(IdentifierKind.nino.tellingBytes)"
    return Entry(
      kind: sealKind,
      value: (names.map { nameText($0, born: "") } + [numbers]).joined(separator: ";"), key: key)
  }

  /// The kind under which the seal stands in a list.
  public static let sealKind = "seal"

  /// How a name with a birth date is written before it is hashed.
  static func nameText(_ name: PersonName, born: String) -> String {
    [name.surname.folded, name.firstName?.folded ?? "", born].joined(separator: "|")
  }

  /// Whether a number is on the list.
  ///
  /// It is asked of every number and name of every row; of the number only as many bytes count as tell whose it is.
  func contains(kind: String, value whole: Span<UInt8>, telling: Int) -> Bool {
    guard !digests.isEmpty else { return false }
    let value = whole.extracting(0..<min(telling, whole.count))
    var code = MessageCode(key)
    code.update(kind.utf8.span)
    code.update(Self.separator.span)
    code.update(value)
    return contains(code.finish())
  }

  /// Whether a name with a birth date is on the list; the name is ``nameText(_:born:)`` up to the birth date.
  func contains(name: Span<UInt8>, born: Span<UInt8>) -> Bool {
    guard !digests.isEmpty else { return false }
    var code = MessageCode(key)
    code.update(Self.nameKind.utf8.span)
    code.update(Self.separator.span)
    code.update(name)
    code.update(born)
    return contains(code.finish())
  }

  private func contains(_ digest: Digest) -> Bool {
    absent.mayHold(digest.firstWord) && digests.contains(digest)
  }

  private static let separator = [UInt8(ascii: "|")]
}

extension SuppressionList {
  /// One line of a list: what kind of thing is known of somebody, and its digest.
  public struct Entry: Hashable, Comparable, Sendable {
    /// `nhs-number`, `local:yois-id`, or `name-birth`.
    public var kind: String
    /// The digest with the list's key, in lower-case hexadecimal.
    public var digest: String

    /// Reads an entry as it stands in a list.
    ///
    /// Gives nil where the digest is none: it would be a person who is not on the list.
    public init?(kind: String, digest: String) {
      let isDigest =
        digest.utf8.count == 64
        && digest.utf8.allSatisfy { ASCII.isDigit($0) || (0x61...0x66).contains($0) }
      guard isDigest, !kind.isEmpty else { return nil }
      self.kind = kind
      self.digest = digest
    }

    init(kind: String, value: String, key: [UInt8]) {
      self.kind = kind
      digest = SuppressionList.digest(kind: kind, value: value, key: key)
    }

    init(_ name: PersonName, born: String, key: [UInt8]) {
      self.init(
        kind: SuppressionList.nameKind, value: SuppressionList.nameText(name, born: born), key: key)
    }

    /// In the order of kinds, then of digests.
    public static func < (one: Entry, other: Entry) -> Bool {
      (one.kind, one.digest) < (other.kind, other.digest)
    }
  }

  /// The kind under which names with birth dates stand in a list.
  static let nameKind = "name-birth"
}
