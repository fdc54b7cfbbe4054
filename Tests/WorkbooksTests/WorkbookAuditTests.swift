import Testing

@testable import Workbooks

/// The check of workbooks by their files: it finds what is changed in a file that has no fault, part by part.
@Suite struct WorkbookAuditTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var part: String
    var old: String
    var new: String
    var expected: [AccessibilityFault.Kind]

    init(
      _ name: String, in part: String, _ old: String, _ new: String,
      _ expected: AccessibilityFault.Kind...
    ) {
      (testDescription, self.part, self.old, self.new) = (name, part, old, new)
      self.expected = expected
    }
  }

  static let sheet = "xl/worksheets/sheet1.xml"
  static let strings = "xl/sharedStrings.xml"
  static let cases: [Case] = [
    Case("nothing", in: sheet, "", ""),
    Case("no title", in: "docProps/core.xml", "The cohort", "", .missingProperty),
    Case(
      "merged cells", in: sheet, "</sheetData>",
      "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>", .mergedCells),
    Case(
      "a header", in: sheet, "</sheetData>",
      "</sheetData><headerFooter><oddHeader>Secret</oddHeader></headerFooter>", .headerOrFooter),
    Case(
      "a picture", in: sheet, "<tableParts", "<drawing r:id=\"rId9\"/><tableParts", .floatingObject),
    Case(
      "a hidden sheet", in: "xl/workbook.xml", "sheetId=\"1\"", "sheetId=\"1\" state=\"hidden\"",
      .hidden),
    Case("a hidden column", in: sheet, "<col ", "<col hidden=\"1\" ", .hidden),
    Case(
      "the cursor elsewhere", in: sheet, "<sheetView ",
      "<sheetView><selection activeCell=\"B7\"/></sheetView><sheetView ", .cursorNotInA1),
    Case("a formula", in: sheet, "<v>0</v>", "<f>1+1</f><v>0</v>", .notValuesAlone),
    Case("no table marked up", in: sheet, "<tableParts", "<ignored><x/></ignored><tableParts"),
    Case(
      "two rows of headings", in: "xl/tables/table1.xml", "totalsRowShown",
      "headerRowCount=\"2\" totalsRowShown", .headingRows),
    Case(
      "another heading than the cell's", in: "xl/tables/table1.xml", "name=\"Amount\"",
      "name=\"Sum\"", .heading),
    Case("a smaller table", in: "xl/tables/table1.xml", "A3:B5", "A3:B4", .tableNotMarkedUp),
    Case(
      "a larger table", in: "xl/tables/table1.xml", "A3:B5", "A3:B6", .blankRowOrColumn,
      .unexplainedEmptyCells),
    Case(
      "a table to the right", in: "xl/tables/table1.xml", "A3:B5", "B3:B5", .tableNotAtLeft,
      .heading, .heading),
    Case("no wrapping", in: "xl/styles.xml", "wrapText=\"1\"", "", .textNotWrapped),
    Case(
      "a star for a note", in: strings, "<t>Amount</t>", "<t>Amount*</t>", .symbolForNote, .heading),
    Case(
      "a bare link", in: strings, "<t>Amount</t>", "<t>https://a.example</t>", .bareLink, .heading),
    Case("no title on the sheet", in: sheet, "<c r=\"A1\"", "<c r=\"A2\"", .missingTitle),
  ]

  @Test(arguments: cases) func isFoundByWhatIsInTheFile(_ each: Case) throws {
    var parts = try Workbook.sample.writtenParts()
    let text = String(decoding: try #require(parts[each.part]), as: UTF8.self)
    #expect(each.old.isEmpty || text.contains(each.old))
    parts[each.part] = Array(text.replacing(each.old, with: each.new).utf8)
    let faults = WorkbookAudit.faults(of: try WorkbookReading(parts: parts))
    #expect(faults.map(\.kind) == each.expected)
  }

  @Test func emptyCellsNeedTheirLine() throws {
    var workbook = Workbook.sample
    workbook.sheets[0].rows[1][1] = .empty
    workbook.sheets[0].emptyCells = "An empty cell has no amount."
    var parts = try workbook.writtenParts()
    #expect(WorkbookAudit.faults(of: try WorkbookReading(parts: parts)).isEmpty)
    let text = String(decoding: try #require(parts[Self.strings]), as: UTF8.self)
    parts[Self.strings] = Array(text.replacing("An empty cell has", with: "There is").utf8)
    let faults = WorkbookAudit.faults(of: try WorkbookReading(parts: parts))
    #expect(faults.map(\.kind) == [.unexplainedEmptyCells])
  }

  /// A part that a full disk cut short is noticed wherever it was cut.
  @Test(arguments: [sheet, strings, "xl/workbook.xml", "xl/styles.xml"])
  func aPartCutShortAnywhereIsNotRead(_ name: String) throws {
    let parts = try Workbook.sample.writtenParts()
    let whole = try #require(parts[name])
    for count in stride(from: 0, to: whole.count - 1, by: 7) {
      var cut = parts
      cut[name] = Array(whole[..<count])
      #expect(throws: WorkbookReadingError.damaged(name)) { try WorkbookReading(parts: cut) }
    }
  }

  @Test func aPartThatIsMissingIsNamed() throws {
    var parts = try Workbook.sample.writtenParts()
    parts[Self.sheet] = nil
    #expect(throws: WorkbookReadingError.missing(Self.sheet)) { try WorkbookReading(parts: parts) }
  }
}
