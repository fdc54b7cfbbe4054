import TestSupport

/// Pairs of texts for the comparators: all the short ones, and seeded random ones of every length.
enum TextPairs {
  typealias Pair = (left: [UInt8], right: [UInt8])

  /// Every pair of the texts over two and over three letters, up to lengths that debug builds bear.
  static func forEveryShort(_ body: (Pair) -> Void) {
    for texts in [everyText(upTo: 5, of: "AB"), everyText(upTo: 4, of: "ABC")] {
      for left in texts {
        for right in texts { body((left, right)) }
      }
    }
  }

  /// Random pairs up to a length; every other one is a text and itself with a few changes.
  static func random(_ count: Int, upTo length: Int, seed: UInt64) -> [Pair] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { turn in
      let letters = random.one(of: [2, 4, 10, 26])
      let left = text(upTo: length, letters: letters, &random)
      let right =
        turn.isMultiple(of: 2)
        ? text(upTo: length, letters: letters, &random)
        : changed(left, upTo: length, letters: letters, &random)
      return (left, right)
    }
  }

  /// A text whose length is often at the edge of what fits in a word of eight or of 64 bytes.
  private static func text(
    upTo length: Int, letters: Int, _ random: inout SplitMix64
  ) -> [UInt8] {
    let edge = random.one(of: [0, 7, 8, 9, 63, 64, 65, random.below(length + 1)])
    return (0..<min(edge, length)).map { _ in byte(letters, &random) }
  }

  /// A letter, or now and then a digit, a space, a hyphen or a byte beyond ASCII.
  private static func byte(_ letters: Int, _ random: inout SplitMix64) -> UInt8 {
    if random.below(10) > 0 { return 0x41 + UInt8(random.below(letters)) }
    return random.one(of: [0x30, 0x31, 0x39, 0x20, 0x2D, 0x27, 0xC3, 0x9C, 0x00, 0xFF])
  }

  private static func changed(
    _ text: [UInt8], upTo length: Int, letters: Int, _ random: inout SplitMix64
  ) -> [UInt8] {
    var text = text
    for _ in 0..<random.below(5) where !text.isEmpty {
      let place = random.below(text.count)
      switch random.below(4) {
      case 0: text[place] = byte(letters, &random)
      case 1: text.remove(at: place)
      case 2 where text.count < length: text.insert(byte(letters, &random), at: place)
      default: text.swapAt(place, min(place + 1, text.count - 1))
      }
    }
    return text
  }
}

/// Counts what a comparator gets wrong, and keeps the first case for the message.
struct Disagreements: CustomStringConvertible {
  private(set) var count = 0
  private var first = ""

  var isEmpty: Bool { count == 0 }

  var description: String { "\(count) wrong, the first: \(first)" }

  mutating func note<Value: Equatable>(_ seen: Value, _ expected: Value, _ pair: TextPairs.Pair) {
    guard seen != expected else { return }
    if count == 0 {
      let left = String(decoding: pair.left, as: UTF8.self)
      let right = String(decoding: pair.right, as: UTF8.self)
      first = "\(seen) and not \(expected) for «\(left)» and «\(right)»"
    }
    count += 1
  }
}
