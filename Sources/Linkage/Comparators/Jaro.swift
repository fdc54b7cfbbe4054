/// The similarity of Jaro: how many bytes two texts share near the same place, and in what order.
///
/// A byte of one text matches an equal byte of the other that is less than half the longer text
/// away; each is taken once, the first that is free. With `m` matches and `t` half the number of
/// matched bytes that stand in another order, rounded down,
///
///     similarity = (m / left length + m / right length + (m - t) / m) / 3
///
/// and 0 without a match, so also for two empty texts. This is `jaro_similarity` of DuckDB to the
/// last bit.
enum Jaro {
  /// How similar the two are, from 0 to 1.
  static func similarity(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
    similarity(of: JaroMatches.between(left, right), left.count, right.count)
  }

  /// The formula; the order of its steps is part of it, since each step rounds.
  @inline(__always)
  static func similarity(
    of found: JaroMatches, _ leftCount: Int, _ rightCount: Int
  ) -> Double {
    guard found.count > 0 else { return 0 }
    let matches = Double(found.count)
    return
      (matches / Double(leftCount) + matches / Double(rightCount)
      + (matches - Double(found.outOfOrder / 2)) / matches) / 3
  }

  /// How far apart, at most, two bytes may stand to match.
  @inline(__always)
  static func reach(_ leftCount: Int, _ rightCount: Int) -> Int {
    max(max(leftCount, rightCount) / 2 - 1, 0)
  }
}
