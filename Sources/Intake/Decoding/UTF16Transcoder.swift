/// Turns UTF-16 into UTF-8 chunk by chunk, and remembers nothing but a half-read unit.
struct UTF16Transcoder: Sendable {
  /// Whether a surrogate stood alone or the file ended within a unit.
  private(set) var hasError = false
  let isLittleEndian: Bool
  private var halfUnit: UInt8?
  private var highSurrogate: UInt16?

  init(isLittleEndian: Bool) {
    self.isLittleEndian = isLittleEndian
  }

  /// Appends the UTF-8 of the next bytes.
  mutating func append(_ chunk: Span<UInt8>, to text: inout [UInt8]) {
    for index in 0..<chunk.count {
      guard let first = halfUnit else {
        halfUnit = chunk[index]
        continue
      }
      halfUnit = nil
      let second = chunk[index]
      let unit =
        isLittleEndian
        ? UInt16(second) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(second)
      append(unit, to: &text)
    }
  }

  /// Says that no bytes follow.
  mutating func finish() {
    if halfUnit != nil || highSurrogate != nil { hasError = true }
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      guard (0xDC00...0xDFFF).contains(unit) else {
        hasError = true
        return append(unit, to: &text)
      }
      let value = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
      return Self.append(value, to: &text)
    }
    switch unit {
    case 0xD800...0xDBFF: highSurrogate = unit
    case 0xDC00...0xDFFF: hasError = true
    default: Self.append(UInt32(unit), to: &text)
    }
  }

  private static func append(_ point: UInt32, to text: inout [UInt8]) {
    switch point {
    case 0..<0x80: text.append(UInt8(point))
    case 0x80..<0x800:
      text.append(0xC0 | UInt8(point >> 6))
      text.append(0x80 | UInt8(point & 0x3F))
    case 0x800..<0x10000:
      text.append(0xE0 | UInt8(point >> 12))
      text.append(0x80 | UInt8((point >> 6) & 0x3F))
      text.append(0x80 | UInt8(point & 0x3F))
    default:
      text.append(0xF0 | UInt8(point >> 18))
      text.append(0x80 | UInt8((point >> 12) & 0x3F))
      text.append(0x80 | UInt8((point >> 6) & 0x3F))
      text.append(0x80 | UInt8(point & 0x3F))
    }
  }

  /// How many bytes a piece of UTF-8 takes in UTF-16.
  static func byteCount(of text: Span<UInt8>) -> Int {
    var units = 0
    for index in 0..<text.count {
      let byte = text[index]
      if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    }
    return 2 * units
  }

  /// Appends the UTF-16 of a piece of UTF-8, so that a row can be given back as it was received.
  static func appendBack(_ text: ArraySlice<UInt8>, isLittleEndian: Bool, to bytes: inout [UInt8]) {
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      bytes.append(isLittleEndian ? low : high)
      bytes.append(isLittleEndian ? high : low)
    }
  }
}
