import Vocabulary

/// The words by which people are found: names folded as linkage folds them, and birth dates.
enum NameWords {
  /// The words of a text as they are compared.
  static func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).flatMap { word -> [String] in
      if startsWithDigit(word) { return [String(word)] }
      let name = PersonName.parse(full: String(word))
      let parts = name.givenNames + name.surname + name.knownAs
      return parts.map(\.folded).filter { !$0.isEmpty }
    }
  }

  static func startsWithDigit(_ word: some StringProtocol) -> Bool {
    word.utf8.first.map(isDigit) ?? false
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
