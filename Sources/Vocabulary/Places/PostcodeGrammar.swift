/// How postcodes are written: `A9`, `A99`, `AA9`, `AA99`, `A9A` or `AA9A`, then `9AA`.
enum PostcodeGrammar {
  /// Where the second half starts, or nothing if the text is no postcode.
  static func inwardStart(of text: CompactText) -> Int? {
    // No special postcode is of the usual form, and few are special.
    if (5...7).contains(text.count) {
      let split = text.count - 3
      if isOutward(text, 0..<split) && isInward(text, from: split) { return split }
    }
    return specialInwardStart(of: text)
  }

  /// Whether the range is a first half.
  static func isOutward(_ text: CompactText, _ range: Range<Int>) -> Bool {
    guard (2...4).contains(range.count), isFirstLetter(text[0]) else { return false }
    let hasTwoLetters = ASCII.isUppercase(text[1])
    if hasTwoLetters, !isSecondLetter(text[1]) { return false }
    let digit = hasTwoLetters ? 2 : 1
    guard digit < range.count, ASCII.isDigit(text[digit]) else { return false }
    switch range.count - digit {
    case 1: return true
    case 2:
      // No district is numbered 01 to 09: a zero there is a letter O mistyped.
      if text[digit] == 0x30 { return false }
      let last = text[digit + 1]
      return ASCII.isDigit(last) || (hasTwoLetters ? isFourthLetter(last) : isThirdLetter(last))
    default: return false
    }
  }

  private static func isInward(_ text: CompactText, from start: Int) -> Bool {
    ASCII.isDigit(text[start]) && isInwardLetter(text[start + 1]) && isInwardLetter(text[start + 2])
  }

  /// Postcodes outside of the grammar: the girobank, forces' post offices and the pseudo area `ZZ99`.
  private static func specialInwardStart(of text: CompactText) -> Int? {
    if text.equals("GIR0AA") { return 3 }
    if text.starts(with: "BFPO"), (5...8).contains(text.count), text.isDigits(4..<text.count) {
      return 4
    }
    guard text.starts(with: "ZZ99"), text.count == 7, ASCII.isDigit(text[4]),
      ASCII.isUppercase(text[5]), ASCII.isUppercase(text[6])
    else { return nil }
    return 4
  }

  private static func isFirstLetter(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "Q"), UInt8(ascii: "V"), UInt8(ascii: "X"): false
    default: ASCII.isUppercase(letter)
    }
  }

  private static func isSecondLetter(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "I"), UInt8(ascii: "J"), UInt8(ascii: "Z"): false
    default: ASCII.isUppercase(letter)
    }
  }

  private static func isThirdLetter(_ letter: UInt8) -> Bool {
    isOne(of: .third, letter)
  }

  private static func isFourthLetter(_ letter: UInt8) -> Bool {
    isOne(of: .fourth, letter)
  }

  private static func isInwardLetter(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "C"), UInt8(ascii: "I"), UInt8(ascii: "K"), UInt8(ascii: "M"),
      UInt8(ascii: "O"), UInt8(ascii: "V"):
      false
    default: ASCII.isUppercase(letter)
    }
  }

  /// Whether a byte is one of some capital letters.
  private static func isOne(of letters: LetterSet, _ letter: UInt8) -> Bool {
    ASCII.isUppercase(letter) && letters.bits >> UInt32(letter - 0x41) & 1 == 1
  }

  /// Capital letters, one to a bit.
  private struct LetterSet {
    let bits: UInt32

    init(_ letters: String) {
      bits = letters.utf8.reduce(0) { $0 | 1 << UInt32($1 - 0x41) }
    }

    static let third = LetterSet("ABCDEFGHJKPSTUW")
    static let fourth = LetterSet("ABEHMNPRVWXY")
  }
}
