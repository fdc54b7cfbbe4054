import Testing

@testable import Linkage

@Suite struct DateCellTests {
  static let cells: [(String, DateOrder?, Int32?)] = [
    ("1956-04-09", .dayFirst, 1956_04_09), ("19560409", .dayFirst, 1956_04_09),
    ("09/04/1956", .dayFirst, 1956_04_09), ("04/09/1956", .monthFirst, 1956_04_09),
    ("9.4.56", .dayFirst, 1956_04_09), ("9 Apr 1956", .dayFirst, 1956_04_09),
    ("April 9, 1956", .dayFirst, 1956_04_09), ("1956-04-09 00:00:00", .dayFirst, 1956_04_09),
    ("1956-04-09T12:30", .dayFirst, 1956_04_09), ("1956", .dayFirst, 1956_00_00),
    ("04/1956", .dayFirst, 1956_04_00), ("1956-04", .dayFirst, 1956_04_00),
    ("31/02/1956", .dayFirst, 1956_02_31), ("1900-01-01", .dayFirst, nil), ("", .dayFirst, nil),
    ("unknown", .dayFirst, nil), ("09041956", .dayFirst, 1956_04_09),
    // Eight digits: as the settings say, or else as a year may stand first.
    ("19560409", nil, 1956_04_09), ("09041956", nil, 1956_04_09), ("19121985", nil, 1985_12_19),
    ("21041991", nil, 1991_04_21), ("19101112", nil, 1910_11_12), ("20030000", nil, 2003_00_00),
    ("19101112", .dayFirst, 1112_10_19), ("19101972", .dayFirst, 1972_10_19),
    ("10191972", .monthFirst, 1972_10_19), ("19720010", .yearFirst, 1972_00_10),
    ("99999999", nil, 9999_99_99), ("04/09/1956", nil, 1956_09_04),
  ]

  @Test func `every birthday of a year is read in either form`() {
    for month in 1...12 {
      for day in 1...31 {
        let date = Int32(1985_00_00 + month * 100 + day)
        let (first, second) = (
          day < 10 ? "0\(day)" : "\(day)", month < 10 ? "0\(month)" : "\(month)"
        )
        #expect(DateCell.packed("\(first)\(second)1985".utf8.span, order: nil) == date)
        #expect(DateCell.packed("1985\(second)\(first)".utf8.span, order: nil) == date)
      }
    }
  }

  @Test(arguments: cells)
  func `dates are read as they are written`(_ cell: String, _ order: DateOrder?, _ date: Int32?) {
    #expect(DateCell.packed(cell.utf8.span, order: order) == date)
  }
}
