import Testing

@testable import KindredCommand

@Suite struct CalendarTests {
  @Test(arguments: [
    "2013-7-22", "2013-07-32", "2013-13-01", "2013-00-10", "2013-04-31", "1900-02-29", "2013/07/22",
    "22-07-2013", "2013-07-22 ", " 2013-07-22", "", "2013-07", "+013-07-22", "1899-12-31",
    "2200-01-01", "٢٠١٣-٠٧-٢٢",
  ])
  func `not a day`(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(arguments: ["2013-07-22", "2000-02-29", "2012-12-31", "1900-01-01", "2199-12-31"])
  func `a day reads and writes alike`(_ text: String) {
    #expect(CalendarDay(text)?.description == text)
  }

  /// Clocks go on at 01:00 UTC on the last Sunday of March, and back on that of October.
  @Test(arguments: [
    ("winter, a second before midnight", 1_356_998_399, "2012-12-30"),
    ("winter, at midnight", 1_356_998_400, "2012-12-31"),
    ("summer, a second before London's midnight", 1_374_533_999, "2013-07-21"),
    ("summer, at London's midnight", 1_374_534_000, "2013-07-22"),
    ("a second before clocks go on", 1_364_691_599, "2013-03-30"),
    ("the evening before clocks go on", 1_364_686_200, "2013-03-29"),
    ("the evening after clocks went on", 1_364_772_600, "2013-03-31"),
    ("the evening before clocks go back", 1_382_830_200, "2013-10-26"),
    ("the evening after clocks went back", 1_382_916_600, "2013-10-26"),
    ("leap day begins", 1_330_473_600, "2012-02-28"),
    ("the day after leap day", 1_330_603_200, "2012-02-29"),
    ("a clock never set", 0, "1970-01-01"),
    ("a clock gone mad", .max, "2199-12-30"),
  ])
  func yesterday(_ name: String, seconds: Int, expected: String) {
    #expect(LondonCalendar.yesterday(atUnixTime: seconds).description == expected)
  }

  /// Every noon from 1970 to the end of 2199, against days counted the slow way.
  @Test func `days follow one another without gap`() {
    var noon = 86_400 + 43_200
    for year in 1970...2199 {
      for month in 1...12 {
        for number in 1...31 {
          guard let day = CalendarDay(year: year, month: month, day: number) else { continue }
          guard day < CalendarTests.lastAnswer else { return }
          #expect(LondonCalendar.yesterday(atUnixTime: noon) == day)
          noon += 86_400
        }
      }
    }
  }

  /// The clock is taken for no later than the last day of 2199.
  private static let lastAnswer = day("2199-12-30")
}
