import Vocabulary

/// What texts were found to mean of late: a fixed number of them, each displaced by the next that falls into its place.
///
/// The texts lie one beside the other, each with the same room, so that to look for one touches no object but the one found.
struct RecentTexts<Meaning: AnyObject>: ~Copyable {
  /// A longer text is not remembered.
  private static var longest: Int { 96 }
  private var texts: [UInt8]
  private var counts: [UInt8]
  private var meanings: [Meaning?]
  private let mask: Int

  /// Makes room for two to the power of `bits` texts.
  init(bits: Int) {
    texts = Array(repeating: 0, count: Self.longest << bits)
    counts = Array(repeating: 0, count: 1 << bits)
    meanings = Array(repeating: nil, count: 1 << bits)
    mask = (1 << bits) - 1
  }

  /// Where a text belongs.
  @inline(__always)
  func place(of text: borrowing BatchText) -> Int {
    let hash = text.withBytes(0..<text.count) { QuickHash.hash($0) }
    return Int(truncatingIfNeeded: QuickHash.mix(hash)) & mask
  }

  /// What the text at its place means; nil where another one stands there, or none.
  func meaning(of text: borrowing BatchText, at place: Int) -> Meaning? {
    holds(text, at: place) ? meanings[place] : nil
  }

  /// Whether the text stands at its place.
  func holds(_ text: borrowing BatchText, at place: Int) -> Bool {
    guard text.count > 0, text.count == Int(counts[place]) else { return false }
    let start = place * Self.longest
    let known = texts.span.extracting(start..<start + text.count)
    return text.withBytes(0..<text.count) { $0.isEqual(to: known) }
  }

  /// Keeps what a text means, or that it was seen.
  mutating func keep(_ text: borrowing BatchText, _ meaning: Meaning?, at place: Int) {
    // A long text would make memory depend on the file.
    guard text.count <= Self.longest else { return }
    for index in 0..<text.count { texts[place * Self.longest + index] = text[index] }
    counts[place] = UInt8(text.count)
    meanings[place] = meaning
  }
}

extension Span<UInt8> {
  /// Whether all bytes are the same.
  @inline(__always)
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    while index + 8 <= count {
      if word(at: index) != other.word(at: index) { return false }
      index += 8
    }
    return index == count || lastWord(from: index) == other.lastWord(from: index)
  }
}
