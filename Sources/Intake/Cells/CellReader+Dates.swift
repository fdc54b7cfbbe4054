import Vocabulary

/// Cells that hold dates.
extension CellReader {
  func readDate(
    _ value: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    guard let plainDate, let day = plainDate.read(value) else {
      return readAnyDate(value, into: &text, &cell)
    }
    if let problem = implausibility(of: day) { return problem }
    cell.number = Int(day.daysSince1970)
    text.append(plainDate.text(of: value).span)
    return nil
  }

  private func readAnyDate(
    _ value: Span<UInt8>, into text: inout [UInt8], _ cell: inout Cell
  ) -> ProblemCode? {
    let century: TwoDigitYear =
      isBirth || mustBePast ? .past(asOf: asOf) : .window(from: asOf.year - 70)
    var found: PartialDate?
    for pattern in patterns {
      guard let date = pattern.read(value, twoDigitYears: century)?.date else { continue }
      if let found, found != date { return .ambiguousDate }
      found = date
    }
    guard let date = found else { return .unreadableDate }
    if let problem = implausibility(of: date) { return problem }
    cell.number = Int(date.interval.first.daysSince1970)
    date.appendText(to: &text)
    return nil
  }

  private func implausibility(of date: PartialDate) -> ProblemCode? {
    if let day = date.day { return implausibility(of: day) }
    if (isBirth || mustBePast) && date.interval.first > asOf { return .dateInFuture }
    return date.interval.last < earliestDay ? .dateTooEarly : nil
  }

  private func implausibility(of day: Day) -> ProblemCode? {
    if SentinelDates.standard.meaning(of: day, as: isBirth ? .birth : .end) != nil {
      return .defaultDate
    }
    if (isBirth || mustBePast) && day > asOf { return .dateInFuture }
    return day < earliestDay ? .dateTooEarly : nil
  }
}
