/// The 23 letters that check letters are taken from: the alphabet without I, O and S.
///
/// Police identifiers count from Z, so that the letter of remainder 0 is Z; pupil numbers count from A.
enum CheckLetters {
  static let count = 23

  /// The letter at the index, A first.
  static func letter(at index: Int) -> UInt8 {
    var letter = 0x41 + UInt8(index)
    for leftOut: UInt8 in [0x49, 0x4F, 0x53] where letter >= leftOut { letter += 1 }
    return letter
  }

  /// The index of the letter, A first, or nothing for I, O, S and all that is no upper-case letter.
  static func index(of letter: UInt8) -> Int? {
    guard ASCII.isUppercase(letter), letter != 0x49, letter != 0x4F, letter != 0x53 else {
      return nil
    }
    return Int(letter) - 0x41 - (letter > 0x49 ? 1 : 0) - (letter > 0x4F ? 1 : 0)
      - (letter > 0x53 ? 1 : 0)
  }

  /// The letter of a police identifier for the remainder, Z first.
  static func policeLetter(for number: Int) -> UInt8 {
    letter(at: (number + count - 1) % count)
  }
}
