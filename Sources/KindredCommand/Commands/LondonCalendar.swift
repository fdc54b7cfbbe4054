import Vocabulary

/// The date in London, worked out without a time zone database so that TZ cannot change it.
enum LondonCalendar {
  /// The day before the one that it is in London, at so many seconds after 1970 began in UTC.
  ///
  /// A clock set beyond what the calendar holds counts as standing at the nearer end.
  static func yesterday(atUnixTime seconds: Int) -> Day {
    let seconds = min(max(seconds, 0), start(of: .latest))
    let summerHour = isSummerTime(atUnixTime: seconds) ? 3600 : 0
    return day(atUnixTime: seconds + summerHour).adding(days: -1)
  }

  /// Whether clocks are an hour ahead: from 01:00 UTC on the last Sunday of March until 01:00 UTC
  /// on the last Sunday of October (https://www.legislation.gov.uk/uksi/2002/262).
  private static func isSummerTime(atUnixTime seconds: Int) -> Bool {
    let year = day(atUnixTime: seconds).year
    guard let start = lastSunday(ofMonth: 3, year), let end = lastSunday(ofMonth: 10, year) else {
      return false
    }
    return (self.start(of: start) + 3600..<self.start(of: end) + 3600).contains(seconds)
  }

  /// The last Sunday of a month of 31 days.
  private static func lastSunday(ofMonth month: Int, _ year: Int) -> Day? {
    Day(year: year, month: month, day: 31).map { last in
      last.adding(days: -(last.weekday.rawValue % 7))
    }
  }

  private static func day(atUnixTime seconds: Int) -> Day {
    Day(daysSince1970: seconds / 86_400) ?? .latest
  }

  private static func start(of day: Day) -> Int { Int(day.daysSince1970) * 86_400 }
}
