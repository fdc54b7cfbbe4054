/// The date in London, worked out without a time zone database so that TZ cannot change it.
enum LondonCalendar {
  /// The day before the one that it is in London, at so many seconds after 1970 began in UTC.
  ///
  /// A clock set outside the years 1970 to 2199 counts as standing at the nearer end.
  static func yesterday(atUnixTime seconds: Int) -> CalendarDay {
    let seconds = min(max(seconds, 86_400), daysAfterEpoch(year: 2199, month: 12, day: 31) * 86_400)
    let offset = isSummerTime(atUnixTime: seconds) ? 3600 : 0
    return day(afterEpoch: floorDivide(seconds + offset, 86_400) - 1)
  }

  /// Whether clocks are an hour ahead: from 01:00 UTC on the last Sunday of March until 01:00 UTC
  /// on the last Sunday of October (https://www.legislation.gov.uk/uksi/2002/262).
  static func isSummerTime(atUnixTime seconds: Int) -> Bool {
    let year = day(afterEpoch: floorDivide(seconds, 86_400)).year
    let start = lastSunday(ofMonth: 3, year) * 86_400 + 3600
    let end = lastSunday(ofMonth: 10, year) * 86_400 + 3600
    return (start..<end).contains(seconds)
  }

  /// The last Sunday of a month of 31 days, in days after 1970-01-01, which was a Thursday.
  private static func lastSunday(ofMonth month: Int, _ year: Int) -> Int {
    let last = daysAfterEpoch(year: year, month: month, day: 31)
    return last - (last + 4) % 7
  }

  /// Counts days from 1970-01-01, with years that begin in March so that the leap day comes last.
  static func daysAfterEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leapDays + (monthFromMarch * 153 + 2) / 5 + day - 1 - 719_468
  }

  private static func day(afterEpoch days: Int) -> CalendarDay {
    // The mean year finds the year or the one after it.
    var year = 1970 + floorDivide(days * 400, 146_097)
    if daysAfterEpoch(year: year, month: 1, day: 1) > days { year -= 1 }
    if daysAfterEpoch(year: year + 1, month: 1, day: 1) <= days { year += 1 }
    let month = (1...12).last { daysAfterEpoch(year: year, month: $0, day: 1) <= days } ?? 1
    let start = daysAfterEpoch(year: year, month: month, day: 1)
    guard let day = CalendarDay(year: year, month: month, day: days - start + 1) else {
      preconditionFailure("no calendar day lies \(days) days after 1970-01-01")
    }
    return day
  }

  private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }
}
