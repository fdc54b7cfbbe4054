import Linkage
import Vocabulary

/// The words by which people are found: names folded as linkage folds them, and birth dates.
enum NameWords {
  /// From this similarity on, a word may be another spelling.
  private static let alike = 0.9

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
    word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  /// 3 for the word itself, 2 for one that begins so, 1 for another spelling, 0 for another word.
  static func score(_ word: String, _ wanted: String) -> Int {
    if word == wanted { return 3 }
    if wanted.utf8.count > 1, word.hasPrefix(wanted) { return 2 }
    guard wanted.utf8.count > 2, !startsWithDigit(wanted) else { return 0 }
    return TextLikeness.jaroWinkler(word.utf8.span, wanted.utf8.span) >= alike ? 1 : 0
  }
}
