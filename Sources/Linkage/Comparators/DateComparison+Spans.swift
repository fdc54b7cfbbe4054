extension DateComparison {
  /// How many days lie between the two, whichever is earlier; nothing if one is missing.
  static func days(between left: Int32, _ right: Int32) -> Int? {
    guard isKnown(left, right) else { return nil }
    return abs(dayNumber(of: left) - dayNumber(of: right))
  }

  /// Whether at most so many days lie between the two.
  static func isWithinDays(_ limit: Int, _ left: Int32, _ right: Int32) -> Bool {
    guard isKnown(left, right) else { return false }
    return abs(dayNumber(of: left) - dayNumber(of: right)) <= limit
  }

  /// Whether the later is no later than that many calendar months after the earlier.
  ///
  /// One month after 31 January is the last day of February.
  static func isWithinMonths(_ limit: Int, _ left: Int32, _ right: Int32) -> Bool {
    guard isKnown(left, right) else { return false }
    let (earlier, later) = (Parts(min(left, right)), Parts(max(left, right)))
    let months = Int(later.year - earlier.year) * 12 + Int(later.month - earlier.month)
    return months < limit || (months == limit && later.day <= earlier.day)
  }

  /// Whether the later is no later than that many calendar years after the earlier.
  static func isWithinYears(_ limit: Int, _ left: Int32, _ right: Int32) -> Bool {
    isWithinMonths(12 * limit, left, right)
  }

  /// The number of the day in the Gregorian calendar, from any fixed day.
  ///
  /// Years begin on 1 March here: then the leap day comes last, and the months before a month have
  /// 153 days for every five, rounded.
  @inline(__always)
  private static func dayNumber(of date: Int32) -> Int {
    let parts = Parts(date)
    let isBeforeMarch = parts.month <= 2
    let year = Int(parts.year) - (isBeforeMarch ? 1 : 0)
    let month = Int(parts.month) + (isBeforeMarch ? 9 : -3)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + Int(parts.day)
  }
}
