import Vocabulary

/// Where year, month and day stand in a date that is nothing but digits and marks in fixed places.
///
/// Nearly every column of dates is written so, and by this a date costs a few comparisons. What does not fit is left to
/// the column's pattern, which reads everything.
struct PlainDate {
  private let count: Int
  private let year: Int
  private let month: Int
  private let day: Int
  /// The places of the two marks, and the mark; none in `yyyyMMdd`.
  private let marks: (Int, Int)?
  private let mark: UInt8

  /// A form in which nothing is written.
  static let none = PlainDate(count: -1, year: 0, month: 0, day: 0, marks: nil, mark: 0)

  /// The places for a contract's words, or nil where dates are written in another way.
  init?(_ pattern: DatePattern) {
    switch pattern.words {
    case "yyyyMMdd": self.init(count: 8, year: 0, month: 4, day: 6, marks: nil, mark: 0)
    case "yyyy-MM-dd":
      self.init(count: 10, year: 0, month: 5, day: 8, marks: (4, 7), mark: UInt8(ascii: "-"))
    case "dd/MM/yyyy":
      self.init(count: 10, year: 6, month: 3, day: 0, marks: (2, 5), mark: UInt8(ascii: "/"))
    case "dd-MM-yyyy":
      self.init(count: 10, year: 6, month: 3, day: 0, marks: (2, 5), mark: UInt8(ascii: "-"))
    case "dd.MM.yyyy":
      self.init(count: 10, year: 6, month: 3, day: 0, marks: (2, 5), mark: UInt8(ascii: "."))
    default: return nil
    }
  }

  private init(count: Int, year: Int, month: Int, day: Int, marks: (Int, Int)?, mark: UInt8) {
    self.count = count
    self.year = year
    self.month = month
    self.day = day
    self.marks = marks
    self.mark = mark
  }

  /// The day, or nil where the value is written in another way or there is no such day.
  @inline(__always)
  func read(_ value: Span<UInt8>) -> Day? {
    guard value.count == count else { return nil }
    if let marks, value[marks.0] != mark || value[marks.1] != mark { return nil }
    let month = Self.twoDigits(of: value, at: month)
    let day = Self.twoDigits(of: value, at: day)
    let century = Self.twoDigits(of: value, at: year)
    let year = Self.twoDigits(of: value, at: year + 2)
    guard month | day | century | year >= 0 else { return nil }
    return Day(year: 100 * century + year, month: month, day: day)
  }

  /// The number that two digits make; negative where they are no digits.
  @inline(__always)
  private static func twoDigits(of value: Span<UInt8>, at place: Int) -> Int {
    let tens = value[place] &- 0x30
    let ones = value[place + 1] &- 0x30
    return tens < 10 && ones < 10 ? Int(tens &* 10 &+ ones) : -1
  }

  /// The text of a value that was read, as in `2013-07-22`.
  @inline(__always)
  func text(of value: Span<UInt8>) -> InlineArray<10, UInt8> {
    var bytes = InlineArray<10, UInt8>(repeating: UInt8(ascii: "-"))
    for place in 0..<4 { bytes[place] = value[year + place] }
    for place in 0..<2 {
      bytes[5 + place] = value[month + place]
      bytes[8 + place] = value[day + place]
    }
    return bytes
  }
}
