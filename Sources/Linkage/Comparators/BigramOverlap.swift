/// How many pairs of neighbouring bytes two texts share, each as often as it occurs: for long texts
/// in which words move, such as addresses.
///
/// A text of less than two bytes has no pairs and is like no other.
enum BigramOverlap {
  /// Twice the shared pairs as a share of the pairs of both texts, from 0 to 1.
  static func dice(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
    let all = count(of: left) + count(of: right)
    return all == 0 ? 0 : Double(2 * sharedCount(left, right)) / Double(all)
  }

  /// The shared pairs as a share of the pairs of the two texts put together, from 0 to 1.
  static func jaccard(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
    let shared = sharedCount(left, right)
    let all = count(of: left) + count(of: right) - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  /// How many pairs the text has.
  @inline(__always)
  static func count(of text: Span<UInt8>) -> Int {
    max(text.count - 1, 0)
  }

  /// How many pairs of one text find a partner in the other.
  static func sharedCount(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    if left.count < 2 || right.count < 2 { return 0 }
    if left.count <= PositionTable<UInt64>.capacity {
      return sharedCount(PositionTable<UInt64>(left), right)
    }
    if right.count <= PositionTable<UInt64>.capacity {
      return sharedCount(PositionTable<UInt64>(right), left)
    }
    return sharedCountBySorting(left, right)
  }

  /// Looks each pair of the text up as the places where its first byte stands before its second.
  private static func sharedCount(
    _ places: borrowing PositionTable<UInt64>, _ text: Span<UInt8>
  ) -> Int {
    var taken: UInt64 = 0
    var first = places.positions(of: text[0])
    for index in 1..<text.count {
      let second = places.positions(of: text[index])
      let free = first & (second &>> 1) & ~taken
      taken |= free & (0 &- free)
      first = second
    }
    return taken.nonzeroBitCount
  }

  private static func sharedCountBySorting(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let (left, right) = (sortedBigrams(of: left), sortedBigrams(of: right))
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      let (one, other) = (left[i], right[j])
      count += one == other ? 1 : 0
      i += one <= other ? 1 : 0
      j += other <= one ? 1 : 0
    }
    return count
  }

  private static func sortedBigrams(of text: Span<UInt8>) -> [UInt16] {
    var bigrams: [UInt16] = []
    bigrams.reserveCapacity(count(of: text))
    for index in 1..<text.count {
      bigrams.append(UInt16(text[index - 1]) << 8 | UInt16(text[index]))
    }
    bigrams.sort()
    return bigrams
  }
}
