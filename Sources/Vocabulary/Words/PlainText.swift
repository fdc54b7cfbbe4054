/// Text as it is compared: capitals without accents, one blank between words, no punctuation.
///
/// `O'Neil-Smith ` becomes `ONEIL SMITH`. Letters of other scripts stay as they are.
public enum PlainText {
  /// Appends the plain form of a text.
  public static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    let start = bytes.count
    var owesBlank = false
    var index = 0
    while index < text.count {
      let character = LatinFolding.character(in: text, at: index)
      let length = character.length
      switch character.kind {
      case .letter, .digit:
        if owesBlank, bytes.count > start { bytes.append(0x20) }
        owesBlank = false
        bytes.append(character.first)
        if character.second != 0 { bytes.append(character.second) }
      case .foreign:
        if owesBlank, bytes.count > start { bytes.append(0x20) }
        owesBlank = false
        for offset in index..<min(index + length, text.count) { bytes.append(text[offset]) }
      // The apostrophe and the accent that follows its letter stand within a word.
      case .apostrophe, .mark, .damaged: break
      case .other where LatinFolding.isLostLetter(in: text, at: index): break
      default: owesBlank = true
      }
      index += length
    }
  }
}
