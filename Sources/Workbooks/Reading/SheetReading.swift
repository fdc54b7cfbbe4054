/// What stands on a sheet of a workbook's file.
struct SheetReading {
  /// The name on its tab.
  var name = ""
  /// Whether it is hidden.
  var isHidden = false
  /// The rows that have cells with something in them, by their numbers from 1: the columns from 1, in order.
  var rows: [Int: [Int]] = [:]
  /// Texts by place, such as `A1`.
  var texts: [String: String] = [:]
  /// Numbers by place, as they are written; empty where nobody asked for them.
  var numbers: [String: String] = [:]
  /// Places of texts whose style does not let them wrap.
  var unwrapped: Set<String> = []
  /// Areas of merged cells.
  var merged: [String] = []
  /// The first cell that has a formula.
  var formula: String?
  /// Columns or rows that are hidden.
  var hidesCells = false
  /// Whether there is a header or a footer for print.
  var hasHeaderOrFooter = false
  /// Whether something floats over the cells: a picture, a chart, a box, a comment.
  var hasDrawing = false
  /// The cell that the cursor stands in; nil where the file does not say, which is A1.
  var cursor: String?
  /// The relations' names of its tables.
  var tableRelations: [String] = []
  /// Its tables.
  var tables: [TableReading] = []

  /// How many cells have something in them.
  var filledCells: Int { rows.values.reduce(0) { $0 + $1.count } }
}

/// A table as a file marks it up.
struct TableReading: Equatable {
  /// Its name.
  var name = ""
  /// The cells that it covers.
  var area = CellArea()
  /// How many of its rows are headings.
  var headingRows = 1
  /// Whether it has filter buttons.
  var hasFilter = false
  /// The headings.
  var headings: [String] = []
}

/// Cells from one to another, columns and rows from 1.
struct CellArea: Equatable {
  var columns = 1...1
  var rows = 1...1

  init() {}

  /// Reads `A3:B5`, or one cell.
  init?(_ text: String) {
    let ends = text.split(separator: ":", maxSplits: 1).map { Self.place(String($0)) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, first.column <= last.column,
      first.row <= last.row
    else { return nil }
    columns = first.column...last.column
    rows = first.row...last.row
  }

  /// Reads a cell's place, such as `AB12`.
  static func place(_ text: String) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    return column > 0 && row > 0 ? (column, row) : nil
  }

  /// A cell's place in letters and digits.
  static func name(column: Int, row: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
