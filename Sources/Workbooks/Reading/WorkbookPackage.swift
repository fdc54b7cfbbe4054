/// The parts of a workbook's file, and how they hang together (ECMA-376, part 1).
struct WorkbookPackage {
  private let contents: [String: [UInt8]]

  init(_ contents: [String: [UInt8]]) {
    self.contents = contents
  }

  // MARK: Going through parts

  /// Goes through the elements of a part that is there; `body` gets each token with the scanner that met it.
  func forEachToken(
    of part: String, _ body: (XMLScanner.Token, XMLScanner) -> Void
  ) throws(WorkbookReadingError) {
    guard let bytes = contents[part] else { throw .missing(part) }
    var scanner = XMLScanner(bytes)
    do throws(XMLScanner.Fault) {
      while let token = try scanner.next() { body(token, scanner) }
    } catch {
      throw .damaged(part)
    }
  }

  /// Where the relations of a part lead, by their names.
  private func relations(of part: String) throws(WorkbookReadingError) -> [String: String] {
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let name = part.split(separator: "/").last.map(String.init) ?? part
    let file = "\(folder)/_rels/\(name).rels"
    guard contents[file] != nil else { return [:] }
    var targets: [String: String] = [:]
    try forEachToken(of: file) { token, scanner in
      guard token == .start, scanner.isNamed("Relationship"), let id = scanner.attribute("Id"),
        let target = scanner.attribute("Target")
      else { return }
      targets[id] = Self.resolved(target, in: folder)
    }
    return targets
  }

  /// A path as seen from a folder of the package: `../tables/table1.xml` in `xl/worksheets`.
  private static func resolved(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  // MARK: Parts

  /// The document's properties: `title`, `subject`, `creator` and others that have a text.
  func properties() throws(WorkbookReadingError) -> [String: String] {
    guard contents["docProps/core.xml"] != nil else { return [:] }
    var found: [String: String] = [:]
    var current: String?
    try forEachToken(of: "docProps/core.xml") { token, scanner in
      switch token {
      case .start: current = ["title", "subject", "creator"].first(where: scanner.isNamed)
      case .text: if let current { found[current, default: ""] += scanner.text }
      case .end: current = nil
      }
    }
    return found
  }

  /// The numbers of the cell styles that let text wrap.
  func wrappingStyles() throws(WorkbookReadingError) -> Set<Int> {
    var wrapping: Set<Int> = []
    var isInside = false
    var number = -1
    try forEachToken(of: "xl/styles.xml") { token, scanner in
      guard token != .text else { return }
      if scanner.isNamed("cellXfs") { isInside = token == .start }
      guard isInside, token == .start else { return }
      if scanner.isNamed("xf") { number += 1 }
      if scanner.isNamed("alignment"), scanner.attribute("wrapText") == "1" {
        wrapping.insert(number)
      }
    }
    return wrapping
  }

  /// The texts that cells name by number.
  func sharedStrings() throws(WorkbookReadingError) -> [String] {
    guard contents["xl/sharedStrings.xml"] != nil else { return [] }
    var strings: [String] = []
    var expected: Int?
    try forEachToken(of: "xl/sharedStrings.xml") { token, scanner in
      switch token {
      case .start where scanner.isNamed("sst"):
        expected = scanner.attribute("uniqueCount").flatMap { Int($0) }
      case .start where scanner.isNamed("si"): strings.append("")
      case .text where !strings.isEmpty: strings[strings.count - 1] += scanner.text
      default: break
      }
    }
    guard expected.map({ $0 == strings.count }) ?? true else {
      throw .damaged("xl/sharedStrings.xml")
    }
    return strings
  }

  /// The sheets in their order, with the parts that hold them.
  func sheetParts() throws(WorkbookReadingError) -> [(
    name: String, isHidden: Bool, part: String
  )] {
    let targets = try relations(of: "xl/workbook.xml")
    var sheets: [(name: String, isHidden: Bool, part: String)] = []
    try forEachToken(of: "xl/workbook.xml") { token, scanner in
      guard token == .start, scanner.isNamed("sheet") else { return }
      let target = scanner.attribute("r:id").flatMap { targets[$0] }
      sheets.append(
        (
          name: scanner.attribute("name") ?? "",
          isHidden: scanner.attribute("state").map { $0 != "visible" } ?? false,
          part: target ?? ""
        ))
    }
    return sheets
  }

  /// The tables that a sheet's relations name.
  func tables(
    of sheet: String, _ names: [String]
  ) throws(WorkbookReadingError) -> [TableReading] {
    let targets = try relations(of: sheet)
    var tables: [TableReading] = []
    for part in names.map({ targets[$0] ?? "" }) {
      var table = TableReading()
      try forEachToken(of: part) { token, scanner in
        guard token == .start else { return }
        if scanner.isNamed("table") {
          table.name = scanner.attribute("name") ?? ""
          table.area = scanner.attribute("ref").flatMap { CellArea($0) } ?? CellArea()
          table.headingRows = scanner.attribute("headerRowCount").flatMap { Int($0) } ?? 1
        }
        if scanner.isNamed("autoFilter") { table.hasFilter = true }
        if scanner.isNamed("tableColumn") { table.headings.append(scanner.attribute("name") ?? "") }
      }
      tables.append(table)
    }
    return tables
  }
}
