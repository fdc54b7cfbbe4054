import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// Wherever a form or an address has a number, anything may stand, and nothing of it stops the server.
@Suite struct FormNumbersTests {
  private static let numbers = [
    "\(Int.min)", "\(Int.max)", "-1", "0", "99999999999999999999", "1e9", "", "many",
  ]

  @Test(arguments: numbers)
  func theMomentAtWhichAPageWasShown(_ shown: String) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      var browser = try stand.browser("analyst")
      let pair = try #require(stand.site.current.queue.first).pair
      let fields = [("ruling", "match"), ("reason", "other"), ("seen", ""), ("shown", shown)]
      #expect(browser.post(Links.decide(pair), fields).status == 303)
      let noted = try #require(stand.site.book.decisions().holding.first)
      #expect(noted.decision.seen.seconds == nil)
    }
  }

  @Test func whatOthersSay() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var browser = try stand.browser("analyst")
      let pair = try #require(stand.site.current.queue.first).pair
      let person = try #require(stand.site.current.people().first).key
      for number in Self.numbers {
        for address in [
          Links.queue + "?page=", "/cohort?status=all&page=", Links.ledger + "?before=",
          Links.pair(pair) + "?done=", Links.person(person) + "?done=",
        ] {
          #expect(browser.get(address + number).status == 200, "\(address)\(number)")
        }
        #expect(browser.get("/decision/\(number)").status == 404, "\(number)")
        #expect([404, 405].contains(browser.post("/decision/\(number)/undo").status), "\(number)")
        let seen = browser.post(
          Links.decide(pair), [("ruling", "match"), ("reason", "twins"), ("seen", number)])
        #expect([303, 409].contains(seen.status), "\(number)")
      }
    }
  }
}
