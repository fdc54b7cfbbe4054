/// The distance of Levenshtein: how many bytes have to be changed, put in or taken out.
enum Levenshtein {
  /// The fewest changes of one byte that make one text of the other.
  static func distance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let common = CommonAffixes(left, right)
    let left = left.extracting(common.rest(of: left.count))
    let right = right.extracting(common.rest(of: right.count))
    return left.count <= right.count
      ? distance(shorter: left, longer: right) : distance(shorter: right, longer: left)
  }

  private static func distance(shorter: Span<UInt8>, longer: Span<UInt8>) -> Int {
    if shorter.isEmpty { return longer.count }
    if shorter.count <= EightBytes.capacity {
      return distance(EightBytes(shorter), shorter.count, longer, within: longer.count)
    }
    if shorter.count <= PositionTable<UInt16>.capacity {
      return distance(
        PositionTable<UInt16>(shorter), shorter.count, longer, within: longer.count)
    }
    if shorter.count <= PositionTable<UInt64>.capacity {
      return distance(PositionTable<UInt64>(shorter), shorter.count, longer, within: longer.count)
    }
    return distanceByRows(shorter, longer, within: longer.count)
  }

  /// The distance, or any number above the limit when it is above the limit.
  ///
  /// Hyyrö's form («Explaining and Extending the Bit-parallel Approximate String Matching Algorithm
  /// of Myers», 2001) of Myers' algorithm: a column of the table of distances is kept as its steps,
  /// one bit for each byte of the shorter text, and each byte of the longer makes the next column
  /// in a few operations.
  @inline(__always)
  static func distance(
    _ places: borrowing some BytePositions & ~Copyable, _ count: Int, _ longer: Span<UInt8>,
    within limit: Int
  ) -> Int {
    let last: UInt64 = 1 &<< UInt64(truncatingIfNeeded: count &- 1)
    var rises = UInt64.max
    var falls: UInt64 = 0
    var distance = count
    var remaining = longer.count
    for index in longer.indices {
      let equal = places.positions(of: longer[index])
      let diagonal = (((equal & rises) &+ rises) ^ rises) | equal | falls
      let risesAcross = falls | ~(diagonal | rises)
      let fallsAcross = diagonal & rises
      if risesAcross & last != 0 { distance &+= 1 }
      if fallsAcross & last != 0 { distance &-= 1 }
      remaining &-= 1
      // Each byte that remains can mend one difference at most.
      if distance &- remaining > limit { return distance }
      let shifted = (risesAcross &<< 1) | 1
      rises = (fallsAcross &<< 1) | ~(diagonal | shifted)
      falls = shifted & diagonal
    }
    return distance
  }
}
