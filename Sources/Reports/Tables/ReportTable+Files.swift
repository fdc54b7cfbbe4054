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
    var cells = (rows + (totals.map { [$0] } ?? [])).map { $0.map(\.cell) }
    let hasBlank = cells.fillBlankColumns()
    let isEmpty = cells.isEmpty
    var lines = allLines + (isEmpty ? ["There are none."] : [])
    if hasBlank { lines.append([[Sheet.Cell]].blankColumnsNote) }
    let hasEmptyCells = cells.joined().contains(where: \.isEmpty)
    return Sheet(
      name: Self.shortened(title), title: title, lines: lines,
      emptyCells: hasEmptyCells ? emptyCells ?? "An empty cell has no value." : nil,
      columns: isEmpty ? [] : columns.map { .init($0.heading, width: $0.width) }, rows: cells)
  }

  /// A title as the name on a sheet’s tab: whole words, as many as there is room for.
  private static func shortened(_ title: String) -> String {
    guard title.count > 31 else { return title }
    var name = ""
    for word in title.split(separator: " ") {
      guard name.count + 1 + word.count <= 31 else { break }
      name += (name.isEmpty ? "" : " ") + word
    }
    return name.isEmpty ? String(title.prefix(31)) : name.trimmingEnd
  }
}

extension [[Sheet.Cell]] {
  /// What is said of columns that were filled.
  static var blankColumnsNote: String { "\(unavailableText): there is no value." }

  private static var unavailableText: String { "[x]" }

  /// Fills columns without any value, which screen readers take for the end of a table; tells whether there were some.
  mutating func fillBlankColumns() -> Bool {
    guard let first else { return false }
    let blank = first.indices.filter { place in allSatisfy { $0[place].isEmpty } }
    for row in indices {
      for place in blank { self[row][place] = .text(Self.unavailableText) }
    }
    return !blank.isEmpty
  }
}

extension String {
  /// The text without marks at its end that stand between words.
  fileprivate var trimmingEnd: String {
    var text = Substring(self)
    while let last = text.last, ",;:–".contains(last) { text.removeLast() }
    return String(text)
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
    case .state(let state): writer.field(state.word)
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
    case .state(let state): .text(state.word)
    case .day(let day): .day(Int(day.daysSince1970))
    case .suppressed: .text(ReportTable.suppressedText)
    case .none: .empty
    }
  }
}
