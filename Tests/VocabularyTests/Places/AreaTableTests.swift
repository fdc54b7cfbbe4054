import Testing

@testable import Vocabulary

@Suite struct AreaTableTests {
  private static let harbour = Area(district: "Solenthaven", ward: "Harbourside")
  private static let quay = Area(district: "Solenthaven", ward: "North Quay")
  private static let dock = Area(district: "Solenthaven", ward: "Dockyard")

  private func table() throws -> AreaTable {
    try AreaTable([
      .init("SX1", Self.harbour), .init("sx1 0b", Self.quay), .init("SX1 0BD", Self.dock),
      .init("SX10 2", Self.quay),
    ])
  }

  @Test(
    arguments: [
      ("SX1 0AA", harbour), ("SX1 9ZZ", harbour), ("SX1 0BA", quay), ("SX1 0BD", dock),
      ("SX10 2AB", quay), ("SX10 3AB", nil), ("SX2 0AA", nil), ("SX11 0AA", nil),
    ] as [(String, Area?)])
  func theLongestPartThatFitsDecides(_ postcode: String, _ area: Area?) throws {
    #expect(try table().area(of: Postcode(postcode)) == area)
  }

  @Test func everyAreaIsThereOnceAndInOrder() throws {
    #expect(try table().areas == [Self.dock, Self.harbour, Self.quay])
  }

  @Test(arguments: ["", "SX", "SX1 0AAB", "1", "SX1 O", "SX1 0A A", "Harbour"])
  func whatIsNoPartOfAPostcodeIsRefused(_ text: String) {
    #expect(throws: AreaTable.Problem.notAPostcode(row: 1)) {
      try AreaTable([.init("SX1", Self.harbour), .init(text, Self.quay)])
    }
  }

  @Test func aPartThatIsThereTwiceIsRefused() {
    #expect(throws: AreaTable.Problem.repeated(row: 1)) {
      try AreaTable([.init("SX1 0", Self.harbour), .init("sx1 0", Self.quay)])
    }
  }
}
