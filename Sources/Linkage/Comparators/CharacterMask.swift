/// Which characters a text has, in 64 bits: what two texts can't have in common is seen without
/// reading them again.
///
/// - Bits 0 to 25 stand for A to Z, bits 26 to 51 for a second A to Z.
/// - Bits 52 to 61 stand for the digits.
/// - Bit 62 stands for a space, bit 63 for any other byte.
///
/// Each bit stands for one byte of the text, and no byte for two bits. So a bit that only one of
/// two masks has is a byte that finds no partner in the other text.
enum CharacterMask {
  private static let secondLetter = 26
  private static let digit = 52
  private static let space: UInt64 = 1 << 62
  private static let other: UInt64 = 1 << 63

  /// The mask of a folded text.
  static func of(_ text: Span<UInt8>) -> UInt64 {
    var mask: UInt64 = 0
    for index in text.indices {
      let byte = text[index]
      let letter = byte &- 0x41
      if letter < 26 {
        let first: UInt64 = 1 &<< UInt64(letter)
        mask |= mask & first == 0 ? first : first &<< UInt64(secondLetter)
      } else if byte &- 0x30 < 10 {
        mask |= 1 &<< UInt64(byte &- 0x30 &+ UInt8(digit))
      } else {
        mask |= byte == 0x20 ? space : other
      }
    }
    return mask
  }

  /// How many bytes of the first text, at least, have no partner in the second.
  @inline(__always)
  static func unmatched(_ mask: UInt64, in other: UInt64) -> Int {
    (mask & ~other).nonzeroBitCount
  }

  /// How many bytes, at most, the two texts have in common, each counted once.
  @inline(__always)
  static func mostShared(
    _ leftCount: Int, _ leftMask: UInt64, _ rightCount: Int, _ rightMask: UInt64
  ) -> Int {
    min(
      leftCount &- unmatched(leftMask, in: rightMask),
      rightCount &- unmatched(rightMask, in: leftMask))
  }

  /// How many changes of one byte, at least, lie between the two texts.
  ///
  /// A change of one byte mends at most one byte of each; a transposition mends none.
  @inline(__always)
  static func fewestChanges(
    _ leftCount: Int, _ leftMask: UInt64, _ rightCount: Int, _ rightMask: UInt64
  ) -> Int {
    max(leftCount, rightCount) &- mostShared(leftCount, leftMask, rightCount, rightMask)
  }
}
