/// The middle of numbers.
enum Middle {
  /// The number that as many are above as below; the lower one of two that both are.
  static func lower(_ numbers: [Int]) -> Int? {
    guard !numbers.isEmpty else { return nil }
    return numbers.sorted()[(numbers.count - 1) / 2]
  }
}
