import Vocabulary

/// Headings as they are compared: letters and digits alone, in lower case.
///
/// `Date of Birth`, `DATE_OF_BIRTH` and `DateOfBirth` are one heading.
enum HeadingName {
  static func folded(_ heading: String) -> String {
    String(decoding: folded(Array(heading.utf8)[...]), as: UTF8.self)
  }

  static func folded(_ heading: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(heading.count)
    for byte in heading {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        0x80...0xFF:
        bytes.append(byte)
      default: break
      }
    }
    return bytes
  }

  /// Whether a cell may be a folded heading, as far as its first letter or digit says: the rest is slow to look at, and
  /// asked of every row.
  static func mayBeginAlike(_ cell: ArraySlice<UInt8>, _ heading: [UInt8]) -> Bool {
    for byte in cell {
      if byte >= 0x80 { return true }
      if ASCII.isLetterOrDigit(byte) { return ASCII.lowercased(byte) == heading.first }
    }
    return heading.isEmpty
  }
}
