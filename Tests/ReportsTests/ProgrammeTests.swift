import Testing
import Vocabulary

@testable import Reports
@testable import Store

@Suite struct ProgrammeTests {
  private static func step(
    _ year: String, area: String = "", target: Int? = nil, attached: Int
  ) -> ProgrammeSummary.Step {
    ProgrammeSummary.Step(
      year: year, area: area, target: target, aim: target, identified: attached + 4,
      confirmed: attached + 2, waiting: 2, attached: attached, planned: attached, worked: attached,
      achieved: 1, lost: 0)
  }

  private static func summary(_ steps: [ProgrammeSummary.Step]) -> ProgrammeSummary {
    func member(_ family: Int64, _ ward: String?, lead: String?) -> ProgrammeSummary.Member {
      ProgrammeSummary.Member(
        family: family, standing: "attached", ward: ward, district: ward.map { "\($0) district" },
        leadAgency: lead, hasProfessional: false, attached: lead == nil ? nil : "2013-05-01",
        planned: lead == nil ? nil : "2013-06-22", hasResult: family == 1, isCohort: true)
    }
    func claim(_ status: String, _ pence: Int, paid: Int = 0) -> ProgrammeSummary.Claim {
      ProgrammeSummary.Claim(
        status: status, year: "2013/14", area: "Bay", agency: "police", scheme: "tf1-2012",
        pence: pence, paid: paid, isChanged: status == "paid")
    }
    return ProgrammeSummary(
      steps: steps, members: [member(1, "Bay", lead: "police"), member(2, nil, lead: nil)],
      claims: [claim("paid", 70_000, paid: 70_000), claim("submitted", 80_000), claim("draft", 9)],
      prospects: [], gaps: [],
      changes: [.init(what: "appeared", before: nil, after: "identified", families: 2)])
  }

  private static func targets() -> ProgrammeTargets {
    ProgrammeTargets(programme: summary([]), asOf: Day(iso: "2013-07-22"))
  }

  /// 22 July is the 113th day of 365: seven families become 22, eight 25, nine 29.
  @Test(arguments: [
    ("2012/13", 20, 20, ProgrammeTargets.Rating.met), ("2012/13", 20, 19, .missed),
    ("2013/14", 22, 7, .onTrack), ("2013/14", 24, 7, .slightlyBehind),
    ("2013/14", 25, 7, .behind), ("2014/15", 9, 0, .notBegun),
  ])
  func aYearIsRatedInWords(
    _ year: String, _ target: Int, _ attached: Int, _ rating: ProgrammeTargets.Rating
  ) {
    let step = Self.step(year, target: target, attached: attached)
    #expect(Self.targets().rating(of: step) == rating)
  }

  @Test func withoutATargetNothingIsRated() {
    #expect(Self.targets().rating(of: Self.step("2013/14", attached: 7)) == .noTarget)
    #expect(Self.targets().forecast(of: Self.step("2013/14", attached: 7)) == 22)
  }

  @Test func aYoungYearHasNoForecast() {
    let targets = ProgrammeTargets(programme: Self.summary([]), asOf: Day(iso: "2013-04-29"))
    let step = Self.step("2013/14", target: 30, attached: 7)
    #expect(targets.forecast(of: step) == nil && targets.rating(of: step) == .tooEarly)
    let day = ProgrammeTargets(programme: Self.summary([]), asOf: Day(iso: "2013-04-30"))
    #expect(day.forecast(of: step) == 7 * 365 / 30)
  }

  /// What was handed in and stands is claimed; a draft is not.
  @Test func thePageCountsWhatWasHandedIn() throws {
    let book = ProgrammeBook(
      run: try SampleRun.picture(),
      programme: Self.summary([
        Self.step("2012/13", attached: 3), Self.step("2013/14", target: 9, attached: 7),
        Self.step("2013/14", area: "Bay", attached: 7),
      ]), income: []
    ).book
    #expect(book.figures.map(\.figure) == ["18", "14", "7", "2", "£1,500", "£700"])
    let steps = try #require(book.tables.first { $0.name == "programme-steps" })
    #expect(steps.rows[1] == [.text("2013/14"), 11, 9, 2, 7, 7, 7, 1, 2, 1, 0])
    let agencies = try #require(book.tables.first { $0.name == "programme-agencies" })
    #expect(agencies.rows == [[.text("Police"), 1, 1, 1, 1, 2]])
    let wards = try #require(book.tables.first { $0.name == "programme-wards" })
    #expect(wards.rows.map { $0[1] } == [.text("Bay"), .text("Not known")])
  }

  @Test func aForecastAddsFeesToResults() throws {
    let income = IncomePicture(
      scheme: "tf1-2012", basis: "the families attached so far", percents: [25, 40, 60],
      fundable: (5, 6),
      lines: [
        .init(year: "2012/13", families: 6, claimed: 1, fees: 100, results: [10, 20, 30]),
        .init(year: "2013/14", families: 6, claimed: 0, fees: 200, results: [0, 0, 1]),
      ])
    let section = ProgrammeMoney(programme: Self.summary([]), income: [income]).forecast
    #expect(section.paragraphs[0].contains("25%, 40% and 60%"))
    #expect(section.paragraphs[0].contains("5 of every 6 families"))
    let totals = try #require(section.tables.first?.totals)
    #expect(Array(totals[3...]) == [300, 310, 320, 331].map { ReportTable.Value.money(Pence($0)) })
  }

  // MARK: Who knows whom

  @Test func coverageTellsWhoKnowsAndWhoLeads() throws {
    let rows = [
      CoverageRow(family: 1, agency: "health", contacts: 3, isOpen: true, last: "2013-07"),
      CoverageRow(family: 1, agency: "police", contacts: 1, isOpen: false, last: "2012-01-02"),
      CoverageRow(family: 2, agency: "police", contacts: 2, isOpen: false, last: nil),
    ]
    let families = [
      SampleConcern.family(1, concern: "2011-01-01"),
      SampleConcern.family(2, concern: "2012-01-01"),
      SampleConcern.family(3),
    ]
    let book = CoverageBook(
      run: try SampleRun.picture(), concern: SampleConcern.summary(families), coverage: rows,
      led: [], programme: Self.summary([]), context: ReportContext()
    ).book
    #expect(book.figures.map(\.figure) == ["2", "1", "1"])
    let agencies = try #require(book.tables.first { $0.name == "coverage-agencies" })
    #expect(agencies.rows[1] == [.text("Police"), 2, .share(Share(2, of: 2)), 0, 1, 3, 1])
    let overlaps = try #require(book.tables.first { $0.name == "coverage-overlaps" })
    #expect(overlaps.rows == [[.text("Health"), 1, 1], [.text("Police"), 1, 2]])
    let list = try #require(book.tables.first { $0.name == "coverage-families" })
    // Nobody leads the second; the plan of the first is thirty days old.
    #expect(list.rows.map { $0[0] } == [.text(FamilyID(2).text), .text(FamilyID(1).text)])
    #expect(list.rows[1][8] == .number(30) && list.rows[0][8] == .none)
    #expect(list.rows[1][6] == .text("July 2013"))
  }
}

extension ReportTable.Value: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self = .number(value) }
}
