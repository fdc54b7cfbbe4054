/// How a name sounds to British ears: a code that spellings heard alike in British towns share.
///
/// It knows the silent letters of English, the spellings of Wales, Ireland and Scotland, and the
/// ways in which names from South Asia and Poland are written here. `soundRules` has all of it.
/// Consonants are kept apart as in Double Metaphone (C is ch, X is sh, 0 is th) but that B, D, G
/// and V stay themselves. Of the vowels only the first is kept, as A or E for the back or the front
/// of the mouth, so that LEE is not LOW. Doubled consonants count once; what is no letter is passed
/// over.
enum BritishSound {
  /// The code of a folded name, or 0 for a text without a sound.
  static func code(of text: Span<UInt8>) -> UInt64 {
    let letters = PhoneticText(lettersOf: text)
    var code = PhoneticCode(limit: PhoneticCode.capacity)
    var hasVowel = false
    var isAfterVowel = false
    var place = 0
    while place < letters.count {
      guard let rule = CompiledSoundRules.rule(for: letters, at: place) else { break }
      for sound in rule.sound {
        if isVowel(sound) {
          if !hasVowel { code.append(sound & 0xDF) }
          (hasVowel, isAfterVowel) = (true, true)
        } else {
          if isAfterVowel || code.last != sound { code.append(sound) }
          isAfterVowel = false
        }
      }
      place += rule.length
    }
    return code.packed
  }

  private static func isVowel(_ sound: UInt8) -> Bool {
    sound >= UInt8(ascii: "a")
  }
}

/// The rules in the form in which they are applied, for each letter that they may begin with.
private enum CompiledSoundRules {
  struct Rule {
    /// The letters and classes, with the surroundings.
    var pattern: [UInt8] = []
    /// How many of them stand before the letters that are read.
    var before = 0
    /// How many letters are read.
    var length = 0
    let sound: [UInt8]

    init(_ rule: SoundRule) {
      sound = rule.sound.withUTF8Buffer { unsafe Array($0) }
      var isBracketed = false
      for byte in rule.pattern.withUTF8Buffer({ unsafe Array($0) }) {
        switch byte {
        case UInt8(ascii: "("): (before, length, isBracketed) = (pattern.count, 0, true)
        case UInt8(ascii: ")"): length = pattern.count - before
        case UInt8(ascii: "^"):
          pattern.append(byte)
          before = pattern.count
        default: pattern.append(byte)
        }
      }
      if !isBracketed {
        length = pattern.count - before - (pattern.last == UInt8(ascii: "$") ? 1 : 0)
      }
    }

    func fits(_ text: PhoneticText, at place: Int) -> Bool {
      for index in pattern.indices
      where !isFitting(text[place - before + index], pattern[index]) { return false }
      return true
    }

    private func isFitting(_ byte: UInt8, _ wanted: UInt8) -> Bool {
      switch wanted {
      case UInt8(ascii: "^"), UInt8(ascii: "$"): byte == 0x20
      case UInt8(ascii: "l"): byte != 0x20
      case UInt8(ascii: "v"): PhoneticText.isVowel(byte)
      case UInt8(ascii: "c"): byte != 0x20 && !PhoneticText.isVowel(byte)
      case UInt8(ascii: "f"):
        byte == UInt8(ascii: "E") || byte == UInt8(ascii: "I") || byte == UInt8(ascii: "Y")
      default: byte == wanted
      }
    }
  }

  /// For A to Z, the rules whose letters begin with it, in their order.
  private static let byLetter: [[Rule]] = {
    var byLetter = [[Rule]](repeating: [], count: 26)
    for rule in soundRules.map(Rule.init) {
      byLetter[Int(rule.pattern[rule.before] - 0x41)].append(rule)
    }
    return byLetter
  }()

  static func rule(for text: PhoneticText, at place: Int) -> Rule? {
    byLetter[Int(text[place] - 0x41)].first { $0.fits(text, at: place) }
  }
}
