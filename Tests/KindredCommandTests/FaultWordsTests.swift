import Testing
import Workbooks

@testable import KindredCommand

/// What is told of a fault of the program's own.
@Suite struct FaultWordsTests {
  @Test func `a fault tells the kinds of a workbook's problems and no names`() {
    let fault = Problem.internalFault(
      WorkbookError.problems([
        WorkbookProblem(.blankRowOrColumn, sheet: "About"), WorkbookProblem(.missingTitle),
        WorkbookProblem(.blankRowOrColumn, sheet: "Sources"),
      ]))
    #expect(
      fault.what == "a fault in Kindred itself: WorkbookError (blankRowOrColumn, missingTitle)")
  }
}
