import Disk
import HTTPServing
import Pipelines
import Sealing
import Store
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// A site over a small council, with an account for each role and a clock that a test moves.
final class SiteStand: Sendable {
  static let host = "127.0.0.1:8470"
  static let password = "four plain words here"

  let council: SmallCouncil
  let site: ReviewSite

  convenience init(in folder: String, rows: String = SmallCouncil.rows) async throws {
    try await self.init(SmallCouncil(in: folder, rows: rows))
  }

  /// A stand over the council that has families, a programme and claims.
  static func withFamilies(in folder: String, rows: String = "") async throws -> SiteStand {
    try await SiteStand(FamilyCouncil.make(in: folder, rows: rows))
  }

  init(_ council: SmallCouncil) async throws {
    try await council.publish()
    try Self.addAccounts(to: council.workspace)
    let time = Clock()
    var settings = ReviewSiteSettings()
    settings.now = { time.now }
    site = try await ReviewSite.open(council.workspace, settings)
    site.serve(hosts: [], port: 8470)
    self.council = council
    clock = time
  }

  let clock: Clock

  /// A clock that stands still unless it is moved.
  final class Clock: Sendable {
    private let milliseconds = Mutex(1_374_500_000_000)
    var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }
    func move(seconds: Int) { milliseconds.withLock { $0 += seconds * 1_000 } }
  }

  private static func addAccounts(to workspace: Workspace) throws {
    let book = AccountBook(workspace: workspace.folder)
    let hash = PasswordHash(of: Array(password.utf8), cost: .least)
    for role in Role.allCases {
      try book.set(SiteAccount(name: role.rawValue, roles: [role], password: hash))
    }
    try book.set(SiteAccount(name: "second.analyst", roles: [.analyst], password: hash))
  }

  // MARK: Asking

  /// A browser with somebody signed in.
  func browser(_ account: String, _ purpose: Purpose = .matchReview) throws -> Browser {
    var browser = Browser(site: site)
    let answer = browser.post(
      "/sign-in",
      [("name", account), ("password", Self.password), ("purpose", purpose.rawValue)])
    try #require(answer.status == 303, "\(account): \(answer.status) \(answer.text)")
    return browser
  }

  /// The entries of the ledger.
  func entries(_ kind: String? = nil) throws -> [LedgerFile.Entry] {
    var ledger = try council.workspace.openLedger()
    return try ledger.entries().filter { kind == nil || $0.kind == kind }
  }
}

/// What a browser does: keeps the cookie, fills the form's token in, says where it comes from.
struct Browser {
  let site: ReviewSite
  var cookie: String?
  var origin: String? = "http://\(SiteStand.host)"
  var fetchSite: String? = "same-origin"
  var host = SiteStand.host
  /// Another token than that of the session.
  var token: String?
  /// Headers beside those that browsers send.
  var extra: [(String, String)] = []

  struct Answer {
    let response: HTTPResponse
    var status: Int { response.status }
    var text: String {
      if case .bytes(let bytes) = response.body {
        String(decoding: bytes, as: UTF8.self)
      } else {
        ""
      }
    }
    func header(_ name: String) -> String { response.headers[name] ?? "" }
  }

  func get(_ path: String) -> Answer { ask(.get, path, []) }

  mutating func post(_ path: String, _ fields: [(String, String)] = []) -> Answer {
    let answer = ask(.post, path, fields + (ownToken.map { [("token", $0)] } ?? []))
    if let set = answer.response.headers["set-cookie"] {
      let value = set.prefix { $0 != ";" }
      cookie = value.hasSuffix("=") ? nil : String(value)
    }
    return answer
  }

  private var ownToken: String? {
    if let token { return token }
    guard let value = cookie?.split(separator: "=").last else { return nil }
    return site.sessions.session(String(value), at: site.settings.now())?.formToken
  }

  private func ask(_ method: HTTPRequest.Method, _ target: String, _ fields: [(String, String)])
    -> Answer
  {
    var headers = HTTPFields([.init("host", host)])
    if let cookie { headers.add("cookie", cookie) }
    for (name, value) in extra { headers.add(name, value) }
    if method == .post {
      if let origin { headers.add("origin", origin) }
      if let fetchSite { headers.add("sec-fetch-site", fetchSite) }
      headers.add("content-type", "application/x-www-form-urlencoded")
    }
    let parts = target.split(separator: "?", maxSplits: 1)
    let path = (parts.first ?? "").split(separator: "/").map(String.init)
    var query = HTTPFields()
    for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      query.add(String(sides[0]), sides.count > 1 ? String(sides[1]) : "")
    }
    let body = Links.with("", fields).dropFirst()
    return Answer(
      response: site.respond(
        to: HTTPRequest(method, path: path, query: query, headers: headers, body: Array(body.utf8)))
    )
  }
}
