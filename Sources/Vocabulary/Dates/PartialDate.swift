/// How exactly a date is known.
public enum DatePrecision: String, Sendable, Hashable, CaseIterable {
  case day, month, quarter, year
}

/// A date known to the day, or only to its month, quarter or year.
///
/// What is not known is never made up, so partial dates have no order of before and after:
/// ``isBefore(_:)`` and its kin answer *cannot tell* where the missing detail decides.
public struct PartialDate: Sendable, Hashable {
  /// The first day that it may be.
  public let earliest: Day

  /// How exactly the date is known.
  public let precision: DatePrecision

  /// A date known to the day.
  public init(_ day: Day) {
    self.init(earliest: day, precision: .day)
  }

  /// A date known to the month, or nothing if there is no such month.
  public init?(year: Int, month: Int) {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    self.init(earliest: first, precision: .month)
  }

  /// A date known to the quarter, of which the first is January to March.
  public init?(year: Int, quarter: Int) {
    guard (1...4).contains(quarter),
      let first = Day(year: year, month: quarter * 3 - 2, day: 1)
    else { return nil }
    self.init(earliest: first, precision: .quarter)
  }

  /// A date known to the year, or nothing outside of 1600 to 9999.
  public init?(year: Int) {
    guard let first = Day(year: year, month: 1, day: 1) else { return nil }
    self.init(earliest: first, precision: .year)
  }

  /// The month, quarter or year that the day is in, or the day itself.
  public init(_ precision: DatePrecision, containing day: Day) {
    let parts = day.parts
    let month =
      switch precision {
      case .day, .month: parts.month
      case .quarter: (parts.month - 1) / 3 * 3 + 1
      case .year: 1
      }
    let monthsPassed = parts.month - month
    let firstOfMonth = day.adding(days: 1 - parts.day)
    self.init(
      earliest: precision == .day ? day : firstOfMonth.adding(months: -monthsPassed),
      precision: precision)
  }

  private init(earliest: Day, precision: DatePrecision) {
    self.earliest = earliest
    self.precision = precision
  }

  /// The day, if it is known to the day.
  public var day: Day? {
    precision == .day ? earliest : nil
  }

  /// The last day that it may be.
  public var latest: Day {
    switch precision {
    case .day: earliest
    case .month: lastDay(afterMonths: 1)
    case .quarter: lastDay(afterMonths: 3)
    case .year: lastDay(afterMonths: 12)
    }
  }

  /// All days that it may be.
  public var interval: DayInterval {
    DayInterval(unchecked: earliest, latest)
  }

  private func lastDay(afterMonths months: Int) -> Day {
    // Months are added to the last month's first day, so that December 9999 has an end too.
    let parts = earliest.adding(months: months - 1).parts
    let lastOfMonth = Day.daysIn(month: parts.month, ofYear: parts.year)
    return earliest.adding(months: months - 1).adding(days: lastOfMonth - 1)
  }
}
