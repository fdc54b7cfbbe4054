import Reports
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// Pages say things in words that people know, and can be read on a phone.
@Suite struct PageWordsTests {
  @Test(arguments: [
    ("sex exact(sex) +1.0", "sex equal +1.0"), ("exact(sex)", "equal"),
    ("an initial", "an initial"), ("exact(a b), exact(c_1)", "exact(a b), equal"),
    ("exact() and exact(", "exact() and exact("),
  ])
  func whatAComparisonFound(_ words: String, _ told: String) {
    #expect(PairWords.found(words) == told)
  }

  @Test func aTableWhoseCellsNameTheirColumns() {
    let table = DataTable(
      id: "x", caption: "X", columns: [.text("Who"), .number("How many"), .words("A & B")],
      rows: [["ann", "3", "c"]])
    #expect(
      !table.markup.html.contains("data-label") && !table.markup.html.contains("role=\"row\""))
    let stacked = table.stacked.markup.html
    #expect(stacked.contains("<div class=\"scroll stack\""))
    #expect(stacked.contains("<th scope=\"row\" role=\"rowheader\">ann</th>"))
    #expect(stacked.contains("<td class=\"number\" role=\"cell\" data-label=\"How many\">3</td>"))
    #expect(stacked.contains("<td class=\"wide\" role=\"cell\" data-label=\"A & B\">c</td>"))
  }

  @Test func whoSaysWhatOfAPerson() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let analyst = try stand.browser("analyst")
      let person = try #require(try stand.site.current.people().first { $0.value.count > 1 })
      let page = analyst.get(Links.person(person.key)).text
      let agency = try #require(
        stand.site.current.facts.agencies.values.map(QueuePage.short).first { page.contains($0) })
      #expect(page.contains("data-label=\"Numbers\"") && page.contains(", delivered "))
      #expect(page.contains("role=\"rowheader\">\(agency)<small>"))
    }
  }

  @Test func theLedgerTellsEntriesInWords() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let person = try #require(try stand.site.current.people().first)
      let auditor = try stand.browser("auditor", .claimAudit)
      #expect(auditor.get(Links.person(person.key)).status == 200)
      let page = auditor.get(Links.ledger + "?views=yes").text
      #expect(
        page.contains(
          "page person; purpose claim audit; person <code>\(person.key.text)</code>; records "))
      #expect(!page.contains("{&quot;"))
    }
  }
}
