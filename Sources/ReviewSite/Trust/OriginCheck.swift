import HTTPServing

/// Refuses what another site makes a browser send, before anything else is looked at.
struct OriginCheck: Sendable {
  /// The hosts, with their ports, under which the site is reached.
  let hosts: Set<String>
  let scheme: String

  init(hosts: Set<String>, isSecure: Bool) {
    self.hosts = Set(hosts.map { $0.lowercased() })
    scheme = isSecure ? "https" : "http"
  }

  /// The hosts of a server on the loopback interface.
  static func loopback(port: UInt16) -> Set<String> {
    ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"]
  }

  /// Whether a request is for this site at all: another host's name that leads here is an attack by name servers.
  func isForThisSite(_ request: HTTPRequest) -> Bool {
    request.headers["host"].map { hosts.contains($0.lowercased()) } ?? false
  }

  /// Whether a request that changes something was sent by a page of this site.
  ///
  /// Every browser of today says so in one header or the other; a request that says neither is not believed.
  func isFromThisSite(_ request: HTTPRequest) -> Bool {
    let origins = request.headers.all("origin")
    let sites = request.headers.all("sec-fetch-site")
    guard !origins.isEmpty || !sites.isEmpty else { return false }
    guard sites.allSatisfy({ $0 == "same-origin" }) else { return false }
    return origins.allSatisfy { origin in
      hosts.contains { "\(scheme)://\($0)" == origin.lowercased() }
    }
  }
}
