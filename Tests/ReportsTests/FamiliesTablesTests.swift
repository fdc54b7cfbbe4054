import Testing
import Vocabulary

@testable import Reports
@testable import Store

@Suite struct FamiliesTablesTests {
  private static let areas = ["Bay", "Down", "Quay"].map { Area(district: "Tinyton", ward: $0) }

  private func tables(_ counts: [Int]) throws -> FamiliesTables {
    let postcodes = ["SX1 0AA", "SX2 0AA", "SX3 0AA"]
    let homes = zip(postcodes, counts).flatMap { postcode, count in
      (0..<count).map { FamiliesSummary.Home(family: Int64($0), postcode: postcode) }
    }
    let table = try AreaTable(
      zip(["SX1", "SX2", "SX3"], Self.areas).map { AreaTable.Row($0, $1) })
    let nowhere = [FamiliesSummary.Home(family: 9, postcode: "PO1 2AL")]
    return FamiliesTables(
      families: FamiliesSummary(
        sizes: [.init(number: 2, families: 3), .init(number: 5, families: 1)], children: [],
        concerns: [.init(number: 2011, families: 4)], criteria: [], homes: homes + nowhere),
      areas: table)
  }

  @Test func familiesAreCountedByWard() throws {
    let tables = try tables([9, 0, 12])
    #expect(tables.wards.rows.map { $0[2] } == [.number(9), .number(0), .number(12)])
    #expect(tables.shown == [Self.areas[0]: 9, Self.areas[1]: 0, Self.areas[2]: 12])
  }

  @Test func aSmallWardIsHiddenAndAnotherWithIt() throws {
    let tables = try tables([3, 9, 12])
    #expect(tables.wards.rows.map { $0[2] } == [.suppressed, .suppressed, .number(12)])
    #expect(tables.shown == [Self.areas[2]: 12])
  }

  @Test func onlyTablesWithRowsAreWritten() throws {
    let tables = try tables([9, 9, 9])
    #expect(
      tables.all.map(\.name) == [
        "families-by-size", "families-by-year-of-concern", "families-by-ward",
      ])
    #expect(tables.sizes.rows[0] == [.number(2), .number(3), .share(Share(3, of: 4))])
  }
}
