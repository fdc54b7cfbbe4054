import Testing
import Vocabulary
import Workbooks

@testable import Reports

@Suite struct ReportTableTests {
  private let table = ReportTable(
    name: "claims", title: "Claims", lines: ["As of 22 July 2013."],
    columns: [
      .text("Family"), .number("Members"), .number("Amount"), .number("Share"), .text("Since"),
    ],
    rows: [
      [
        .text("=F1 <b>"), .number(1_234), .money(Pence(-1_250)), .share(Share(1, of: 8)),
        .day(Day(iso: "2013-07-22") ?? .earliest),
      ],
      [.text("F2"), .suppressed, .money(Pence(5)), .share(Share(0, of: 0)), .none],
    ])

  @Test func theTableAsCSV() {
    #expect(
      String(decoding: table.csv, as: UTF8.self) == """
        Family,Members,Amount,Share,Since\r
        '=F1 <b>,1234,-12.50,0.125,2013-07-22\r
        F2,[c],0.05,,\r

        """)
  }

  @Test func theTableAsASheet() {
    let sheet = table.sheet
    #expect(sheet.rows[0][2] == .pence(-1_250) && sheet.rows[1][3] == .empty)
    #expect(sheet.lines == ["As of 22 July 2013.", ReportTable.suppressedNote])
    #expect(sheet.emptyCells != nil)
    let workbook = Workbook(title: "t", subject: "s", author: "a", sheets: [sheet])
    #expect(workbook.problems.isEmpty)
  }

  @Test func aTableWithoutRowsIsASheetThatSaysSo() {
    var empty = table
    empty.rows = []
    let workbook = Workbook(title: "t", subject: "s", author: "a", sheets: [empty.sheet])
    #expect(workbook.problems.isEmpty)
    #expect(empty.sheet.lines.contains("There are none."))
  }

  @Test func theTableOnAPage() {
    let html = table.markup.html
    #expect(html.contains("=F1 &lt;b&gt;") && html.contains("−£12.50") && html.contains("12.5%"))
    #expect(html.contains("<time datetime=\"2013-07-22\">22 July 2013</time>"))
  }
}
