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
    var rest = heading
    while let byte = rest.popFirst() {
      if let blank = Self.widthlessOrBlank.first(where: {
        $0[0] == byte && rest.starts(with: $0[1...])
      }) {
        rest = rest.dropFirst(blank.count - 1)
        continue
      }
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

  /// The no-break space, spaces of no width, and the mark at the beginning of a file: nobody sees them in a heading.
  private static let widthlessOrBlank: [[UInt8]] = [
    "\u{A0}", "\u{200B}", "\u{202F}", "\u{FEFF}",
  ].map { Array($0.utf8) }

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
