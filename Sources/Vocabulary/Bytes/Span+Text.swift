extension Span where Element == UInt8 {
  /// The range that is left without white space, no-break spaces and a byte order mark at both ends.
  ///
  /// Cells pasted from web pages carry the no-break space, which is two bytes in UTF-8.
  public func trimmedRange() -> Range<Int> {
    var start = 0
    var end = count
    while start < end {
      let width = blankWidth(at: start, before: end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      let width = blankWidth(endingAt: end, after: start)
      if width == 0 { break }
      end -= width
    }
    return start..<end
  }

  /// Whether nothing but blanks is there.
  public var isBlank: Bool {
    trimmedRange().isEmpty
  }

  /// Whether the bytes are the same as the literal, letter case aside.
  public func equalsIgnoringCase(_ literal: StaticString) -> Bool {
    count == literal.utf8CodeUnitCount && startsIgnoringCase(literal, at: 0)
  }

  /// Whether the literal stands at the offset, letter case aside.
  public func startsIgnoringCase(_ literal: StaticString, at offset: Int) -> Bool {
    guard offset + literal.utf8CodeUnitCount <= count else { return false }
    return literal.withUTF8Buffer { expected in
      for index in 0..<expected.count
      where unsafe ASCII.lowercased(self[offset + index]) != ASCII.lowercased(expected[index]) {
        return false
      }
      return true
    }
  }

  /// The number that the digits in the range spell, or nothing if one of them is no digit.
  ///
  /// At most 18 digits are read, which no identifier exceeds and every `Int` holds.
  public func number(in range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 18, range.upperBound <= count else { return nil }
    var value = 0
    for index in range {
      guard let digit = ASCII.digit(self[index]) else { return nil }
      value = value &* 10 &+ digit
    }
    return value
  }

  /// Whether the same bytes stand at two places.
  public func equal(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where self[one.lowerBound + offset] != self[other.lowerBound + offset] {
      return false
    }
    return true
  }

  /// How many bytes the blank that starts at the index takes: 0 if none does.
  func blankWidth(at index: Int, before end: Int) -> Int {
    let byte = self[index]
    if ASCII.isWhitespace(byte) { return 1 }
    if byte == 0xC2, index + 1 < end, self[index + 1] == 0xA0 { return 2 }
    if byte == 0xEF, index + 2 < end, self[index + 1] == 0xBB, self[index + 2] == 0xBF { return 3 }
    return 0
  }

  private func blankWidth(endingAt end: Int, after start: Int) -> Int {
    if ASCII.isWhitespace(self[end - 1]) { return 1 }
    for width in 2...3 where end - width >= start {
      if blankWidth(at: end - width, before: end) == width { return width }
    }
    return 0
  }
}
