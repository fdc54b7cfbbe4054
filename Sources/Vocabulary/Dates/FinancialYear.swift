/// A year of public money, from 1 April to 31 March, named by the calendar year in which it starts: 2012/13 is 2012.
public struct FinancialYear: Sendable, Hashable, Comparable {
  /// The calendar year in which it starts.
  public let start: Int

  /// The financial year that starts in the calendar year.
  public init(start: Int) {
    self.start = start
  }

  /// The financial year that the day is in.
  public init(containing day: Day) {
    let parts = day.parts
    start = parts.month >= 4 ? parts.year : parts.year - 1
  }

  /// Reads `2012/13`, `2012-13` or `2012/2013`; the second year has to be the one after the first.
  public init?(_ text: String) {
    guard let year = AcademicYear(text) else { return nil }
    start = year.start
  }

  /// The year as in `2012/13`.
  public var text: String { AcademicYear(start: start).text }

  /// Its first and last day, or nothing outside of the calendar.
  public var days: DayInterval? {
    guard let first = Day(year: start, month: 4, day: 1),
      let last = Day(year: start + 1, month: 3, day: 31)
    else { return nil }
    return DayInterval(first: first, last: last)
  }

  /// Whether the first is earlier.
  public static func < (left: FinancialYear, right: FinancialYear) -> Bool {
    left.start < right.start
  }
}
