public import Vocabulary

/// A date that a journey is measured by, and how long before it concern was first seen.
public struct ThresholdDate: Hashable, Sendable {
  /// The threshold's place in the rules.
  public var threshold: Int
  /// The days on which it may have been reached.
  public var date: DayInterval
  /// The facts of the earliest possible date, by their places in the case file.
  public var facts: [Int]
}

/// The time from one date to another, where both may be known only in part.
public struct LeadTime: Hashable, Sendable {
  /// The fewest days that it may be.
  public var leastDays: Int
  /// The most days that it may be.
  public var mostDays: Int
  /// The difference in calendar months, where both dates are known to the month at least.
  public var months: Int?

  /// The time from one date to a later one; negative where the second is earlier.
  public init(from start: DayInterval, to end: DayInterval) {
    leastDays = start.last.days(until: end.first)
    mostDays = start.first.days(until: end.last)
    let (one, other) = (start.first.parts, end.first.parts)
    let areWithinMonths = Self.isWithinMonth(start) && Self.isWithinMonth(end)
    months = areWithinMonths ? (other.year - one.year) * 12 + other.month - one.month : nil
  }

  private static func isWithinMonth(_ date: DayInterval) -> Bool {
    let (first, last) = (date.first.parts, date.last.parts)
    return first.year == last.year && first.month == last.month
  }

  /// The time as in `16 months`, `28 days` or `120 to 180 days`.
  public var text: String {
    if let months, abs(months) > 1 || leastDays != mostDays {
      return months == 1 ? "1 month" : "\(months) months"
    }
    if leastDays == mostDays { return leastDays == 1 ? "1 day" : "\(leastDays) days" }
    return "\(leastDays) to \(mostDays) days"
  }
}
