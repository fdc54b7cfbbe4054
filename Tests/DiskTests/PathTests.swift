import Testing

@testable import Disk

@Suite struct PathTests {
  @Test(arguments: [
    ("/a//b/./c/", "/a/b/c", "c", "/a/b"), ("a", "a", "a", "."), ("/", "/", "", "/"),
    ("", ".", "", "."), ("./", ".", "", "."), ("/a", "/a", "a", "/"), ("../a", "../a", "a", ".."),
  ])
  func aPathHasOneText(given: String, text: String, last: String, parent: String) {
    let path = Path(given)
    #expect(path.text == text)
    #expect(path.lastComponent == last)
    #expect(path.parent.text == parent)
    #expect(Path(path.text) == path)
  }

  @Test(
    arguments: [
      ("a.csv", "/x/a.csv"), ("a/b.csv", "/x/a/b.csv"), ("..csv", "/x/..csv"), ("..", nil),
      ("a/../../b", nil), ("/etc/passwd", nil), ("", nil), (".", nil), ("./", nil),
      ("a\u{0}b", nil),
    ] as [(String, String?)])
  func aNameFromElsewhereCannotLeadOut(name: String, joined: String?) {
    #expect(Path("/x").joining(untrusted: name)?.text == joined)
  }

  @Test(
    arguments: [
      ("/a/b/c", "/a", "b/c"), ("/a/b", "/a/b", "."), ("/a/bc", "/a/b", nil), ("a/b", "/a", nil),
      ("/a/../b", "/a", nil), ("/a", "/", "a"),
    ] as [(String, String, String?)])
  func aPathIsSeenFromItsFolder(path: String, folder: String, relative: String?) {
    #expect(Path(path).relative(to: Path(folder))?.text == relative)
  }
}

@Suite struct InstantTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (1_374_454_923_004, "2013-07-22T01:02:03.004Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
    (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
  ])
  func aMomentIsWrittenInUTC(milliseconds: Int, text: String) {
    #expect(Instant(milliseconds: milliseconds).text == text)
  }

  @Test func everyDayOfManyYearsFollowsTheOneBefore() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, day) = (1899, 12, 31)
    for number in (-25_568)..<84_000 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      day += 1
      if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
      let date = CivilDay(daysSince1970: number + 1)
      if date != CivilDay(year: year, month: month, day: day) || date.daysSince1970 != number + 1 {
        Issue.record("\(date.text) is not \(year)-\(month)-\(day)")
        return
      }
    }
  }

  /// Seconds on both sides of each change, as the dates were published for these years.
  @Test(arguments: [
    (2013, 31, 27), (2014, 30, 26), (2020, 29, 25), (2024, 31, 27), (2026, 29, 25),
  ])
  func summerTimeBeginsAndEndsByTheLaw(year: Int, march: Int, october: Int) {
    let start = CivilDay(year: year, month: 3, day: march).daysSince1970
    let end = CivilDay(year: year, month: 10, day: october).daysSince1970
    #expect(CivilDay.lastSunday(ofMonth: 3, year: year) == start)
    #expect(CivilDay.lastSunday(ofMonth: 10, year: year) == end)
    // At 23:30 UTC it is the next day in London only in summer.
    for (day, isSummer) in [(start - 1, false), (start, true), (end - 1, true), (end, false)] {
      let late = Instant(milliseconds: (day * 86_400 + 84_600) * 1_000)
      #expect(late.dayInLondon == CivilDay(daysSince1970: isSummer ? day + 1 : day))
    }
  }
}
