/// Lawrence Philips' Double Metaphone: how a name sounds in English, and how it may sound
/// otherwise.
///
/// The rules are those that Philips described in the C/C++ Users Journal of June 2000. Codes have
/// the letters A (any vowel at the beginning), F H J K L M N P R S T, X for sh and 0 for th. Two
/// names may be one if any code of one is a code of the other.
enum DoubleMetaphone {
  /// The usual length of a code.
  static let usualLength = 4

  /// The code of the likeliest sound, and that of another sound, or 0 where there is none.
  static func codes(
    of text: Span<UInt8>, length: Int = usualLength
  ) -> (primary: UInt64, secondary: UInt64) {
    var reading = MetaphoneReading(PhoneticText(text), length: length)
    reading.read()
    let (primary, secondary) = (reading.primary.packed, reading.secondary.packed)
    return (primary, secondary == primary ? 0 : secondary)
  }
}

/// The state of reading one name from its first letter to its last.
struct MetaphoneReading {
  let text: PhoneticText
  let last: Int
  /// Whether the spelling is Slavic or Germanic, where some letters sound otherwise.
  let isSlavoGermanic: Bool
  /// The place that is read next.
  var place = 0
  var primary: PhoneticCode
  var secondary: PhoneticCode

  init(_ text: PhoneticText, length: Int) {
    self.text = text
    last = text.count - 1
    isSlavoGermanic = text.contains("W K CZ WITZ")
    primary = PhoneticCode(limit: length)
    secondary = PhoneticCode(limit: length)
  }

  /// Whether the whole name is of a Germanic kind.
  var isGermanic: Bool { text.begins(with: "VAN_ VON_ SCH") }

  mutating func read() {
    // The first of these letters is silent.
    if text.begins(with: "GN KN PN WR PS") { place = 1 }
    if text.begins(with: "X") { add("S", skip: 1) }
    while place <= last, !(primary.isFull && secondary.isFull) { readLetter() }
  }

  /// Adds one sound to both codes, and passes so many letters.
  mutating func add(_ sound: StaticString, skip count: Int) {
    add(sound, or: sound, skip: count)
  }

  /// Adds a sound to the first code and another to the second, and passes so many letters.
  mutating func add(_ sound: StaticString, or other: StaticString, skip count: Int) {
    primary.append(sound)
    secondary.append(other)
    place += count
  }

  /// Adds a sound, and passes the letter, and the next one too if it is one of these.
  mutating func add(_ sound: StaticString, skippingNext letters: StaticString) {
    add(sound, or: sound, skippingNext: letters)
  }

  mutating func add(
    _ sound: StaticString, or other: StaticString, skippingNext letters: StaticString
  ) {
    add(sound, or: other, skip: has(letters, 1) ? 2 : 1)
  }

  /// Whether one of the words stands so many letters after the place.
  func has(_ words: StaticString, _ offset: Int = 0) -> Bool {
    text.has(words, at: place + offset)
  }

  func isVowel(_ offset: Int) -> Bool {
    text.isVowel(at: place + offset)
  }

  private mutating func readLetter() {
    switch text[place] {
    case UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "O"),
      UInt8(ascii: "U"), UInt8(ascii: "Y"):
      add(place == 0 ? "A" : "", skip: 1)
    case UInt8(ascii: "B"): add("P", skippingNext: "B")
    case UInt8(ascii: "C"): readC()
    case UInt8(ascii: "D"): readD()
    case UInt8(ascii: "F"): add("F", skippingNext: "F")
    case UInt8(ascii: "G"): readG()
    case UInt8(ascii: "H"): readH()
    case UInt8(ascii: "J"): readJ()
    case UInt8(ascii: "K"): add("K", skippingNext: "K")
    case UInt8(ascii: "L"): readL()
    case UInt8(ascii: "M"): readM()
    case UInt8(ascii: "N"): add("N", skippingNext: "N")
    case UInt8(ascii: "P"): readP()
    case UInt8(ascii: "Q"): add("K", skippingNext: "Q")
    case UInt8(ascii: "R"): readR()
    case UInt8(ascii: "S"): readS()
    case UInt8(ascii: "T"): readT()
    case UInt8(ascii: "V"): add("F", skippingNext: "V")
    case UInt8(ascii: "W"): readW()
    case UInt8(ascii: "X"): readX()
    case UInt8(ascii: "Z"): readZ()
    default: place += 1
    }
  }
}
