import Testing
import Vocabulary

@testable import Intake

@Suite("Periods, limits and tolerances")
struct PeriodTests {
  @Test(
    "periods are a count and a unit",
    arguments: [
      ("45 days", Period(45, .days)), ("1 day", Period(1, .days)), ("2 weeks", Period(2, .weeks)),
      ("1 month", Period(1, .months)), ("6 years", Period(6, .years)),
      ("10000 days", Period(10_000, .days)), ("1 days", Period(1, .days)),
    ])
  func reads(text: String, period: Period) {
    #expect(Period(text) == period)
    #expect(Period(period.text) == period)
  }

  @Test(
    "anything else is no period",
    arguments: [
      "", "45", "days", "0 days", "-1 days", "+1 days", "10001 days", "1.5 days", "45days",
      "1 fortnight", "1 dayss", "1 day more", "one day", "١ day",
    ])
  func refuses(text: String) {
    #expect(Period(text) == nil)
  }

  @Test("a period ends on the day on which it has run out")
  func ends() {
    let day = ReadExtract.day("2012-01-31")
    #expect(Period(1, .days).end(from: day).iso == "2012-02-01")
    #expect(Period(2, .weeks).end(from: day).iso == "2012-02-14")
    #expect(Period(1, .months).end(from: day).iso == "2012-02-29")
    #expect(Period(1, .years).end(from: ReadExtract.day("2012-02-29")).iso == "2013-02-28")
    #expect(Period(10_000, .years).end(from: day) == .latest)
  }

  @Test("every rhythm but once has its longest gap, and they grow")
  func rhythms() {
    let order: [Rhythm] = [
      .day, .week, .fortnight, .month, .halfTerm, .quarter, .term, .year,
    ]
    let days = order.compactMap(\.days)
    #expect(days.count == order.count)
    #expect(days == days.sorted() && Set(days).count == days.count)
    #expect(Rhythm.once.days == nil)
    #expect(Set(order + [.once]) == Set(Rhythm.allCases))
  }

  @Test(
    "limits are counts or shares",
    arguments: [
      ("0", Limit(rows: 0)), ("20", Limit(rows: 20)), ("1%", Limit(hundredthsOfPercent: 100)),
      ("0.25%", Limit(hundredthsOfPercent: 25)), ("0.5%", Limit(hundredthsOfPercent: 50)),
      ("100%", Limit(hundredthsOfPercent: 10_000)), ("0%", Limit()),
      ("2.05%", Limit(hundredthsOfPercent: 205)),
      ("20% and 5", Limit(hundredthsOfPercent: 2_000, rows: 5)),
    ])
  func limits(text: String, limit: Limit) {
    #expect(Limit(text) == limit)
    #expect(Limit(limit.text) == limit)
  }

  @Test(
    "anything else is no limit",
    arguments: [
      "", "%", "-1", "+1", "1.5", "101%", "100.5%", "1.234%", "1.%", ".5%", "1.-5%", "1.+5%",
      "-0%", "1%%", "one", "1 %", "1.2.3%",
      "5 and 20%", "20% and", "20% and 5%", "20% and  5", "20% or 5", "and 5", "20% 5",
      "20% and -5",
    ])
  func noLimits(text: String) {
    #expect(Limit(text) == nil)
  }

  @Test("a limit is exceeded by more than it, never by as much")
  func thresholds() {
    let one = Limit(hundredthsOfPercent: 100)
    #expect(!one.isExceeded(by: 1, of: 100))
    #expect(one.isExceeded(by: 2, of: 100))
    #expect(one.isExceeded(by: 1, of: 99))
    #expect(!one.isExceeded(by: 10_000, of: 1_000_000))
    #expect(one.isExceeded(by: 10_001, of: 1_000_000))
    #expect(!one.isExceeded(by: 0, of: 0))
    #expect(!Limit(rows: 3).isExceeded(by: 3, of: 3))
    #expect(Limit(rows: 3).isExceeded(by: 4, of: 4))
    let quarter = Limit(hundredthsOfPercent: 25)
    #expect(!quarter.isExceeded(by: 1, of: 400))
    #expect(quarter.isExceeded(by: 1, of: 399))
    let both = Limit(hundredthsOfPercent: 2_000, rows: 5)
    #expect(!both.isExceeded(by: 1, of: 3))
    #expect(!both.isExceeded(by: 5, of: 5))
    #expect(both.isExceeded(by: 6, of: 29))
    #expect(!both.isExceeded(by: 6, of: 30))
  }

