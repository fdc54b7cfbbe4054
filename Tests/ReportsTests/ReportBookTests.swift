import SQLiteAccess
import TestSupport
import Testing
import Vocabulary

@testable import Reports
@testable import Store
@testable import Workbooks

@Suite struct ReportBookTests {
  private func concernBook() throws -> (RunPicture, ReportBook) {
    let families = (1...300).map {
      SampleConcern.family(
        Int64($0), concern: "2010-01-01", threshold: "2010-04-01", lead: $0, missed: 1)
    }
    let costs = families.map { SampleConcern.cost($0.id, "police", "between", 100) }
    let run = try SampleRun.picture()
    let book = ConcernBook(
      run: run, concern: SampleConcern.summary(families, costs: costs), context: ReportContext()
    ).book
    return (run, book)
  }

  private func wobbles(_ count: Int) throws -> (RunPicture, ReportBook) {
    let rows = (0..<count).map { (number: Int) -> WobbleRow in
      WobbleRow(
        family: Int64(number + 1), concern: .init(from: "2013-06-01", to: "2013-06-30"),
        tier: number == 0 ? nil : "targeted", signs: ["W01 =cmd|' /C calc'!A0"],
        agencies: ["Health: practices, clinics", "Police"], hasLead: number == 1,
        isRefused: number == 2)
    }
    let book = WobbleBook(
      wobbles: rows, concern: SampleConcern.summary([SampleConcern.family(1)]),
      context: ReportContext()
    ).book
    return (try SampleRun.picture(), book)
  }

  private func workbook(_ run: RunPicture, _ book: ReportBook) throws -> Workbook {
    let file = try #require(
      BookFiles(run: run, book: book).all.first { $0.path == "reports/\(book.name).xlsx" })
    guard case .workbook(let workbook) = file.content else {
      throw POSIXFailure("the file is no workbook", 0)
    }
    return workbook
  }

  @Test func everybodyCanReadTheWorkbooks() throws {
    for (run, book) in [try concernBook(), try wobbles(3), try wobbles(0)] {
      let bytes = try workbook(run, book).bytes(temporaryFolder: "/tmp", created: 0)
      try withTemporaryFolder { folder in
        try write(bytes, to: "\(folder)/a.xlsx")
        #expect(try WorkbookAudit.faults(ofFileAt: "\(folder)/a.xlsx") == [])
      }
    }
  }

  @Test func beforeTheFirstDeliveryTheWorkbooksSayThatThereIsNone() throws {
    let (_, book) = try wobbles(0)
    let run = try SampleRun.picture { file in
      try SampleRun.ordinary(&file)
      try file.connection.execute("UPDATE source_state SET newest = NULL, age_days = NULL")
    }
    let workbook = try workbook(run, book)
    #expect(workbook.problems.isEmpty)
    #expect(workbook.sheets[0].lines.contains("[x]: there is no value."))
  }

  @Test func everySheetSaysHowFarItCanBeTrusted() throws {
    let (run, book) = try concernBook()
    let sheets = try workbook(run, book).sheets
    #expect(sheets.count == book.tables.count + 1)
    for sheet in sheets.dropFirst() {
      #expect(sheet.lines.first?.contains("data as of 22 July 2013") == true)
      #expect(sheet.lines.first?.contains("1 of 4 sources fresh") == true)
    }
    #expect(sheets[0].rows.count == run.sources.count)
  }

  @Test func thePageShowsTheBeginningOfALongTableAndSaysSo() throws {
    let (run, book) = try wobbles(450)
    let page = BookPage(run: run, book: book).markup.html
    #expect(page.contains("The first 200 of 449 rows."))
    #expect(page.contains("holds personal data"))
    let csv = try #require(
      BookFiles(run: run, book: book).all.first { $0.path == "reports/tables/new-concerns.csv" })
    #expect(String(decoding: csv.bytes, as: UTF8.self).components(of: "\r\n") == 450)
  }

  @Test func whoRefusedHelpIsCountedAndNotListed() throws {
    let (_, book) = try wobbles(3)
    let table = try #require(book.tables.first)
    #expect(table.rows.count == 2)
    #expect(table.rows[0][1] == .text("June 2013") && table.rows[0][2] == .none)
    #expect(table.rows[1][4] == .text("Health; Police") && table.rows[1][5] == .text("Named"))
    #expect(book.figures.map(\.figure) == ["2", "1", "1"])
  }

  @Test func theDescriptionNamesTheTypesOfTheColumns() throws {
    let table = ReportTable(
      name: "t", title: "T",
      columns: [.text("A"), .number("B"), .number("C"), .text("D")],
      rows: [
        [.text("x"), .number(5), .money(Pence(1)), .day(.earliest)],
        [.text("y"), .suppressed, .none, .none],
      ])
    let file = try #require(table.files(in: "tables/").last)
    #expect(file.path == "reports/tables/t.csv-metadata.json")
    let text = String(decoding: file.bytes, as: UTF8.self)
    for type in ["string", "integer", "decimal", "date"] {
      #expect(text.contains("\"datatype\":\"\(type)\""))
    }
    #expect(text.contains("\"null\":[\"\",\"[c]\"]"))
  }
}

extension String {
  fileprivate func components(of separator: String) -> Int { split(separator: separator).count }
}
