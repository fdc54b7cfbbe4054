import Testing

@testable import Pipelines

@Suite("Whether families are good enough")
struct FamilyFiguresTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var passes: Bool
    var change: @Sendable (inout FamilyFigures) -> Void
  }

  static let cases: [Case] = [
    Case(testDescription: "at every threshold", passes: true) { _ in },
    Case(testDescription: "a pair too many", passes: false) { $0.pairs.found = 1_021 },
    Case(testDescription: "a pair too few", passes: false) { $0.pairs.actual = 1_053 },
    Case(testDescription: "a family too few", passes: false) { $0.shapes[0].exact = 84 },
    Case(testDescription: "across flats", passes: false) { $0.acrossFlats = 1 },
    Case(testDescription: "with whom a row tells that they fled from", passes: false) {
      $0.protection = .init(pairs: 19, joined: 1)
    },
    Case(testDescription: "kept apart from whom they fled from", passes: true) {
      $0.protection = .init(pairs: 19, joined: 0)
    },
    Case(testDescription: "a flight of which no row tells", passes: true) {
      $0.untoldFlights = .init(pairs: 3, joined: 3)
    },
  ]

  @Test(arguments: cases) func `each threshold by itself decides`(_ example: Case) {
    var figures = FamilyFigures()
    figures.pairs = .init(found: 1_020, actual: 1_052, both: 1_000)
    figures.shapes = [.init(name: "couple", families: 100, exact: 85)]
    example.change(&figures)
    #expect(figures.passes == example.passes)
  }
}
