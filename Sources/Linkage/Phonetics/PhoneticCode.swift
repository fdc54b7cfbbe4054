/// A phonetic code of up to eight letters in one number, the first letter highest.
///
/// `SM0` is 0x53_4D_30. So two codes are compared as numbers, and no code is 0.
struct PhoneticCode {
  /// The longest code that fits.
  static let capacity = 8

  private(set) var packed: UInt64 = 0
  private(set) var count = 0
  let limit: Int

  /// An empty code that takes so many letters and drops what follows.
  init(limit: Int) {
    precondition((1...Self.capacity).contains(limit), "a code has one to eight letters")
    self.limit = limit
  }

  var isFull: Bool { count == limit }

  /// The letter added last, or 0.
  var last: UInt8 { UInt8(truncatingIfNeeded: packed) }

  mutating func append(_ letter: UInt8) {
    guard !isFull else { return }
    packed = packed << 8 | UInt64(letter)
    count += 1
  }

  mutating func append(_ letters: StaticString) {
    letters.withUTF8Buffer { bytes in
      for index in bytes.indices { unsafe append(bytes[index]) }
    }
  }
}
