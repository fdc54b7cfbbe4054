internal import CMicroHTTPD
import Glibc

/// A server that answers requests until it is stopped.
///
///     let server = try HTTPServer(settings) { request in .plain(200, "Hello.") }
///     print(server.port)
///
/// It listens on the loopback interface, and elsewhere only with a certificate. The handler is called on several
/// threads at once, in the order in which requests came, and only with those that came whole and are well formed. What
/// libmicrohttpd promises is in its manual: https://www.gnu.org/software/libmicrohttpd/manual/
@safe
public struct HTTPServer: ~Copyable {
  private let daemon: OpaquePointer
  private let exchange: Exchange

  /// The port at which it listens.
  public let port: UInt16

  /// Starts a server.
  public init(
    _ settings: HTTPServerSettings,
    handler: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) throws(HTTPServingError) {
    switch unsafe microhttpd_is_loopback(settings.address) {
    case 1: break
    case 0:
      guard settings.identity != nil else { throw .notEncrypted(settings.address) }
    default: throw .noAddress(settings.address)
    }
    let exchange = Exchange(
      bodyLimit: settings.bodyBytes, atOnce: settings.threads, handler: handler)
    errno = 0
    guard let daemon = unsafe Self.start(settings, exchange) else {
      let reason = errno == 0 ? "not accepted" : unsafe String(cString: strerror(errno))
      throw .cannotListen(address: settings.address, port: settings.port, reason: reason)
    }
    unsafe self.daemon = daemon
    self.exchange = exchange
    port = unsafe microhttpd_port(daemon)
  }

  private static func start(_ settings: HTTPServerSettings, _ exchange: Exchange) -> OpaquePointer?
  {
    let certificate = (settings.identity?.certificate ?? []) + [0]
    let key = (settings.identity?.key ?? []) + [0]
    return unsafe settings.address.withCString { address in
      unsafe certificate.withUnsafeBytes { certificate in
        unsafe key.withUnsafeBytes { key in
          let isSecure = settings.identity != nil
          var plain = unsafe microhttpd_settings(
            address: address, port: settings.port,
            connections: UInt32(settings.connections), timeout: UInt32(settings.idleSeconds),
            memory: settings.headerBytes,
            certificate: isSecure
              ? certificate.baseAddress?.assumingMemoryBound(to: CChar.self) : nil,
            key: isSecure ? key.baseAddress?.assumingMemoryBound(to: CChar.self) : nil)
          // The server outlives every call back: it is stopped before the exchange goes.
          return unsafe microhttpd_start(
            &plain, Callbacks.handle, Callbacks.begin, Callbacks.end,
            Unmanaged.passUnretained(exchange).toOpaque())
        }
      }
    }
  }

  /// Takes no new connection, lets what is under way come to its end, and stops.
  ///
  /// - Parameter seconds: How long to wait for that; what takes longer is cut off.
  public consuming func stop(waitingAtMost seconds: Int = 10) {
    exchange.beginStopping()
    // The listening socket is the caller's from here on: MHD_quiesce_daemon(3).
    let socket = unsafe MHD_quiesce_daemon(daemon)
    if socket >= 0 { close(socket) }
    var waited = 0
    while exchange.underWay > 0, waited < seconds * 100 {
      usleep(10_000)
      waited += 1
    }
  }

  deinit {
    exchange.beginStopping()
    // Waits for its threads, so nothing calls back afterwards: MHD_stop_daemon(3).
    unsafe MHD_stop_daemon(daemon)
  }
}
