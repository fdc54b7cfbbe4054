import Linkage
import Vocabulary

/// The words by which a run's people are found, in the order of their bytes, so that those that are a word or begin with
/// it stand together, and few of the others have to be read.
struct WordIndex: Sendable {
  /// A word that may be the one that is looked for.
  struct Match: Hashable, Sendable {
    /// Its place in the index.
    let place: Int
    /// 3 for the word itself, 2 for one that begins so, 1 for another spelling.
    let score: UInt8
  }

  /// From this similarity on, a word may be another spelling.
  private static let alike = 0.9

  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private var masks: [UInt64] = []

  /// - Parameter words: Words as they came.
  /// - Returns: The index, and the place in it of each of them.
  static func of(_ words: [String]) -> (index: WordIndex, places: [Int32]) {
    let order = words.indices.sorted {
      words[$0].utf8.lexicographicallyPrecedes(words[$1].utf8)
    }
    var index = WordIndex()
    var places = [Int32](repeating: 0, count: words.count)
    for (place, word) in order.enumerated() {
      index.add(words[word])
      places[word] = Int32(place)
    }
    return (index, places)
  }

  private mutating func add(_ word: String) {
    bytes += word.utf8
    starts.append(Int32(bytes.count))
    masks.append(TextLikeness.mask(of: word.utf8.span))
  }

  /// How many words there are.
  var count: Int { masks.count }

  /// The words that are the one that is looked for, begin so, or may be another spelling of it.
  func matches(_ wanted: String) -> [Match] {
    let wanted = Array(wanted.utf8)
    guard !wanted.isEmpty else { return [] }
    let beginning = lowerBound(wanted)
    var found: [Match] = []
    var next = beginning
    while next < count, begins(next, with: wanted) {
      let isWhole = length(next) == wanted.count
      if isWhole || wanted.count > 1 { found.append(Match(place: next, score: isWhole ? 3 : 2)) }
      next += 1
    }
    guard wanted.count > 2, !NameWords.isDigit(wanted[0]) else { return found }
    addAlike(wanted, except: beginning..<next, to: &found)
    return found
  }

  private func addAlike(_ wanted: [UInt8], except known: Range<Int>, to found: inout [Match]) {
    let mask = TextLikeness.mask(of: wanted.span)
    let all = bytes.span
    for place in 0..<count where !known.contains(place) {
      let word = all.extracting(Int(starts[place])..<Int(starts[place + 1]))
      if TextLikeness.jaroWinklerReaches(
        Self.alike, word, wanted.span, leftMask: masks[place], rightMask: mask)
      {
        found.append(Match(place: place, score: 1))
      }
    }
  }

  // MARK: Order

  private func length(_ place: Int) -> Int { Int(starts[place + 1] - starts[place]) }

  private func word(_ place: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[place])..<Int(starts[place + 1])]
  }

  private func begins(_ place: Int, with wanted: [UInt8]) -> Bool {
    word(place).starts(with: wanted)
  }

  /// The first place whose word does not stand before the one that is looked for.
  private func lowerBound(_ wanted: [UInt8]) -> Int {
    (0..<count).partitioningIndex { !word($0).lexicographicallyPrecedes(wanted) }
  }
}
