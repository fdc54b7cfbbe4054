/// Turns UTF-16 into UTF-8 chunk by chunk, and remembers nothing but a half-read unit.
///
/// A surrogate that stands alone becomes three bytes, as a character of its number would: no good
/// UTF-8, so that its row is rejected, and the row can still be given back as it was received.
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
  mutating func finish(appendingTo text: inout [UInt8]) {
    if let highSurrogate { Self.append(UInt32(highSurrogate), to: &text) }
    if halfUnit != nil || highSurrogate != nil { hasError = true }
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      guard (0xDC00...0xDFFF).contains(unit) else {
        hasError = true
        Self.append(UInt32(high), to: &text)
        return append(unit, to: &text)
      }
      let value = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
      return Self.append(value, to: &text)
    }
    switch unit {
    case 0xD800...0xDBFF: highSurrogate = unit
    case 0xDC00...0xDFFF:
      hasError = true
      Self.append(UInt32(unit), to: &text)
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

  /// Appends the UTF-16 of a piece of text that was turned into UTF-8 here, as it was received.
  static func appendBack(_ text: ArraySlice<UInt8>, isLittleEndian: Bool, to bytes: inout [UInt8]) {
    func append(_ unit: UInt32) {
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8 & 0xFF))
      bytes.append(isLittleEndian ? low : high)
      bytes.append(isLittleEndian ? high : low)
    }
    var point: UInt32 = 0
    var bytesLeft = 0
    for byte in text {
      switch byte {
      case 0x80..<0xC0:
        point = point << 6 | UInt32(byte & 0x3F)
        bytesLeft -= 1
      case 0xC0..<0xE0: (point, bytesLeft) = (UInt32(byte & 0x1F), 1)
      case 0xE0..<0xF0: (point, bytesLeft) = (UInt32(byte & 0x0F), 2)
      case 0xF0...: (point, bytesLeft) = (UInt32(byte & 0x07), 3)
      default: (point, bytesLeft) = (UInt32(byte), 0)
      }
      guard bytesLeft == 0 else { continue }
      if point >= 0x10000 {
        append(0xD800 | (point - 0x10000) >> 10)
        append(0xDC00 | (point - 0x10000) & 0x3FF)
      } else {
        append(point)
      }
    }
  }
}
