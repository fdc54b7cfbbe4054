import Vocabulary

/// JSON strings, written byte by byte into a batch's text.
enum JSONText {
  /// Appends a string in quotes.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(byte, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends, in quotes, a piece of the same text.
  static func append(_ range: TextRange, of text: inout BatchText) {
    text.append(UInt8(ascii: "\""))
    if text.withBytes(range, isPlain) {
      text.append(copyOf: range)
    } else {
      var bytes: [UInt8] = []
      for index in range.indices { append(text[index], to: &bytes) }
      text.append(bytes.span)
    }
    text.append(UInt8(ascii: "\""))
  }

  /// Whether no byte has to be written in another way.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    !ByteMask.anyWord(of: bytes, filledWith: UInt8(ascii: "A")) { word in
      ByteMask.unprinted(word) | ByteMask.bytes(UInt8(ascii: "\""), in: word)
        | ByteMask.bytes(UInt8(ascii: "\\"), in: word) != 0
    }
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x00..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 0xF)])
    default: bytes.append(byte)
    }
  }
}
