import TestSupport
import Testing

@testable import ReviewSite

/// What another site, an old page or another host's name makes a browser send is refused, and changes nothing.
@Suite struct ForgeryTests {
  @Test func forgedRequestsChangeNothing() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let item = try #require(stand.site.current.queue.first)
      let path = Links.decide(item.pair)
      let fields = [("ruling", "match"), ("reason", "moved"), ("seen", "")]
      let honest = try stand.browser("analyst")
      let other = try stand.browser("second.analyst")
      let before = try stand.entries().count

      var forged: [(String, Browser)] = []
      func add(_ name: String, _ change: (inout Browser) -> Void) {
        var browser = honest
        change(&browser)
        forged.append((name, browser))
      }
      add("another origin") { $0.origin = "https://evil.example" }
      add("the same host, another scheme") { $0.origin = "https://\(SiteStand.host)" }
      add("no page at all") { $0.origin = "null" }
      add("another site") { $0.fetchSite = "cross-site" }
      add("another host of the site") { $0.fetchSite = "same-site" }
      add("no word of where from") { ($0.origin, $0.fetchSite) = (nil, nil) }
      add("no token") { $0.token = "" }
      add("a token that somebody made up") { $0.token = String(repeating: "a", count: 64) }
      add("the token of another session") { browser in
        browser.token = self.token(of: other)
      }
      add("another host") { $0.host = "evil.example" }
      add("a session that never was") { $0.cookie = "kindred-session=abc" }
      for (name, browser) in forged {
        var browser = browser
        let answer = browser.post(path, fields)
        #expect([401, 403, 421].contains(answer.status), "\(name): \(answer.status)")
        #expect(try stand.entries().count == before, "\(name)")
      }
      var allowed = honest
      #expect(allowed.post(path, fields).status == 303)
      #expect(try stand.entries("decision").count == 1)
    }
  }

  private func token(of browser: Browser) -> String? {
    guard let value = browser.cookie?.split(separator: "=").last else { return nil }
    return browser.site.sessions.session(String(value), at: browser.site.settings.now())?.formToken
  }

  @Test func everyAnswerHasTheHeaders() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let browser = try stand.browser("analyst")
      for path in ["/today", "/queue", "/nothing", "/style.css", "/accounts", "/api/run"] {
        let answer = browser.get(path)
        let policy = answer.header("content-security-policy")
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        #expect(answer.header("x-content-type-options") == "nosniff")
        #expect(
          answer.header("cache-control")
            == (path == "/style.css" ? "private, max-age=3600" : "no-store"))
        // Nothing on a page would run or look otherwise under the policy.
        #expect(!answer.text.contains(" style=") && !answer.text.contains("<style"))
        #expect(!answer.text.contains(" onclick") && !answer.text.contains("javascript:"))
      }
    }
  }
}
