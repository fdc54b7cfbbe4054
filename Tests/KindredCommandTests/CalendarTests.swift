import Vocabulary

import Testing

@testable import KindredCommand

@Suite struct CalendarTests {
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
    ("a clock never set", 0, "1969-12-31"),
    ("a clock before its time", .min, "1969-12-31"),
    ("a clock gone mad", .max, "9999-12-30"),
  ])
  func yesterday(_ name: String, seconds: Int, expected: String) {
    #expect(LondonCalendar.yesterday(atUnixTime: seconds).description == expected)
  }

  /// Around each change of the clocks from 1980 to 2100, hour by hour, against the plain rule:
  /// the last Sunday is the one with no other in the rest of its month.
  @Test func `every change of the clocks`() {
    for year in 1980...2100 {
      for (month, before, after) in [(3, 0, 1), (10, 1, 0)] {
        for number in 25...31 {
          guard let sunday = Day(year: year, month: month, day: number),
            sunday.weekday == .sunday, sunday.adding(days: 7).month != month
          else { continue }
          for hour in -48..<48 {
            let offset = hour < 1 ? before : after
            let hoursInLondon = Int(sunday.daysSince1970) * 24 + hour + offset
            let seconds = (Int(sunday.daysSince1970) * 24 + hour) * 3600
            #expect(
              LondonCalendar.yesterday(atUnixTime: seconds)
                == Day(daysSince1970: hoursInLondon / 24 - 1))
          }
        }
      }
    }
  }
}
