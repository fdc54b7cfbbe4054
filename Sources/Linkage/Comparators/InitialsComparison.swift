/// Whether a short form of a name can stand for the long one.
enum InitialsComparison {
  /// Whether one text is the first letter of the other: J and JOHN.
  ///
  /// Two equal letters are equal, which is another level; they are not a short form of one another.
  static func isInitial(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard min(left.count, right.count) == 1, max(left.count, right.count) > 1 else { return false }
    return left[0] == right[0]
  }

  /// Whether one text of at least so many bytes begins the other: CHRIS and CHRISTOPHER.
  static func isPrefix(_ left: Span<UInt8>, _ right: Span<UInt8>, atLeast count: Int) -> Bool {
    let shorter = min(left.count, right.count)
    guard shorter >= count, shorter < max(left.count, right.count) else { return false }
    for index in 0..<shorter where left[index] != right[index] { return false }
    return true
  }
}
