import Testing

@testable import Vocabulary

@Suite struct DatePatternTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let words: String
    let cell: String
    let expected: String?
    var minute: Int?

    init(_ words: String, _ cell: String, _ expected: String?, at minute: Int? = nil) {
      self.words = words
      self.cell = cell
      self.expected = expected
      self.minute = minute
    }

    var testDescription: String { "\(words) of \(cell)" }
  }

  private static let pivot = TwoDigitYear.past(asOf: Day(iso: "2013-07-22") ?? .latest)

  @Test(arguments: [
    Reading("dd/MM/yyyy", "22/07/2013", "2013-07-22"),
    Reading("dd/MM/yyyy", " 22/07/2013\u{A0}", "2013-07-22"),
    Reading("dd/MM/yyyy", "22/07/2013 00:00:00", "2013-07-22"),
    Reading("dd/MM/yyyy", "22/07/2013 00:00", "2013-07-22"),
    Reading("dd/MM/yyyy", "22/07/2013 00:00:00.000", "2013-07-22"),
    Reading("dd/MM/yyyy", "22/07/2013 09:30:00", nil),
    Reading("dd/MM/yyyy", "22/07/2013 00:00:00.", nil),
    Reading("dd/MM/yyyy", "22/07/2013x", nil), Reading("dd/MM/yyyy", "22/07/20131", nil),
    Reading("dd/MM/yyyy", "2/7/2013", nil), Reading("dd/MM/yyyy", "22-07-2013", nil),
    Reading("dd/MM/yyyy", "31/06/2013", nil), Reading("dd/MM/yyyy", "07/22/2013", nil),
    Reading("dd/MM/yyyy", "29/02/2012", "2012-02-29"), Reading("dd/MM/yyyy", "29/02/2013", nil),
    Reading("dd/MM/yyyy", "", nil), Reading("dd/MM/yyyy", "22/07/13", nil),
    Reading("dd/MM/yyyy", "00/07/2013", nil), Reading("dd/MM/yyyy", "22/07/", nil),
    Reading("MM/dd/yyyy", "07/22/2013", "2013-07-22"),
    Reading("d/M/yy", "2/7/13", "2013-07-02"), Reading("d/M/yy", "22/07/14", "1914-07-22"),
    Reading("d/M/yy", "2/7/2013", nil), Reading("dd.MM.yyyy", "22.07.2013", "2013-07-22"),
    Reading("yyyy-MM-dd", "2013-07-22", "2013-07-22"),
    Reading("yyyy-MM-dd", "2013-07-22T00:00:00", "2013-07-22"),
    Reading("ddMMMyyyy", "22JUL2013", "2013-07-22"),
    Reading("ddMMMyyyy", "22Sept2013", "2013-09-22"),
    Reading("ddMMMyyyy", "22JU2013", nil), Reading("ddMMMyyyy", "22JULX2013", nil),
    Reading("yyyyMMdd", "20130722", "2013-07-22"), Reading("yyyyMMdd", "2013072", nil),
    Reading("dd MMM yyyy", "22 jul 2013", "2013-07-22"),
    Reading("dd MMM yyyy", "22 July 2013", "2013-07-22"),
    Reading("dd-MMM-yy", "22-Jul-99", "1999-07-22"),
    Reading("MMM yyyy", "MAY 2007", "2007-05"), Reading("MMMM yyyy", "September 2007", "2007-09"),
    Reading("yyyy-MM", "2007-05", "2007-05"), Reading("yyyy-MM", "2007-13", nil),
    Reading("yyyy", "2007", "2007"), Reading("yyyy", "1599", nil),
    Reading("yyyy-Qq", "2007-Q2", "2007-Q2"),
    Reading("yyyy-Qq", "2007-Q5", nil),
    Reading("dd/MM/yyyy HH:mm:ss", "22/07/2013 09:30:59", "2013-07-22", at: 570),
    Reading("dd/MM/yyyy HH:mm:ss", "22/07/2013 24:00:00", nil),
    Reading("dd/MM/yyyy HH:mm:ss", "22/07/2013 09:60:00", nil),
    Reading("dd/MM/yyyy HH:mm:ss", "22/07/2013", nil),
    Reading("dd/MM/yyyy HH:mm", "22/07/2013 23:59", "2013-07-22", at: 1439),
    Reading("yyyy-MM-ddTHH:mm:ss", "2013-07-22T09:30:00", "2013-07-22", at: 570),
    Reading("yyyy-MM-ddTHH:mm:ss", "2013-07-22t09:30:00.123", "2013-07-22", at: 570),
    Reading("yyyy-MM-ddTHH:mm:ss", "2013-07-22T09:30:00Z", nil),
    Reading("excel-serial", "41477", "2013-07-22"),
    Reading("excel-serial", "41477.0", "2013-07-22"),
    Reading("excel-serial", "41477.5", nil), Reading("excel-serial", "1", "1900-01-01"),
    Reading("excel-serial", "59", "1900-02-28"), Reading("excel-serial", "60", nil),
    Reading("excel-serial", "61", "1900-03-01"), Reading("excel-serial", "0", nil),
    Reading("excel-serial", "2958465", "9999-12-31"), Reading("excel-serial", "2958466", nil),
    Reading("excel-serial", "-5", nil), Reading("excel-serial", "41477.", nil),
    Reading("excel-serial-time", "41477.75", "2013-07-22", at: 1080),
    Reading("excel-serial-time", "41477.458333333", "2013-07-22", at: 660),
    Reading("excel-serial-time", "41477.999999999", "2013-07-23", at: 0),
    Reading("excel-serial-time", "41477", "2013-07-22", at: 0),
    Reading("term", "Autumn 2012/13", nil),
  ])
  func `reads a cell`(reading: Reading) throws {
    let pattern = try DatePattern(reading.words)
    let result = pattern.read(reading.cell, twoDigitYears: Self.pivot)
    #expect(result?.date.text == reading.expected)
    #expect(result?.minuteOfDay == reading.minute)
    #expect(result == nil || result?.date.precision == pattern.precision)
  }

  @Test(arguments: [
    ("DD/MM/YYYY", DatePatternProblem.unknownLetters("DD")), ("dd/mm/yyyy", .timeOutOfPlace),
    ("dd/MM", .incomplete), ("dd/yyyy", .incomplete), ("", .incomplete), ("yyyy yy", .incomplete),
    ("dd/MM/yyyy/d", .repeated("d")), ("MM/yyyy HH:mm", .timeOutOfPlace),
    ("MM MMM yyyy", .repeated("MMM")), ("yyyyy", .unknownLetters("yyyyy")),
    ("MM/yyyy-Qq", .incomplete), ("dd/MM/yyyy mm:ss", .timeOutOfPlace),
  ])
  func `refuses words that read no date`(words: String, problem: DatePatternProblem) {
    #expect(throws: problem) { try DatePattern(words) }
  }

  @Test func `every day of a leap year reads back in every pattern`() throws {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let patterns = try ["dd/MM/yyyy", "d/M/yy", "yyyyMMdd", "dd-MMM-yyyy"].map {
      try DatePattern($0)
    }
    let first = try #require(Day(year: 2012, month: 1, day: 1))
    for offset in 0..<366 {
      let day = first.adding(days: offset)
      let iso = day.iso.split(separator: "-").map(String.init)
      let cells = [
        "\(iso[2])/\(iso[1])/\(iso[0])", "\(day.day)/\(day.month)/12", iso.joined(),
        "\(iso[2])-\(months[day.month - 1])-\(iso[0])",
      ]
      for (pattern, cell) in zip(patterns, cells) {
        #expect(pattern.read(cell, twoDigitYears: Self.pivot)?.date.day == day)
      }
    }
  }

  @Test func `knows what it reads`() throws {
    #expect(try DatePattern("dd/MM/yyyy HH:mm").hasTime)
    #expect(try !DatePattern("dd/MM/yyyy").hasTime)
    #expect(try DatePattern("excel-serial-time").hasTime)
    let term = try DatePattern("term")
    let read = term.readTerm("AUT 2012-13".utf8.span)
    #expect(term.namesTerms && read?.text == "Autumn 2012/13")
  }
}

