/// The bytes of two texts that match in the sense of Jaro.
struct JaroMatches: Equatable {
  /// How many bytes of each text have a partner in the other.
  var count: Int
  /// How many of them, taken in each text's order, differ from the one in the same turn.
  var outOfOrder: Int

  /// Finds the matches, by bits for texts of up to 64 bytes.
  ///
  /// Which text is searched for the bytes of the other makes no difference: of each byte value, the
  /// first in reach of one another are matched in either case.
  @inline(__always)
  static func between(_ left: Span<UInt8>, _ right: Span<UInt8>) -> JaroMatches {
    left.count >= right.count
      ? between(longer: left, shorter: right) : between(longer: right, shorter: left)
  }

  @inline(__always)
  private static func between(longer: Span<UInt8>, shorter: Span<UInt8>) -> JaroMatches {
    if longer.count <= EightBytes.capacity {
      return between(longer, EightBytes(longer), shorter)
    }
    if longer.count <= PositionTable<UInt16>.capacity {
      return between(longer, PositionTable<UInt16>(longer), shorter)
    }
    if longer.count <= PositionTable<UInt64>.capacity {
      return between(longer, PositionTable<UInt64>(longer), shorter)
    }
    return betweenByFlags(longer, shorter)
  }

  /// Takes for each byte of the shorter text the first free one in reach in the longer.
  @inline(__always)
  private static func between<Positions: BytePositions & ~Copyable>(
    _ longer: Span<UInt8>, _ positions: borrowing Positions, _ shorter: Span<UInt8>
  ) -> JaroMatches {
    let reach = UInt64(truncatingIfNeeded: Jaro.reach(longer.count, shorter.count))
    // The bits in reach of the current byte of the shorter text; it slides along with it.
    var window: UInt64 = (2 &<< reach) &- 1
    var growing: UInt64 = (1 &<< reach) &- 1
    let places = Positions.places(longer.count)
    var free = places
    // The bytes of the shorter text with a partner, the last byte in the lowest bit.
    var matched: UInt64 = 0
    for index in shorter.indices {
      let candidates = positions.positions(of: shorter[index]) & window & free
      free ^= candidates & (0 &- candidates)
      matched = (matched &<< 1) | (candidates == 0 ? 0 : 1)
      window = (window &<< 1) | (growing & 1)
      growing &>>= 1
    }
    return JaroMatches(longer, taken: places ^ free, shorter, matched: matched)
  }

  /// Counts the matches, and compares them turn by turn from the last to the first.
  @inline(__always)
  private init(
    _ longer: Span<UInt8>, taken: UInt64, _ shorter: Span<UInt8>, matched: UInt64
  ) {
    var (taken, matched) = (taken, matched)
    var (count, outOfOrder) = (0, 0)
    while matched != 0 {
      let place = 63 &- taken.leadingZeroBitCount
      let other = shorter.count &- 1 &- matched.trailingZeroBitCount
      if longer[place] != shorter[other] { outOfOrder &+= 1 }
      taken ^= 1 &<< UInt64(truncatingIfNeeded: place)
      matched &= matched &- 1
      count &+= 1
    }
    self.init(count: count, outOfOrder: outOfOrder)
  }

  init(count: Int, outOfOrder: Int) {
    self.count = count
    self.outOfOrder = outOfOrder
  }

  /// The same with a flag for each byte, for texts of any length.
  @inline(never)
  private static func betweenByFlags(
    _ longer: Span<UInt8>, _ shorter: Span<UInt8>
  ) -> JaroMatches {
    let reach = Jaro.reach(longer.count, shorter.count)
    var isTaken = [Bool](repeating: false, count: longer.count)
    var matched: [UInt8] = []
    for index in shorter.indices {
      var place = max(index - reach, 0)
      let end = min(index + reach + 1, longer.count)
      while place < end, isTaken[place] || longer[place] != shorter[index] { place += 1 }
      guard place < end else { continue }
      isTaken[place] = true
      matched.append(shorter[index])
    }
    var (turn, outOfOrder) = (0, 0)
    for index in longer.indices where isTaken[index] {
      if longer[index] != matched[turn] { outOfOrder += 1 }
      turn += 1
    }
    return JaroMatches(count: matched.count, outOfOrder: outOfOrder)
  }
}
