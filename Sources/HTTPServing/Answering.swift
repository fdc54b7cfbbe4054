internal import CMicroHTTPD

/// Hands responses to libmicrohttpd.
enum Answering {
  /// MHD_CONTENT_READER_END_OF_STREAM and MHD_CONTENT_READER_END_WITH_ERROR, casts that Swift cannot import.
  private static let endOfStream = -1
  private static let endWithError = -2
  /// MHD_SIZE_UNKNOWN, for the same reason.
  private static let unknownSize = UInt64.max

  /// Makes bytes while they are sent.
  private final class Source {
    let next: @Sendable (Int) throws -> [UInt8]

    init(_ next: @escaping @Sendable (Int) throws -> [UInt8]) {
      self.next = next
    }
  }

  /// Queues a response; a connection that is to be closed is closed once it is sent.
  static func answer(
    _ response: HTTPResponse, closing: Bool, to connection: OpaquePointer
  ) -> MHD_Result {
    guard let made = unsafe make(response.body) else { return .NO }
    defer { unsafe MHD_destroy_response(made) }
    for field in response.headers.fields {
      // A name or value with an end of line is not taken: MHD_add_response_header(3).
      guard unsafe MHD_add_response_header(made, field.name, field.value) == .YES else {
        return .NO
      }
    }
    if closing { unsafe MHD_add_response_header(made, "connection", "close") }
    return unsafe MHD_queue_response(connection, UInt32(response.status), made)
  }

  private static func make(_ body: HTTPResponse.Body) -> OpaquePointer? {
    switch body {
    case .bytes(let bytes):
      var bytes = bytes
      return unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe MHD_create_response_from_buffer(
          buffer.count, buffer.baseAddress, .RESPMEM_MUST_COPY)
      }
    case .stream(let byteCount, let next):
      let source = unsafe Unmanaged.passRetained(Source(next)).toOpaque()
      let made = unsafe MHD_create_response_from_callback(
        byteCount.map(UInt64.init) ?? unknownSize, 32 << 10,
        { context, _, buffer, count in
          guard let context = unsafe context, let buffer = unsafe buffer else {
            return Answering.endWithError
          }
          return unsafe Answering.fill(context, buffer, count)
        }, source,
        { context in
          guard let context = unsafe context else { return }
          unsafe Unmanaged<Source>.fromOpaque(context).release()
        })
      if unsafe made == nil { unsafe Unmanaged<Source>.fromOpaque(source).release() }
      return unsafe made
    }
  }

  private static func fill(
    _ context: UnsafeMutableRawPointer, _ buffer: UnsafeMutablePointer<CChar>, _ count: Int
  ) -> Int {
    let source = unsafe Unmanaged<Source>.fromOpaque(context).takeUnretainedValue()
    guard let bytes = try? source.next(count), bytes.count <= count else { return endWithError }
    guard !bytes.isEmpty else { return endOfStream }
    for (index, byte) in bytes.enumerated() {
      unsafe buffer[index] = CChar(bitPattern: byte)
    }
    return bytes.count
  }
}
