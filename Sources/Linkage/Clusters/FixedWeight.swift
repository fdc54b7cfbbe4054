/// Weights as whole numbers of 1/65,536 bit.
///
/// Sums of whole numbers do not depend on the order in which they are taken, so neither do the
/// clusters that are chosen by them.
enum FixedWeight {
  /// Stands for minus infinity: less than any sum of weights can be.
  static let never: Int64 = -(1 << 61)

  private static let unitsPerBit = 65_536.0
  private static let most = 4_096.0 * unitsPerBit

  /// A weight in units, to the nearest, cut off at 4,096 bits either way.
  static func units(_ weight: Double) -> Int64 {
    let exact = max(-most, min(most, weight * unitsPerBit))
    return Int64(exact < 0 ? exact - 0.5 : exact + 0.5)
  }

  /// A number of units in bits.
  static func bits(_ units: Int64) -> Double {
    Double(units) / unitsPerBit
  }

  /// What a number of pairs that each count the same come to, never less than ``never``.
  @inline(__always)
  static func total(_ units: Int64, times pairs: Int64) -> Int64 {
    let (product, overflows) = units.multipliedReportingOverflow(by: pairs)
    return overflows ? never : max(product, never)
  }
}
