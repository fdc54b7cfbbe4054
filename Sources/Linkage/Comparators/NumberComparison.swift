/// How far two numbers are apart.
enum NumberComparison {
  /// The difference without its sign.
  static func absoluteDifference(_ left: Double, _ right: Double) -> Double {
    abs(left - right)
  }

  /// Whether the difference is at most so many hundredths of the greater of the two, both without their sign.
  ///
  /// Two zeros do not differ; a number and its opposite differ by 200, the most there is.
  static func isWithin(percent: Double, _ left: Double, _ right: Double) -> Bool {
    absoluteDifference(left, right) * 100 <= percent * max(abs(left), abs(right))
  }
}
