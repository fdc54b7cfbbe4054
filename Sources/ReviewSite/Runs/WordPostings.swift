/// For each word of an index, who has it: people or families, by their numbers, in order.
struct WordPostings: Sendable {
  /// Where the owners of each word begin.
  private let starts: [Int32]
  private let owners: [Int32]

  /// - Parameters:
  ///   - pairs: A word in the upper half, one of its owners in the lower; in any order, and some perhaps several times.
  ///   - words: How many words there are.
  init(_ pairs: [UInt64], words: Int) {
    var starts = [Int32](repeating: 0, count: words + 1)
    var owners: [Int32] = []
    var last: UInt64?
    for pair in pairs.sorted() where pair != last {
      owners.append(Int32(truncatingIfNeeded: pair))
      starts[Int(pair >> 32) + 1] += 1
      last = pair
    }
    for word in 0..<words { starts[word + 1] += starts[word] }
    (self.starts, self.owners) = (starts, owners)
  }

  /// A word and one of its owners, as ``init(_:words:)`` takes them.
  static func pair(_ word: Int32, _ owner: Int) -> UInt64 {
    UInt64(UInt32(word)) << 32 | UInt64(UInt32(owner))
  }

  /// The owners of a word.
  subscript(word: Int) -> ArraySlice<Int32> {
    owners[Int(starts[word])..<Int(starts[word + 1])]
  }

  /// Who has all that is looked for.
  ///
  /// - Parameters:
  ///   - wanted: For each word that is looked for, the words that it may be.
  ///   - all: Who has which word; somebody may have some by the one and some by another.
  ///   - count: How many may have a word.
  /// - Returns: They, and for everybody how well the best words fit, added up.
  static func owners(
    of wanted: [[WordIndex.Match]], in all: [WordPostings], among count: Int
  ) -> (found: [Int32], sums: [UInt8]) {
    func frequency(_ words: [WordIndex.Match]) -> Int {
      words.reduce(0) { sum, word in all.reduce(sum) { $0 + $1[word.place].count } }
    }
    // Only who has the rarest of the words comes into question.
    let rarestFirst = wanted.map { (words: $0, frequency: frequency($0)) }
      .sorted { $0.frequency < $1.frequency }
    var sums = [UInt8](repeating: 0, count: count)
    var found: [Int32]?
    for (words, _) in rarestFirst {
      let (owners, best) = fitting(words, in: all, among: count)
      found = (found ?? owners).filter { best[Int($0)] > 0 }
      for owner in found ?? [] { sums[Int(owner)] += best[Int(owner)] }
    }
    return (found ?? [], sums)
  }

  /// Everybody who has one of some words, each once, and for everybody how well the best of them fits.
  private static func fitting(
    _ words: [WordIndex.Match], in all: [WordPostings], among count: Int
  ) -> (owners: [Int32], best: [UInt8]) {
    var best = [UInt8](repeating: 0, count: count)
    var owners: [Int32] = []
    for word in words {
      for postings in all {
        for owner in postings[word.place] {
          if best[Int(owner)] == 0 { owners.append(owner) }
          best[Int(owner)] = max(best[Int(owner)], word.score)
        }
      }
    }
    return (owners, best)
  }
}
