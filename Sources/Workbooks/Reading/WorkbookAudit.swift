/// Checks a workbook's file by what is in it, whoever wrote it.
public enum WorkbookAudit {
  /// Every fault of the file at a path, sheet by sheet; none where all can read it.
  public static func faults(ofFileAt path: String) throws(WorkbookReadingError)
    -> [AccessibilityFault]
  {
    faults(of: try WorkbookReading(path: path))
  }

  static func faults(of reading: WorkbookReading) -> [AccessibilityFault] {
    faultsOfTheWhole(reading) + reading.sheets.flatMap { SheetAudit($0).faults }
  }

  private static func faultsOfTheWhole(_ reading: WorkbookReading) -> [AccessibilityFault] {
    var faults: [AccessibilityFault] = []
    for name in ["title", "subject", "creator"] where reading.properties[name, default: ""].isEmpty
    {
      faults.append(AccessibilityFault(.missingProperty, place: name))
    }
    var names: Set<String> = []
    for sheet in reading.sheets where !names.insert(sheet.name.lowercased()).inserted {
      faults.append(AccessibilityFault(.repeatedSheetName, sheet: sheet.name))
    }
    for part in reading.parts
    where part.hasPrefix("xl/externalLinks/") || part.hasSuffix("vbaProject.bin") {
      faults.append(AccessibilityFault(.notValuesAlone, place: part))
    }
    return faults
  }
}

/// Checks one sheet.
private struct SheetAudit {
  private let sheet: SheetReading
  private(set) var faults: [AccessibilityFault] = []

  init(_ sheet: SheetReading) {
    self.sheet = sheet
    guard !sheet.rows.isEmpty else {
      note(.blankSheet)
      return
    }
    checkFrame()
    checkTexts()
    checkOutside()
    for table in sheet.tables { check(table) }
  }

  private mutating func note(_ kind: AccessibilityFault.Kind, _ place: String? = nil) {
    faults.append(AccessibilityFault(kind, sheet: sheet.name, place: place))
  }

  private mutating func checkFrame() {
    if sheet.isHidden || sheet.hidesCells { note(.hidden) }
    if sheet.texts["A1", default: ""].isEmpty { note(.missingTitle, "A1") }
    for area in sheet.merged { note(.mergedCells, area) }
    if sheet.hasHeaderOrFooter { note(.headerOrFooter) }
    if sheet.hasDrawing { note(.floatingObject) }
    if let cursor = sheet.cursor, cursor != "A1" { note(.cursorNotInA1, cursor) }
    if let formula = sheet.formula { note(.notValuesAlone, formula) }
  }

  private mutating func checkTexts() {
    for (place, text) in sheet.texts.sorted(by: { $0.key < $1.key }) {
      if text.hasPrefix("http://") || text.hasPrefix("https://") { note(.bareLink, place) }
      if text.unicodeScalars.last.map({ "*†‡¹²³".unicodeScalars.contains($0) }) == true {
        note(.symbolForNote, place)
      }
    }
  }

  /// Outside of tables there is text in column A alone.
  private mutating func checkOutside() {
    for (row, columns) in sheet.rows.sorted(by: { $0.key < $1.key }) {
      for column in columns {
        let place = CellArea.name(column: column, row: row)
        let isInside = sheet.tables.contains {
          $0.area.rows.contains(row) && $0.area.columns.contains(column)
        }
        guard !isInside, column > 1 || sheet.texts[place] == nil else { continue }
        note(.tableNotMarkedUp, place)
        return
      }
    }
  }

  private mutating func check(_ table: TableReading) {
    if table.area.columns.lowerBound != 1 { note(.tableNotAtLeft, table.name) }
    if table.headingRows != 1 { note(.headingRows, table.name) }
    for (number, heading) in table.headings.enumerated() {
      let column = table.area.columns.lowerBound + number
      let place = CellArea.name(column: column, row: table.area.rows.lowerBound)
      if heading.isEmpty || sheet.texts[place] != heading { note(.heading, place) }
    }
    checkEmptyCells(of: table)
    for row in table.area.rows {
      for column in sheet.rows[row] ?? [] where table.area.columns.contains(column) {
        let place = CellArea.name(column: column, row: row)
        if sheet.unwrapped.contains(place) { return note(.textNotWrapped, place) }
      }
    }
  }

  private mutating func checkEmptyCells(of table: TableReading) {
    var filled: [Int: Int] = [:]
    var empty = 0
    let data = table.area.rows.dropFirst(table.headingRows)
    for row in data {
      let own = (sheet.rows[row] ?? []).filter(table.area.columns.contains)
      for column in own { filled[column, default: 0] += 1 }
      empty += table.area.columns.count - own.count
      if own.isEmpty { note(.blankRowOrColumn, "row \(row)") }
    }
    for column in table.area.columns where filled[column] == nil && !data.isEmpty {
      note(.blankRowOrColumn, CellArea.name(column: column, row: table.area.rows.lowerBound))
    }
    guard empty > 0 else { return }
    let isExplained = (1..<table.area.rows.lowerBound).contains { row in
      let text = sheet.texts["A\(row)", default: ""].lowercased()
      return text.contains("empty cell") || text.contains("blank cell")
    }
    if !isExplained { note(.unexplainedEmptyCells, table.name) }
  }
}
