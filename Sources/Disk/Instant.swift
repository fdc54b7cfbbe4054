/// A moment, to the millisecond.
public struct Instant: Hashable, Sendable, Comparable {
  /// Milliseconds since the beginning of 1970, UTC.
  public let milliseconds: Int

  /// Makes a moment from milliseconds since the beginning of 1970, UTC.
  public init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// The moment in UTC, as in `2013-07-22T01:02:03.004Z`.
  public var text: String {
    let (day, time) = milliseconds.flooredDivision(by: 86_400_000)
    let date = CivilDay(daysSince1970: day)
    let clock = [time / 3_600_000, time / 60_000 % 60, time / 1_000 % 60].map { padded($0, 2) }
    return "\(date.text)T\(clock.joined(separator: ":")).\(padded(time % 1_000, 3))Z"
  }

  /// The day in Europe/London.
  ///
  /// Summer time runs from one in the morning, Greenwich mean time, of the last Sunday in March to
  /// that of the last Sunday in October: Summer Time Act 1972, section 1, as the Summer Time Order
  /// 2002 (SI 2002/262) has it.
  public var dayInLondon: CivilDay {
    let seconds = milliseconds.flooredDivision(by: 1_000).quotient
    let year = CivilDay(daysSince1970: seconds.flooredDivision(by: 86_400).quotient).year
    let start = CivilDay.lastSunday(ofMonth: 3, year: year) * 86_400 + 3_600
    let end = CivilDay.lastSunday(ofMonth: 10, year: year) * 86_400 + 3_600
    let local = seconds >= start && seconds < end ? seconds + 3_600 : seconds
    return CivilDay(daysSince1970: local.flooredDivision(by: 86_400).quotient)
  }

  /// Orders moments from earlier to later.
  public static func < (one: Instant, other: Instant) -> Bool {
    one.milliseconds < other.milliseconds
  }
}

/// A day of the calendar as plain numbers.
public struct CivilDay: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a day of its numbers.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day as in `2013-07-22`.
  public var text: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// The day that is so many days after 1 January 1970.
  ///
  /// Years are counted from March, so that the day that is sometimes there comes last.
  init(daysSince1970 days: Int) {
    let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// How many days after 1 January 1970 the day is.
  var daysSince1970: Int {
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The last Sunday of a month of 31 days, as days since 1970; 1 January 1970 was a Thursday.
  static func lastSunday(ofMonth month: Int, year: Int) -> Int {
    let last = CivilDay(year: year, month: month, day: 31).daysSince1970
    return last - (last + 4).flooredDivision(by: 7).remainder
  }
}

extension Int {
  /// The quotient rounded down, and what is left, which is never negative.
  fileprivate func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
