import Glibc

/// Between which shares the true one lies, given a count out of a number seen.
public struct ShareInterval: Hashable, Sendable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// Wilson's score interval: close to the stated confidence at any count, and quick.
  ///
  /// `deviations` is 1.96 for nineteen times in twenty. Nil where nothing was seen.
  public static func wilson(
    _ part: Int, of whole: Int, deviations: Double = 1.959963984540054
  ) -> ShareInterval? {
    precondition(part >= 0 && part <= whole, "a part is at most the whole")
    guard whole > 0 else { return nil }
    let (seen, count) = (Double(part) / Double(whole), Double(whole))
    let square = deviations * deviations
    let middle = (seen + square / (2 * count)) / (1 + square / count)
    let spread =
      deviations / (1 + square / count)
      * (seen * (1 - seen) / count + square / (4 * count * count)).squareRoot()
    return ShareInterval(
      low: part == 0 ? 0 : max(0, middle - spread),
      high: part == whole ? 1 : min(1, middle + spread))
  }

  /// Clopper and Pearson's exact interval, which is never narrower than its confidence asks.
  ///
  /// Nil where nothing was seen.
  public static func exact(
    _ part: Int, of whole: Int, confidence: Double = 0.95
  ) -> ShareInterval? {
    precondition(part >= 0 && part <= whole, "a part is at most the whole")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    guard whole > 0 else { return nil }
    let tail = (1 - confidence) / 2
    let (seen, missed) = (Double(part), Double(whole - part))
    return ShareInterval(
      low: part == 0 ? 0 : Beta.quantile(tail, seen, missed + 1),
      high: part == whole ? 1 : Beta.quantile(1 - tail, seen + 1, missed))
  }
}

/// The beta distribution, as far as exact intervals need it.
enum Beta {
  /// The share below which so much of the distribution lies, to the last bits by halving.
  static func quantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if cumulative(middle, a, b) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The regularised incomplete beta function.
  static func cumulative(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
    // The fraction converges quickly on this side of the mean only; the other is its mirror image.
    if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
    return 1 - front * fraction(1 - x, b, a) / b
  }

  /// The continued fraction 26.5.8 in Abramowitz and Stegun, by Lentz's method.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var value = d
    // The number of steps grows with the root of the counts.
    for step in 1...20_000 {
      let m = Double(step)
      for numerator in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        d = 1 + numerator * d
        c = 1 + numerator / c
        d = 1 / (abs(d) < tiny ? tiny : d)
        c = abs(c) < tiny ? tiny : c
        value *= d * c
      }
      if abs(d * c - 1) < 1e-15 { break }
    }
    return value
  }

  /// The logarithm of the gamma function of a positive number, by Stirling's series.
  static func logGamma(_ number: Double) -> Double {
    var (x, shift) = (number, 0.0)
    while x < 10 {
      shift += log(x)
      x += 1
    }
    let inverse = 1 / (x * x)
    let series =
      (1.0 / 12 - inverse
        * (1.0 / 360 - inverse
          * (1.0 / 1260 - inverse
            * (1.0 / 1680
              - inverse / 1188))))
      / x
    return (x - 0.5) * log(x) - x + 0.918938533204672741780 + series - shift
  }
}
