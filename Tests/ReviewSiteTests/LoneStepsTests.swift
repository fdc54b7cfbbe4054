import Pipelines
import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// What nobody answers a second time is for whoever settles, where a family in or near the programme hangs on it.
@Suite struct LoneStepsTests {
  /// Whom a family consists of.
  private func members(_ name: String, _ stand: SiteStand) throws -> (FamilyID, [PersonID]) {
    let family = try FamilyPageTests.family(name, stand)
    let account = try stand.site.current.read { file in try file.familyAccount(family.value) }
    return (family, try #require(account?.people).map { PersonID($0.id) })
  }

  /// The Vances are eligible, the Quills are not: of them everybody who decides may decide alone.
  @Test(arguments: [
    ("analyst", "vance", 422), ("reviewer", "vance", 303), ("analyst", "quill", 303),
    ("reviewer", "quill", 303),
  ])
  func whoMayTakeThem(_ account: String, _ name: String, _ status: Int) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var browser = try stand.browser(account, .familyReview)
      let (family, people) = try members(name, stand)
      let records = try stand.site.current.people()
      let person = try #require(records.first { people.contains($0.key) && $0.value.count > 1 })
      let split = browser.post(
        Links.split(person.key), [("record", person.value[0].text), ("reason", "wrong-record")])
      #expect(split.status == status)
      let leave = browser.post(
        Links.decide(family),
        [("ruling", "leave-family"), ("person", people[0].text), ("reason", "moved")])
      #expect(leave.status == status)
      #expect(try stand.entries("decision").count == (status == 303 ? 2 : 0))
      if status == 422 {
        for answer in [split, leave] {
          #expect(answer.text.contains("only a second reviewer may do this"))
        }
      }
      // The pages offer what is taken, and what would change in any case.
      let personPage = browser.get(Links.person(person.key)).text
      let familyPage = browser.get(Links.family(family)).text
      #expect(personPage.contains("/split\"") == (status == 303))
      #expect(familyPage.contains("/decide\"") == (status == 303))
      #expect(personPage.contains("/preview\"") && familyPage.contains("/preview\""))
    }
  }

  /// Somebody of an eligible family is no more put into another by one person than taken out of their own.
  @Test func whoeverIsPutIntoAFamilyBringsTheirOwn() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var browser = try stand.browser("analyst", .familyReview)
      let (quill, _) = try members("quill", stand)
      let (_, vances) = try members("vance", stand)
      let answer = browser.post(
        Links.decide(quill),
        [("ruling", "join-family"), ("person", vances[0].text), ("reason", "moved")])
      #expect(answer.status == 422 && answer.text.contains("only a second reviewer may do this"))
      #expect(try stand.entries("decision").isEmpty)
    }
  }

  @Test func whatTwoDecidedIsTakenBackByWhoeverSettles() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let (_, people) = try members("vance", stand)
      let records = try stand.site.current.read { file in
        try people.map { try file.records(of: $0)[0] }
      }
      let pair = try #require(RecordPair(records[0], records[1]))
      func send(_ account: String, _ ruling: String) throws -> Int {
        var browser = try stand.browser(account)
        let seen = try stand.site.book.decisions().holding(about: pair)
        return browser.post(
          Links.decide(pair),
          [("ruling", ruling), ("reason", "other"), ("seen", seen.map { "\($0.number)" } ?? "")]
        ).status
      }
      var second = try stand.browser("second.analyst")
      // Who referred it alone changed nothing, and may say so.
      #expect(try send("second.analyst", "cannot-tell") == 303)
      let referred = try #require(stand.site.book.decisions().holding(about: pair)).number
      #expect(second.get("/decision/\(referred)").text.contains("Take this decision back"))
      #expect(second.post(Links.undo(referred)).status == 303)

      #expect(try send("analyst", "not-match") == 303 && send("second.analyst", "not-match") == 303)
      let number = try #require(stand.site.book.decisions().holding(about: pair)).number
      #expect(
        try stand.site.book.answers(behind: number, about: pair).map(\.decision.by) == ["analyst"])
      #expect(!second.get("/decision/\(number)").text.contains("Take this decision back"))
      #expect(!second.get(Links.pair(pair) + "?done=\(number)").text.contains("/undo"))
      let refused = second.post(Links.undo(number))
      #expect(
        refused.status == 422 && refused.text.contains("It took more than one to decide that"))
      #expect(try stand.site.book.decisions().holding(about: pair)?.number == number)

      var reviewer = try stand.browser("reviewer")
      #expect(reviewer.post(Links.undo(number)).status == 303)
      #expect(try stand.site.book.decisions().holding(about: pair) == nil)
      // Nor is the undoing undone by anybody else.
      let undoing = try #require(stand.entries("decision").last).number
      #expect(second.post(Links.undo(undoing)).status == 422)
    }
  }
}
