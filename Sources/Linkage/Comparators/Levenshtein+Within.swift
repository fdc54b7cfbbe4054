extension Levenshtein {
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
    let common = CommonAffixes(left, right)
    let left = left.extracting(common.rest(of: left.count))
    let right = right.extracting(common.rest(of: right.count))
    return left.count <= right.count
      ? isWithin(limit, shorter: left, longer: right)
      : isWithin(limit, shorter: right, longer: left)
  }

  private static func isWithin(
    _ limit: Int, shorter: Span<UInt8>, longer: Span<UInt8>
  ) -> Bool {
    if longer.count <= limit { return true }
    if longer.count - shorter.count > limit || shorter.isEmpty { return false }
    if shorter.count <= EightBytes.capacity {
      return distance(EightBytes(shorter), shorter.count, longer, within: limit) <= limit
    }
    if shorter.count <= PositionTable<UInt16>.capacity {
      return distance(PositionTable<UInt16>(shorter), shorter.count, longer, within: limit)
        <= limit
    }
    if shorter.count <= PositionTable<UInt64>.capacity {
      return distance(PositionTable<UInt64>(shorter), shorter.count, longer, within: limit) <= limit
    }
    return distanceByRows(shorter, longer, within: limit) <= limit
  }

  /// Whether the rests of the texts from the two places are within one or two changes.
  ///
  /// Equal bytes are passed, which never costs a change; at the first difference each of the three
  /// changes is tried.
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
  }
}
