/// Makes text harmless in HTML, between tags and in quoted attributes.
enum Escaping {
  static func append(_ text: String, to html: inout [UInt8]) {
    // Most texts are harmless, and are taken as they are.
    var text = text
    let isHarmless = text.withUTF8 { bytes in
      guard !(unsafe bytes.contains(where: mayDisturb)) else { return false }
      unsafe html.append(contentsOf: bytes)
      return true
    }
    guard !isHarmless else { return }
    for character in text.unicodeScalars {
      switch character {
      case "&": html += "&amp;".utf8
      case "<": html += "&lt;".utf8
      case ">": html += "&gt;".utf8
      case "\"": html += "&quot;".utf8
      case "'": html += "&#39;".utf8
      case _ where isDisturbing(character): html += "\u{FFFD}".utf8
      default: html += UTF8.encode(character) ?? .init()
      }
    }
  }

  /// Whether a byte is, or may begin, something that is not taken as it is: of what lies beyond ASCII, only what shares
  /// its first byte with a character that disturbs.
  private static func mayDisturb(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F, 0xC2, 0xE2, 0xEF...0xFF: true
    default: false
    }
  }

  /// Control characters, which HTML forbids, and those that turn the direction of what follows them, by which a file's
  /// name can be made to look like another.
  private static func isDisturbing(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }
}
