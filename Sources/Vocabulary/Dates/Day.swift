/// One day of the Gregorian calendar, from 1600-01-01 to 9999-12-31.
///
/// It is a count of days since 1970-01-01 in four bytes, without time, zone or locale.
public struct Day: Sendable, Hashable {
  /// How many days after 1970-01-01 this is; negative before it.
  public let daysSince1970: Int32

  /// The first day there is: 1600-01-01.
  public static let earliest = Day(unchecked: -135_140)

  /// The last day there is: 9999-12-31, which also stands for an end that is open.
  public static let latest = Day(unchecked: 2_932_896)

  /// The day by its count from 1970-01-01, or nothing outside of the years 1600 to 9999.
  public init?(daysSince1970 days: Int) {
    guard (Int(Self.earliest.daysSince1970)...Int(Self.latest.daysSince1970)).contains(days) else {
      return nil
    }
    self.init(unchecked: Int32(days))
  }

  init(unchecked days: Int32) {
    daysSince1970 = days
  }
}

extension Day: Comparable {
  /// Whether the first day is earlier.
  public static func < (left: Day, right: Day) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }
}

extension Day {
  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, three days after a Monday.
    let daysAfterMonday = (Int(daysSince1970) + 3) % 7
    let number = (daysAfterMonday + 7) % 7 + 1
    guard let weekday = Weekday(rawValue: number) else { preconditionFailure("no such weekday") }
    return weekday
  }

  /// The day that many days later, or earlier if negative; stops at the ends of the calendar.
  public func adding(days: Int) -> Day {
    let (sum, overflows) = Int(daysSince1970).addingReportingOverflow(days)
    if overflows { return days < 0 ? .earliest : .latest }
    return Day(daysSince1970: sum) ?? (days < 0 ? .earliest : .latest)
  }

  /// How many days it is from this day until the other; negative if the other is earlier.
  public func days(until other: Day) -> Int {
    Int(other.daysSince1970) - Int(daysSince1970)
  }
}

extension Day: CustomStringConvertible {
  /// The day as in `2013-07-22`.
  public var description: String { iso }
}
