/// Dates of which a part is not given: what would hold for some of the days that they may be, and not for others, is
/// unknown.
extension DateComparison {
  /// Whether only the year or the month is known.
  @inline(__always)
  static func isPartial(_ date: Int32) -> Bool { date % 100 == 0 || date / 100 % 100 == 0 }

  /// What a test says of two dates of which one at least is partial.
  ///
  /// It says no only where no day would pass; that none is left but days that pass is not looked for among slips of the pen.
  static func truth(of kind: TestKind, _ left: Int32, _ right: Int32, limit: Int) -> Truth {
    guard isKnown(left, right) else { return .unknown }
    let (one, other) = (Parts(left), Parts(right))
    let differing = one.knownToDiffer(from: other)
    switch kind {
    case .exact: return differing == 0 ? .unknown : .no
    case .onePart: return differing < 2 ? .unknown : .no
    case .oneDigit: return digitsKnownToDiffer(one, other) < 2 ? .unknown : .no
    case .transposed:
      guard differing < 2 else { return .no }
      return differing == 0 || differsByTransposedDigits(one.known(in: other), other.known(in: one))
        ? .unknown : .no
    case .dayMonthSwapped:
      let isSwapped =
        one.year == other.year && mayBeEqual(one.month, other.day)
        && mayBeEqual(one.day, other.month)
      return isSwapped ? .unknown : .no
    case .daysApart: return span(left, right) { isWithinDays(limit, $0, $1) }
    case .monthsApart: return span(left, right) { isWithinMonths(limit, $0, $1) }
    case .yearsApart: return span(left, right) { isWithinYears(limit, $0, $1) }
    default: return .unknown
    }
  }

  private static func mayBeEqual(_ one: Int32, _ other: Int32) -> Bool {
    one == 0 || other == 0 || one == other
  }

  private static func digitsKnownToDiffer(_ one: Parts, _ other: Parts) -> Int {
    differingDigits(one.known(in: other), other.known(in: one))
  }

  /// Of the days that two dates may be, the farthest apart and the nearest decide.
  private static func span(
    _ left: Int32, _ right: Int32, _ isWithin: (Int32, Int32) -> Bool
  ) -> Truth {
    let (one, other) = (days(of: left), days(of: right))
    if isWithin(one.first, other.last) && isWithin(one.last, other.first) { return .yes }
    if one.first <= other.last && other.first <= one.last { return .unknown }
    let nearest = one.last < other.first ? (one.last, other.first) : (other.last, one.first)
    return isWithin(nearest.0, nearest.1) ? .unknown : .no
  }

  /// The first and the last day that a date may be.
  private static func days(of date: Int32) -> (first: Int32, last: Int32) {
    let parts = Parts(date)
    if parts.month == 0 { return (parts.year * 10_000 + 101, parts.year * 10_000 + 1_231) }
    if parts.day != 0 { return (date, date) }
    return (date + 1, date + lastDay(of: parts))
  }

  private static func lastDay(of parts: Parts) -> Int32 {
    switch parts.month {
    case 2:
      let year = parts.year
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

extension DateComparison.Parts {
  /// How many of year, month and day are given in both and differ.
  fileprivate func knownToDiffer(from other: Self) -> Int {
    (year == other.year ? 0 : 1)
      + (month == 0 || other.month == 0 || month == other.month ? 0 : 1)
      + (day == 0 || other.day == 0 || day == other.day ? 0 : 1)
  }

  /// The date with only those parts that another has as well.
  fileprivate func known(in other: Self) -> Int32 {
    year * 10_000 + (other.month == 0 ? 0 : month * 100) + (other.day == 0 ? 0 : day)
  }
}
