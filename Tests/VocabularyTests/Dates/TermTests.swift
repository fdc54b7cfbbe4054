import Testing

@testable import Vocabulary

@Suite struct AcademicTermTests {
  @Test(arguments: [
    ("Autumn 2012/13", "Autumn 2012/13"), ("AUT 2012-13", "Autumn 2012/13"),
    ("2012/13 spring", "Spring 2012/13"), ("Summer Term  2012/2013", "Summer 2012/13"),
    (" SUM\u{A0}1999/00 ", "Summer 1999/00"), ("Autumn 2012", nil), ("Autumn 2012/14", nil),
    ("Autumn", nil), ("2012/13", nil), ("Winter 2012/13", nil), ("", nil),
    ("Autumn Spring 2012/13", nil), ("Autumn 2012/13 2012/13", nil),
  ])
  func `text`(text: String, expected: String?) {
    #expect(AcademicTerm(text)?.text == expected)
  }

  @Test func `follow one another`() throws {
    var term = try #require(AcademicTerm("Autumn 2011/12"))
    var seen: [AcademicTerm] = []
    for _ in 0..<7 {
      seen.append(term)
      #expect(term < term.next)
      term = term.next
    }
    #expect(seen.last?.text == "Autumn 2013/14")
    #expect(seen.reversed().sorted() == seen)
  }

  @Test(arguments: [
    ("2012-08-31", "2011/12"), ("2012-09-01", "2012/13"), ("2013-01-01", "2012/13"),
  ])
  func `a school year starts on 1 September`(day: String, year: String) throws {
    #expect(AcademicYear(containing: try #require(Day(iso: day))).text == year)
  }
}

@Suite struct TermCalendarTests {
  private let authority = LocalAuthorityCode(unchecked: 820)

  private func row(
    _ term: String, _ first: String, _ last: String, school: TermCalendar.School? = nil
  ) throws -> TermCalendar.Row {
    let days = DayInterval(first: try #require(Day(iso: first)), last: try #require(Day(iso: last)))
    return TermCalendar.Row(
      authority: authority, school: school, term: try #require(AcademicTerm(term)),
      days: try #require(days))
  }

  private func rows() throws -> [TermCalendar.Row] {
    [
      try row("Autumn 2011/12", "2011-09-05", "2011-12-23"),
      try row("Spring 2011/12", "2012-01-09", "2012-03-30"),
      try row("Summer 2011/12", "2012-04-16", "2012-07-18"),
      try row("Autumn 2012/13", "2012-09-03", "2012-12-21"),
      try row("Spring 2012/13", "2013-01-07", "2013-03-29"),
      try row("Summer 2012/13", "2013-04-15", "2013-07-17"),
    ]
  }

  private func names(
    _ count: Int, _ day: String, _ counting: TermCalendar.Counting,
    school: TermCalendar.School? = nil
  ) throws -> [String]? {
    try TermCalendar(rows() + academyRows()).lastTerms(
      count, at: try #require(Day(iso: day)), counting, authority: authority, school: school
    )?.map { $0.term.text + ($0.isPart ? " in part" : "") }
  }

  private var academy: TermCalendar.School {
    get throws { .urn(try URN("116509")) }
  }

  private func academyRows() throws -> [TermCalendar.Row] {
    [try row("Summer 2012/13", "2013-04-15", "2013-07-24", school: academy)]
  }

  private static let year2012 = ["Autumn 2012/13", "Spring 2012/13", "Summer 2012/13"]
  private static let toSpring = ["Summer 2011/12", "Autumn 2012/13", "Spring 2012/13"]

  @Test(arguments: [
    ("2013-07-17", toSpring), ("2013-07-18", year2012), ("2013-07-22", year2012),
    ("2013-08-31", year2012), ("2013-09-01", nil), ("2013-04-15", toSpring),
    ("2012-09-03", ["Autumn 2011/12", "Spring 2011/12", "Summer 2011/12"]),
    ("2012-04-01", nil), ("2020-01-01", nil),
  ])
  func `the last three completed`(day: String, expected: [String]?) throws {
    #expect(try names(3, day, .completed) == expected)
  }

  @Test(arguments: [
    ("2013-07-16", ["Autumn 2012/13", "Spring 2012/13", "Summer 2012/13 in part"]),
    ("2013-07-17", year2012), ("2013-07-22", year2012), ("2013-04-14", toSpring),
    ("2013-04-15", ["Autumn 2012/13", "Spring 2012/13", "Summer 2012/13 in part"]),
  ])
  func `the last three with the current one`(day: String, expected: [String]?) throws {
    #expect(try names(3, day, .rolling) == expected)
  }

  @Test func `a school's own dates win, term by term`() throws {
    #expect(try names(3, "2013-07-22", .completed, school: academy) == Self.toSpring)
    #expect(try names(3, "2013-07-25", .completed, school: academy) == Self.year2012)
    let other = TermCalendar.School.laEstab(try LAEstab("8204321"))
    #expect(try names(3, "2013-07-22", .completed, school: other) == Self.year2012)
    #expect(try names(1, "2013-07-22", .rolling, school: academy) == ["Summer 2012/13 in part"])
  }

  @Test(arguments: [
    ("2012-12-21", "Autumn 2012/13"), ("2012-12-22", nil), ("2013-01-06", nil),
    ("2013-01-07", "Spring 2012/13"), ("2014-01-07", nil),
  ])
  func `the term of a day`(day: String, expected: String?) throws {
    let calendar = try TermCalendar(rows())
    #expect(
      calendar.term(containing: try #require(Day(iso: day)), authority: authority)?.text == expected
    )
  }

  @Test func `a span of the current term ends on the day`() throws {
    let day = try #require(Day(iso: "2013-05-01"))
    let spans = try TermCalendar(rows()).lastTerms(1, at: day, .rolling, authority: authority)
    #expect(spans?.first?.days.description == "2013-04-15...2013-05-01")
  }

  @Test func `refuses terms stated twice or out of order`() throws {
    let rows = try rows()
    #expect(throws: TermCalendar.Problem.repeated(row: 6)) { try TermCalendar(rows + [rows[0]]) }
    let late = try row("Autumn 2013/14", "2013-07-17", "2013-12-20")
    #expect(throws: TermCalendar.Problem.outOfOrder(row: 6)) { try TermCalendar(rows + [late]) }
    #expect(throws: Never.self) { try TermCalendar(rows.reversed()) }
  }
}
