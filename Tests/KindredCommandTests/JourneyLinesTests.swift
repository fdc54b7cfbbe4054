import Testing
import Vocabulary

@testable import KindredCommand
@testable import Store

/// A journey on the terminal: dates and times as exact as they are known.
@Suite struct JourneyLinesTests {
  private func lines(_ concern: (String, String), _ headline: (String, String)) throws -> [String] {
    let values = [
      "concern_from": concern.0, "concern_to": concern.1, "headline_from": headline.0,
      "headline_to": headline.1,
    ]
    let journey = JourneyAccount(
      values: values, signs: [], thresholds: [], missed: [], entries: [], services: [], costs: [],
      notCosted: [], untold: [], visits: [], observed: [], basis: [:])
    let family = FamilyAccount(
      family: FamilyRow(id: 1, head: 1, people: 0, residents: 0, children: 0, since: nil),
      people: [], members: [], reasons: [], notes: [])
    let day = try #require(Day(iso: "2013-07-22"))
    return JourneyLines(journey, family, at: day).lines(.plain)
  }

  @Test(
    arguments: [
      ("2006-06-01", "2006-06-30", "2007-10-01", "2007-10-31", "16 months"),
      ("2006-06-01", "2006-06-01", "2006-06-29", "2006-06-29", "28 days"),
      ("2006-01-31", "2006-01-31", "2010-01-01", "2010-12-31", "1431 to 1795 days"),
    ])
  func leadTimesAreInMonthsWhereBothDatesAreKnownToTheMonth(
    _ from: String, _ to: String, _ start: String, _ end: String, _ time: String
  ) throws {
    let lines = try lines((from, to), (start, end))
    #expect(lines.contains { $0.hasSuffix("\(time) from the concern to the first of them") })
  }
}
