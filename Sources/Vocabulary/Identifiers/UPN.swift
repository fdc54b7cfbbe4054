/// A unique pupil number: `H243278544154`, or `K85120111234A` if it is temporary.
///
/// Check letter, local authority of issue, school, year of issue and serial number. A school gives a
/// temporary number, which ends in a letter, until it learns the permanent one.
public struct UPN: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .upn }

  /// The identifier as one number.
  public let packed: UInt64

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes)
    guard text.count == 13 else { throw .wrongLength(expected: 13) }
    guard let checkIndex = CheckLetters.index(of: text[0]),
      let middle = text.number(in: 1..<12), let last = Self.value(of: text[12])
    else { throw .wrongShape }
    if text.isRepeatedDigit(1..<13) { throw .placeholder }
    let expected = Self.checkIndex(middle: middle, last: last)
    guard checkIndex == expected else {
      throw .checkCharacter(expected: Character(ascii: CheckLetters.letter(at: expected)))
    }
    // Check index, eleven digits, and a last character of 33 values: ten digits and 23 letters.
    let lastPlace = last.isLetter ? 10 + last.value : last.value
    packed = (UInt64(checkIndex) * 100_000_000_000 + UInt64(middle)) * 33 + UInt64(lastPlace)
  }

  /// Whether the bytes are a permanent number in the one way in which it is written, so that nothing is left to read.
  public static func isCanonical(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 13, let checkIndex = CheckLetters.index(of: bytes[0]) else { return false }
    var sum = 0
    var differences: UInt8 = 0
    for place in 1..<13 {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return false }
      sum &+= Int(digit) &* (place &+ 1)
      differences |= bytes[place] ^ bytes[1]
    }
    return differences != 0 && sum % CheckLetters.count == checkIndex
  }

  /// Whether a school made it up until it learns the permanent one: a weak key.
  public var isTemporary: Bool { packed % 33 >= 10 }

  /// The local authority whose school gave it.
  public var authority: LocalAuthorityCode {
    LocalAuthorityCode(unchecked: UInt16(middle / 100_000_000))
  }

  /// Whether the local authority in it is one that gives out pupil numbers.
  ///
  /// Numbers from other codes are in use, so this is a matter for a report and not of validity.
  public var isFromKnownAuthority: Bool { authority.isAllocated }

  /// Appends it as in `H243278544154`.
  public func appendText(to bytes: inout [UInt8]) {
    bytes.append(CheckLetters.letter(at: Int(packed / 33 / 100_000_000_000)))
    bytes.append(digitsOf: middle, width: 11)
    let last = UInt8(packed % 33)
    bytes.append(last < 10 ? 0x30 + last : CheckLetters.letter(at: Int(last) - 10))
  }

  private var middle: Int { Int(packed / 33 % 100_000_000_000) }

  private static func value(of last: UInt8) -> (value: Int, isLetter: Bool)? {
    if let digit = ASCII.digit(last) { return (digit, false) }
    return CheckLetters.index(of: last).map { ($0, true) }
  }

  /// The index of the right check letter: characters 2 to 13, each times its place, modulo 23.
  private static func checkIndex(middle: Int, last: (value: Int, isLetter: Bool)) -> Int {
    var sum = last.value * 13
    var rest = middle
    for place in stride(from: 12, through: 2, by: -1) {
      sum += rest % 10 * place
      rest /= 10
    }
    return sum % CheckLetters.count
  }
}
