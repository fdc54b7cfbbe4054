import Synchronization

/// What the threads of a server share: the handler, and how much is under way.
final class Exchange: Sendable {
  let bodyLimit: Int
  private let handler: @Sendable (HTTPRequest) -> HTTPResponse
  private let turns: Turns
  private let count = Atomic<Int>(0)
  private let stopping = Atomic<Bool>(false)

  init(
    bodyLimit: Int, atOnce: Int, handler: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) {
    self.bodyLimit = bodyLimit
    turns = Turns(max(2, atOnce))
    self.handler = handler
  }

  /// How many requests have begun and are not answered yet.
  var underWay: Int { count.load(ordering: .acquiring) }
  /// Whether connections are to be closed after their answer.
  var isStopping: Bool { stopping.load(ordering: .acquiring) }

  /// Answers a request once it is its turn.
  func answer(_ request: HTTPRequest) -> HTTPResponse {
    turns.take { handler(request) }
  }

  func begin() { count.add(1, ordering: .acquiringAndReleasing) }
  func end() { count.subtract(1, ordering: .acquiringAndReleasing) }
  func beginStopping() { stopping.store(true, ordering: .releasing) }
}

/// A request as far as it has come; libmicrohttpd calls back for it on one thread.
final class Arriving {
  /// Why a request is not handed on.
  enum Refusal {
    case malformed, tooLarge, unknownMethod

    var response: HTTPResponse {
      switch self {
      case .malformed: .plain(400, "The request is damaged.")
      case .tooLarge: .plain(413, "The request is larger than this server takes.")
      case .unknownMethod: .plain(405, "This server knows GET, HEAD and POST.")
      }
    }
  }

  private let target: [UInt8]
  private(set) var hasBegun = false
  private(set) var refusal: Refusal?
  private var method = HTTPRequest.Method.get
  private var headers = HTTPFields()
  private var body: [UInt8] = []
  private var received = 0

  init(target: [UInt8]) {
    self.target = target
  }

  /// Takes the request's line and headers.
  func begin(method name: String, headers: HTTPFields, bodyLimit: Int) {
    hasBegun = true
    self.headers = headers
    guard let method = HTTPRequest.Method(rawValue: name) else {
      refusal = .unknownMethod
      return
    }
    self.method = method
    refusal = Self.refusal(of: headers, bodyLimit: bodyLimit)
  }

  /// Headers that different programs would read in different ways are taken for an attack.
  private static func refusal(of headers: HTTPFields, bodyLimit: Int) -> Refusal? {
    let lengths = headers.all("content-length")
    let codings = headers.all("transfer-encoding")
    guard headers.all("host").count == 1, lengths.count <= 1, codings.count <= 1,
      lengths.isEmpty || codings.isEmpty, headers.all("content-type").count <= 1,
      codings.allSatisfy({ $0.lowercased() == "chunked" })
    else { return .malformed }
    guard let length = lengths.first else { return nil }
    guard !length.isEmpty, length.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return .malformed
    }
    return Int(length).map { $0 > bodyLimit } ?? true ? .tooLarge : nil
  }

  /// Takes a piece of the body; false when there is so much that the connection is cut.
  func receive(_ bytes: Span<UInt8>, bodyLimit: Int) -> Bool {
    received += bytes.count
    guard received <= bodyLimit else {
      refusal = refusal ?? .tooLarge
      body = []
      return received <= 4 * bodyLimit
    }
    for index in bytes.indices { body.append(bytes[index]) }
    return true
  }

  /// The request, or what is answered in place of handling it.
  func finish(client: String) -> (request: HTTPRequest?, refusal: HTTPResponse) {
    if let refusal { return (nil, refusal.response) }
    guard let (path, query) = HTTPRequest.target(target) else {
      return (nil, Refusal.malformed.response)
    }
    return (
      HTTPRequest(
        method, path: path, query: query, headers: headers, body: body, client: client),
      Refusal.malformed.response
    )
  }
}
