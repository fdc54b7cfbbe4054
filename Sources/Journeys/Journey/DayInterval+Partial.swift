public import Vocabulary

extension DayInterval {
  /// The date that may be any of these days: a day, month, quarter or year; nil for other spans of days.
  public var partialDate: PartialDate? {
    if first == last { return PartialDate(first) }
    for precision in [DatePrecision.month, .quarter, .year] {
      let date = PartialDate(precision, containing: first)
      if date.interval == self { return date }
    }
    return nil
  }

  /// The date as exact as it is known: `2007-05-03`, `2007-05`, `2007`, or `2007-05-29 to 2007-06-28`.
  public var dateText: String {
    partialDate?.text ?? "\(first.iso) to \(last.iso)"
  }
}
