/// A school by its local authority and its number there: `8514321`, also written `851/4321`.
public struct LAEstab: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .laEstab }

  private let number: UInt32

  /// The identifier as one number.
  public var packed: UInt64 { UInt64(number) }

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes)
    let start = text.count == 8 && text[3] == 0x2F ? 4 : 3
    guard text.count == start + 4 else { throw .wrongLength(expected: 7) }
    guard let authority = text.number(in: 0..<3), let school = text.number(in: start..<start + 4)
    else { throw .wrongShape }
    if authority == 0 || school == 0 || authority == 999 && school == 9999 { throw .placeholder }
    number = UInt32(authority * 10_000 + school)
  }

  /// The local authority.
  public var authority: LocalAuthorityCode {
    LocalAuthorityCode(unchecked: UInt16(number / 10_000))
  }

  /// The school's number in its local authority.
  public var establishment: Int { Int(number % 10_000) }

  /// Appends it as in `8514321`.
  public func appendText(to bytes: inout [UInt8]) {
    bytes.append(digitsOf: Int(number), width: 7)
  }
}
