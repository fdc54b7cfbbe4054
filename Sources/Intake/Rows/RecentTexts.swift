import Vocabulary

/// What texts were found to mean of late: a fixed number of them, each displaced by the next that falls into its place.
///
/// Each text has two places. With one, two that come again and again and have the same would displace each other row by
/// row, and be taken apart each time.
///
/// A meaning is a few numbers and a text of its own. All lie one beside the other, each with the same room, so that no
/// object is touched; there is room for as many as came, so that a small file costs little.
struct RecentTexts<Meaning: BitwiseCopyable>: ~Copyable {
  /// A longer text, or one of a longer meaning, is not remembered: memory would depend on the file.
  private static var longest: Int { 96 }
  private static var longestOwn: Int { 192 }
  /// For each place the number of its text among those remembered, counted from 1; 0 where there is none.
  private var numbers: [UInt16]
  private var known: [Known] = []
  private var texts: [UInt8] = []
  private var ownTexts: [UInt8] = []

  private struct Known {
    let count: UInt8
    let ownCount: UInt8
    let meaning: Meaning
  }

  /// Makes places for two to the power of `bits` texts.
  init(bits: Int) {
    precondition(bits < 16, "the texts are numbered with sixteen bits")
    numbers = Array(repeating: 0, count: 1 << bits)
  }

  /// Where a text stands, or else where it is to be kept.
  @inline(__always)
  func find(_ text: borrowing BatchText) -> (place: Int, isKnown: Bool) {
    let hash = QuickHash.mix(text.withBytes(0..<text.count) { QuickHash.hash($0) })
    let first = Int(truncatingIfNeeded: hash) & (numbers.count - 1)
    if holds(text, at: first) { return (first, true) }
    let second = Int(truncatingIfNeeded: hash >> 32) & (numbers.count - 1)
    if holds(text, at: second) { return (second, true) }
    return (numbers[first] != 0 && numbers[second] == 0 ? second : first, false)
  }

  @inline(__always)
  private func holds(_ text: borrowing BatchText, at place: Int) -> Bool {
    let index = Int(numbers[place]) - 1
    guard index >= 0, text.count == Int(known[index].count) else { return false }
    let start = index * Self.longest
    let here = texts.span.extracting(start..<start + text.count)
    return text.withBytes(0..<text.count) { $0.isEqual(to: here) }
  }

  /// What the text at a place means, which has to hold one.
  @inline(__always)
  func meaning(at place: Int) -> Meaning { known[Int(numbers[place]) - 1].meaning }

  /// Appends the text of the meaning at a place, which has to hold one, and tells where it begins.
  @inline(__always)
  func appendOwnText(at place: Int, to text: inout BatchText) -> Int {
    let index = Int(numbers[place]) - 1
    let start = index * Self.longestOwn
    let end = text.count
    text.append(ownTexts.span.extracting(start..<start + Int(known[index].ownCount)))
    return end
  }

  /// Keeps what a text means; false where one of the two texts is too long.
  @discardableResult
  mutating func keep(
    _ text: borrowing BatchText, _ meaning: Meaning, _ ownText: borrowing BatchText, at place: Int
  ) -> Bool {
    guard text.count <= Self.longest, ownText.count <= Self.longestOwn else { return false }
    let new = Known(
      count: UInt8(text.count), ownCount: UInt8(ownText.count), meaning: meaning)
    if numbers[place] == 0 {
      known.append(new)
      numbers[place] = UInt16(known.count)
      texts.append(contentsOf: repeatElement(0, count: Self.longest))
      ownTexts.append(contentsOf: repeatElement(0, count: Self.longestOwn))
    }
    let index = Int(numbers[place]) - 1
    known[index] = new
    for offset in 0..<text.count { texts[index * Self.longest + offset] = text[offset] }
    for offset in 0..<ownText.count {
      ownTexts[index * Self.longestOwn + offset] = ownText[offset]
    }
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
