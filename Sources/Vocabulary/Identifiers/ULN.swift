/// A unique learner number: ten digits, of which the last checks the others.
public struct ULN: Identifier {
  /// What it is issued for and by whom.
  public static var kind: IdentifierKind { .uln }

  /// The identifier as one number.
  public let packed: UInt64

  /// Reads it from a cell, spaces and letter case aside.
  public init(_ bytes: Span<UInt8>) throws(IdentifierProblem) {
    let text = try CompactText.identifier(bytes)
    guard text.count == 10 else { throw .wrongLength(expected: 10) }
    guard let number = text.number(in: 0..<10) else { throw .wrongShape }
    if text.isRepeatedDigit(0..<10) { throw .placeholder }
    let remainder = text.weightedSum(0..<9, from: 10) % 11
    if remainder == 0 { throw .checkCharacter(expected: nil) }
    guard number % 10 == 10 - remainder else {
      throw .checkCharacter(expected: Character(ascii: 0x30 + UInt8(10 - remainder)))
    }
    packed = UInt64(number)
  }

  /// Appends it as in `1000000019`.
  public func appendText(to bytes: inout [UInt8]) {
    bytes.append(digitsOf: Int(packed), width: 10)
  }
}
