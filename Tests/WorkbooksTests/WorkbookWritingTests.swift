import TestSupport
import Testing

@testable import Workbooks

@Suite struct WorkbookWritingTests {
  /// Writes a workbook and reads its parts back, by their names.
  private func parts(of workbook: Workbook) throws -> [String: String] {
    try workbook.writtenParts().mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func theTableIsMarkedUpWithItsHeadingsAndWithoutFilters() throws {
    let table = try #require(try parts(of: .sample)["xl/tables/table1.xml"])
    #expect(table.contains("ref=\"A3:B5\""))
    #expect(table.contains("name=\"Family\"") && table.contains("name=\"Amount\""))
    #expect(!table.contains("autoFilter"))
  }

  @Test func theDocumentSaysWhatItIs() throws {
    let properties = try #require(try parts(of: .sample)["docProps/core.xml"])
    #expect(properties.contains("<dc:title>The cohort</dc:title>"))
    #expect(properties.contains("<dc:subject>Solentshire, 22 July 2013</dc:subject>"))
    #expect(properties.contains("<dc:creator>Kindred</dc:creator>"))
    #expect(properties.contains("2013-07-22T00:00:00Z"))
  }

  @Test func cellsHoldValuesAsSpreadsheetsCountThem() throws {
    var workbook = Workbook.sample
    workbook.sheets[0].columns = ["a", "b", "c", "d"].map { .init($0) }
    // 2013-07-22 is day 15,908 since 1970-01-01 and 41,477 since 1899-12-30.
    workbook.sheets[0].rows = [[.number(-7), .pence(1_234_567), .thousandths(853), .day(15_908)]]
    let sheet = try #require(try parts(of: workbook)["xl/worksheets/sheet1.xml"])
    for value in ["<v>-7</v>", "<v>12345.67</v>", "<v>0.853</v>", "<v>41477</v>"] {
      #expect(sheet.contains(value))
    }
    #expect(!sheet.contains("mergeCell"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "<b>&\"'"])
  func aTextIsNeverAFormula(_ text: String) throws {
    var workbook = Workbook.sample
    workbook.sheets[0].rows[0][0] = .text(text)
    let parts = try parts(of: workbook)
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(!sheet.contains("<f>") && !sheet.contains("<f "))
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    #expect(try #require(parts["xl/sharedStrings.xml"]).contains("<t>\(escaped)</t>"))
  }

  @Test func theSameWorkbookGivesTheSameBytes() throws {
    let bytes = try Workbook.sample.bytes(temporaryFolder: "/tmp", created: 1_374_451_200)
    #expect(try Workbook.sample.bytes(temporaryFolder: "/tmp", created: 1_374_451_200) == bytes)
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
  }

  @Test func wherePartsLieChangesNothing() throws {
    try withTemporaryFolder { (folder: String) throws in
      let bytes = try Workbook.sample.bytes(partsIn: folder, created: 1_374_451_200)
      #expect(try Workbook.sample.bytes(temporaryFolder: "", created: 1_374_451_200) == bytes)
    }
  }

  @Test func aWorkbookWithProblemsIsNotWritten() throws {
    var workbook = Workbook.sample
    workbook.sheets[0].title = ""
    #expect(throws: WorkbookError.problems([.init(.missingTitle, sheet: "Cohort")])) {
      try workbook.bytes(temporaryFolder: "/tmp", created: 1)
    }
  }

  @Test func aFolderThatIsNotThereIsToldBeforeTheLibraryPrintsIt() throws {
    #expect(throws: WorkbookError.system(operation: "access", number: 2)) {
      try Workbook.sample.bytes(partsIn: "/no/such/folder", created: 1)
    }
  }
}

extension Workbook {
  /// The parts of the workbook's file by their names.
  func writtenParts() throws -> [String: [UInt8]] {
    let bytes = try bytes(temporaryFolder: "/tmp", created: 1_374_451_200)
    return try withTemporaryFolder { (folder: String) throws in
      try write(bytes, to: "\(folder)/a.xlsx")
      return try WorkbookReading.contents(of: "\(folder)/a.xlsx")
    }
  }
}
