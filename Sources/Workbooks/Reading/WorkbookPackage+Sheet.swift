extension WorkbookPackage {
  /// Reads a sheet's cells and everything about them that matters to those who read with a screen reader.
  func sheet(
    _ part: String, strings: [String], wrapping: Set<Int>, keepsNumbers: Bool
  ) throws(WorkbookReadingError) -> SheetReading {
    var walk = SheetWalk(strings: strings, wrapping: wrapping, keepsNumbers: keepsNumbers)
    try forEachToken(of: part) { token, scanner in
      switch token {
      case .start: walk.start(scanner)
      case .text: walk.text(scanner)
      case .end: walk.end(scanner)
      }
    }
    guard !walk.isOutOfRange else { throw .damaged(part) }
    return walk.sheet
  }
}

/// What is known of a sheet as far as it has been walked through.
private struct SheetWalk {
  let strings: [String]
  let wrapping: Set<Int>
  let keepsNumbers: Bool
  var sheet = SheetReading()
  /// Whether a cell names a text that there is not.
  var isOutOfRange = false
  private var cell: (name: String, type: String, style: Int)?
  private var value = ""
  private var isValue = false

  init(strings: [String], wrapping: Set<Int>, keepsNumbers: Bool) {
    self.strings = strings
    self.wrapping = wrapping
    self.keepsNumbers = keepsNumbers
  }

  mutating func start(_ scanner: XMLScanner) {
    if scanner.isNamed("c") {
      cell = (
        scanner.attribute("r") ?? "", scanner.attribute("t") ?? "n",
        scanner.attribute("s").flatMap { Int($0) } ?? 0
      )
      value = ""
    } else if scanner.isNamed("v") || scanner.isNamed("t") {
      isValue = true
    } else if scanner.isNamed("f") {
      sheet.formula = sheet.formula ?? cell?.name
    } else {
      startOther(scanner)
    }
  }

  private mutating func startOther(_ scanner: XMLScanner) {
    if scanner.isNamed("row") || scanner.isNamed("col") {
      if scanner.attribute("hidden") == "1" { sheet.hidesCells = true }
    } else if scanner.isNamed("mergeCell") {
      sheet.merged.append(scanner.attribute("ref") ?? "")
    } else if scanner.isNamed("headerFooter") {
      sheet.hasHeaderOrFooter = true
    } else if scanner.isNamed("drawing") || scanner.isNamed("legacyDrawing") {
      sheet.hasDrawing = true
    } else if scanner.isNamed("selection") {
      sheet.cursor = scanner.attribute("activeCell")
    } else if scanner.isNamed("tablePart") {
      sheet.tableRelations.append(scanner.attribute("id") ?? "")
    }
  }

  mutating func text(_ scanner: XMLScanner) {
    if isValue { value += scanner.text }
  }

  mutating func end(_ scanner: XMLScanner) {
    if scanner.isNamed("v") || scanner.isNamed("t") { isValue = false }
    guard scanner.isNamed("c"), let cell else { return }
    self.cell = nil
    var text: String? = ["str", "inlineStr"].contains(cell.type) ? value : nil
    if cell.type == "s" {
      guard let number = Int(value), strings.indices.contains(number) else {
        isOutOfRange = true
        return
      }
      text = strings[number]
    }
    guard !(text ?? value).isEmpty, let place = CellArea.place(cell.name) else { return }
    sheet.rows[place.row, default: []].append(place.column)
    guard let text else {
      if keepsNumbers { sheet.numbers[cell.name] = value }
      return
    }
    sheet.texts[cell.name] = text
    if !wrapping.contains(cell.style) { sheet.unwrapped.insert(cell.name) }
  }
}
