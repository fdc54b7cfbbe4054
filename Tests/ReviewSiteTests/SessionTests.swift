import Disk
import Pipelines
import Sealing
import Store
import TestSupport
import Testing

@testable import ReviewSite

@Suite struct SessionTests {
  @Test func signingInNeedsTheRightPassword() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      var browser = Browser(site: stand.site)
      for (name, password) in [
        ("analyst", "wrong words entirely"), ("nobody", SiteStand.password), ("", ""),
        ("analyst", ""),
      ] {
        let answer = browser.post(
          "/sign-in", [("name", name), ("password", password), ("purpose", "match-review")])
        #expect(answer.status == 422 && browser.cookie == nil)
        // Nothing tells which of the two was wrong.
        #expect(answer.text.contains("The name or the password is not right."))
      }
      #expect(
        browser.post("/sign-in", [("name", "analyst"), ("password", SiteStand.password)]).status
          == 422)
    }
  }

  @Test func tokensAreNewEachTimeAndTheCookieIsKeptFromScripts() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      var browser = try stand.browser("analyst")
      let old = browser
      let answer = browser.post("/purpose", [("purpose", "claim-audit")])
      #expect(answer.header("set-cookie").contains("HttpOnly; SameSite=Strict"))
      #expect(old.cookie != browser.cookie)
      #expect(old.get("/today").status == 303 && browser.get("/today").status == 200)
      #expect(browser.post("/sign-out").status == 303)
      #expect(browser.cookie == nil)
    }
  }

  @Test func sessionsEnd() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let idle = try stand.browser("analyst")
      stand.clock.move(seconds: 29 * 60)
      #expect(idle.get("/today").status == 200)
      stand.clock.move(seconds: 29 * 60)
      #expect(idle.get("/today").status == 200)
      stand.clock.move(seconds: 30 * 60)
      #expect(idle.get("/today").status == 303)
      let busy = try stand.browser("analyst")
      for _ in 0..<29 {
        stand.clock.move(seconds: 20 * 60)
        #expect(busy.get("/today").status == 200)
      }
      stand.clock.move(seconds: 20 * 60)
      #expect(busy.get("/today").status == 303)
    }
  }

  @Test func aShutAccountIsOutAtOnce() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let browser = try stand.browser("analyst")
      #expect(browser.get("/today").status == 200)
      try AccountBook(workspace: stand.council.workspace.folder).disable("analyst")
      #expect(browser.get("/today").status == 303)
    }
  }

  /// Whoever has an old cookie is not let in by what was done to the account since, nor given what it may do now.
  @Test(arguments: [
    ("another password", [SiteAccount("analyst", [.analyst], "other plain words here")]),
    ("the same password again", [SiteAccount("analyst", [.analyst], SiteStand.password)]),
    ("other roles", [SiteAccount("analyst", [.analyst, .reviewer], SiteStand.password)]),
    (
      "shut and opened",
      [
        SiteAccount("analyst", [.analyst], SiteStand.password, isDisabled: true),
        SiteAccount("analyst", [.analyst, .manager], SiteStand.password),
      ]
    ),
    ("no password any more", [SiteAccount("analyst", [.analyst], nil)]),
  ])
  func aChangedAccountSignsInAnew(_ name: String, _ changes: [SiteAccount]) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let (browser, other) = (try stand.browser("analyst"), try stand.browser("second.analyst"))
      #expect(browser.get("/today").status == 200)
      let book = AccountBook(workspace: stand.council.workspace.folder)
      for account in changes { try book.set(account) }
      #expect(browser.get("/today").status == 303)
      #expect(other.get("/today").status == 200)
    }
  }

  /// An account that was shut and is opened as it was has no session from before.
  @Test func whatWasShutStaysShutForOldSessions() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let book = AccountBook(workspace: stand.council.workspace.folder)
      let before = try #require(try book.accounts().first { $0.name == "analyst" })
      let browser = try stand.browser("analyst")
      try book.disable("analyst")
      #expect(browser.get("/today").status == 303)
      try book.set(before)
      #expect(browser.get("/today").status == 303)
    }
  }

  @Test func tooManyFailuresLockOut() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      func attempt(_ name: String, _ password: String) -> Int {
        var browser = Browser(site: stand.site)
        _ = browser.post(
          "/sign-in", [("name", name), ("password", password), ("purpose", "match-review")])
        return browser.cookie == nil ? 0 : 1
      }
      for _ in 0..<5 { #expect(attempt("analyst", "wrong words entirely") == 0) }
      #expect(attempt("analyst", SiteStand.password) == 0)
      #expect(attempt("reviewer", SiteStand.password) == 1)
      #expect(try stand.entries("lock-out").map(\.by) == ["analyst"])
      stand.clock.move(seconds: 61)
      #expect(attempt("analyst", SiteStand.password) == 1)
    }
  }

  @Test func aNameThatIsLockedAgainWaitsLonger() {
    let guardian = SignInGuard()
    var now = 0
    var waits: [Int] = []
    for _ in 0..<4 {
      for _ in 0..<SignInGuard.mostFailures {
        _ = guardian.noteFailure("jo", at: Instant(milliseconds: now))
      }
      guard case .wait(let seconds) = guardian.ask("jo", at: Instant(milliseconds: now)) else {
        Issue.record("not locked")
        return
      }
      waits.append(seconds)
      now += seconds * 1_000
    }
    #expect(waits == [60, 120, 240, 480])
  }

  @Test func aProxySignsInWithItsSecretAlone() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let secret = "a secret of the proxy"
      var settings = ReviewSiteSettings()
      settings.proxy = TrustedProxy(header: "X-Remote-User", secret: Array(secret.utf8))
      let site = try await ReviewSite.open(stand.council.workspace, settings)
      site.serve(hosts: [], port: 8470)
      var browser = Browser(site: site)
      #expect(TrustedProxy(header: "x", secret: Array("short".utf8)) == nil)
      let fields = [("purpose", "match-review")]
      #expect(browser.post("/sign-in", fields).status == 422)
      browser.extra = [("x-remote-user", "analyst")]
      #expect(browser.post("/sign-in", fields).status == 422)
      browser.extra.append(("x-kindred-proxy", "another secret here"))
      #expect(browser.post("/sign-in", fields).status == 422)
      browser.extra[1].1 = secret
      #expect(browser.post("/sign-in", fields).status == 303)
      #expect(browser.get("/today").status == 200)
      browser.extra[0].1 = "reviewer"
      #expect(browser.get("/today").status == 303)
    }
  }
}

extension SiteAccount {
  /// An account with a password that is quick to hash.
  fileprivate init(
    _ name: String, _ roles: Set<Role>, _ password: String?, isDisabled: Bool = false
  ) {
    self.init(
      name: name, roles: roles,
      password: password.flatMap { PasswordHash(of: Array($0.utf8), cost: .least) },
      isDisabled: isDisabled)
  }
}
