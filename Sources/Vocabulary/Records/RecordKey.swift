/// The lasting name of one person's details as one source gives them.
///
/// Two rows of a source that give the same details share a key, in every extract and every run, so that what people
/// decide about a record still finds it next year. The key is a keyed hash of the details and says nothing of them.
public struct RecordKey: Hashable, Sendable, Comparable {
  /// The hash.
  public let value: UInt64

  /// Wraps a hash made by intake.
  public init(_ value: UInt64) {
    self.value = value
  }

  /// Orders keys by their value, which is arbitrary but always the same.
  public static func < (left: RecordKey, right: RecordKey) -> Bool {
    left.value < right.value
  }

  /// Sixteen hexadecimal digits, as printed and typed.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
