import Testing

@testable import Linkage

@Suite struct DateCellTests {
  static let cells: [(String, DateOrder, Int32?)] = [
    ("1956-04-09", .dayFirst, 1956_04_09), ("19560409", .dayFirst, 1956_04_09),
    ("09/04/1956", .dayFirst, 1956_04_09), ("04/09/1956", .monthFirst, 1956_04_09),
    ("9.4.56", .dayFirst, 1956_04_09), ("9 Apr 1956", .dayFirst, 1956_04_09),
    ("April 9, 1956", .dayFirst, 1956_04_09), ("1956-04-09 00:00:00", .dayFirst, 1956_04_09),
    ("1956-04-09T12:30", .dayFirst, 1956_04_09), ("1956", .dayFirst, 1956_00_00),
    ("04/1956", .dayFirst, 1956_04_00), ("1956-04", .dayFirst, 1956_04_00),
    ("31/02/1956", .dayFirst, 1956_02_31), ("1900-01-01", .dayFirst, nil), ("", .dayFirst, nil),
    ("unknown", .dayFirst, nil), ("09041956", .dayFirst, 1956_04_09),
  ]

  @Test(arguments: cells)
  func `dates are read as they are written`(_ cell: String, _ order: DateOrder, _ date: Int32?) {
    #expect(DateCell.packed(cell.utf8.span, order: order) == date)
  }
}
