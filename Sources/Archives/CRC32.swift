/// The sum that gzip keeps of what it compressed (RFC 1952, section 8).
struct CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private var state: UInt32 = .max
  /// How many bytes were added.
  private(set) var byteCount = 0

  /// The sum of all that was added.
  var value: UInt32 { ~state }

  mutating func update(_ bytes: Span<UInt8>) {
    let table = CRC32.table
    var state = state
    for index in bytes.indices {
      state = table[Int((state ^ UInt32(bytes[index])) & 0xFF)] ^ (state >> 8)
    }
    self.state = state
    byteCount += bytes.count
  }
}