  @Test("a tolerance says the worse of its two verdicts, or nothing")
  func verdicts() {
    let both = Tolerance(warnOver: Limit(rows: 1), errorOver: Limit(rows: 5))
    let verdicts = (0...6).map { both.verdict($0, of: 10) }
    #expect(verdicts == [nil, nil, .warning, .warning, .warning, .warning, .error])
    #expect(Tolerance(warnOver: Limit(rows: 1)).verdict(9, of: 10) == .warning)
    #expect(Tolerance(errorOver: Limit(rows: 1)).verdict(9, of: 10) == .error)
    #expect(Tolerance().verdict(10, of: 10) == nil)
  }

  @Test("a series is fresh up to and with the day that its limits end on")
  func freshness() throws {
    var file = try ContractText.contract(ContractText.columns + ContractText.people).file
    file.warnAfter = Period(10, .days)
    file.errorAfter = Period(20, .days)
    let newest = ReadExtract.day("2013-07-01")
    let verdicts = [0, 10, 11, 20, 21].map {
      DeliveryFreshness(newest: newest, contract: file, asOf: newest.adding(days: $0))
    }
    #expect(verdicts == [.fresh, .fresh, .warn, .warn, .stale])
    #expect(DeliveryFreshness(newest: nil, contract: file, asOf: newest) == .missing)
    file.isRequired = false
    #expect(DeliveryFreshness(newest: nil, contract: file, asOf: newest) == .notDue)
  }
}

@Suite("File names")
struct FileNamePatternTests {
  struct NameCase: Sendable, CustomTestStringConvertible {
    var pattern: String
    var name: String
    var date: String?
    var testDescription: String { "\(pattern) and \(name)" }

    init(_ pattern: String, _ name: String, _ date: String?) {
      self.pattern = pattern
      self.name = name
      self.date = date
    }
  }

  static let cases = [
    NameCase("exclusions_{yyyy-MM-dd}.csv", "exclusions_2013-07-01.csv", "2013-07-01"),
    NameCase("exclusions_{yyyy-MM-dd}.csv", "exclusions_2013-07-01.csv.gz", nil),
    NameCase("exclusions_{yyyy-MM-dd}.csv", "Exclusions_2013-07-01.csv", nil),
    NameCase("exclusions_{yyyy-MM-dd}.csv", "exclusions_2013-02-30.csv", nil),
    NameCase("exclusions_{yyyy-MM-dd}.csv", "exclusions_.csv", nil),
    NameCase("{yyyyMMdd}", "20130701", "2013-07-01"),
    NameCase("VCS log {MMM yyyy}.csv", "VCS log JUN 2013.csv", "2013-06"),
    NameCase("VCS log {MMM yyyy}.csv", "VCS log June 2013.csv", "2013-06"),
    NameCase("crimes-*-{ddMMyy}.csv", "crimes-west-010713.csv", "2013-07-01"),
    NameCase("crimes-*-{ddMMyy}.csv", "crimes--010713.csv", "2013-07-01"),
    NameCase("crimes-*-{ddMMyy}.csv", "crimes-010713.csv", nil),
    NameCase("*{yyyyMMdd}*", "a20130701b20130801", "2013-07-01"),
    NameCase("{yyyy-MM-dd}_*.csv", "2013-07-01_2013-08-01.csv", "2013-07-01"),
    NameCase("x_{yyyy}.csv", "x_2013.csv", "2013"),
    NameCase("a}{yyyy}.csv", "a}2013.csv", "2013"),
  ]

  @Test("a name that matches gives the delivery date", arguments: cases)
  func dates(case item: NameCase) throws {
    let pattern = try FileNamePattern(item.pattern)
    #expect(pattern.deliveryDate(of: item.name).map(text) == item.date)
  }

  private func text(_ date: PartialDate) -> String {
    var bytes: [UInt8] = []
    date.appendText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("a pattern without exactly one date, or with a folder, can't be used")
  func mistakes() {
    let cases: [(pattern: String, mistake: FileNamePattern.Mistake)] = [
      ("a.csv", .noDate), ("", .noDate), ("*", .noDate), ("{yyyy}{yyyy-MM}", .severalDates),
      ("a{yyyy", .unclosedBrace), ("a{nonsense}", .notADatePattern("nonsense")),
      ("{}", .notADatePattern("")), ("a/{yyyy}", .folder),
    ]
    for item in cases {
      #expect(throws: item.mistake) { try FileNamePattern(item.pattern) }
    }
  }
}
