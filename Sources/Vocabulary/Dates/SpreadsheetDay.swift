/// Days as a spreadsheet counts them: 1 is 1900-01-01 in the 1900 system.
///
/// The system has a 29 February 1900, day 60, that never was. It is refused, and days from 61 on are
/// counted one less, so that both sides of it come out right.
enum SpreadsheetDay {
  /// The day of the count, or nothing for 0, for the day that never was and beyond the year 9999.
  static func day(_ serial: Int) -> Day? {
    guard serial >= 1, serial != 60 else { return nil }
    let daysFrom1900To1970 = 25_567
    return Day(daysSince1970: serial - daysFrom1900To1970 - (serial < 60 ? 1 : 2))
  }

  /// Reads a count such as `41477`, `41477.0` or, with a time of day, `41477.75`.
  static func read(_ cell: Span<UInt8>, withTime: Bool) -> DateReading? {
    var stop = 0
    while stop < cell.count, ASCII.isDigit(cell[stop]) { stop += 1 }
    guard stop <= 7, let serial = cell.number(in: 0..<stop) else { return nil }
    guard let seconds = seconds(ofFraction: cell.extracting(stop...)) else { return nil }
    if !withTime {
      guard seconds == 0, let day = day(serial) else { return nil }
      return DateReading(date: PartialDate(day), minuteOfDay: nil)
    }
    // A fraction within half a second of midnight is the next day.
    guard let day = day(serial + seconds / 86_400) else { return nil }
    return DateReading(date: PartialDate(day), minuteOfDay: seconds % 86_400 / 60)
  }

  /// The seconds of a part of a day, to the nearest: spreadsheets write 11:00 as `.458333333`.
  private static func seconds(ofFraction bytes: Span<UInt8>) -> Int? {
    if bytes.isEmpty { return 0 }
    guard bytes[0] == 0x2E, bytes.count > 1 else { return nil }
    for index in 1..<bytes.count where !ASCII.isDigit(bytes[index]) { return nil }
    let digits = min(bytes.count - 1, 12)
    guard let fraction = bytes.number(in: 1..<1 + digits) else { return nil }
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    return (fraction * 2 * 86_400 + scale) / (2 * scale)
  }
}
