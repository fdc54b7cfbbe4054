extension Workbook {
  /// The most rows and columns a sheet may have, and the most letters of a cell and of a sheet's name.
  private static let most = (rows: 1_048_576, columns: 16_384, letters: 32_767, name: 31)

  /// Everything that would keep someone from reading the workbook; none is written that has a problem.
  public var problems: [WorkbookProblem] {
    var problems: [WorkbookProblem] = []
    if [title, subject, author].contains(where: \.isEmpty) {
      problems.append(.init(.missingProperty))
    }
    if sheets.isEmpty { problems.append(.init(.noSheets)) }
    var names: Set<String> = []
    for sheet in sheets {
      if !Self.isUsable(sheet.name) { problems.append(.init(.unusableName, sheet: sheet.name)) }
      if !names.insert(sheet.name.lowercased()).inserted {
        problems.append(.init(.repeatedName, sheet: sheet.name))
      }
      problems += Self.problems(of: sheet)
    }
    return problems
  }

  private static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.count <= most.name
      && !name.contains { "[]:*?/\\".contains($0) } && !name.hasPrefix("'") && !name.hasSuffix("'")
  }

  private static func problems(of sheet: Sheet) -> [WorkbookProblem] {
    var problems: [WorkbookProblem] = []
    func note(_ kind: WorkbookProblem.Kind, _ place: Int? = nil) {
      problems.append(.init(kind, sheet: sheet.name, place: place))
    }
    if sheet.title.isEmpty { note(.missingTitle) }
    if sheet.lines.isEmpty && sheet.columns.isEmpty { note(.blankSheet) }
    let height = sheet.textRows + 1 + sheet.rows.count
    if height > most.rows || sheet.columns.count > most.columns { note(.tooLarge) }
    for line in [sheet.title] + sheet.lines where line.utf16.count > most.letters {
      note(.longText)
    }
    problems += headingProblems(of: sheet)
    problems += rowProblems(of: sheet)
    return problems
  }

  private static func headingProblems(of sheet: Sheet) -> [WorkbookProblem] {
    var problems: [WorkbookProblem] = []
    var headings: Set<String> = []
    for (number, column) in sheet.columns.enumerated() {
      if column.heading.isEmpty {
        problems.append(.init(.missingHeading, sheet: sheet.name, place: number + 1))
      } else if !headings.insert(column.heading.lowercased()).inserted {
        problems.append(.init(.repeatedHeading, sheet: sheet.name, place: number + 1))
      }
    }
    if sheet.columns.isEmpty != sheet.rows.isEmpty {
      problems.append(.init(.tableWithoutRows, sheet: sheet.name))
    }
    return problems
  }

  private static func rowProblems(of sheet: Sheet) -> [WorkbookProblem] {
    var problems: [WorkbookProblem] = []
    var filled = [Bool](repeating: false, count: sheet.columns.count)
    var hasEmptyCells = false
    for (number, row) in sheet.rows.enumerated() {
      guard row.count == filled.count else {
        problems.append(.init(.raggedRow, sheet: sheet.name, place: number + 1))
        continue
      }
      var rowIsBlank = true
      for (column, cell) in row.enumerated() {
        if case .text(let text) = cell, text.utf16.count > most.letters {
          problems.append(.init(.longText, sheet: sheet.name, place: number + 1))
        }
        if cell.isEmpty {
          hasEmptyCells = true
        } else {
          rowIsBlank = false
          filled[column] = true
        }
      }
      if rowIsBlank {
        problems.append(.init(.blankRowOrColumn, sheet: sheet.name, place: number + 1))
      }
    }
    if !sheet.rows.isEmpty, let blank = filled.firstIndex(of: false) {
      problems.append(.init(.blankRowOrColumn, sheet: sheet.name, place: blank + 1))
    }
    if hasEmptyCells && sheet.emptyCells == nil {
      problems.append(.init(.unexplainedEmptyCells, sheet: sheet.name))
    }
    return problems
  }
}

extension Sheet {
  /// All that is written above the table, from A1 on.
  var textLines: [String] { [title] + lines + (emptyCells.map { [$0] } ?? []) }

  /// How many rows stand above the table's headings.
  var textRows: Int { textLines.count }
}

extension Sheet.Cell {
  /// Whether nothing is to be seen in it.
  public var isEmpty: Bool {
    switch self {
    case .empty: true
    case .text(let text): text.isEmpty
    case .number, .pence, .thousandths, .day: false
    }
  }
}
