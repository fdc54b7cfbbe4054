import Testing

@testable import Workbooks

@Suite struct WorkbookProblemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var expected: [WorkbookProblem]
    var change: @Sendable (inout Workbook) -> Void
    var testDescription: String { name }

    init(
      _ name: String, _ expected: [WorkbookProblem],
      _ change: @escaping @Sendable (inout Workbook) -> Void
    ) {
      (self.name, self.expected, self.change) = (name, expected, change)
    }
  }

  static let cases: [Case] = [
    Case("nothing", []) { _ in },
    Case("no title", [.init(.missingProperty)]) { $0.title = "" },
    Case("no sheets", [.init(.noSheets)]) { $0.sheets = [] },
    Case("a name of 31 letters", []) { $0.sheets[0].name = String(repeating: "n", count: 31) },
    Case("a name of 32 letters", [.init(.unusableName, sheet: String(repeating: "n", count: 32))]) {
      $0.sheets[0].name = String(repeating: "n", count: 32)
    },
    Case("a name with a slash", [.init(.unusableName, sheet: "a/b")]) { $0.sheets[0].name = "a/b" },
    Case("a name with apostrophes", [.init(.unusableName, sheet: "'a'")]) {
      $0.sheets[0].name = "'a'"
    },
    Case("two names that differ in case", [.init(.repeatedName, sheet: "COHORT")]) {
      $0.sheets.append($0.sheets[0])
      $0.sheets[1].name = "COHORT"
    },
    Case("no title on a sheet", [.init(.missingTitle, sheet: "Cohort")]) {
      $0.sheets[0].title = ""
    },
    Case("neither lines nor table", [.init(.blankSheet, sheet: "Cohort")]) {
      $0.sheets[0] = Sheet(name: "Cohort", title: "The cohort")
    },
    Case("text alone", []) {
      $0.sheets[0] = Sheet(name: "Cohort", title: "The cohort", lines: ["There is none."])
    },
    Case("no heading", [.init(.missingHeading, sheet: "Cohort", place: 2)]) {
      $0.sheets[0].columns[1].heading = ""
    },
    Case("a heading twice", [.init(.repeatedHeading, sheet: "Cohort", place: 2)]) {
      $0.sheets[0].columns[1].heading = "FAMILY"
    },
    Case("a table without rows", [.init(.tableWithoutRows, sheet: "Cohort")]) {
      $0.sheets[0].rows = []
    },
    Case("a short row", [.init(.raggedRow, sheet: "Cohort", place: 1)]) {
      $0.sheets[0].rows[0].removeLast()
    },
    Case(
      "a blank row",
      [
        .init(.blankRowOrColumn, sheet: "Cohort", place: 3),
        .init(.unexplainedEmptyCells, sheet: "Cohort"),
      ]
    ) { $0.sheets[0].rows.append([.empty, .text("")]) },
    Case(
      "a blank column",
      [
        .init(.blankRowOrColumn, sheet: "Cohort", place: 2),
        .init(.unexplainedEmptyCells, sheet: "Cohort"),
      ]
    ) { for row in $0.sheets[0].rows.indices { $0.sheets[0].rows[row][1] = .empty } },
    Case("an empty cell that is explained", []) {
      $0.sheets[0].rows[0][1] = .empty
      $0.sheets[0].emptyCells = "An empty amount is not costed."
    },
    Case("a text of 32,768 letters", [.init(.longText, sheet: "Cohort", place: 1)]) {
      $0.sheets[0].rows[0][0] = .text(String(repeating: "t", count: 32_768))
    },
  ]

  @Test(arguments: cases) func aProblemIsFoundOnceAndWhereItIs(_ testCase: Case) {
    var workbook = Workbook.sample
    testCase.change(&workbook)
    #expect(workbook.problems == testCase.expected)
  }
}

extension Workbook {
  static let sample = Workbook(
    title: "The cohort", subject: "Solentshire, 22 July 2013", author: "Kindred",
    sheets: [
      Sheet(
        name: "Cohort", title: "The cohort", lines: ["Two families."],
        columns: [.init("Family", width: 20), .init("Amount")],
        rows: [[.text("F1"), .pence(320_000)], [.text("F2"), .pence(5)]])
    ])
}
