import Disk
import Reports
import TestSupport
import Vocabulary

@testable import Pipelines
@testable import Workbooks

/// What stands in workbooks, read back from their bytes by what has nothing to do with the library that wrote them.
enum WorkbookText {
  /// The contents of each workbook among some files: sheet by sheet, a row on a line, cells with bars between.
  static func of(_ files: [ReportFile]) throws -> String {
    try files.filter { $0.path.hasSuffix(".xlsx") }.map { file in
      try withTemporaryFolder { folder in
        let bytes = try file.written(in: Path(folder), created: day("2013-07-22"))
        let path = Path(folder).joining("workbook.xlsx")
        try Files.writeAtomically(bytes, to: path)
        return "\(file.path)\n" + (try text(ofWorkbookAt: path.text))
      }
    }.joined(separator: "\n")
  }

  /// The contents of a workbook's file.
  static func text(ofWorkbookAt path: String) throws -> String {
    let reading = try WorkbookReading(path: path, keepsNumbers: true)
    return reading.sheets.map { sheet in
      let rows = sheet.rows.sorted { $0.key < $1.key }.map { number, columns in
        let cells = columns.map { column in
          let place = CellArea.name(column: column, row: number)
          return sheet.texts[place] ?? sheet.numbers[place] ?? ""
        }
        // The first column says where a row begins that has empty cells before it.
        return "\(CellArea.name(column: columns.first ?? 1, row: number)) "
          + cells.joined(separator: " | ")
      }
      return "[\(sheet.name)]\n" + rows.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
