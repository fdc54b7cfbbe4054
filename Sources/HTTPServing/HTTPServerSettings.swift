/// Where a server listens, and how much it lets a client ask for.
public struct HTTPServerSettings: Sendable {
  /// The address to listen at; without a certificate it has to be one of the machine's own loopback.
  public var address = "127.0.0.1"
  /// The port; 0 lets the system choose one.
  public var port: UInt16 = 0
  /// How many requests are answered at once; the others wait in the order in which they came.
  public var threads = 8
  /// How many connections may be open at once.
  public var connections = 256
  /// After how many seconds a connection on which nothing happens is closed.
  public var idleSeconds = 20
  /// The most bytes that a request's line and headers may have.
  public var headerBytes = 32 << 10
  /// The most bytes that a request's body may have.
  public var bodyBytes = 64 << 10
  /// The certificate and its key, with which the server speaks TLS.
  public var identity: ServerIdentity?

  /// A server on the loopback interface, at a port that the system chooses.
  public init() {}
}

/// The certificate of a server and the key to it, both in PEM.
public struct ServerIdentity: Sendable, CustomStringConvertible, CustomReflectable {
  let certificate: [UInt8]
  let key: [UInt8]

  /// Takes a certificate, with those that vouch for it behind it, and its key.
  public init(certificate: [UInt8], key: [UInt8]) {
    self.certificate = certificate
    self.key = key
  }

  /// Says that there is a key, and not which.
  public var description: String { "ServerIdentity(hidden)" }

  /// Shows nothing to debuggers and dumps.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a server could not be started.
public enum HTTPServingError: Error, Equatable, Sendable {
  /// The address is no IP address.
  case noAddress(String)
  /// The address can be reached from other machines, and there is no certificate.
  case notEncrypted(String)
  /// The port is taken, or may not be used by this account, or the certificate and its key do not fit.
  case cannotListen(address: String, port: UInt16, reason: String)
}
