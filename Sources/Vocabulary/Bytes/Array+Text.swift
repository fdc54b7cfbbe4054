extension [UInt8] {
  /// Appends the literal's bytes.
  public mutating func append(text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// Appends the number's digits, with zeros before them up to the width.
  public mutating func append(digitsOf number: Int, width: Int = 1) {
    precondition(number >= 0, "a number with a sign has no digits alone")
    var divisor = 1
    for _ in 1..<Swift.max(width, Self.digitCount(of: number)) { divisor *= 10 }
    while divisor > 0 {
      append(0x30 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  private static func digitCount(of number: Int) -> Int {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }
}

extension String {
  /// The text of bytes that a closure appends.
  init(appending write: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    write(&bytes)
    self.init(decoding: bytes, as: UTF8.self)
  }
}
