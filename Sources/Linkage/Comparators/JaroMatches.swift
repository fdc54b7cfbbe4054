/// The bytes of two texts that match in the sense of Jaro.
struct JaroMatches: Equatable {
  /// How many bytes of each text have a partner in the other.
  var count: Int
  /// How many of them, taken in each text's order, differ from the one in the same turn.
  var outOfOrder: Int

  /// Finds the matches, by bits for texts of up to 64 bytes.
  @inline(__always)
  static func between(_ left: Span<UInt8>, _ right: Span<UInt8>) -> JaroMatches {
    if left.count <= EightBytes.capacity && right.count <= EightBytes.capacity {
      return between(left, EightBytes(left), right)
    }
    if left.count <= PositionTable.capacity && right.count <= PositionTable.capacity {
      return betweenByTable(left, right)
    }
    return betweenByFlags(left, right)
  }

  @inline(never)
  private static func betweenByTable(
    _ left: Span<UInt8>, _ right: Span<UInt8>
  ) -> JaroMatches {
    between(left, PositionTable(left), right)
  }

  /// Takes for each byte of the right text the first free one in reach on the left.
  @inline(__always)
  private static func between(
    _ left: Span<UInt8>, _ places: borrowing some BytePositions & ~Copyable,
    _ right: Span<UInt8>
  ) -> JaroMatches {
    let reach = UInt64(truncatingIfNeeded: Jaro.reach(left.count, right.count))
    // The bits in reach of the current byte of the right text; it slides along with it.
    var window: UInt64 = (2 &<< reach) &- 1
    var growing: UInt64 = (1 &<< reach) &- 1
    var leftTaken: UInt64 = 0
    var rightTaken: UInt64 = 0
    for index in right.indices {
      let free = places.positions(of: right[index]) & window & ~leftTaken
      leftTaken |= free & (0 &- free)
      rightTaken |= (free == 0 ? 0 : 1) &<< UInt64(truncatingIfNeeded: index)
      window = (window &<< 1) | (growing & 1)
      growing &>>= 1
    }
    return JaroMatches(
      count: leftTaken.nonzeroBitCount,
      outOfOrder: outOfOrder(left, leftTaken, right, rightTaken))
  }

  @inline(__always)
  private static func outOfOrder(
    _ left: Span<UInt8>, _ leftTaken: UInt64, _ right: Span<UInt8>, _ rightTaken: UInt64
  ) -> Int {
    var (leftTaken, rightTaken) = (leftTaken, rightTaken)
    var count = 0
    while rightTaken != 0 {
      if left[leftTaken.trailingZeroBitCount] != right[rightTaken.trailingZeroBitCount] {
        count &+= 1
      }
      leftTaken &= leftTaken &- 1
      rightTaken &= rightTaken &- 1
    }
    return count
  }

  /// The same with a flag for each byte, for texts of any length.
  @inline(never)
  static func betweenByFlags(_ left: Span<UInt8>, _ right: Span<UInt8>) -> JaroMatches {
    let reach = Jaro.reach(left.count, right.count)
    var isTaken = [Bool](repeating: false, count: left.count)
    var matched: [UInt8] = []
    for index in right.indices {
      var place = max(index - reach, 0)
      let end = min(index + reach + 1, left.count)
      while place < end, isTaken[place] || left[place] != right[index] { place += 1 }
      guard place < end else { continue }
      isTaken[place] = true
      matched.append(right[index])
    }
    var (turn, outOfOrder) = (0, 0)
    for index in left.indices where isTaken[index] {
      if left[index] != matched[turn] { outOfOrder += 1 }
      turn += 1
    }
    return JaroMatches(count: matched.count, outOfOrder: outOfOrder)
  }
}
