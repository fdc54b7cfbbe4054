internal import CMicroHTTPD
import Glibc

/// What libmicrohttpd calls: `context` is the server's `Exchange`, `place` holds the request's `Arriving`.
enum Callbacks {
  /// The first call for a request, with its target as it was sent, before anything is decoded.
  static let begin:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) ->
      UnsafeMutableRawPointer? = { context, target, _ in
        guard let context = unsafe context, let target = unsafe target else { return nil }
        unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue().begin()
        let bytes = unsafe Array(UnsafeBufferPointer(start: target, count: strlen(target)))
        let arriving = Arriving(target: bytes.map { UInt8(bitPattern: $0) })
        return unsafe Unmanaged.passRetained(arriving).toOpaque()
      }

  /// The last call for a request, however it ended.
  static let end:
    @convention(c) (
      UnsafeMutableRawPointer?, OpaquePointer?,
      UnsafeMutablePointer<UnsafeMutableRawPointer?>?, MHD_RequestTerminationCode
    ) -> Void = { context, _, place, _ in
      guard let context = unsafe context, let arriving = unsafe place?.pointee else { return }
      unsafe place?.pointee = nil
      unsafe Unmanaged<Arriving>.fromOpaque(arriving).release()
      unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue().end()
    }

  /// Called once the headers are there, for each piece of the body, and once all of it is there.
  static let handle:
    @convention(c) (
      UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
      UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafeMutablePointer<Int>?,
      UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    ) -> MHD_Result = { context, connection, _, method, _, data, count, place in
      guard let context = unsafe context, let connection = unsafe connection,
        let method = unsafe method, let count = unsafe count, let known = unsafe place?.pointee
      else { return .NO }
      let exchange = unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
      let arriving = unsafe Unmanaged<Arriving>.fromOpaque(known).takeUnretainedValue()
      if !arriving.hasBegun {
        arriving.begin(
          method: unsafe String(cString: method), headers: unsafe headers(of: connection),
          bodyLimit: exchange.bodyLimit)
        // An answer before the body is read says that it need not be sent, and closes the connection.
        guard let refusal = arriving.refusal else { return .YES }
        return unsafe Answering.answer(refusal.response, closing: true, to: connection)
      }
      if unsafe count.pointee > 0, let data = unsafe data {
        let bytes = unsafe UnsafeRawBufferPointer(start: data, count: count.pointee)
        let goesOn = unsafe arriving.receive(
          bytes.bindMemory(to: UInt8.self).span, bodyLimit: exchange.bodyLimit)
        unsafe count.pointee = 0
        return goesOn ? .YES : .NO
      }
      let (request, refusal) = arriving.finish(client: unsafe client(of: connection))
      let response = request.map(exchange.answer) ?? refusal
      return unsafe Answering.answer(
        response, closing: exchange.isStopping || request == nil, to: connection)
    }

  private static func headers(of connection: OpaquePointer) -> HTTPFields {
    var fields = HTTPFields()
    unsafe withUnsafeMutablePointer(to: &fields) { fields in
      _ = unsafe MHD_get_connection_values_n(
        connection, .HEADER_KIND,
        { context, _, name, nameCount, value, valueCount in
          guard let fields = unsafe context?.assumingMemoryBound(to: HTTPFields.self),
            let name = unsafe name
          else { return .NO }
          let text = unsafe UnsafeRawBufferPointer(start: value, count: valueCount)
          unsafe fields.pointee.add(
            String(decoding: UnsafeRawBufferPointer(start: name, count: nameCount), as: UTF8.self)
              .lowercased(), String(decoding: text, as: UTF8.self))
          return .YES
        }, fields)
    }
    return fields
  }

  private static func client(of connection: OpaquePointer) -> String {
    var text = [CChar](repeating: 0, count: 64)
    guard unsafe microhttpd_client(connection, &text, text.count) != 0 else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
