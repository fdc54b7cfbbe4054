import HTTPServing
import Sealing

/// A proxy in front of the site that has signed people in already, as a council's single sign-on does.
///
/// It says who somebody is in one header, and proves by a secret in another that it is the proxy: anybody on the machine
/// can reach the loopback interface.
public struct TrustedProxy: Sendable {
  private let header: String
  private let secret: SecretText

  /// Where the secret stands.
  static let secretHeader = "x-kindred-proxy"

  /// Trusts the header of a proxy that knows the secret; nil where the secret is too short to be one.
  public init?(header: String, secret: [UInt8]) {
    guard secret.count >= 16 else { return nil }
    self.header = header.lowercased()
    self.secret = SecretText(bytes: secret)
  }

  /// The account that a request comes from, if it came through the proxy.
  func account(of request: HTTPRequest) -> String? {
    let names = request.headers.all(header)
    guard names.count == 1, SiteAccount.isName(names[0]),
      let given = request.headers[Self.secretHeader],
      ConstantTime.areEqual(Array(given.utf8), secret.bytes)
    else { return nil }
    return names[0]
  }

  private struct SecretText: Sendable, CustomStringConvertible {
    let bytes: [UInt8]
    var description: String { "hidden" }
  }
}
