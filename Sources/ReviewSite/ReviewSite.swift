import Disk
public import HTTPServing
public import Pipelines
import Reports
import Sealing
import Store
import Synchronization

/// What the site is told when it is opened.
public struct ReviewSiteSettings: Sendable {
  /// The hosts, with their ports, under which browsers reach it.
  public var hosts: Set<String> = []
  /// Whether it speaks TLS.
  public var isSecure = false
  /// A proxy that signs people in.
  public var proxy: TrustedProxy?
  /// How many threads make a run ready to be explained.
  public var threads = 2
  /// How long sessions last.
  var limits = Sessions.Limits()
  /// The clock.
  var now: @Sendable () -> Instant = { SystemClock.now() }
  /// Told of a fault by its kind alone, since its words might be personal data.
  public var onFault: @Sendable (String) -> Void = { _ in }

  /// A site on the loopback interface.
  public init() {}
}

/// The review application: answers requests about a workspace's published run, and notes what people decide.
///
/// It can be asked without a server, as most tests do.
public final class ReviewSite: Sendable {
  let settings: ReviewSiteSettings
  let accounts: Accounts
  let sessions: Sessions
  let guardian = SignInGuard()
  let leases = Leases()
  let queues = QueueKeeping()
  let previews = PreviewBook()
  let book: DecisionBook
  let programme: ProgrammeBook
  private let generations: Generations
  private let hosts: Mutex<Set<String>>

  /// Opens the live run of a workspace, which takes as long as preparing its records does.
  public static func open(
    _ workspace: Workspace, _ settings: ReviewSiteSettings
  ) async throws -> ReviewSite {
    guard let run = try workspace.liveRun() else { throw RunProblem.nothingLive }
    let first = try await Generation(run, in: workspace, threads: settings.threads)
    return try ReviewSite(workspace, settings, first)
  }

  private init(
    _ workspace: Workspace, _ settings: ReviewSiteSettings, _ first: Generation
  ) throws {
    self.settings = settings
    hosts = Mutex(settings.hosts)
    accounts = Accounts(AccountBook(workspace: workspace.folder))
    sessions = Sessions(settings.limits)
    book = try DecisionBook(workspace, now: settings.now)
    programme = try ProgrammeBook(workspace)
    generations = Generations(workspace, threads: settings.threads, first: first)
  }

  /// The run that is shown now.
  var current: Generation { generations.current }

  /// Whether the weights of the run that is shown can be explained.
  public var canExplain: Bool { current.analysis != nil }

  /// How many pairs wait to be decided.
  public var queueLength: Int {
    let generation = current
    guard let fold = try? book.decisions() else { return generation.queue.count }
    return queues.queue(generation, fold).waiting.count
  }

  /// Says under which hosts browsers reach the site; without any, it is the loopback interface at a port.
  public func serve(hosts names: Set<String>, port: UInt16) {
    hosts.withLock { $0 = names.isEmpty ? OriginCheck.loopback(port: port) : names }
  }

  /// Leaves everything noted; what is asked for afterwards is answered all the same.
  public func close() throws { try book.close() }

  private var origin: OriginCheck {
    OriginCheck(hosts: hosts.withLock { $0 }, isSecure: settings.isSecure)
  }

  /// Answers a request.
  public func respond(to request: HTTPRequest) -> HTTPResponse {
    var keeps = false
    var response: HTTPResponse
    if !origin.isForThisSite(request) {
      response = .plain(421, "This server is not the host that was asked for.")
    } else {
      response = answer(request, keeps: &keeps)
    }
    SecurityHeaders.add(to: &response, isSecure: settings.isSecure, keeps: keeps)
    return response
  }

  // MARK: Finding the route

  private func answer(_ request: HTTPRequest, keeps: inout Bool) -> HTTPResponse {
    let wanted: HTTPRequest.Method = request.method == .head ? .get : request.method
    var isKnown = false
    for route in RouteTable.all {
      guard let values = route.values(in: request.path) else { continue }
      isKnown = true
      guard route.method == wanted else { continue }
      keeps = route.access == .anybody && RouteTable.assets.contains(route.template)
      return answer(request, by: route, values)
    }
    let visit = visit(request, [:])
    let refusal = Refusal.notFound(
      isKnown ? "This address is not asked for in this way." : "There is no page at this address.")
    return ErrorPage(refusal, visit, as: .page, status: isKnown ? 405 : 404).response
  }

  private func answer(
    _ request: HTTPRequest, by route: Route, _ values: [String: String]
  ) -> HTTPResponse {
    let visit = visit(request, values)
    guard route.access.allows(visit.account) else {
      guard visit.account == nil else {
        return ErrorPage(.notPermitted, visit, as: route.form).response
      }
      if route.form == .json || request.method == .post {
        return ErrorPage(.notPermitted, visit, as: route.form, status: 401).response
      }
      return .redirect(
        to: Links.with(Links.signIn, [("next", "/" + request.path.joined(separator: "/"))]))
    }
    do {
      if request.method == .post { try refuseForged(visit) }
      return try route.answer(visit)
    } catch let refusal as Refusal {
      return ErrorPage(refusal, visit, as: route.form).response
    } catch {
      settings.onFault("\(route.template): \(type(of: error))")
      return ErrorPage(nil, visit, as: route.form).response
    }
  }

  /// What changes something has to come from a page of this site, made for whoever is signed in, if anyone is.
  private func refuseForged(_ visit: Visit) throws {
    guard origin.isFromThisSite(visit.request) else { throw Refusal.forged }
    guard let session = visit.session else { return }
    let token = visit.form["token"] ?? ""
    guard ConstantTime.areEqual(Array(token.utf8), Array(session.formToken.utf8)) else {
      throw Refusal.forged
    }
  }

  // MARK: Who asks

  private func visit(_ request: HTTPRequest, _ values: [String: String]) -> Visit {
    let now = settings.now()
    let token = request.cookie(cookieName)
    let session = token.flatMap { sessions.session($0, at: now) }
    var account = session.flatMap { accounts.account($0.account) }
    // Whose account was shut, or given another password or other roles, signs in anew.
    if let token, let session, session.seal != account?.seal {
      sessions.end(token)
      account = nil
    }
    // Behind a proxy the session holds only as long as the proxy says the same name.
    if let proxy = settings.proxy, proxy.account(of: request) != account?.name { account = nil }
    return Visit(
      site: self, request: request, values: values, form: request.form ?? HTTPFields(),
      session: account == nil ? nil : session, account: account, generation: current,
      now: now)
  }

  /// The cookie's name; over TLS one that no other host of the domain can set.
  var cookieName: String { settings.isSecure ? "__Host-kindred" : "kindred-session" }

  /// The cookie that holds a session's token, or takes it away.
  func cookie(_ token: String?) -> String {
    let attributes = "Path=/; HttpOnly; SameSite=Strict" + (settings.isSecure ? "; Secure" : "")
    guard let token else { return "\(cookieName)=; Max-Age=0; \(attributes)" }
    return "\(cookieName)=\(token); \(attributes)"
  }
}
