/// A National Insurance number: two letters, six digits and, if known, a suffix A to D.
///
/// There is no check digit. Many extracts leave the suffix out, so numbers are matched without it.
public struct NINO: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .nino }

  // Both letters, the digits and one of five suffixes (none, A, B, C, D) in 32 bits.
  private let number: UInt32

  /// The identifier as one number.
  public var packed: UInt64 { UInt64(number) }

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes)
    if Self.isTemporaryReference(text) { throw .temporary }
    guard text.count == 8 || text.count == 9 else { throw .wrongLength(expected: 9) }
    guard ASCII.isUppercase(text[0]), ASCII.isUppercase(text[1]),
      let digits = text.number(in: 2..<8)
    else { throw .wrongShape }
    let suffix = text.count == 9 ? text[8] : 0x40
    guard ASCII.isUppercase(suffix) || text.count == 8 else { throw .wrongShape }
    try Self.check(prefix: (text[0], text[1]))
    guard suffix <= 0x44 else { throw .wrongShape }
    if text[0] == 0x41, text[1] == 0x41, text.isRepeatedDigit(2..<8) { throw .placeholder }
    let letters = UInt32(text[0] - 0x41) * 26 + UInt32(text[1] - 0x41)
    number = (letters * 1_000_000 + UInt32(digits)) * 5 + UInt32(suffix - 0x40)
  }

  private init(number: UInt32) {
    self.number = number
  }

  /// The suffix A to D, if it is known.
  public var suffix: Character? {
    number % 5 == 0 ? nil : Character(ascii: 0x40 + UInt8(number % 5))
  }

  /// The number without its suffix: the key to match by.
  public var withoutSuffix: NINO { NINO(number: number / 5 * 5) }

  /// Whether both are one number as far as the suffixes are known.
  public func agrees(with other: NINO) -> Bool {
    number / 5 == other.number / 5
      && (number == other.number || number % 5 == 0 || other.number % 5 == 0)
  }

  /// Appends it as in `AB123456C`.
  public func appendText(to bytes: inout [UInt8]) {
    let letters = number / 5_000_000
    bytes.append(0x41 + UInt8(letters / 26))
    bytes.append(0x41 + UInt8(letters % 26))
    bytes.append(digitsOf: Int(number / 5 % 1_000_000), width: 6)
    if number % 5 > 0 { bytes.append(0x40 + UInt8(number % 5)) }
  }
}

extension NINO {
  /// Throws unless the prefix is one that is given to people.
  private static func check(prefix: (UInt8, UInt8)) throws(IdentifierProblem) {
    let key = UInt16(prefix.0) << 8 | UInt16(prefix.1)
    switch key {
    case code("QQ"): throw .placeholder
    case code("TN"): throw .temporary
    case code("OO"), code("CR"), code("FY"), code("MW"), code("NC"), code("PP"), code("PY"),
      code("PZ"), code("JY"):
      throw .administrative
    case code("BG"), code("GB"), code("KN"), code("NK"), code("NT"), code("ZZ"): throw .notAllocated
    default: break
    }
    let neverUsed: StaticString = "DFIQUV"
    guard !contains(neverUsed, prefix.0), !contains(neverUsed, prefix.1), prefix.1 != 0x4F else {
      throw .notAllocated
    }
  }

  /// Whether it is the reference of two digits, a letter and five digits given before a number is.
  private static func isTemporaryReference(_ text: CompactText) -> Bool {
    text.count == 8 && text.isDigits(0..<2) && ASCII.isUppercase(text[2]) && text.isDigits(3..<8)
  }

  private static func code(_ letters: StaticString) -> UInt16 {
    letters.withUTF8Buffer { unsafe UInt16($0[0]) << 8 | UInt16($0[1]) }
  }

  private static func contains(_ letters: StaticString, _ letter: UInt8) -> Bool {
    letters.withUTF8Buffer { unsafe $0.contains(letter) }
  }
}
