import Glibc

/// The similarity of Jaro, raised by Winkler for texts that begin alike.
///
/// A Jaro similarity above 0.7 is raised by a tenth of what it lacks for each of the first four
/// bytes that agree. This is `jaro_winkler_similarity` of DuckDB to the last bit, which users of
/// Splink know. rapidfuzz and jellyfish do the same but round once more, which may differ in the
/// last bit, and rapidfuzz has 1 for two empty texts, where DuckDB has 0.
enum JaroWinkler {
  private static let boostAbove = 0.7
  private static let boostOfByte = 0.1
  private static let longestPrefix = 4
  private static let slack = 1e-9

  /// How similar the two are, from 0 to 1.
  static func similarity(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
    boosted(Jaro.similarity(left, right), left, right)
  }

  @inline(__always)
  private static func boosted(
    _ similarity: Double, _ left: Span<UInt8>, _ right: Span<UInt8>
  ) -> Double {
    guard similarity > boostAbove else { return similarity }
    let prefix = Double(commonPrefix(left, right))
    // Rounded once, as by DuckDB. It can't be above 1.
    return fma(prefix * boostOfByte, 1 - similarity, similarity)
  }

  @inline(__always)
  private static func commonPrefix(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let limit = min(left.count, right.count, longestPrefix)
    var count = 0
    while count < limit, left[count] == right[count] { count &+= 1 }
    return count
  }

  /// Whether `similarity >= threshold`, mostly without computing it.
  ///
  /// The masks are those of `CharacterMask`. They and the lengths limit the number of matches and
  /// so the similarity; what remains possible is computed.
  @inline(__always)
  static func reaches(
    _ threshold: Double, _ left: Span<UInt8>, _ right: Span<UInt8>,
    leftMask: UInt64, rightMask: UInt64
  ) -> Bool {
    let matches = CharacterMask.mostShared(left.count, leftMask, right.count, rightMask)
    if isOutOfReach(threshold, left.count, right.count, matches, prefix: longestPrefix) {
      return false
    }
    return reachesAfterAll(threshold, left, right, matches)
  }

  @inline(never)
  private static func reachesAfterAll(
    _ threshold: Double, _ left: Span<UInt8>, _ right: Span<UInt8>, _ matches: Int
  ) -> Bool {
    let prefix = commonPrefix(left, right)
    if isOutOfReach(threshold, left.count, right.count, matches, prefix: prefix) { return false }
    return similarity(left, right) >= threshold
  }

  /// Whether the similarity is surely below the threshold if so many bytes match, and all in order.
  ///
  /// Both sides of the formula are multiplied by the two lengths, which saves the divisions. What
  /// is within the slack, far more than rounding can make, is left to the formula itself.
  @inline(__always)
  private static func isOutOfReach(
    _ threshold: Double, _ leftCount: Int, _ rightCount: Int, _ matches: Int, prefix: Int
  ) -> Bool {
    let lengths = Double(leftCount &* rightCount)
    let jaro = (Double(matches &* (leftCount &+ rightCount)) + lengths) * (1.0 / 3)
    guard threshold > boostAbove else { return jaro < (threshold - slack) * lengths }
    let boost = Double(prefix) * boostOfByte
    return jaro < (boostAbove - slack) * lengths
      || jaro * (1 - boost) + boost * lengths < (threshold - slack) * lengths
  }
}
