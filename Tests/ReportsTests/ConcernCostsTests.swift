import Testing
import Vocabulary

@testable import Reports
@testable import Store

@Suite struct ConcernCostsTests {
  private let lines = [
    SampleConcern.cost(1, "police", "before", 1_000),
    SampleConcern.cost(1, "police", "between", 2_050),
    SampleConcern.cost(2, "police", "after", 40_000),
    SampleConcern.cost(2, "health", preventive: true, "between", 500),
    SampleConcern.cost(3, "health", "no-concern", 99_999),
    SampleConcern.cost(1, "health", "straddling", 7),
  ]

  private let shares = AvoidedShares(source: "a plan", percents: [10, 25, 40])

  private func costs(_ basis: [String: String]? = nil) throws -> ConcernCosts {
    let families = [
      SampleConcern.family(1, concern: "2010-01-01", postcode: "SX1 0AA"),
      SampleConcern.family(2, concern: "2010-01-01", postcode: "SX2 0AA"), SampleConcern.family(3),
    ]
    let summary = basis.map { SampleConcern.summary(families, costs: lines, basis: $0) }
    return ConcernCosts(
      run: try SampleRun.picture(),
      concern: summary ?? SampleConcern.summary(families, costs: lines),
      areas: try SampleConcern.areaTable(), avoided: shares)
  }

  /// What was spent on families without concern is in no sum; every table has the same total.
  @Test func everyTableAddsUpToTheSameSum() throws {
    let tables = try costs().sections.flatMap(\.tables)
    for name in ["costs-by-stage", "costs-by-agency", "costs-by-district"] {
      let table = try #require(tables.first { $0.name == name })
      #expect(table.totals?.last == .money(Pence(43_557)))
      #expect(
        table.rows.reduce(0) { sum, row in
          guard case .money(let amount) = row[row.count - 1] else { return sum }
          return sum + amount.count
        } == 43_557)
    }
  }

  @Test func whatHasNoCostIsToldAndNeverNought() throws {
    let tables = try costs().sections.flatMap(\.tables)
    let table = try #require(tables.first { $0.name == "not-costed" })
    #expect(table.rows == [[.text("Food bank"), .text("Voluntary"), .number(8), .number(5)]])
    #expect(try costs().sections[0].paragraphs[0].contains("6 of 15 events have a unit cost"))
  }

  @Test func withoutUnitCostsThereIsNoSum() throws {
    let sections = try costs([:]).sections
    #expect(sections.count == 1 && sections[0].tables.isEmpty)
    #expect(sections[0].paragraphs[0].contains("not the same as nothing spent"))
    #expect(try costs([:]).reactiveSinceConcern == nil)
  }

  /// 420.50 of reactive cost since the concern, 5.00 for the only family that was helped, two families of concern.
  @Test func theBalanceSaysWhatItAssumes() throws {
    let section = CostBenefit(concern: try costs().concern, avoided: shares).section
    #expect(section.paragraphs[0].contains("£5.00 each"))
    #expect(section.paragraphs[2].contains("avoided 2.4% of the reactive cost"))
    #expect(section.paragraphs[0].contains("high 40%. Source of the shares: a plan."))
    let table = try #require(section.tables.first)
    #expect(
      table.rows[1] == [
        .text("Central"), .share(Share(25, of: 100)), .money(Pence(10_512)), .money(Pence(1_000)),
        .money(Pence(9_512)),
      ])
  }
  @Test func withoutStatedSharesNoneAreGuessed() throws {
    let section = CostBenefit(concern: try costs().concern, avoided: nil).section
    #expect(section.tables.isEmpty)
    #expect(section.paragraphs[0].contains("does not state, and none is guessed"))
    #expect(section.paragraphs[2].contains("avoided 2.4% of the reactive cost"))
  }
}
