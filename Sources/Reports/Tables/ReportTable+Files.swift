import CSVFiles
import Vocabulary
import Workbooks

extension ReportTable {
  /// The table as CSV: RFC 4180, one row of headings, amounts in pounds with two decimals, days as `2013-07-22`.
  var csv: [UInt8] {
    var writer = CSVWriter(guardsFormulas: true)
    writer.record(columns.map(\.heading))
    for row in rows {
      for value in row { value.write(to: &writer) }
      writer.endRecord()
    }
    return writer.bytes
  }

  /// The table as a sheet, its totals as the last row.
  var sheet: Sheet {
    let cells = (rows + (totals.map { [$0] } ?? [])).map { $0.map(\.cell) }
    let hasEmptyCells = cells.joined().contains(where: \.isEmpty)
    let isEmpty = cells.isEmpty
    return Sheet(
      name: String(title.prefix(31)), title: title,
      lines: allLines + (isEmpty ? ["There are none."] : []),
      emptyCells: hasEmptyCells ? emptyCells ?? "An empty cell has no value." : nil,
      columns: isEmpty ? [] : columns.map { .init($0.heading, width: $0.width) }, rows: cells)
  }
}

extension ReportTable.Value {
  fileprivate func write(to writer: inout CSVWriter) {
    switch self {
    case .text(let text): writer.field(text)
    case .number(let number): writer.field(number)
    // Written as bytes of their own, since an amount below nothing is no formula.
    case .money(let amount): writer.number(Numbers.decimal(amount))
    case .share(let share):
      if let thousandths = share.thousandths {
        writer.number(Numbers.decimal(thousandths: thousandths))
      } else {
        writer.emptyField()
      }
    case .day(let day): writer.field(day.iso)
    case .suppressed: writer.field(ReportTable.suppressedText)
    case .none: writer.emptyField()
    }
  }

  fileprivate var cell: Sheet.Cell {
    switch self {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .money(let amount): .pence(Int(amount.count))
    case .share(let share): share.thousandths.map { .thousandths($0) } ?? .empty
    case .day(let day): .day(Int(day.daysSince1970))
    case .suppressed: .text(ReportTable.suppressedText)
    case .none: .empty
    }
  }
}
