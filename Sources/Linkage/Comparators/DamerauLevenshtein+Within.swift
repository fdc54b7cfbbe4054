extension DamerauLevenshtein {
  /// The greatest limit that is decided by trying every change at the first difference.
  private static let fewChanges = 2

  /// Whether `distance <= limit`, mostly without computing it.
  ///
  /// The masks are those of `CharacterMask`.
  @inline(__always)
  static func isWithin(
    _ limit: Int, _ left: Span<UInt8>, _ right: Span<UInt8>, leftMask: UInt64, rightMask: UInt64
  ) -> Bool {
    let fewest = CharacterMask.fewestChanges(left.count, leftMask, right.count, rightMask)
    return fewest <= limit && isWithin(limit, left, right)
  }

  /// Whether `distance <= limit`.
  static func isWithin(_ limit: Int, _ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard limit >= 0 else { return false }
    if limit <= fewChanges { return isWithinFew(limit, left, right, 0, 0) }
    // A transposition is two changes in the sense of Levenshtein, and the bytes within it cost the
    // same. So his distance decides most pairs.
    if Levenshtein.isWithin(limit, left, right) { return true }
    return Levenshtein.isWithin(2 * limit, left, right) && distance(left, right) <= limit
  }

  /// Whether the rests of the texts from the two places are within one or two changes.
  ///
  /// Equal bytes are passed, which never costs a change; at the first difference each change is
  /// tried.
  private static func isWithinFew(
    _ limit: Int, _ left: Span<UInt8>, _ right: Span<UInt8>, _ leftStart: Int, _ rightStart: Int
  ) -> Bool {
    let leftRest = left.count &- leftStart
    let rightRest = right.count &- rightStart
    guard abs(leftRest &- rightRest) <= limit else { return false }
    var equal = 0
    let shorter = min(leftRest, rightRest)
    while equal < shorter, left[leftStart &+ equal] == right[rightStart &+ equal] { equal &+= 1 }
    // Then the rest of the longer text, which is within the limit, is all that differs.
    if equal == shorter { return true }
    guard limit > 0 else { return false }
    let (i, j) = (leftStart &+ equal, rightStart &+ equal)
    return isWithinFew(limit &- 1, left, right, i &+ 1, j &+ 1)
      || isWithinFew(limit &- 1, left, right, i &+ 1, j)
      || isWithinFew(limit &- 1, left, right, i, j &+ 1)
      || isWithinTransposed(limit, left, right, i, j)
  }

  /// Whether the rests are within the limit if they begin with a transposition.
  private static func isWithinTransposed(
    _ limit: Int, _ left: Span<UInt8>, _ right: Span<UInt8>, _ i: Int, _ j: Int
  ) -> Bool {
    guard i &+ 1 < left.count, j &+ 1 < right.count else { return false }
    let isBackOnLeft = left[i &+ 1] == right[j]
    let isBackOnRight = right[j &+ 1] == left[i]
    if isBackOnLeft, isBackOnRight,
      isWithinFew(limit &- 1, left, right, i &+ 2, j &+ 2)
    {
      return true
    }
    guard limit > 1 else { return false }
    // One byte more between the two, on either side.
    if isBackOnLeft, j &+ 2 < right.count, right[j &+ 2] == left[i],
      isWithinFew(limit &- 2, left, right, i &+ 2, j &+ 3)
    {
      return true
    }
    return isBackOnRight && i &+ 2 < left.count && left[i &+ 2] == right[j]
      && isWithinFew(limit &- 2, left, right, i &+ 3, j &+ 2)
  }
}
