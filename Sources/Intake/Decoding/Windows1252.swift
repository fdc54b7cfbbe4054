/// Windows-1252, in which older systems export: Latin-1 with quotes, dashes and the euro sign at 128 to 159.
enum Windows1252 {
  /// The code points of bytes 128 to 159; zero for the five that are not assigned.
  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The byte that stands for a sign, or that a reader which knows no sign for the byte passes on as it is; nil where there
  /// is none.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return upper.firstIndex { UInt32($0) == scalar.value }.map { UInt8(0x80 + $0) }
  }

  /// Appends the bytes as UTF-8; false, with nothing promised of what was appended, where a byte is not assigned.
  static func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) -> Bool {
    for index in 0..<bytes.count {
      let byte = bytes[index]
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let point = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
      guard point != 0 else { return false }
      if point < 0x800 {
        text.append(0xC0 | UInt8(point >> 6))
      } else {
        text.append(0xE0 | UInt8(point >> 12))
        text.append(0x80 | UInt8((point >> 6) & 0x3F))
      }
      text.append(0x80 | UInt8(point & 0x3F))
    }
    return true
  }
}
