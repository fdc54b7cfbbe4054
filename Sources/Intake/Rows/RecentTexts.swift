import Vocabulary

/// What texts were found to mean of late: a fixed number of them, each displaced by the next that falls into its place.
///
/// A meaning is a few numbers and a text of its own. All lie one beside the other, each with the same room, so that no
/// object is touched.
struct RecentTexts<Meaning: BitwiseCopyable>: ~Copyable {
  /// A longer text, or one of a longer meaning, is not remembered: memory would depend on the file.
  private static var longest: Int { 96 }
  private static var longestOwn: Int { 192 }
  private var texts: [UInt8]
  private var ownTexts: [UInt8]
  private var known: [Known]
  private let mask: Int

  private struct Known {
    var count: UInt8 = 0
    var ownCount: UInt8 = 0
    var meaning: Meaning
  }

  /// Makes room for two to the power of `bits` texts, of which none is there yet.
  init(bits: Int, none: Meaning) {
    texts = Array(repeating: 0, count: Self.longest << bits)
    ownTexts = Array(repeating: 0, count: Self.longestOwn << bits)
    known = Array(repeating: Known(meaning: none), count: 1 << bits)
    mask = (1 << bits) - 1
  }

  /// Where a text belongs.
  @inline(__always)
  func place(of text: borrowing BatchText) -> Int {
    let hash = text.withBytes(0..<text.count) { QuickHash.hash($0) }
    return Int(truncatingIfNeeded: QuickHash.mix(hash)) & mask
  }

  /// Whether the text stands at its place.
  @inline(__always)
  func holds(_ text: borrowing BatchText, at place: Int) -> Bool {
    guard text.count == Int(known[place].count) else { return false }
    let start = place * Self.longest
    let here = texts.span.extracting(start..<start + text.count)
    return text.withBytes(0..<text.count) { $0.isEqual(to: here) }
  }

  /// What the text at a place means.
  @inline(__always)
  func meaning(at place: Int) -> Meaning { known[place].meaning }

  /// Appends the text of the meaning at a place, and tells where it begins.
  @inline(__always)
  func appendOwnText(at place: Int, to text: inout BatchText) -> Int {
    let start = place * Self.longestOwn
    let end = text.count
    text.append(ownTexts.span.extracting(start..<start + Int(known[place].ownCount)))
    return end
  }

  /// Keeps what a text means; false where one of the two texts is too long.
  @discardableResult
  mutating func keep(
    _ text: borrowing BatchText, _ meaning: Meaning, _ ownText: borrowing BatchText, at place: Int
  ) -> Bool {
    guard text.count <= Self.longest, ownText.count <= Self.longestOwn else { return false }
    for index in 0..<text.count { texts[place * Self.longest + index] = text[index] }
    for index in 0..<ownText.count {
      ownTexts[place * Self.longestOwn + index] = ownText[index]
    }
    known[place] = Known(
      count: UInt8(text.count), ownCount: UInt8(ownText.count), meaning: meaning)
    return true
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
