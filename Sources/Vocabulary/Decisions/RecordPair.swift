/// Two different records of which something is said, the lower key first, so that each pair has one form.
public struct RecordPair: Hashable, Sendable, Comparable {
  /// The lower key.
  public let left: RecordKey
  /// The higher key.
  public let right: RecordKey

  /// Puts two keys in order; nil where both are the same, which is no pair.
  public init?(_ one: RecordKey, _ other: RecordKey) {
    guard one != other else { return nil }
    left = min(one, other)
    right = max(one, other)
  }

  /// Orders pairs by their keys.
  public static func < (one: RecordPair, other: RecordPair) -> Bool {
    (one.left, one.right) < (other.left, other.right)
  }
}

extension RecordKey {
  /// Reads sixteen hexadecimal digits; nil for any other text.
  public init?(text: String) {
    guard text.utf8.count == 16, text.utf8.allSatisfy(Self.isDigit),
      let value = UInt64(text, radix: 16)
    else { return nil }
    self.init(value)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
