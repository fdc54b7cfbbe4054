/// Levels that were found before, by the codes that were compared: a table that forgets.
struct LevelCache {
  private static let bits = 15
  private struct Entry {
    /// The key, with the level in the bits above it.
    var keyAndLevel = UInt64.max
    var secondKey: UInt64 = 0
  }

  private var entries: [Entry]
  private var asked = 0
  private var known = 0

  /// Whether what was found is found often enough again to be remembered.
  private(set) var isWorthIt = true

  /// After so many pairs it is seen what remembering has been worth.
  private static let trial = 1 << 13

  init(isUsed: Bool) {
    entries = Array(repeating: Entry(), count: isUsed ? 1 << Self.bits : 0)
  }

  /// Notes of how many pairs the level was known; where that is rare, whoever asks finds levels quicker anew.
  mutating func note(asked: Int, unknown: Int) {
    self.asked += asked
    known += asked - unknown
    guard self.asked >= Self.trial else { return }
    isWorthIt = known * 4 >= self.asked
    (self.asked, known) = (0, 0)
  }

  /// Two codes in ascending order in 60 bits: codes stay under 2^30.
  @inline(__always)
  static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    let (low, high) = first < second ? (first, second) : (second, first)
    return UInt64(UInt32(bitPattern: low)) &<< 30 | UInt64(UInt32(bitPattern: high))
  }

  /// The codes of the second field in the order of the first field's.
  @inline(__always)
  static func orderedKey(
    _ first: Int32, _ second: Int32, isTurned: Bool, isEven: Bool
  ) -> UInt64 {
    let turn = isEven ? first > second : isTurned
    let (low, high) = turn ? (second, first) : (first, second)
    return UInt64(UInt32(bitPattern: low)) &<< 30 | UInt64(UInt32(bitPattern: high))
  }

  @inline(__always)
  static func slot(_ key: UInt64, _ secondKey: UInt64) -> Int {
    let mixed = (key ^ secondKey &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 - bits))
  }

  /// The level, or -1 if it is not known.
  @inline(__always)
  func level(_ key: UInt64, _ secondKey: UInt64, at slot: Int) -> Int {
    let entry = entries[slot]
    guard entry.keyAndLevel & ~(15 << 60) == key, entry.secondKey == secondKey else { return -1 }
    return Int(truncatingIfNeeded: entry.keyAndLevel &>> 60)
  }

  @inline(__always)
  mutating func remember(_ level: Int, _ key: UInt64, _ secondKey: UInt64, at slot: Int) {
    entries[slot] = Entry(
      keyAndLevel: key | UInt64(truncatingIfNeeded: level) &<< 60, secondKey: secondKey)
  }
}
