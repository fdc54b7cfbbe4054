import Testing

@testable import Vocabulary

@Suite struct PartialDateTests {
  /// Dates of every precision around the turn of a year.
  private var samples: [PartialDate] {
    [
      "2006", "2006-Q4", "2006-11", "2006-12", "2006-12-30", "2006-12-31", "2007", "2007-Q1",
      "2007-01",
      "2007-01-01", "2007-01-02", "2007-02",
    ].compactMap(PartialDate.init(text:))
  }

  /// The answer by trying every pair of days.
  private func tried(_ left: PartialDate, _ right: PartialDate, _ holds: (Day, Day) -> Bool)
    -> Certainty
  {
    // Only the first and last day matter to an order; one day more shows whether they coincide.
    let left = [left.earliest, min(left.earliest.adding(days: 1), left.latest), left.latest]
    let right = [right.earliest, min(right.earliest.adding(days: 1), right.latest), right.latest]
    let answers = Set(left.flatMap { day in right.map { holds(day, $0) } })
    return answers.count == 2 ? .cannotTell : Certainty(answers.contains(true))
  }

  @Test func `compares as every pair of its days would`() {
    #expect(samples.count == 12)
    for left in samples {
      for right in samples {
        #expect(left.isBefore(right) == tried(left, right, <))
        #expect(left.isAfter(right) == tried(left, right, >))
        #expect(left.isOnOrBefore(right) == tried(left, right, <=))
        #expect(left.isOnOrAfter(right) == tried(left, right, >=))
        if let day = right.day {
          #expect(left.isBefore(day) == left.isBefore(right))
          #expect(left.isAfter(day) == left.isAfter(right))
          #expect(left.isOnOrBefore(day) == left.isOnOrBefore(right))
          #expect(left.isOnOrAfter(day) == left.isOnOrAfter(right))
        }
      }
    }
  }

  @Test(arguments: [
    ("2007-05-03", "2007-05-03", Certainty.yes), ("2007-05-03", "2007-05-04", .no),
    ("2007-05", "2007-05", .cannotTell), ("2007-05", "2007-05-04", .cannotTell),
    ("2007-05", "2007-06-01", .no), ("2007-Q2", "2007", .cannotTell),
  ])
  func `same day`(left: String, right: String, expected: Certainty) throws {
    let left = try #require(PartialDate(text: left))
    #expect(left.isSameDay(as: try #require(PartialDate(text: right))) == expected)
  }

  @Test(arguments: [
    ("2007-05", "2007-05-01", "2007-05-31", Certainty.yes),
    ("2007-05", "2007-05-02", "2007-05-31", .cannotTell),
    ("2007-05", "2007-05-01", "2007-05-30", .cannotTell),
    ("2007-05", "2007-05-10", "2007-05-12", .cannotTell),
    ("2007-05", "2007-06-01", "2007-06-30", .no), ("2007", "2006-01-01", "2008-01-01", .yes),
    ("2007-05-03", "2007-05-03", "2007-05-03", .yes),
  ])
  func `within an interval`(date: String, first: String, last: String, expected: Certainty) throws {
    let interval = DayInterval(
      first: try #require(Day(iso: first)), last: try #require(Day(iso: last)))
    let date = try #require(PartialDate(text: date))
    #expect(date.isWithin(try #require(interval)) == expected)
  }

  @Test(arguments: [
    ("2007-05-03", "2007-05-03", "2007-05-03"), ("2007-02", "2007-02-01", "2007-02-28"),
    ("2008-02", "2008-02-01", "2008-02-29"), ("2007-12", "2007-12-01", "2007-12-31"),
    ("2007-Q1", "2007-01-01", "2007-03-31"), ("2007-Q2", "2007-04-01", "2007-06-30"),
    ("2007-Q3", "2007-07-01", "2007-09-30"), ("2007-Q4", "2007-10-01", "2007-12-31"),
    ("2007", "2007-01-01", "2007-12-31"), ("9999", "9999-01-01", "9999-12-31"),
    ("9999-12", "9999-12-01", "9999-12-31"), ("1600-Q1", "1600-01-01", "1600-03-31"),
  ])
  func `text and interval`(text: String, first: String, last: String) throws {
    let date = try #require(PartialDate(text: text))
    #expect(date.text == text)
    #expect(date.interval.description == "\(first)...\(last)")
    #expect(PartialDate(date.precision, containing: try #require(Day(iso: first))) == date)
    #expect(PartialDate(date.precision, containing: try #require(Day(iso: last))) == date)
  }

  @Test(arguments: [
    "", "07", "2007-", "2007-13", "2007-00", "2007-Q0", "2007-Q5", "2007-5", "2007-05-", "1599",
  ])
  func `refuses other text`(text: String) {
    #expect(PartialDate(text: text) == nil)
  }

  @Test func `lists by the earliest day, the more exact first`() {
    let listed = samples.sorted(by: PartialDate.orderedByEarliest).map(\.text)
    #expect(
      listed == [
        "2006", "2006-Q4", "2006-11", "2006-12", "2006-12-30", "2006-12-31", "2007-01-01",
        "2007-01",
        "2007-Q1", "2007", "2007-01-02", "2007-02",
      ])
  }

  @Test func `certainty follows the strong logic of three values`() {
    for left in Certainty.allCases {
      for right in Certainty.allCases {
        let known = [left, right].filter { $0 != .cannotTell }
        let and: Certainty = known.contains(.no) ? .no : known.count == 2 ? .yes : .cannotTell
        let or: Certainty = known.contains(.yes) ? .yes : known.count == 2 ? .no : .cannotTell
        #expect(left.and(right) == and)
        #expect(left.or(right) == or)
      }
      #expect(left.negated.negated == left)
    }
  }
}
