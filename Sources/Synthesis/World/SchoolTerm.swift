public import Vocabulary

/// A school term of the county, with its dates and the sessions that schools are open.
public struct SchoolTerm: Hashable, Sendable {
  /// The academic year by the year it began: 2012 for 2012/13.
  public let year: Int
  /// 1 autumn, 2 spring, 3 summer.
  public let number: Int
  /// The first school day.
  public let first: Day
  /// The last school day.
  public let last: Day
  /// The half-term holiday: its Monday.
  public let halfTerm: Day

  /// Whether schools are open on a day: a weekday of term outside of half term.
  public func isOpen(on day: Day) -> Bool {
    guard first <= day, day <= last else { return false }
    let isHoliday = halfTerm <= day && day < halfTerm.adding(days: 7)
    return !isHoliday && SchoolTerm.isWeekday(day)
  }

  /// The sessions (two a day) from one day to another, both counted, within the term.
  public func sessions(from: Day, to: Day) -> Int {
    var count = 0
    var day = max(from, first)
    while day <= min(to, last) {
      if isOpen(on: day) { count += 2 }
      day = day.adding(days: 1)
    }
    return count
  }

  /// The three terms of an academic year.
  public static func terms(of year: Int) -> [SchoolTerm] {
    [
      SchoolTerm(
        year: year, number: 1, first: monday(onOrAfter: 3, 9, year),
        last: monday(onOrAfter: 15, 12, year).adding(days: 4),
        halfTerm: monday(onOrAfter: 24, 10, year)),
      SchoolTerm(
        year: year, number: 2, first: monday(onOrAfter: 3, 1, year + 1),
        last: monday(onOrAfter: 25, 3, year + 1).adding(days: 4),
        halfTerm: monday(onOrAfter: 13, 2, year + 1)),
      SchoolTerm(
        year: year, number: 3, first: monday(onOrAfter: 15, 4, year + 1),
        last: monday(onOrAfter: 15, 7, year + 1).adding(days: 2),
        halfTerm: monday(onOrAfter: 26, 5, year + 1)),
    ]
  }

  /// The terms that have ended between two days, earliest first.
  public static func completed(from: Day, to: Day) -> [SchoolTerm] {
    (from.year - 1...to.year).flatMap(terms(of:)).filter { from <= $0.first && $0.last <= to }
  }

  static func isWeekday(_ day: Day) -> Bool {
    // 1970-01-01 was a Thursday.
    let fromMonday = ((Int(day.daysSince1970) + 3) % 7 + 7) % 7
    return fromMonday < 5
  }

  private static func monday(onOrAfter day: Int, _ month: Int, _ year: Int) -> Day {
    let start = Day.of(year, month, day)
    let fromMonday = ((Int(start.daysSince1970) + 3) % 7 + 7) % 7
    return start.adding(days: (7 - fromMonday) % 7)
  }
}

extension Day {
  /// A day that is certain to exist, for tables of constants.
  static func of(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let found = Day(year: year, month: month, day: day) else {
      preconditionFailure("no such day in a table")
    }
    return found
  }
}
