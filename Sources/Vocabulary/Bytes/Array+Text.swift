extension [UInt8] {
  /// Appends the literal's bytes.
  public mutating func append(text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// Appends the number's digits, with zeros before them up to the width.
  public mutating func append(digitsOf number: Int, width: Int = 1) {
    precondition(number >= 0, "a number with a sign has no digits alone")
    // Written from the end; a number of 64 bits has 19 digits at most.
    var digits = InlineArray<20, UInt8>(repeating: 0x30)
    var start = 20
    var rest = UInt(number)
    repeat {
      start -= 1
      digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    for _ in 0..<Swift.max(0, width - 20) { append(0x30) }
    append(digits.span.extracting(Swift.max(0, Swift.min(start, 20 - width))..<20))
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
