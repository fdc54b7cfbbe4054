import CSVFiles
import Reports
import Vocabulary

/// A list for people and programs: CSV as RFC 4180 has it, and beside it what its columns mean, as «CSV on the Web» says it.
struct DescribedList {
  /// What it is called, in a few words.
  var title: String
  var columns: [Column]
  private(set) var rows: [[Cell]] = []

  /// A column, with what it holds.
  struct Column {
    var name: String
    var title: String
    var datatype: Datatype

    init(_ name: String, _ title: String, _ datatype: Datatype = .string) {
      self.name = name
      self.title = title
      self.datatype = datatype
    }
  }

  /// The types of «CSV on the Web» that lists use.
  enum Datatype: String {
    case string, integer, decimal, date, boolean
  }

  /// What stands in a cell.
  enum Cell {
    case text(String?)
    case number(Int?)
    case money(Pence?)
    case day(Day?)
    case truth(Bool)
  }

  init(_ title: String, _ columns: [Column]) {
    self.title = title
    self.columns = columns
  }

  /// Adds a row, which has a cell for each column.
  mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    rows.append(cells)
  }

  /// The rows; texts that a spreadsheet would run as formulas are made inert.
  var csv: [UInt8] {
    var writer = CSVWriter(guardsFormulas: true)
    writer.record(columns.map(\.name))
    for row in rows {
      for cell in row { Self.write(cell, to: &writer) }
      writer.endRecord()
    }
    return writer.bytes
  }

  private static func write(_ cell: Cell, to writer: inout CSVWriter) {
    switch cell {
    case .text(let text?): writer.field(text)
    case .number(let number?): writer.field(number)
    case .money(let amount?): writer.number(amount.decimal)
    case .day(let day?): writer.field(day.iso)
    case .truth(let truth): writer.field(truth ? "true" : "false")
    case .text(nil), .number(nil), .money(nil), .day(nil): writer.emptyField()
    }
  }

  /// The description of the list in a file of a name.
  func metadata(ofFile name: String) -> [UInt8] {
    TableDescription(
      fileName: name, title: title,
      columns: columns.map {
        .init(heading: $0.name, meaning: $0.title, type: $0.datatype.rawValue)
      }
    ).bytes
  }
}

extension StageWork {
  /// Writes a list and its description into the run's folder.
  mutating func write(_ list: DescribedList, to path: String) throws {
    try write(list.csv, to: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try write(list.metadata(ofFile: name), to: path + TableDescription.ending)
  }
}

extension Pence {
  /// The amount for machines, in pounds: `-1234.50`.
  var decimal: String {
    let (pounds, rest) = count.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(count < 0 ? "-" : "")\(pounds).\(rest < 10 ? "0" : "")\(rest)"
  }
}
