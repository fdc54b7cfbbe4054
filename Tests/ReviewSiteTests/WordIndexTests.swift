import Testing

@testable import Linkage
@testable import ReviewSite

/// Finding words among many, against looking at each of them.
@Suite struct WordIndexTests {
  private static let words = [
    "VANCE", "VANSE", "VAN", "VANCEVILLE", "ANA", "ANNA", "ANNABEL", "AN", "A", "ÉLAN", "O",
    "SMITH",
    "SMYTH", "SMITHSON", "2001", "2001-05", "2001-05-14", "1975-10-10", "QUILL", "QUIL", "HILL",
  ]

  @Test(
    arguments: words + ["VANC", "VANZE", "SM", "S", "2001-0", "19", "ZZZ", "QUILLL", "", "SMTIH"])
  func matchesAreThoseOfLookingAtEach(_ wanted: String) {
    let (index, places) = WordIndex.of(Self.words)
    #expect(index.count == Self.words.count)
    var expected: Set<WordIndex.Match> = []
    for (word, place) in zip(Self.words, places) {
      let score = Self.score(word, wanted)
      if score > 0 { expected.insert(WordIndex.Match(place: Int(place), score: score)) }
    }
    let found = index.matches(wanted)
    #expect(Set(found) == expected)
    #expect(found.count == expected.count)
  }

  /// The word itself, one that begins so, one of which nine tenths are alike.
  private static func score(_ word: String, _ wanted: String) -> UInt8 {
    if wanted.isEmpty { return 0 }
    if word == wanted { return 3 }
    if wanted.utf8.count > 1, word.hasPrefix(wanted) { return 2 }
    if wanted.utf8.count < 3 || wanted.utf8.first.map(NameWords.isDigit) == true { return 0 }
    return JaroWinkler.similarity(word.utf8.span, wanted.utf8.span) >= 0.9 ? 1 : 0
  }
}
