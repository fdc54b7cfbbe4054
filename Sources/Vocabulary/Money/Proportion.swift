/// A count out of a count, compared with thresholds in whole numbers.
///
/// 15% is reached where 100 times the numerator is at least 15 times the denominator; nothing is divided
/// or rounded. Out of nothing there is no proportion, and the answer is *cannot tell*.
public struct Proportion: Sendable, Hashable {
  /// How many are meant.
  public let numerator: Int

  /// Out of how many.
  public let denominator: Int

  /// That many out of that many; neither is negative.
  public init(_ numerator: Int, of denominator: Int) {
    precondition(numerator >= 0 && denominator >= 0, "counts are not negative")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether it is so many percent or more.
  public func isAtLeast(percent: Int) -> Certainty {
    isAtLeast(percent, outOf: 100)
  }

  /// Whether it is less than so many percent.
  public func isBelow(percent: Int) -> Certainty {
    isAtLeast(percent: percent).negated
  }

  /// Whether it is so many tenths of a percent or more.
  public func isAtLeast(tenthsOfPercent: Int) -> Certainty {
    isAtLeast(tenthsOfPercent, outOf: 1_000)
  }

  /// Whether it is less than so many tenths of a percent.
  public func isBelow(tenthsOfPercent: Int) -> Certainty {
    isAtLeast(tenthsOfPercent: tenthsOfPercent).negated
  }

  /// The two summed apart: 3 of 10 and 1 of 30 are 4 of 40.
  public static func + (left: Proportion, right: Proportion) -> Proportion {
    Proportion(left.numerator + right.numerator, of: left.denominator + right.denominator)
  }

  private func isAtLeast(_ threshold: Int, outOf whole: Int) -> Certainty {
    precondition(threshold >= 0, "a threshold is not negative")
    if denominator == 0 { return .cannotTell }
    let reached = whole.multipliedFullWidth(by: numerator)
    let needed = threshold.multipliedFullWidth(by: denominator)
    return Certainty((reached.high, reached.low) >= (needed.high, needed.low))
  }
}
