import Disk
import HTTPServing
import Reports
import Sealing
import Store
import Synchronization
import Vocabulary

/// Signing in and out, and saying for what.
enum SignInPage {
  static func show(_ visit: Visit) -> HTTPResponse {
    page(visit, 200, problem: nil, name: "", next: visit.request.query["next"] ?? "")
  }

  private static func page(
    _ visit: Visit, _ status: Int, problem: String?, name: String, next: String
  ) -> HTTPResponse {
    let box: Markup =
      problem.map { "<div class=\"error-box\" role=\"alert\"><p>\($0)</p></div>" } ?? .nothing
    let credentials: Markup =
      visit.site.settings.proxy == nil
      ? """
      \(TextField(label: "Name", name: "name", value: name, completes: "username", isRequired: true).markup)
      \(TextField(label: "Password", name: "password", type: .password, completes: "current-password", isRequired: true, longest: 1_024).markup)
      """ : "<p>You are signed in by your council.</p>"
    return visit.page(
      status: status, "Sign in",
      [
        "<div class=\"narrow\">", "<h1>Sign in</h1>", box,
        """
        <form method="post" action="\(Links.signIn)">\(visit.token)
        <input type="hidden" name="next" value="\(next)">
        \(credentials)
        \(purposes(chosen: nil).markup)
        <button class="button">Sign in</button>
        </form>
        <p class="note">Accounts are made by whoever runs Kindred: <code>kindred account add</code>.</p>
        </div>
        """,
      ])
  }

  private static func purposes(chosen: Purpose?) -> Choice {
    Choice(
      label: "What are you here for?", name: "purpose",
      options: Purpose.allCases.map { ($0.rawValue, $0.title) }, chosen: chosen?.rawValue,
      hint: "It is noted with every record that you open.")
  }

  // MARK: Signing in

  /// A hash that no password has, so that a name nobody has takes as long as any other.
  private static let nobody = PasswordHash(of: SecureRandom.bytes(32))
  /// One password at a time: each takes much memory.
  private static let hashing = Mutex(())

  static func signIn(_ visit: Visit) throws -> HTTPResponse {
    let site = visit.site
    let next = visit.form["next"] ?? ""
    guard let purpose = visit.form["purpose"].flatMap(Purpose.init(rawValue:)) else {
      return page(visit, 422, problem: "Say what you are here for.", name: "", next: next)
    }
    let name = visit.form["name"] ?? ""
    guard let account = try account(named: name, visit) else {
      return page(
        visit, 422, problem: "The name or the password is not right.", name: name, next: next)
    }
    if let old = visit.request.cookie(site.cookieName) { site.sessions.end(old) }
    let token = site.sessions.begin(account, purpose, at: visit.now)
    try site.book.note("sign-in", by: account.name, [("purpose", .text(purpose.rawValue))])
    var response = HTTPResponse.redirect(to: destination(next))
    response.headers.add("set-cookie", site.cookie(token))
    return response
  }

  private static func account(named name: String, _ visit: Visit) throws -> SiteAccount? {
    let site = visit.site
    if let proxy = site.settings.proxy {
      return proxy.account(of: visit.request).flatMap { site.accounts.account($0) }
    }
    if case .wait(let seconds) = site.guardian.ask(name, at: visit.now) {
      throw Refusal.invalid(
        "Too many attempts. Try again in \(Numbers.counted((seconds + 59) / 60, "minute")).")
    }
    let password = Array((visit.form["password"] ?? "").utf8)
    let account = site.accounts.account(name)
    let isRight = hashing.withLock { _ in
      (account?.password ?? nobody)?.matches(password) ?? false
    }
    guard let account, account.password != nil, isRight else {
      if site.guardian.noteFailure(name, at: visit.now) {
        // The name may be a password typed into the wrong field, so only known ones are noted.
        try site.book.note("lock-out", by: account == nil ? "unknown" : name, [])
      }
      return nil
    }
    site.guardian.noteSuccess(name)
    return account
  }

  /// Where somebody wanted to go, if that is a page of this site.
  private static func destination(_ next: String) -> String {
    let path = next.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let isPage = RouteTable.all.contains { route in
      route.method == .get && route.form == .page && route.values(in: path.map(String.init)) != nil
    }
    let isPlain = next.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2F || byte == 0x2D
    }
    return next.hasPrefix("/") && isPage && isPlain ? next : Links.today
  }

  static func signOut(_ visit: Visit) throws -> HTTPResponse {
    if let token = visit.request.cookie(visit.site.cookieName) { visit.site.sessions.end(token) }
    if let account = visit.account { try visit.site.book.note("sign-out", by: account.name, []) }
    var response = HTTPResponse.redirect(to: Links.signIn)
    response.headers.add("set-cookie", visit.site.cookie(nil))
    return response
  }

  // MARK: Another purpose

  static func showPurpose(_ visit: Visit) -> HTTPResponse {
    visit.page(
      "Purpose",
      [
        """
        <div class="narrow"><h1>What are you here for?</h1>
        <form method="post" action="\(Links.purpose)">\(visit.token)
        \(purposes(chosen: visit.session?.purpose).markup)
        <button class="button">Keep</button>
        </form></div>
        """
      ])
  }

  /// A new purpose is a new session: the old token is worth nothing afterwards.
  static func changePurpose(_ visit: Visit) throws -> HTTPResponse {
    guard let purpose = visit.form["purpose"].flatMap(Purpose.init(rawValue:)),
      let account = visit.account, let old = visit.request.cookie(visit.site.cookieName)
    else { throw Refusal.invalid("Say what you are here for.") }
    visit.site.sessions.end(old)
    let token = visit.site.sessions.begin(account, purpose, at: visit.now)
    try visit.site.book.note("purpose", by: account.name, [("purpose", .text(purpose.rawValue))])
    var response = HTTPResponse.redirect(to: Links.today)
    response.headers.add("set-cookie", visit.site.cookie(token))
    return response
  }
}
