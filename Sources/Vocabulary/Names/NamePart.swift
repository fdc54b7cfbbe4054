/// One word of a name: how to show it, and how to compare it.
///
/// A prefix that belongs to a surname is in the part: "de Souza", "McDonald", "O'Neil", "Al-Hassan".
/// Two words joined by a hyphen are two parts, since half of a double-barrelled surname is a
/// surname too.
public struct NamePart: Hashable, Sendable {
  /// The word as a person would write it.
  public let text: String

  /// The word in capitals A to Z without marks, apostrophes and gaps; empty for other scripts.
  ///
  /// Its `utf8.span` hands the bytes to a comparison.
  public let folded: String

  /// Whether a hyphen joins it to the part after it.
  public let isHyphenatedToNext: Bool

  /// Makes a part from what is shown and what is compared.
  public init(text: String, folded: String, isHyphenatedToNext: Bool = false) {
    self.text = text
    self.folded = folded
    self.isHyphenatedToNext = isHyphenatedToNext
  }

  /// Whether it is one letter, which says how a name begins and no more.
  public var isInitial: Bool { folded.utf8.count == 1 }
}

extension [NamePart] {
  /// The parts as a person would write them, with their hyphens.
  public var text: String {
    var text = ""
    for (index, part) in enumerated() {
      text += part.text
      if index < count - 1 { text += part.isHyphenatedToNext ? "-" : " " }
    }
    return text
  }

  /// The parts as they are compared, one space between each.
  public var folded: String {
    if count == 1 { return self[0].folded }
    var folded = ""
    for part in self where !part.folded.isEmpty {
      if !folded.isEmpty { folded += " " }
      folded += part.folded
    }
    return folded
  }
}
