/// Whether an initial can stand for a name.
enum InitialsComparison {
  /// Whether one text is one letter and the other begins with it: J and JOHN, or J and J.
  static func isInitial(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    min(left.count, right.count) == 1 && left[0] == right[0]
  }
}
