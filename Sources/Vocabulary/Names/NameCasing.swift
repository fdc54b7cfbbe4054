/// How a word of a name is shown when its source wrote it all in capitals or all in small letters.
enum NameCasing {
  /// The word in its own casing where that tells something, else in the usual one.
  static func text(
    of token: NameToken, in source: Span<UInt8>, keepsInitials: Bool, isSmall: Bool = false,
    followsPrefix: Bool = false
  ) -> String {
    let bytes = source.extracting(token.source)
    // "de la Cruz", but "La Rue" and "Le Brun".
    let isSmallPrefix = isSmall && (followsPrefix || token.meaning.contains(.smallPrefix))
    let isMixed = token.hasUpper && token.hasLower && !isShoutedAfterMac(bytes)
    if isMixed && !isSmallPrefix { return bytes.text }
    if keepsInitials && isLikelyInitials(token, bytes) { return bytes.text }
    guard token.isPlainASCII else { return wide(bytes.text, isSmallPrefix) }
    return plain(bytes, isSmallPrefix)
  }

  /// "McDONALD", "MacLEOD": capitals but for the prefix.
  private static func isShoutedAfterMac(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 5, bytes[0] == UInt8(ascii: "M"), ASCII.isLowercase(bytes[1]) else {
      return false
    }
    return (3..<bytes.count).allSatisfy { ASCII.isUppercase(bytes[$0]) }
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
      cased.append(isCapital ? ASCII.uppercased(byte) : ASCII.lowercased(byte))
    }
    return cased.span.text
  }

  /// Where a second capital goes: McDonald, MacLeod, O'Neil, D'Souza.
  private static func innerCapital(_ bytes: Span<UInt8>) -> Int? {
    if bytes.count > 2, bytes[1] == UInt8(ascii: "'") { return 2 }
    guard bytes.count > 4, ASCII.uppercased(bytes[0]) == UInt8(ascii: "M") else { return nil }
    if ASCII.uppercased(bytes[1]) == UInt8(ascii: "C") { return 2 }
    guard bytes.count > 5, ASCII.uppercased(bytes[1]) == UInt8(ascii: "A"),
      ASCII.uppercased(bytes[2]) == UInt8(ascii: "C")
    else { return nil }
    var stem = PackedWord()
    for index in 3..<bytes.count { stem.append(ASCII.uppercased(bytes[index])) }
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

  /// O’Neil and D’Souza have a capital after the typographer's apostrophe; a lost letter is none.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isAlphabetic && scalar != "?"
  }
}
