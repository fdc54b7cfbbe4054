/// How a word of a name is shown when its source wrote it all in capitals or all in small letters.
enum NameCasing {
  /// The word in its own casing where that tells something, else in the usual one.
  static func text(
    of token: NameToken, in source: Span<UInt8>, keepsInitials: Bool, isSmall: Bool = false
  ) -> String {
    let bytes = source.extracting(token.source)
    let isSmallPrefix = isSmall && token.meaning.contains(.smallPrefix)
    if token.hasUpper && token.hasLower && !isSmallPrefix { return bytes.text }
    if keepsInitials && isLikelyInitials(token, bytes) { return bytes.text }
    guard token.isPlainASCII else { return wide(bytes.text, isSmallPrefix) }
    return plain(bytes, isSmallPrefix)
  }

  /// "JP", "TJ": short and without a vowel.
  private static func isLikelyInitials(_ token: NameToken, _ bytes: Span<UInt8>) -> Bool {
    guard token.shouts, bytes.count <= 3 else { return false }
    return !bytes.indices.contains { "AEIOUY".utf8.contains(bytes[$0]) }
  }

  private static func plain(_ bytes: Span<UInt8>, _ isSmall: Bool) -> String {
    var cased: [UInt8] = []
    cased.reserveCapacity(bytes.count)
    let secondCapital = isSmall ? nil : innerCapital(bytes)
    for index in bytes.indices {
      let byte = bytes[index]
      let isCapital = !isSmall && (index == 0 || index == secondCapital)
      cased.append(isCapital ? byte.upper : byte.lower)
    }
    return cased.span.text
  }

  /// Where a second capital goes: McDonald, MacLeod, O'Neil, D'Souza.
  private static func innerCapital(_ bytes: Span<UInt8>) -> Int? {
    if bytes.count > 2, bytes[1] == UInt8(ascii: "'") { return 2 }
    guard bytes.count > 4, bytes[0].upper == UInt8(ascii: "M") else { return nil }
    if bytes[1].upper == UInt8(ascii: "C") { return 2 }
    guard bytes.count > 5, bytes[1].upper == UInt8(ascii: "A"), bytes[2].upper == UInt8(ascii: "C")
    else { return nil }
    var stem = PackedWord()
    for index in 3..<bytes.count { stem.append(bytes[index].upper) }
    return macStems.contains(stem) ? 3 : nil
  }

  /// What follows Mac with a capital; Mackie, Macey and Machin have none.
  private static let macStems: Set<PackedWord> = Set(
    """
    ARTHUR AULAY BETH CORMACK DONALD DONNELL DOUGALL DUFF FARLANE GILLIVRAY GREGOR INNES INTOSH \
    INTYRE IVER KAY KENNA LACHLAN LAREN LEAN LELLAN LENNAN LEOD MAHON MANUS MILLAN NAB NAMARA \
    NEIL NEILL PHAIL PHEE PHERSON QUARRIE QUEEN RAE SWEEN TAGGART TAVISH
    """.split(separator: " ").map { PackedWord($0) })

  /// Casing beyond ASCII, character by character, since such names are few.
  private static func wide(_ text: String, _ isSmall: Bool) -> String {
    var cased = ""
    var isFirst = !isSmall
    for scalar in text.unicodeScalars {
      cased += isFirst ? scalar.properties.titlecaseMapping : scalar.properties.lowercaseMapping
      isFirst = !isSmall && isMark(scalar)
    }
    return cased
  }

  /// O’Neil and D’Souza have a capital after the typographer's apostrophe.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isAlphabetic
  }
}

extension UInt8 {
  fileprivate var upper: UInt8 { self >= 0x61 && self <= 0x7A ? self &- 32 : self }
  fileprivate var lower: UInt8 { self >= 0x41 && self <= 0x5A ? self &+ 32 : self }
}
