/// A text that is read by phonetic rules, which look before and behind and past the ends.
struct PhoneticText {
  private let bytes: [UInt8]

  /// Takes a folded text.
  init(_ text: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices { bytes.append(text[index]) }
    self.bytes = bytes
  }

  /// Takes the letters A to Z of a folded text alone.
  init(lettersOf text: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices where text[index] &- 0x41 < 26 { bytes.append(text[index]) }
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  /// The byte at a place, and a space before and after the text.
  subscript(place: Int) -> UInt8 {
    bytes.indices.contains(place) ? bytes[place] : 0x20
  }

  /// Whether one of the words stands at the place.
  ///
  /// The words have a space between them. A space that is looked for is written `_`, and before and
  /// after the text there are spaces.
  func has(_ words: StaticString, at place: Int) -> Bool {
    words.withUTF8Buffer { buffer in
      var offset = 0
      var isSame = true
      for index in buffer.indices {
        let byte = unsafe buffer[index]
        if byte == 0x20 {
          if isSame { return true }
          (offset, isSame) = (0, true)
        } else {
          if self[place + offset] != (byte == 0x5F ? 0x20 : byte) { isSame = false }
          offset += 1
        }
      }
      return isSame
    }
  }

  /// Whether one of the words begins the text.
  func begins(with words: StaticString) -> Bool {
    has(words, at: 0)
  }

  /// Whether one of the words stands anywhere in the text.
  func contains(_ words: StaticString) -> Bool {
    bytes.indices.contains { has(words, at: $0) }
  }

  /// Whether the letter at the place is a vowel or Y.
  func isVowel(at place: Int) -> Bool {
    Self.isVowel(self[place])
  }

  /// Whether the byte is a vowel or Y.
  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "O"),
      UInt8(ascii: "U"), UInt8(ascii: "Y"):
      true
    default: false
    }
  }
}
