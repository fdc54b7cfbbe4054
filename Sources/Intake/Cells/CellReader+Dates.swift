import Vocabulary

/// Cells that hold dates.
extension CellReader {
  func readDate(
    _ value: Span<UInt8>, _ patterns: [DatePattern], isBirth: Bool, into text: inout [UInt8],
    _ cell: inout Cell
  ) -> ProblemCode? {
    let century: TwoDigitYear =
      isBirth || column.mustBePast ? .past(asOf: asOf) : .window(from: asOf.year - 70)
    var found: PartialDate?
    for pattern in patterns {
      guard let date = pattern.read(value, twoDigitYears: century)?.date else { continue }
      if let found, found != date { return .ambiguousDate }
      found = date
    }
    guard let date = found else { return .unreadableDate }
    if let problem = implausibility(of: date, isBirth: isBirth) { return problem }
    cell.number = Int(date.interval.first.daysSince1970)
    date.appendText(to: &text)
    return nil
  }

  private func implausibility(of date: PartialDate, isBirth: Bool) -> ProblemCode? {
    if let day = date.day,
      SentinelDates.standard.meaning(of: day, as: isBirth ? .birth : .end) != nil
    {
      return .defaultDate
    }
    if (isBirth || column.mustBePast) && date.interval.first > asOf { return .dateInFuture }
    if isBirth && date.interval.last < asOf.adding(months: -12 * 120) { return .outOfRange }
    return nil
  }
}
