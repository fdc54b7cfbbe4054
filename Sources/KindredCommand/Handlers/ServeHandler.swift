import Disk
import Glibc
import HTTPServing
import Pipelines
import ReviewSite

/// `kindred serve`: opens the live run, and answers until it is told to stop.
enum ServeHandler {
  static func serve(_ request: ServeRequest, _ console: Console) async throws -> ExitCode {
    try await Failures.told {
      let workspace = Workspace(Path(request.workspace))
      var settings = ReviewSiteSettings()
      settings.threads = request.threads ?? Machine.cores
      settings.proxy = try proxy(request)
      let server = try serverSettings(request)
      settings.isSecure = server.identity != nil
      settings.onFault = { kind in
        console.warn(
          Problem("a request could not be answered", why: "\(kind).", advice: "Please report it."))
      }
      try warnWithoutAccounts(workspace, console)
      console.say("Making the run ready …")
      let site = try await ReviewSite.open(workspace, settings)
      if !site.canExplain {
        console.warn(
          Problem(
            "weights can't be explained step by step",
            why: "The settings or the model of the linkage are not those of the run.",
            advice: "Run the pipeline again."))
      }
      Signals.awaitStop()
      let running = try start(server, site)
      let hosts = request.hosts.map { $0.lowercased() }
      site.serve(hosts: hosts.isEmpty ? [] : Set(hosts), port: running.port)
      let scheme = settings.isSecure ? "https" : "http"
      let name = hosts.first ?? "\(request.address):\(running.port)"
      console.print("The review application is at \(scheme)://\(name)/ and stops with Ctrl-C.")
      while !Signals.isToldToStop { try? await Task.sleep(for: .milliseconds(150)) }
      console.say("Stopping; what is under way comes to its end.")
      running.stop()
      try site.close()
      return .done
    }
  }

  private static func start(
    _ settings: HTTPServerSettings, _ site: ReviewSite
  ) throws -> HTTPServer {
    do throws(HTTPServingError) {
      return try HTTPServer(settings) { request in site.respond(to: request) }
    } catch {
      throw failure(error)
    }
  }

  private static func serverSettings(_ request: ServeRequest) throws -> HTTPServerSettings {
    var settings = HTTPServerSettings()
    settings.address = request.address
    settings.port = UInt16(request.port)
    guard let certificate = request.certificate, let key = request.key else {
      guard request.certificate == nil, request.key == nil else {
        throw CommandFailure(
          .usage, Problem("a certificate needs its key", advice: "Give --certificate and --key."))
      }
      return settings
    }
    settings.identity = ServerIdentity(
      certificate: try Files.read(Path(certificate)), key: try Files.read(Path(key)))
    return settings
  }

  private static func proxy(_ request: ServeRequest) throws -> TrustedProxy? {
    guard request.proxyHeader != nil || request.proxySecret != nil else { return nil }
    guard let header = request.proxyHeader, let file = request.proxySecret else {
      throw CommandFailure(
        .usage,
        Problem("a proxy needs a secret", advice: "Give --proxy-header and --proxy-secret."))
    }
    let secret = try Files.read(Path(file)).prefix { $0 != 0x0A && $0 != 0x0D }
    guard let proxy = TrustedProxy(header: header, secret: Array(secret)) else {
      throw CommandFailure(
        .configuration,
        Problem(
          "the proxy's secret is too short", place: Place(file: file),
          advice: "Put 16 characters or more into the file's first line."))
    }
    return proxy
  }

  private static func warnWithoutAccounts(_ workspace: Workspace, _ console: Console) throws {
    let accounts = (try? AccountBook(workspace: workspace.folder).accounts()) ?? []
    guard accounts.allSatisfy(\.isDisabled) else { return }
    console.warn(
      Problem(
        "nobody can sign in yet",
        advice: "Add an account: kindred account add NAME --role analyst."))
  }

  private static func failure(_ error: HTTPServingError) -> CommandFailure {
    switch error {
    case .noAddress:
      CommandFailure(
        .usage, Problem("--address is no IP address", advice: "Give one, such as 127.0.0.1."))
    case .notEncrypted:
      CommandFailure(
        .configuration,
        Problem(
          "the address can be reached from other machines, and nothing encrypts",
          advice: "Give --certificate and --key, or put a proxy in front and listen at 127.0.0.1."))
    case .cannotListen(let address, let port, let reason):
      CommandFailure(
        .unavailable,
        Problem(
          "the server can't listen at \(address), port \(port)", why: "\(reason).",
          advice: "Give another --port, or stop what uses it."))
    }
  }
}
