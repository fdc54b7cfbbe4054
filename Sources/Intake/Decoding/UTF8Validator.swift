import Vocabulary

/// Checks bytes for well-formed UTF-8 across chunks, by the table of the Unicode Standard, chapter 3, table 3-7.
struct UTF8Validator: Sendable {
  /// Whether a malformed sequence was seen.
  private(set) var hasError = false
  /// Whether at least one well-formed sequence of two bytes or more was seen.
  private(set) var sawLongSequence = false
  /// How many bytes the sequence under way still needs, and what the next of them may be.
  private var needed = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Whether everything taken so far is well-formed and complete.
  var isValid: Bool { !hasError && needed == 0 }

  /// Checks the next bytes, and counts line feeds by the way.
  mutating func take(_ chunk: Span<UInt8>) -> (lineFeeds: Int, hasNonASCII: Bool) {
    var lineFeeds = 0
    var hasNonASCII = false
    var index = 0
    let count = chunk.count
    while index < count {
      if needed == 0 {
        let run = Self.plainRun(chunk, from: index)
        lineFeeds += run.lineFeeds
        index = run.end
        if index == count { break }
        hasNonASCII = true
      }
      // A line may end in the middle of what began as a sequence.
      if chunk[index] == 0x0A { lineFeeds += 1 }
      step(chunk[index])
      index += 1
    }
    return (lineFeeds, hasNonASCII)
  }

  /// The end of the ASCII bytes from a place on, and how many line feeds are among them.
  private static func plainRun(
    _ chunk: Span<UInt8>, from start: Int
  ) -> (end: Int, lineFeeds: Int) {
    var index = start
    var lineFeeds = 0
    while index + 8 <= chunk.count, case let word = chunk.word(at: index),
      word & ByteMask.highs == 0
    {
      lineFeeds += ByteMask.bytes(0x0A, in: word).nonzeroBitCount
      index += 8
    }
    while index < chunk.count, chunk[index] < 0x80 {
      if chunk[index] == 0x0A { lineFeeds += 1 }
      index += 1
    }
    return (index, lineFeeds)
  }

  private mutating func step(_ byte: UInt8) {
    if needed > 0 {
      guard byte >= lowest && byte <= highest else { return fail(at: byte) }
      (lowest, highest) = (0x80, 0xBF)
      needed -= 1
      if needed == 0 { sawLongSequence = true }
      return
    }
    switch byte {
    case 0x00...0x7F: break
    case 0xC2...0xDF: needed = 1
    case 0xE0: (needed, lowest) = (2, 0xA0)
    case 0xED: (needed, highest) = (2, 0x9F)
    case 0xE1...0xEF: needed = 2
    case 0xF0: (needed, lowest) = (3, 0x90)
    case 0xF4: (needed, highest) = (3, 0x8F)
    case 0xF1...0xF3: needed = 3
    default: hasError = true
    }
  }

  /// A sequence broke off; the byte that broke it may begin another.
  private mutating func fail(at byte: UInt8) {
    hasError = true
    needed = 0
    (lowest, highest) = (0x80, 0xBF)
    step(byte)
  }

  /// Whether these bytes alone are well-formed UTF-8.
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    var validator = UTF8Validator()
    _ = validator.take(bytes)
    return validator.isValid
  }
}
