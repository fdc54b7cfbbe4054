import Testing

@testable import Vocabulary

@Suite struct DayTests {
  /// Counts one day after another by the rules on a wall calendar: slow, plain, and another way.
  struct WallCalendar {
    var year = 1600
    var month = 1
    var day = 1
    var weekday = Weekday.saturday

    mutating func turn() {
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
      if day > lengths[month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }

    var isLeap: Bool { year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) }
  }

  @Test func `agrees with a wall calendar on every day of 1600 to 2400`() {
    var wall = WallCalendar()
    var day = Day.earliest
    while wall.year <= 2400 {
      let parts = day.parts
      guard parts.year == wall.year, parts.month == wall.month, parts.day == wall.day,
        day.weekday == wall.weekday,
        Day(year: wall.year, month: wall.month, day: wall.day) == day
      else {
        Issue.record("differs at \(wall.year)-\(wall.month)-\(wall.day)")
        return
      }
      wall.turn()
      day = day.adding(days: 1)
    }
  }

  @Test func `ends of the calendar`() {
    #expect(Day.earliest == Day(year: 1600, month: 1, day: 1))
    #expect(Day.latest == Day(year: 9999, month: 12, day: 31))
    #expect(Day(year: 1970, month: 1, day: 1)?.daysSince1970 == 0)
    #expect(Day(year: 1599, month: 12, day: 31) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day.latest.adding(days: 1) == .latest)
    #expect(Day.earliest.adding(days: -1) == .earliest)
    #expect(Day.latest.adding(days: .max) == .latest)
    #expect(Day.earliest.adding(days: .min) == .earliest)
    #expect(Day.latest.adding(months: .max) == .latest)
    #expect(Day.earliest.adding(months: .min) == .earliest)
    #expect(Day(daysSince1970: Int(Day.latest.daysSince1970) + 1) == nil)
  }

  @Test(arguments: [(2013, 2, 29), (1900, 2, 29), (2013, 4, 31), (2013, 0, 1), (2013, 13, 1)])
  func `days that never were`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("2013-01-31", 1, "2013-02-28"), ("2012-01-31", 1, "2012-02-29"),
    ("2012-02-29", 12, "2013-02-28"),
    ("2012-02-29", 48, "2016-02-29"), ("2013-07-22", -7, "2012-12-22"),
    ("2013-12-15", 1, "2014-01-15"),
    ("2013-03-31", -1, "2013-02-28"), ("2013-07-22", 0, "2013-07-22"),
  ])
  func `adding months keeps the day or takes the month's last`(
    start: String, months: Int, expected: String
  ) throws {
    #expect(try #require(Day(iso: start)).adding(months: months).iso == expected)
  }

  @Test(arguments: [
    "2013-7-22", "2013-07-22 ", "2013/07/22", "20130722", "2013-02-30", "", "２013-07-22",
    "+013-07-22",
  ])
  func `refuses what is not an ISO day`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `counts days between`() throws {
    let start = try #require(Day(iso: "2012-02-28"))
    let end = try #require(Day(iso: "2012-03-01"))
    #expect(start.days(until: end) == 2)
    #expect(end.days(until: start) == -2)
    #expect(start < end)
    #expect(end.description == "2012-03-01")
  }
}
