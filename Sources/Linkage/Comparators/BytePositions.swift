/// Where each byte value stands in a text of up to 64 bytes.
///
/// It is what the bit-parallel comparisons ask: bit `i` of an answer stands for byte `i`.
protocol BytePositions: ~Copyable {
  /// The places of a byte value in the text.
  func positions(of byte: UInt8) -> UInt64
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
  /// Multiplying by it gathers the lowest bits of the eight bytes in the highest byte.
  private static let gather: UInt64 = 0x0102_0408_1020_4080

  let word: UInt64
  /// The bits of the places that the text has.
  private let places: UInt64

  @inline(__always)
  init(_ text: Span<UInt8>) {
    let count = text.count
    precondition(count <= Self.capacity, "the text does not fit in a word")
    word = Self.word(of: text)
    places = (1 &<< UInt64(truncatingIfNeeded: count)) &- 1
  }

  @inline(__always)
  func positions(of byte: UInt8) -> UInt64 {
    // Zero exactly in the bytes that are equal; then bit 7 set exactly in those that are not zero.
    let difference = word ^ (UInt64(byte) &* Self.everyByte)
    let differing = ((difference & Self.low7) &+ Self.low7) | difference
    return ((((~differing &>> 7) & Self.everyByte) &* Self.gather) &>> 56) & places
  }

  /// Reads the text in two halves that may overlap: the same byte then falls on the same place.
  @inline(__always)
  private static func word(of text: Span<UInt8>) -> UInt64 {
    let count = text.count
    if count >= 4 {
      let shift = UInt64(truncatingIfNeeded: count &- 4) &* 8
      return fourBytes(of: text, at: 0) | (fourBytes(of: text, at: count &- 4) &<< shift)
    }
    guard count > 0 else { return 0 }
    let middle = count &>> 1
    let last = count &- 1
    return UInt64(text[0])
      | (UInt64(text[middle]) &<< (UInt64(truncatingIfNeeded: middle) &* 8))
      | (UInt64(text[last]) &<< (UInt64(truncatingIfNeeded: last) &* 8))
  }

  @inline(__always)
  private static func fourBytes(of text: Span<UInt8>, at start: Int) -> UInt64 {
    UInt64(text[start]) | (UInt64(text[start &+ 1]) &<< 8)
      | (UInt64(text[start &+ 2]) &<< 16) | (UInt64(text[start &+ 3]) &<< 24)
  }
}

/// A table of the places of every byte value in a text of up to 64 bytes.
///
/// It is not copied, since it takes two kilobytes of the stack.
struct PositionTable: BytePositions, ~Copyable {
  /// The longest text that fits.
  static let capacity = 64

  private var table = InlineArray<256, UInt64>(repeating: 0)

  init(_ text: Span<UInt8>) {
    precondition(text.count <= Self.capacity, "the text has more places than a word has bits")
    for index in text.indices {
      table[Int(text[index])] |= 1 &<< UInt64(truncatingIfNeeded: index)
    }
  }

  @inline(__always)
  func positions(of byte: UInt8) -> UInt64 {
    table[Int(byte)]
  }
}
