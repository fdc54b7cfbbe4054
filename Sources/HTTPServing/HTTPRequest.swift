/// A request that was received whole and is well formed.
public struct HTTPRequest: Sendable {
  /// What is done with what is asked for.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Get it.
    case get = "GET"
    /// Get what is said of it.
    case head = "HEAD"
    /// Change something.
    case post = "POST"
  }

  /// What is to be done.
  public var method: Method
  /// The steps of the path, decoded; none for `/`.
  public var path: [String]
  /// What stands behind the question mark.
  public var query: HTTPFields
  /// The headers, their names in small letters.
  public var headers: HTTPFields
  /// The body.
  public var body: [UInt8]
  /// Where the client is, as far as the connection says.
  public var client: String

  /// Describes a request.
  public init(
    _ method: Method, path: [String], query: HTTPFields = HTTPFields(),
    headers: HTTPFields = HTTPFields(), body: [UInt8] = [], client: String = "127.0.0.1"
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.client = client
  }

  /// The fields of a form in the body; nil where the body is no form, or a damaged one.
  public var form: HTTPFields? {
    let type = (headers["content-type"] ?? "").prefix { $0 != ";" }
    guard type.lowercased() == "application/x-www-form-urlencoded" else { return nil }
    return PercentText.fields(body, allowsLines: true)
  }

  /// The value of a cookie; a name that comes twice is taken for none, since nobody knows whose is which.
  public func cookie(_ name: String) -> String? {
    let values = headers.all("cookie").flatMap { $0.split(separator: ";") }.compactMap { pair in
      let parts = pair.drop { $0 == " " }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 && parts[0] == name ? String(parts[1]) : nil
    }
    return values.count == 1 ? values[0] : nil
  }
}

extension HTTPRequest {
  /// Reads the target of a request, `/people/7?view=all`; nil where it is damaged or no path.
  static func target(_ bytes: [UInt8]) -> (path: [String], query: HTTPFields)? {
    let parts = bytes.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, path.first == UInt8(ascii: "/") else { return nil }
    var steps: [String] = []
    let written = path.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (place, step) in written.enumerated() {
      // A slash at the end is no step more.
      if step.isEmpty, place == written.count - 1 { break }
      guard let text = PercentText.decoded(step), !text.isEmpty, text != ".", text != "..",
        !text.utf8.contains(UInt8(ascii: "/")), !text.utf8.contains(UInt8(ascii: "\\"))
      else { return nil }
      steps.append(text)
    }
    guard parts.count > 1 else { return (steps, HTTPFields()) }
    return PercentText.fields(parts[1], allowsLines: false).map { (steps, $0) }
  }
}
