import TestSupport
import Testing

@testable import ReviewSite

/// Finding who has all words, against looking at everybody.
@Suite struct WordPostingsTests {
  private static let words = [
    "VANCE", "VANSE", "VANCEVILLE", "ANA", "ANNA", "ANNABEL", "SMITH", "SMYTH", "SMITHSON",
    "2001-05-14", "2001-06", "QUILL", "HILL",
  ]
  private static let wanted = [
    ["VANCE"], ["SMITH", "ANA"], ["ANN", "SMYTH"], ["2001", "HILL"], ["ANA", "ANA"], ["ZZZ"],
    ["QUILL", "ZZZ"], ["SM", "AN", "2001-05"],
  ]

  @Test(arguments: 0..<20)
  func whoHasAllWordsIsFoundByLookingAtEach(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 40
    func some() -> [[Int]] {
      (0..<count).map { _ in (0..<random.below(5)).map { _ in random.below(Self.words.count) } }
    }
    let all = [some(), some()]
    let (index, places) = WordIndex.of(Self.words)
    let postings = all.map { lists in
      let pairs = lists.enumerated().flatMap { owner, words in
        words.map { WordPostings.pair(places[$0], owner) }
      }
      return WordPostings(pairs, words: Self.words.count)
    }
    for words in Self.wanted {
      let matches = words.map(index.matches)
      for used in 1...2 {
        let (found, sums) = WordPostings.owners(
          of: matches, in: Array(postings.prefix(used)), among: count)
        var expected: [Int32: Int] = [:]
        for owner in 0..<count {
          let own = Set(all.prefix(used).flatMap { $0[owner] }.map { Int(places[$0]) })
          let best = matches.map { $0.filter { own.contains($0.place) }.map(\.score).max() ?? 0 }
          if best.allSatisfy({ $0 > 0 }) {
            expected[Int32(owner)] = best.reduce(0) { $0 + Int($1) }
          }
        }
        #expect(found.count == expected.count && Set(found) == Set(expected.keys), "\(words)")
        for (owner, sum) in expected { #expect(Int(sums[Int(owner)]) == sum) }
      }
    }
  }
}
