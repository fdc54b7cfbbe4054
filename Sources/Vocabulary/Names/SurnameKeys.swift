extension PersonName {
  /// Keys under which this surname equals the same family's other spellings, ascending.
  ///
  /// Kowalski and Kowalska share KOWALSK; Smith-Jones shares SMITH with Smith; Al-Hassan shares
  /// HASSAN with Hassan. Sharing a key is a candidate for one family, not a proof.
  public var surnameKeys: [String] {
    var keys: Set<String> = []
    for part in surname {
      keys.insert(SurnameStem.stem(of: part.folded))
      if let bare = SurnameStem.withoutArticle(part.text, part.folded) { keys.insert(bare) }
    }
    if surname.count > 1 {
      keys.insert(surname.map { SurnameStem.stem(of: $0.folded) }.joined(separator: " "))
    }
    keys.remove("")
    return keys.sorted()
  }
}

/// What is left of a surname when its ending says only whether its bearer is a man or a woman.
public enum SurnameStem {
  /// The common stem of the men's and the women's form of a Slavic or Baltic surname.
  ///
  /// Other surnames come back as they are.
  public static func stem(of folded: String) -> String {
    for (ending, stem) in endings where folded.utf8.count > ending.utf8.count + 1 {
      if folded.hasSuffix(ending) { return folded.dropLast(ending.utf8.count) + stem }
    }
    return folded
  }

  /// Each ending with what stands for it, the longer before the shorter that it ends with.
  private static let endings: [(ending: String, stem: String)] = [
    ("SKIY", "SK"), ("SKYY", "SK"), ("SKAYA", "SK"), ("SKAIA", "SK"), ("SKYI", "SK"),
    ("CKAYA", "CK"), ("CKIY", "CK"), ("DZKI", "DZK"), ("DZKA", "DZK"),
    ("SKI", "SK"), ("SKA", "SK"), ("SKY", "SK"), ("CKI", "CK"), ("CKA", "CK"), ("CKY", "CK"),
    ("EVA", "EV"), ("OVA", "OV"), ("KINA", "KIN"), ("SHINA", "SHIN"), ("AITE", "A"), ("YTE", "Y"),
    ("IENE", "I"),
  ]

  /// "Al-Hassan" without its article; nil for a surname that has none.
  static func withoutArticle(_ text: String, _ folded: String) -> String? {
    let utf8 = text.utf8
    guard folded.utf8.count > 3, utf8.count > 3, let gap = utf8.dropFirst(2).first else {
      return nil
    }
    let isGap = gap == UInt8(ascii: " ") || gap == UInt8(ascii: "-")
    guard isGap, folded.hasPrefix("AL") || folded.hasPrefix("EL") else { return nil }
    return String(folded.dropFirst(2))
  }
}
