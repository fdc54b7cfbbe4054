import Vocabulary

/// Questions about eight bytes at once, the first of them lowest in the number.
enum ByteMask {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The highest bit of each byte that is zero, and of no other.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    ~((word & ~highs) &+ ~highs | word | ~highs)
  }

  /// The highest bit of each byte that is a given one.
  @inline(__always)
  static func bytes(_ byte: UInt8, in word: UInt64) -> UInt64 {
    zeros(word ^ ones &* UInt64(byte))
  }

  /// Not zero where any byte is less than 0x20 or more than 0x7E, and so no printed character of ASCII.
  @inline(__always)
  static func unprinted(_ word: UInt64) -> UInt64 {
    (word | (word &- ones &* 0x20) & ~word | word &+ ones) & highs
  }

  /// Whether any byte is a digit.
  static func hasDigit(_ bytes: Span<UInt8>) -> Bool {
    anyWord(of: bytes, filledWith: 0) { word in
      let digits = word ^ ones &* 0x30
      return ~((digits & ~highs) &+ ones &* 0x76 | digits) & highs != 0
    }
  }

  /// Whether a question is answered with yes for any eight bytes, the last of them filled up with another byte.
  @inline(__always)
  static func anyWord(
    of bytes: Span<UInt8>, filledWith filler: UInt8, _ isWanted: (UInt64) -> Bool
  ) -> Bool {
    var index = 0
    while index + 8 <= bytes.count {
      if isWanted(bytes.word(at: index)) { return true }
      index += 8
    }
    guard index < bytes.count else { return false }
    let rest = UInt64(8 * (bytes.count - index))
    return isWanted(bytes.lastWord(from: index) | ones &* UInt64(filler) << rest)
  }
}
