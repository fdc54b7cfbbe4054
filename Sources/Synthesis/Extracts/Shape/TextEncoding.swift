extension FileShape.Encoding {
  /// The bytes that open a file.
  var mark: [UInt8] {
    switch self {
    case .utf8, .windows1252: []
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    }
  }

  /// Appends a text in these letters; what Windows-1252 lacks becomes a question mark.
  func append(_ text: String, to bytes: inout [UInt8]) {
    switch self {
    case .utf8, .utf8WithMark: bytes.append(contentsOf: text.utf8)
    case .utf16LittleEndian:
      for unit in text.utf16 {
        bytes.append(UInt8(truncatingIfNeeded: unit))
        bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      }
    case .windows1252:
      for scalar in text.unicodeScalars {
        bytes.append(Self.windowsByte(scalar) ?? UInt8(ascii: "?"))
      }
    }
  }

  /// Whether a text can be written without loss.
  func canWrite(_ text: String) -> Bool {
    guard self == .windows1252 else { return true }
    return text.unicodeScalars.allSatisfy { Self.windowsByte($0) != nil }
  }

  /// The byte of Windows-1252 for a letter: Latin-1 but for 0x80 to 0x9F.
  private static func windowsByte(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0..<0x80, 0xA0...0xFF: UInt8(truncatingIfNeeded: scalar.value)
    case 0x20AC: 0x80
    case 0x2026: 0x85
    case 0x0160: 0x8A
    case 0x017D: 0x8E
    case 0x2018: 0x91
    case 0x2019: 0x92
    case 0x201C: 0x93
    case 0x201D: 0x94
    case 0x2013: 0x96
    case 0x2014: 0x97
    case 0x0161: 0x9A
    case 0x017E: 0x9E
    default: nil
    }
  }
}