@Suite struct DatePatternInferenceTests {
  private func conclusion(_ words: [String], _ values: [String]) throws -> String {
    let patterns = try words.map { try DatePattern($0) }
    var inference = DatePatternInference(among: patterns, twoDigitYears: .window(from: 1930))
    for value in values { inference.observe(value) }
    switch inference.conclusion {
    case .noValues: return "no values"
    case .noPattern: return "no pattern"
    case .pattern(let pattern): return pattern.words
    case .ambiguous(let patterns): return patterns.map(\.words).joined(separator: " or ")
    }
  }

  private static let both = ["dd/MM/yyyy", "MM/dd/yyyy"]

  @Test(arguments: [
    (both, ["03/04/2012", "13/04/2012"], "dd/MM/yyyy"),
    (both, ["03/04/2012", "04/13/2012"], "MM/dd/yyyy"),
    (both, ["03/04/2012", "05/06/2012"], "dd/MM/yyyy or MM/dd/yyyy"),
    (both, ["13/04/2012", "04/13/2012"], "no pattern"), (both, ["", "  "], "no values"),
    (both, ["03/03/2012"], "dd/MM/yyyy"), (both, ["13/04/2012", ""], "dd/MM/yyyy"),
    (["d/M/yyyy", "dd/MM/yyyy"], ["03/04/2012"], "d/M/yyyy"),
    (["d/M/yy", "yy/M/d"], ["03/4/12"], "d/M/yy or yy/M/d"),
    (["yyyy", "excel-serial"], ["2012"], "yyyy or excel-serial"),
  ])
  func `concludes only from what decides`(words: [String], values: [String], expected: String)
    throws
  {
    #expect(try conclusion(words, values) == expected)
  }

  @Test func `lists candidates for a value`() throws {
    let patterns = try ["dd/MM/yyyy", "MM/dd/yyyy", "yyyy"].map { try DatePattern($0) }
    func words(_ value: String) -> [String] {
      DatePattern.candidates(for: value, among: patterns, twoDigitYears: .window(from: 1930))
        .map(\.words)
    }
    #expect(words("03/04/2012") == ["dd/MM/yyyy", "MM/dd/yyyy"])
    #expect(words("2012") == ["yyyy"])
    #expect(words("x") == [])
  }
}

@Suite struct SentinelDatesTests {
  @Test(arguments: ["1899-12-30", "1900-01-01", "1901-01-01", "1970-01-01"])
  func `are not dates, whatever they are used for`(text: String) throws {
    let day = try #require(Day(iso: text))
    for use in [SentinelDates.Use.birth, .end, .event] {
      #expect(SentinelDates.standard.meaning(of: day, as: use) == .notKnown)
      #expect(SentinelDates.standard.meaning(of: day.adding(days: 1), as: use) == nil)
    }
    let none = SentinelDates(notKnown: [], openEnds: [])
    #expect(none.meaning(of: day, as: .birth) == nil)
  }

  @Test func `the far end is an open end and no birth`() {
    #expect(SentinelDates.standard.meaning(of: .latest, as: .end) == .openEnd)
    #expect(SentinelDates.standard.meaning(of: .latest, as: .birth) == .notKnown)
    #expect(SentinelDates.standard.meaning(of: .latest, as: .event) == .notKnown)
  }
}
