/// How far two numbers are apart.
enum NumberComparison {
  /// The difference without its sign.
  static func absoluteDifference(_ left: Double, _ right: Double) -> Double {
    abs(left - right)
  }

  /// The difference as a share of the greater of the two, both without their sign.
  ///
  /// Two zeros do not differ; a number and its opposite differ by 2, the most there is.
  static func relativeDifference(_ left: Double, _ right: Double) -> Double {
    let greater = max(abs(left), abs(right))
    return greater == 0 ? 0 : abs(left - right) / greater
  }
}
