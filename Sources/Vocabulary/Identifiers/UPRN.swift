/// A unique property reference number: a whole number of up to twelve digits.
///
/// Zeros in front mean nothing, and there is no check digit: only a gazetteer can confirm one.
public struct UPRN: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .uprn }

  /// The identifier as one number.
  public let packed: UInt64

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes, leavingOut: .blanks)
    guard let number = text.number(in: 0..<text.count) else { throw .wrongShape }
    if number == 0 { throw .placeholder }
    guard number <= 999_999_999_999 else { throw .wrongLength(expected: 12) }
    packed = UInt64(number)
  }

  /// Whether the bytes are a number in the one way in which it is written, so that nothing is left to read.
  public static func isCanonical(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0, bytes.count <= 12, bytes[0] != 0x30 else { return false }
    for place in 0..<bytes.count where bytes[place] &- 0x30 >= 10 { return false }
    return true
  }

  /// Appends it without zeros in front.
  public func appendText(to bytes: inout [UInt8]) {
    bytes.append(digitsOf: Int(packed))
  }
}
