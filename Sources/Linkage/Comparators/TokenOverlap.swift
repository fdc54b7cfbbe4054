/// How much two sets of codes have in common: name tokens, address tokens, all known addresses.
///
/// Each set is a span of different codes in ascending order. Two empty sets have nothing in common:
/// their similarity is 0, since what is missing is no evidence.
enum TokenOverlap {
  /// How many codes are in both.
  static func sharedCount(_ left: Span<Int32>, _ right: Span<Int32>) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      let (one, other) = (left[i], right[j])
      count &+= one == other ? 1 : 0
      i &+= one <= other ? 1 : 0
      j &+= other <= one ? 1 : 0
    }
    return count
  }

  /// The shared codes as a share of all codes of the two, from 0 to 1.
  static func jaccard(_ left: Span<Int32>, _ right: Span<Int32>) -> Double {
    jaccard(shared: sharedCount(left, right), left.count, right.count)
  }

  /// Whether `jaccard >= threshold`; sets of too different sizes are not read.
  static func reaches(
    _ threshold: Double, _ left: Span<Int32>, _ right: Span<Int32>
  ) -> Bool {
    let most = min(left.count, right.count)
    guard jaccard(shared: most, left.count, right.count) >= threshold else { return false }
    return jaccard(left, right) >= threshold
  }

  /// The shared codes as a share of the smaller set, from 0 to 1: 1 if one set is in the other.
  static func overlapCoefficient(_ left: Span<Int32>, _ right: Span<Int32>) -> Double {
    let smaller = min(left.count, right.count)
    return smaller == 0 ? 0 : Double(sharedCount(left, right)) / Double(smaller)
  }

  /// Whether the two share a code.
  static func isAnyShared(_ left: Span<Int32>, _ right: Span<Int32>) -> Bool {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (one, other) = (left[i], right[j])
      if one == other { return true }
      i &+= one < other ? 1 : 0
      j &+= other < one ? 1 : 0
    }
    return false
  }

  @inline(__always)
  private static func jaccard(shared: Int, _ leftCount: Int, _ rightCount: Int) -> Double {
    let all = leftCount &+ rightCount &- shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
