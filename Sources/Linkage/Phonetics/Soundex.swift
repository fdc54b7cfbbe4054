/// Soundex as in the American census: the first letter, and three digits for classes of consonants.
///
/// H and W between two consonants of one class do not part them, vowels do.
enum Soundex {
  /// The classes of A to Z: 0 for vowels, 7 for H and W.
  private static let classes: StaticString = "01230127022455012623017202"

  /// The code as four letters in one number, or 0 for a text without letters.
  static func code(of text: Span<UInt8>) -> UInt64 {
    var code = PhoneticCode(limit: 4)
    var before: UInt8 = 0
    for index in text.indices where text[index] &- 0x41 < 26 {
      let digit = digit(of: text[index])
      if code.count == 0 {
        code.append(text[index])
      } else if digit == UInt8(ascii: "7") {
        continue
      } else if digit != UInt8(ascii: "0"), digit != before {
        code.append(digit)
      }
      before = digit
    }
    guard code.count > 0 else { return 0 }
    while !code.isFull { code.append(UInt8(ascii: "0")) }
    return code.packed
  }

  private static func digit(of letter: UInt8) -> UInt8 {
    classes.withUTF8Buffer { unsafe $0[Int(letter &- 0x41)] }
  }
}
