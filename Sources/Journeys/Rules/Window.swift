import Vocabulary

/// How long a rule looks back: so many days, or so many months of the calendar.
public enum Window: Hashable, Sendable {
  /// So many days.
  case days(Int)
  /// So many months.
  case months(Int)

  /// The last day before the window that ends with the day: 12 months to 3 May 2013 begin after 3 May 2012.
  func lastDayBefore(windowTo day: Int32) -> Int32 {
    switch self {
    case .days(let days): return day - Int32(days)
    case .months(let months): return Day(clamping: day).adding(months: -months).daysSince1970
    }
  }

  /// The window as in `28 days`.
  public var text: String {
    switch self {
    case .days(let days): "\(days) days"
    case .months(let months): "\(months) months"
    }
  }
}

extension Day {
  /// The day by its count, or the end of the calendar that it lies beyond.
  init(clamping days: Int32) {
    self = Day(daysSince1970: Int(days)) ?? (days < 0 ? .earliest : .latest)
  }
}
