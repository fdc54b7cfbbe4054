import Vocabulary

/// What short cells were found to mean of late, column by column: real columns repeat, and to read the same date, code
/// or street again costs several times what it costs to know it again.
///
/// Each column has a fixed number of places, and each value two of them, so that two values that come by turns do not
/// displace each other each time.
struct RecentCells {
  /// A short cell as it was given: all of its bytes, in two words.
  struct Given: Equatable {
    fileprivate var low: UInt64 = 0
    fileprivate var high: UInt64 = 0
    fileprivate var count: UInt8 = 0

    /// Nothing, which is what no cell is that is looked for.
    fileprivate init() {}

    /// The cell in a row's bytes; nil where it is empty or longer than two words.
    @inline(__always)
    init?(_ range: Range<Int>, of bytes: Span<UInt8>) {
      let count = range.count
      guard count > 0 && count <= 16 else { return nil }
      self.count = UInt8(truncatingIfNeeded: count)
      if count > 8 {
        low = bytes.word(at: range.lowerBound)
        high = bytes.word(at: range.upperBound - 8)
      } else if range.lowerBound + 8 <= bytes.count {
        low = bytes.word(at: range.lowerBound) << UInt64(64 - 8 * count)
      } else {
        low = bytes.extracting(range).lastWord(from: 0) << UInt64(64 - 8 * count)
      }
    }

    /// Where the cell may stand among those of a column.
    @inline(__always)
    fileprivate var places: (first: Int, second: Int) {
      // A short value has its bytes at the upper end of the word, and so its product: the upper bits tell most.
      let hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
      return (Int(truncatingIfNeeded: hash >> 56), Int(truncatingIfNeeded: hash >> 48) & 0xFF)
    }
  }

  /// What a cell was found to mean.
  private struct Meaning {
    var given = Given()
    /// Where the canonical text begins within what was given, or -1 where it is another one, which `text` has.
    var start: Int8 = -1
    /// How many bytes the canonical text has.
    var count: UInt8 = 0
    /// The cell's number.
    var number = 0
    /// The canonical text, where it is another one than was given.
    var text = InlineArray<16, UInt8>(repeating: 0)
  }

  /// As many as the eight bits of a hash.
  private static let perColumn = 256
  private var meanings: [Meaning]

  init(columns: Int) {
    meanings = Array(repeating: Meaning(), count: columns * Self.perColumn)
  }

  /// Puts into a cell, which stands at a place of the text as it was given, what it was found to mean of late; false where
  /// that is not known.
  @inline(__always)
  func read(
    _ given: Given, of column: Int, at place: Int, into text: inout BatchText, _ cell: inout Cell
  ) -> Bool {
    let (first, second) = given.places
    var index = column * Self.perColumn + first
    if meanings[index].given != given {
      index = column * Self.perColumn + second
      guard meanings[index].given == given else { return false }
    }
    let known = meanings[index]
    cell.state = .present
    cell.isRepeated = true
    cell.number = known.number
    if known.start >= 0 {
      cell.text = TextRange(start: UInt32(place + Int(known.start)), count: UInt32(known.count))
    } else {
      cell.text = TextRange(start: UInt32(text.count), count: UInt32(known.count))
      text.append(known.text.span.extracting(0..<Int(known.count)))
    }
    return true
  }

  /// Keeps what a cell was found to mean, if that is short too.
  mutating func keep(
    _ given: Given, of column: Int, at place: Int, _ cell: Cell, in text: borrowing BatchText
  ) {
    guard cell.state == .present, cell.text.count <= 16 else { return }
    var meaning = Meaning()
    meaning.given = given
    meaning.number = cell.number
    meaning.count = UInt8(cell.text.count)
    let start = Int(cell.text.start) - place
    if start >= 0 && start + Int(cell.text.count) <= Int(given.count) {
      meaning.start = Int8(start)
    } else {
      for (index, byte) in cell.text.indices.enumerated() { meaning.text[index] = text[byte] }
    }
    let (first, second) = given.places
    let isFree = meanings[column * Self.perColumn + second].given == Given()
    let isTaken = meanings[column * Self.perColumn + first].given != Given()
    meanings[column * Self.perColumn + (isTaken && isFree ? second : first)] = meaning
  }
}
