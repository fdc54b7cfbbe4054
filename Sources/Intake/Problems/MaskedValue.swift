/// The shape of a value that must not be shown: letters become `A` or `a`, digits `9`.
enum MaskedValue {
  /// Shapes longer than this say no more.
  static let longest = 40

  /// Appends the shape of a value; of a sensitive one, its length alone.
  static func append(_ value: Span<UInt8>, isSensitive: Bool, to text: inout [UInt8]) {
    if isSensitive {
      text.append(contentsOf: "(\(value.count) bytes)".utf8)
      return
    }
    for index in 0..<min(value.count, longest) { text.append(masked(value[index])) }
    if value.count > longest { text.append(contentsOf: "...".utf8) }
  }

  private static func masked(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF: UInt8(ascii: "a")
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "9")
    case 0x00..<0x20, 0x7F: UInt8(ascii: "?")
    default: byte
    }
  }
}
