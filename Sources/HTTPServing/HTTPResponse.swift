/// What is answered to a request.
public struct HTTPResponse: Sendable {
  /// The bytes that are answered.
  public enum Body: Sendable {
    /// Bytes that are all there.
    case bytes([UInt8])
    /// Bytes that are made while they are sent.
    ///
    /// `next` is asked for so many at most, and answers with none at the end; where it throws, the connection is cut,
    /// so that the client sees that it has not everything.
    case stream(byteCount: Int?, next: @Sendable (_ atMost: Int) throws -> [UInt8])
  }

  /// The status, such as 200.
  public var status: Int
  /// The headers.
  public var headers: HTTPFields
  /// The body.
  public var body: Body

  /// Answers with bytes of a type.
  public init(_ status: Int, type: String, _ bytes: [UInt8]) {
    self.status = status
    headers = HTTPFields([HTTPFields.Field("content-type", type)])
    body = .bytes(bytes)
  }

  /// Answers with bytes that are made while they are sent.
  public init(
    type: String, byteCount: Int? = nil, next: @escaping @Sendable (_ atMost: Int) throws -> [UInt8]
  ) {
    status = 200
    headers = HTTPFields([HTTPFields.Field("content-type", type)])
    body = .stream(byteCount: byteCount, next: next)
  }

  /// Answers with a line of plain text.
  public static func plain(_ status: Int, _ words: String) -> HTTPResponse {
    HTTPResponse(status, type: "text/plain; charset=utf-8", Array("\(words)\n".utf8))
  }
}
