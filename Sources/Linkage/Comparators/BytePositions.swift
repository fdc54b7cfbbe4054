/// Where each byte value stands in a text of up to 64 bytes.
///
/// It is what the bit-parallel comparisons ask: bit `i` of an answer stands for byte `i`.
protocol BytePositions: ~Copyable {
  /// The places of a byte value in the text, and perhaps places after the text's end.
  func positions(of byte: UInt8) -> UInt64
}

extension BytePositions where Self: ~Copyable {
  /// The bits of all places in a text of so many bytes.
  @inline(__always)
  static func places(_ count: Int) -> UInt64 {
    count == 64 ? .max : (1 &<< UInt64(truncatingIfNeeded: count)) &- 1
  }
}

/// A text of up to eight bytes in one word, the first byte lowest.
///
/// Most names are no longer. They are searched with a few operations on the whole word, which
/// saves making a table.
struct EightBytes: BytePositions {
  /// The longest text that fits.
  static let capacity = 8

  private static let everyByte: UInt64 = 0x0101_0101_0101_0101
  private static let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let bit7: UInt64 = 0x8080_8080_8080_8080
  /// Multiplying by it gathers the highest bits of the eight bytes in the highest byte.
  private static let gather: UInt64 = 0x0002_0408_1020_4081

  let word: UInt64

  /// Reads the text in two halves that may overlap: a byte read twice falls on its place.
  @inline(__always)
  init(_ text: Span<UInt8>) {
    let count = text.count
    precondition(count <= Self.capacity, "the text does not fit in a word")
    if count >= 4 {
      let last = Self.fourBytes(of: text, at: count &- 4)
      word = Self.fourBytes(of: text, at: 0) | Self.shifted(last, by: count &- 4)
    } else if count > 0 {
      let (middle, last) = (count &>> 1, count &- 1)
      word =
        UInt64(text[0]) | Self.shifted(UInt64(text[middle]), by: middle)
        | Self.shifted(UInt64(text[last]), by: last)
    } else {
      word = 0
    }
  }

  @inline(__always)
  func positions(of byte: UInt8) -> UInt64 {
    // Zero exactly in the bytes that are equal; then bit 7 set exactly in those that are not zero.
    let difference = word ^ (UInt64(byte) &* Self.everyByte)
    let differing = ((difference & Self.low7) &+ Self.low7) | difference
    return ((~differing & Self.bit7) &* Self.gather) &>> 56
  }

  @inline(__always)
  private static func shifted(_ word: UInt64, by bytes: Int) -> UInt64 {
    word &<< (UInt64(truncatingIfNeeded: bytes) &* 8)
  }

  @inline(__always)
  private static func fourBytes(of text: Span<UInt8>, at start: Int) -> UInt64 {
    UInt64(text[start]) | (UInt64(text[start &+ 1]) &<< 8)
      | (UInt64(text[start &+ 2]) &<< 16) | (UInt64(text[start &+ 3]) &<< 24)
  }
}

/// A table of the places of every byte value in a text of as many bytes as the bits of a word.
///
/// It is not copied. With words of 64 bits it takes two kilobytes of the stack, with words of 16
/// bits a quarter of that, which are cleared the faster.
struct PositionTable<Word: FixedWidthInteger & UnsignedInteger>: BytePositions, ~Copyable {
  /// The longest text that fits.
  @inline(__always)
  static var capacity: Int { Word.bitWidth }

  private var table = InlineArray<256, Word>(repeating: 0)

  @inline(__always)
  init(_ text: Span<UInt8>) {
    precondition(text.count <= Self.capacity, "the text has more places than a word has bits")
    var place: Word = 1
    for index in text.indices {
      table[Int(text[index])] |= place
      place &<<= 1
    }
  }

  @inline(__always)
  func positions(of byte: UInt8) -> UInt64 {
    // Through a span: a subscript of the array itself would copy the table for every byte.
    UInt64(truncatingIfNeeded: table.span[Int(byte)])
  }
}
