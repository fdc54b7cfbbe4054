/// An NHS number: ten digits, of which the last checks the others.
public struct NHSNumber: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .nhsNumber }

  /// The identifier as one number.
  public let packed: UInt64

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes)
    guard text.count == 10 else { throw .wrongLength(expected: 10) }
    try self.init(digits: text)
  }

  private init(digits text: CompactText) throws(IdentifierProblem) {
    guard let number = text.number(in: 0..<10) else { throw .wrongShape }
    if text.isRepeatedDigit(0..<10) { throw .placeholder }
    let remainder = text.weightedSum(0..<9, from: 10) % 11
    let expected = (11 - remainder) % 11
    if expected == 10 { throw .checkCharacter(expected: nil) }
    guard number % 10 == expected else {
      throw .checkCharacter(expected: Character(ascii: 0x30 + UInt8(expected)))
    }
    packed = UInt64(number)
  }

  /// Whether the bytes are a number in the one way in which it is written, so that nothing is left to read.
  public static func isCanonical(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 10 else { return false }
    var sum = 0
    var differences: UInt8 = 0
    for place in 0..<10 {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return false }
      // The last digit makes the sum a multiple of eleven.
      sum &+= Int(digit) &* (place == 9 ? 1 : 10 &- place)
      differences |= bytes[place] ^ bytes[0]
    }
    return differences != 0 && sum % 11 == 0
  }

  /// Appends it as in `9434765919`.
  public func appendText(to bytes: inout [UInt8]) {
    bytes.append(digitsOf: Int(packed), width: 10)
  }

  /// The number as people write it, as in `943 476 5919`.
  public var spacedText: String {
    String(appending: { bytes in
      bytes.append(digitsOf: Int(packed / 10_000_000), width: 3)
      bytes.append(0x20)
      bytes.append(digitsOf: Int(packed / 10_000 % 1_000), width: 3)
      bytes.append(0x20)
      bytes.append(digitsOf: Int(packed % 10_000), width: 4)
    })
  }
}

extension NHSNumber {
  /// Who gave a number out, as far as its range says.
  public enum Issuer: Sendable, Hashable {
    /// England, Wales and the Isle of Man.
    case englandAndWales
    /// Scotland, where the first six digits are a birth date.
    case scotland
    /// Northern Ireland.
    case northernIreland
    /// Nobody: the range is kept for tests.
    case test
    /// A range of which nothing is known.
    case unknown
  }

  /// Who gave the number out, as far as its range says.
  public var issuer: Issuer {
    switch packed / 100_000_000 {
    case 1...31 where (1...12).contains(packed / 1_000_000 % 100): .scotland
    case 32...39: .northernIreland
    case 40...49, 60...79: .englandAndWales
    case 99 where isSynthetic: .test
    default: .unknown
    }
  }

  /// Whether it is from the range kept for tests, which no patient has.
  public var isSynthetic: Bool { packed / 10_000_000 == 999 }

  /// Reads a number whose leading zero a spreadsheet may have dropped, and says if it put one back.
  ///
  /// Only Scottish numbers start with 0, one zero at most is missing, and the check digit has to hold.
  public static func restoringLeadingZero(
    _ bytes: Span<UInt8>
  ) throws(IdentifierProblem) -> Repaired<NHSNumber> {
    let text = try CompactText.identifier(bytes)
    guard text.count == 9, let padded = text.paddedWithZeros(toWidth: 10) else {
      return Repaired(try NHSNumber(bytes), repair: nil)
    }
    let number = try NHSNumber(digits: padded)
    guard number.issuer == .scotland else { throw .wrongLength(expected: 10) }
    return Repaired(number, repair: .leadingZeros(1))
  }
}
