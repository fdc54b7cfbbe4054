/// A date as a cell states it, with the time of day if the cell has one.
public struct DateReading: Sendable, Hashable {
  /// The date, as exactly as it is stated.
  public let date: PartialDate

  /// Minutes after midnight, if the time is stated.
  public let minuteOfDay: Int?
}

extension DatePattern {
  /// Reads a cell, or nothing if it isn't written so or there is no such date.
  ///
  /// Blanks around it are passed over. So is midnight after a date without a time: databases add it to
  /// every day they export. Any other time there means that the pattern is the wrong one.
  public func read(_ bytes: Span<UInt8>, twoDigitYears: TwoDigitYear) -> DateReading? {
    let range = bytes.trimmedRange()
    guard !range.isEmpty else { return nil }
    let cell = bytes.extracting(range)
    switch form {
    case .steps(let steps): return Self.read(cell, steps, precision, hasTime, twoDigitYears)
    case .serial(let withTime): return SpreadsheetDay.read(cell, withTime: withTime)
    case .term: return nil
    }
  }

  /// The same for a string.
  public func read(_ text: String, twoDigitYears: TwoDigitYear) -> DateReading? {
    read(text.utf8.span, twoDigitYears: twoDigitYears)
  }

  /// Reads a cell that names a school term, if the pattern is `term`.
  public func readTerm(_ bytes: Span<UInt8>) -> AcademicTerm? {
    namesTerms ? AcademicTerm(bytes) : nil
  }

  private static func read(
    _ cell: Span<UInt8>, _ steps: [Step], _ precision: DatePrecision, _ hasTime: Bool,
    _ twoDigitYears: TwoDigitYear
  ) -> DateReading? {
    var parts = StatedParts()
    var index = 0
    for step in steps {
      guard let width = parts.take(step, from: cell, at: index, twoDigitYears) else { return nil }
      index += width
    }
    let rest = cell.extracting(index...)
    guard hasTime ? rest.isFractionOfSecond : rest.isMidnight else { return nil }
    guard let date = parts.date(precision), let minute = parts.minuteOfDay else { return nil }
    return DateReading(date: date, minuteOfDay: hasTime ? minute : nil)
  }
}

/// The numbers that were read from a cell so far.
private struct StatedParts {
  var year = 0
  var quarter = 0
  var month = 0
  var day = 0
  var hour = 0
  var minute = 0
  var second = 0

  /// Reads one step, and says how many bytes it took.
  mutating func take(
    _ step: DatePattern.Step, from cell: Span<UInt8>, at index: Int, _ twoDigitYears: TwoDigitYear
  ) -> Int? {
    switch step {
    case .literal(let byte):
      return index < cell.count && ASCII.uppercased(cell[index]) == byte ? 1 : nil
    case .monthName:
      guard let found = MonthNames.month(in: cell, at: index) else { return nil }
      month = found.month
      return found.width
    case .number(let part, let digits):
      var end = index
      while end < cell.count, end - index < digits.upperBound, ASCII.isDigit(cell[end]) { end += 1 }
      guard end - index >= digits.lowerBound, let number = cell.number(in: index..<end) else {
        return nil
      }
      set(part, to: number, twoDigitYears)
      return end - index
    }
  }

  private mutating func set(_ part: DatePattern.Part, to number: Int, _ pivot: TwoDigitYear) {
    switch part {
    case .year: year = number
    case .twoDigitYear: year = pivot.year(ending: number)
    case .quarter: quarter = number
    case .month: month = number
    case .day: day = number
    case .hour: hour = number
    case .minute: minute = number
    case .second: second = number
    }
  }

  func date(_ precision: DatePrecision) -> PartialDate? {
    switch precision {
    case .day: Day(year: year, month: month, day: day).map { PartialDate($0) }
    case .month: PartialDate(year: year, month: month)
    case .quarter: PartialDate(year: year, quarter: quarter)
    case .year: PartialDate(year: year)
    }
  }

  var minuteOfDay: Int? {
    hour < 24 && minute < 60 && second < 60 ? hour * 60 + minute : nil
  }
}

extension Span where Element == UInt8 {
  /// Whether nothing is there, or a stop and digits: a part of a second.
  fileprivate var isFractionOfSecond: Bool {
    if isEmpty { return true }
    guard self[0] == 0x2E, count > 1 else { return false }
    for index in 1..<count where !ASCII.isDigit(self[index]) { return false }
    return true
  }

  /// Whether nothing is there, or midnight: ` 00:00`, `T00:00:00`, ` 00:00:00.000`.
  fileprivate var isMidnight: Bool {
    if isEmpty { return true }
    guard count >= 6, self[0] == 0x20 || self[0] == 0x54 else { return false }
    for index in 1..<count {
      let byte = self[index]
      let isMark = index == 3 || index == 6 || index == 9
      let mark: UInt8 = index == 9 ? 0x2E : 0x3A
      guard byte == (isMark ? mark : 0x30) else { return false }
    }
    return count == 6 || count == 9 || count > 10
  }
}
