// The Gregorian calendar in days and back. Years are counted from 1 March here, so that the leap day is
// the last day of its year and each month starts at the same distance from 1 March:
// 153 days for every five months, March to July and August to December.

extension Day {
  /// Year, month and day of the month.
  public struct Parts: Sendable, Hashable {
    /// The year, 1600 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int
  }

  /// The day by its year, month and day of the month, or nothing if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1600...9999).contains(year), (1...12).contains(month),
      (1...Day.daysIn(month: month, ofYear: year)).contains(day)
    else { return nil }
    self.init(unchecked: Day.count(year: year, month: month, day: day))
  }

  /// Year, month and day of the month, worked out once for all three.
  public var parts: Parts {
    let daysIn400Years = 146_097
    let days = Int(daysSince1970) + Day.daysFromMarch0To1970
    let cycle = days / daysIn400Years
    let dayOfCycle = days % daysIn400Years
    // Leaving out the leap days passed so far makes all years of the cycle 365 days long.
    let leapDays = dayOfCycle / 1_460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
    let yearOfCycle = (dayOfCycle - leapDays) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return Parts(
      year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The year.
  public var year: Int { parts.year }

  /// The month, 1 to 12.
  public var month: Int { parts.month }

  /// The day of the month, 1 to 31.
  public var day: Int { parts.day }

  /// Whether the year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days the month has in the year.
  public static func daysIn(month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day that many months later, or earlier; the month's last day where it has no such day.
  ///
  /// 31 January and one month is 28 or 29 February. Stops at the ends of the calendar.
  public func adding(months: Int) -> Day {
    let parts = self.parts
    let (sum, overflows) = (parts.year * 12 + parts.month - 1).addingReportingOverflow(months)
    guard !overflows, sum >= 1600 * 12 else { return months < 0 ? .earliest : .latest }
    guard sum < 10_000 * 12 else { return .latest }
    let (year, month) = (sum / 12, sum % 12 + 1)
    let day = min(parts.day, Day.daysIn(month: month, ofYear: year))
    return Day(unchecked: Day.count(year: year, month: month, day: day))
  }

  private static let daysFromMarch0To1970 = 719_468

  private static func count(year: Int, month: Int, day: Int) -> Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let monthFromMarch = month <= 2 ? month + 9 : month - 3
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    return Int32(marchYear * 365 + leapDays + dayOfYear - daysFromMarch0To1970)
  }
}
