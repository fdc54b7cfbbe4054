/// A school by its unique reference number: six digits, which a new academy gets anew.
public struct URN: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .urn }

  private let number: UInt32

  /// The identifier as one number.
  public var packed: UInt64 { UInt64(number) }

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes, leavingOut: .blanks)
    guard text.count == 6 else { throw .wrongLength(expected: 6) }
    guard let digits = text.number(in: 0..<6) else { throw .wrongShape }
    if digits == 0 || digits == 999_999 { throw .placeholder }
    if digits < 100_000 { throw .notAllocated }
    number = UInt32(digits)
  }

  /// Appends it as in `116509`.
  public func appendText(to bytes: inout [UInt8]) {
    bytes.append(digitsOf: Int(number), width: 6)
  }
}
