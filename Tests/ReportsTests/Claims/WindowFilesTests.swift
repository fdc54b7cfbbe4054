import FoundationEssentials
import Testing
import TestSupport
import Vocabulary
import Workbooks

@testable import Reports

/// The files of a window's claims: their workbooks are sound, their tables add, their page can be signed.
@Suite("The files of a window")
struct WindowFilesTests {
  private func workbooks(_ picture: WindowPicture) -> [String: Workbook] {
    let files =
      picture.register(in: "w") + picture.reconciliation(in: "w") + picture.auditForm(in: "w")
    var books: [String: Workbook] = [:]
    for file in files {
      if case .workbook(let book) = file.content { books[file.path] = book }
    }
    return books
  }

  @Test("no workbook has a problem, whatever is in it", arguments: [nil] + HostileTextTests.texts)
  func sound(text: String?) {
    let books = workbooks(SamplePack.window(text))
    #expect(
      books.keys.sorted() == [
        "w/820_tf1-2012_2013-07_audit-form.xlsx", "w/820_tf1-2012_2013-07_reconciliation.xlsx",
        "w/820_tf1-2012_2013-07_register.xlsx",
      ])
    for (path, book) in books { #expect(book.problems == [], "\(path)") }
    var empty = SamplePack.window(text)
    (empty.claims, empty.bridge) = ([], [])
    for (path, book) in workbooks(empty) { #expect(book.problems == [], "\(path)") }
  }

  @Test("the register holds every claim, and counts only those that stand")
  func register() throws {
    let book = try #require(
      workbooks(SamplePack.window())["w/820_tf1-2012_2013-07_register.xlsx"])
    let claims = try #require(book.sheets.first { $0.title == "Claims of the window" })
    #expect(claims.rows.map { $0[0] } == [.text("C00007"), .text("C00008")])
    let results = try #require(book.sheets.first { $0.title == "Claims by year and result" })
    #expect(results.rows.last == [.text("All"), .text("All results"), .number(1), .pence(70_000)])
    #expect(book.sheets.allSatisfy { $0.lines.contains { $0.contains("as of 22 July 2013") } })
  }

  @Test("the auditor's form has the claims that were drawn, and no other")
  func form() throws {
    let book = try #require(
      workbooks(SamplePack.window())["w/820_tf1-2012_2013-07_audit-form.xlsx"])
    let form = try #require(book.sheets.last)
    #expect(form.rows.map { $0[0] } == [.text("C00007")])
  }

  @Test(
    "each table of the reconciliation as CSV has its description beside it, with the same columns")
  func reconciliation() throws {
    let files = SamplePack.window().reconciliation(in: "w")
    #expect(
      files.map(\.path) == [
        "w/820_tf1-2012_2013-07_reconciliation.xlsx", "w/820_tf1-2012_2013-07_sums.csv",
        "w/820_tf1-2012_2013-07_sums.csv-metadata.json", "w/820_tf1-2012_2013-07_bridge.csv",
        "w/820_tf1-2012_2013-07_bridge.csv-metadata.json",
      ])
    for (csv, described) in [(files[1], files[2]), (files[3], files[4])] {
      let headings = String(decoding: csv.bytes, as: UTF8.self).prefix { $0 != "\r\n" }
      let text = String(decoding: described.bytes, as: UTF8.self)
      #expect(text.contains("\"url\":\"\(csv.path.dropFirst(2))\""))
      let titles = text.components(separatedBy: "\"titles\":\"").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
      #expect(titles == headings.split(separator: ",").map(String.init))
    }
    let sums = String(decoding: files[2].bytes, as: UTF8.self)
    #expect(sums.contains("\"titles\":\"Number\",\"datatype\":\"integer\""))
    #expect(sums.contains("\"titles\":\"Amount\",\"datatype\":\"decimal\""))
  }

  @Test("the summary says what does not add, and has two places to sign")
  func summary() throws {
    let file = try #require(SamplePack.window().register(in: "w").last)
    let page = String(decoding: file.bytes, as: UTF8.self)
    #expect(page.contains("1 line does not add"))
    #expect(page.contains("£700.00") && page.contains("£699.00 on paid claims"))
    #expect(page.contains("Internal audit</th>") && page.contains("manager</th>"))
    #expect(page.contains("between 0% and 79.3%"))
    for text in HostileTextTests.texts {
      let file = try #require(SamplePack.window(text).register(in: "w").last)
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(!page.contains("<script") && !page.contains("<img"))
    }
  }
}
