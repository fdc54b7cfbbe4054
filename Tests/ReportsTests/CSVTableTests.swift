import Testing

@testable import Reports

@Suite struct CSVTableTests {
  @Test func `every table has one row of headings and as many cells in each row`() throws {
    for file in try SampleRun.reports() where file.path.hasSuffix(".csv") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.hasSuffix("\r\n"))
      // No value of the sample has a comma or a line end in it.
      let rows = text.split(separator: "\r\n", omittingEmptySubsequences: true)
      let cells = Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count })
      #expect(cells.count == 1, "\(file.path)")
      #expect(rows.count > 1, "\(file.path)")
    }
  }

  @Test func `figures are plain numbers and days as machines read them`() throws {
    let file = try #require(try SampleRun.reports().first { $0.path == "reports/extracts.csv" })
    let rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n")
    let newest = try #require(rows.first { $0.contains("exclusions_2013-07-15.csv") })
    #expect(newest.hasPrefix("exclusions,exclusions_2013-07-15.csv,2013-07-15,read,"))
    #expect(newest.hasSuffix(",1206,1190,14,2,1204,0,0"))
  }
}
