import Vocabulary

/// Text as it is kept: single spaces, no line ends, straight quotes, everything else as given.
enum TidyText {
  /// Whether ASCII text is kept just as it is.
  static func isTidy(_ value: Span<UInt8>) -> Bool {
    var spaceBefore: UInt64 = 0
    return !ByteMask.anyWord(of: value, filledWith: UInt8(ascii: "A")) { word in
      let spaces = ByteMask.bytes(0x20, in: word)
      let doubled = spaces & (spaces << 8 | spaceBefore)
      spaceBefore = spaces >> 56
      return doubled | ByteMask.unprinted(word) != 0
    }
  }

  /// Whether a cell is text that is kept just as it is given: tidy, no word for nothing, and no spreadsheet's damage.
  ///
  /// Of the few that are not, and of some others, it says no.
  @inline(__always)
  static func isPlain(_ field: Span<UInt8>) -> Bool {
    guard field.count > 0, field[0] > 0x20, field[field.count - 1] != 0x20 else { return false }
    switch field[0] {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("): return false
    case UInt8(ascii: "N"), UInt8(ascii: "n"):
      return !NullWord.matches(field) && isTidy(field)
    default: return isTidy(field)
    }
  }

  static func append(_ value: Span<UInt8>, to text: inout [UInt8]) {
    var index = 0
    var isAfterSpace = false
    while index < value.count {
      let byte = value[index]
      if byte <= 0x20 || byte == 0x7F {
        if !isAfterSpace { text.append(0x20) }
        isAfterSpace = true
        index += 1
        continue
      }
      if byte < 0x80 {
        isAfterSpace = false
        text.append(byte)
        index += 1
      } else {
        index += appendWide(value, at: index, &isAfterSpace, to: &text)
      }
    }
  }

  /// Appends a character beyond ASCII; the no-break space and curly quotes become their plain forms.
  private static func appendWide(
    _ value: Span<UInt8>, at index: Int, _ isAfterSpace: inout Bool, to text: inout [UInt8]
  ) -> Int {
    let byte = value[index]
    let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    if byte == 0xC2, index + 1 < value.count, value[index + 1] == 0xA0 {
      if !isAfterSpace { text.append(0x20) }
      isAfterSpace = true
      return 2
    }
    isAfterSpace = false
    if byte == 0xE2, index + 2 < value.count, value[index + 1] == 0x80 {
      switch value[index + 2] {
      case 0x98, 0x99:
        text.append(UInt8(ascii: "'"))
        return 3
      case 0x9C, 0x9D:
        text.append(UInt8(ascii: "\""))
        return 3
      case 0x93, 0x94, 0x90, 0x91:
        text.append(UInt8(ascii: "-"))
        return 3
      default: break
      }
    }
    let end = min(index + width, value.count)
    for place in index..<end { text.append(value[place]) }
    return end - index
  }
}

/// Shapes of values: `A` a letter, `9` a digit, `*` any run, all else itself in either case.
enum CellPattern {
  static func matches(_ value: Span<UInt8>, _ pattern: [UInt8]) -> Bool {
    matches(value, from: 0, pattern[...])
  }

  private static func matches(
    _ value: Span<UInt8>, from index: Int, _ pattern: ArraySlice<UInt8>
  ) -> Bool {
    guard let wanted = pattern.first else { return index == value.count }
    let rest = pattern.dropFirst()
    if wanted == UInt8(ascii: "*") {
      if rest.isEmpty { return true }
      for next in index...value.count where matches(value, from: next, rest) { return true }
      return false
    }
    guard index < value.count else { return false }
    let byte = value[index]
    let fits =
      switch wanted {
      case UInt8(ascii: "A"): ASCII.isLetter(byte)
      case UInt8(ascii: "9"): ASCII.isDigit(byte)
      default: ASCII.lowercased(byte) == ASCII.lowercased(wanted)
      }
    return fits && matches(value, from: index + 1, rest)
  }
}
