/// Names one person in every run: what was called this once is never called so for another.
public struct PersonID: Hashable, Sendable, Comparable {
  /// The number, which says nothing of the person.
  public let value: Int64

  /// Wraps a number from the store.
  public init(_ value: Int64) {
    self.value = value
  }

  /// Orders ids by their value, which is arbitrary but always the same.
  public static func < (left: PersonID, right: PersonID) -> Bool {
    left.value < right.value
  }

  /// Sixteen hexadecimal digits, as printed and typed.
  public var text: String { RecordKey(UInt64(bitPattern: value)).text }
}
