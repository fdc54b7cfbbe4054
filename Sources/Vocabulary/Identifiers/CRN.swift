/// A probation case reference number: a letter and six digits.
public struct CRN: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .crn }

  private let number: UInt32

  /// The identifier as one number.
  public var packed: UInt64 { UInt64(number) }

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes)
    guard text.count == 7 else { throw .wrongLength(expected: 7) }
    guard ASCII.isUppercase(text[0]), let digits = text.number(in: 1..<7) else { throw .wrongShape }
    if digits == 0 { throw .placeholder }
    number = UInt32(text[0] - 0x41) * 1_000_000 + UInt32(digits)
  }

  /// Appends it as in `X123456`.
  public func appendText(to bytes: inout [UInt8]) {
    bytes.append(0x41 + UInt8(number / 1_000_000))
    bytes.append(digitsOf: Int(number % 1_000_000), width: 6)
  }
}
