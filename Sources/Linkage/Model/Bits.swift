/// Weights as people read them: one digit after the point.
enum Bits {
  /// `-2.5 bits`.
  static func words(_ weight: Double) -> String { "\(tenths(weight)) bits" }

  /// `+0.5` or `-2.5`.
  static func signed(_ weight: Double) -> String {
    let text = tenths(weight)
    return text.hasPrefix("-") ? text : "+\(text)"
  }

  /// A number with one digit after the point.
  static func tenths(_ number: Double) -> String {
    guard abs(number) < 1e15 else { return number.description }
    let tenths = Int((abs(number) * 10).rounded())
    return "\(number < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
  }
}
