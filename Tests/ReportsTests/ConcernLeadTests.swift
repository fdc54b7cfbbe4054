import Testing
import Vocabulary

@testable import Reports
@testable import Store

@Suite struct ConcernLeadTests {
  private func lead(_ families: [ConcernSummary.Family]) throws -> ConcernLead {
    ConcernLead(
      concern: SampleConcern.summary(families), areas: try SampleConcern.areaTable(),
      asOf: Day(iso: "2013-07-22"))
  }

  private func table(_ name: String, of lead: ConcernLead) throws -> ReportTable {
    try #require((lead.section.tables + lead.censoring.tables).first { $0.name == name })
  }

  private let families = [
    SampleConcern.family(
      1, concern: "2010-01-01", threshold: "2010-04-01", lead: 90, postcode: "SX1 0AA"),
    SampleConcern.family(
      2, concern: "2010-01-01", threshold: "2010-04-02", lead: 91, postcode: "SX2 0AA"),
    SampleConcern.family(3, concern: "2008-01-01", threshold: "2013-01-01", lead: 1_827),
    SampleConcern.family(4, concern: "2012-06-01", threshold: "2012-01-01", lead: -152),
    SampleConcern.family(5, concern: "2011-06-01", mayBeEarlier: true),
    SampleConcern.family(6),
  ]

  @Test func eachLeadTimeIsInOneBand() throws {
    let spread = try table("lead-times", of: try lead(families))
    #expect(spread.rows.map { $0[1] } == [1, 1, 0, 0, 0, 0, 1].map { .number($0) })
    #expect(spread.totals?[1] == .number(3))
    #expect(spread.lines.first?.hasPrefix("1 family reached the threshold before") == true)
  }

  @Test func theMiddleIsTheLowerOfTwo() throws {
    #expect(try lead(families).median == 91)
    #expect(Middle.lower([4, 1, 3, 2]) == 2)
    #expect(Middle.lower([]) == nil)
  }

  /// A threshold that came first is reached and has no lead time; a district without one has empty cells and no nought.
  @Test func byDistrictNothingIsInvented() throws {
    let table = try table("lead-times-by-district", of: try lead(families))
    #expect(
      table.rows.map { $0[0] } == [
        .text("Bay district"), .text("Quay district"), .text("Not known"),
      ])
    #expect(
      table.rows[2][1...] == [
        .number(3), .number(2), .number(1), .number(1_827), .number(1_827), .number(1_827),
      ])
    let none = try self.table(
      "lead-times-by-district", of: try lead([SampleConcern.family(1, concern: "2010-01-01")]))
    #expect(
      none.rows == [[.text("Not known"), .number(1), .number(0), .number(0), .none, .none, .none]])
  }

  /// Family 5 could be watched for two whole years, family 4 had reached the threshold before any.
  @Test func yearsCountThoseWhoCouldBeWatched() throws {
    let table = try table("threshold-by-year", of: try lead(families))
    #expect(table.rows[0] == [.text("Year 1"), .number(4), .number(2), .share(Share(2, of: 4))])
    #expect(table.rows[1] == [.text("Year 2"), .number(2), .number(0), .share(Share(0, of: 2))])
    #expect(table.rows[2] == [.text("Year 3"), .number(1), .number(0), .share(Share(0, of: 1))])
    #expect(table.rows.count == 5)
  }

  @Test func whatTheDataCannotSeeIsCounted() throws {
    let words = try lead(families).censoring.paragraphs
    #expect(words[0].contains("Of 1 family the concern was seen within a year"))
    #expect(words[1].hasPrefix("1 family of concern had not reached a threshold by 22 July 2013."))
  }
}
