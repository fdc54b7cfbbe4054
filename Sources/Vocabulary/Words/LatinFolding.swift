/// One character of a text as the scanners see it: what it is, how long, and what it folds to.
struct ScannedCharacter {
  enum Kind: UInt8 {
    case letter, digit, apostrophe, hyphen, space, comma, period, slash, underscore
    case opening, closing, quote, ampersand, mark, foreign, damaged, other
  }

  var kind: Kind
  /// How many bytes it takes.
  var length: Int
  /// The upper-case ASCII it folds to; zero where there is none.
  var first: UInt8 = 0
  var second: UInt8 = 0
  /// Whether it is a letter of one case only.
  var isUpper = false
  var isLower = false
}

/// Reads UTF-8 a character at a time and folds Latin letters to plain capitals.
enum LatinFolding {
  /// The character at `index`.
  @inline(__always)
  static func character(in text: Span<UInt8>, at index: Int) -> ScannedCharacter {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      return ScannedCharacter(kind: .letter, length: 1, first: byte &- 32, isLower: true)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return ScannedCharacter(kind: .letter, length: 1, first: byte, isUpper: true)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return ScannedCharacter(kind: .digit, length: 1, first: byte)
    case 0..<0x80:
      return ScannedCharacter(kind: kinds[Int(byte)], length: 1)
    default:
      return beyondASCII(in: text, at: index)
    }
  }

  /// Whether a question mark stands for a letter that some system's encoding did not have.
  ///
  /// It does between letters, as in `Wi?niewski`; where the letter's bytes were lost each for itself, there are several. Of a
  /// longer row each would be looked along again and again, and it stands for something else.
  static func isLostLetter(in text: Span<UInt8>, at index: Int) -> Bool {
    let lost = UInt8(ascii: "?")
    guard text[index] == lost else { return false }
    var (start, end) = (index, index + 1)
    while start > 0, end - start <= mostLost, text[start - 1] == lost { start -= 1 }
    while end < text.count, end - start <= mostLost, text[end] == lost { end += 1 }
    guard end - start <= mostLost else { return false }
    guard start > 0, end < text.count else { return false }
    return (ASCII.isLetter(text[start - 1]) || text[start - 1] >= 0x80)
      && character(in: text, at: end).kind == .letter
  }

  /// Two letters beside each other, each of two bytes.
  private static let mostLost = 4

  /// The kinds of the ASCII characters that are neither letters nor digits.
  private static let kinds: [ScannedCharacter.Kind] = {
    var kinds = Array(repeating: ScannedCharacter.Kind.other, count: 128)
    for byte in 0...32 { kinds[byte] = .space }
    let named: [(String, ScannedCharacter.Kind)] = [
      ("'`", .apostrophe), ("-", .hyphen), (",;", .comma), (".", .period), ("/\\|", .slash),
      ("_", .underscore), ("([{<", .opening), (")]}>", .closing), ("\"", .quote),
      ("&+", .ampersand),
    ]
    for (characters, kind) in named {
      for byte in characters.utf8 { kinds[Int(byte)] = kind }
    }
    return kinds
  }()

  @inline(never)
  private static func beyondASCII(in text: Span<UInt8>, at index: Int) -> ScannedCharacter {
    guard let (scalar, length) = scalar(in: text, at: index) else {
      return ScannedCharacter(kind: .damaged, length: 1)
    }
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return .init(kind: .space, length: length)
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return .init(kind: .mark, length: length)
    case 0x300...0x36F: return .init(kind: .mark, length: length)
    case 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2C8, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0xFF07:
      return .init(kind: .apostrophe, length: length)
    case 0x201C...0x201F, 0xAB, 0xBB: return .init(kind: .quote, length: length)
    case 0x2010...0x2015, 0x2212: return .init(kind: .hyphen, length: length)
    case 0xAA, 0xBA, 0x80..<0xC0, 0xD7, 0xF7, 0x2020...0x206F:
      return .init(kind: .other, length: length)
    case 0xC0..<0x250: return letter(scalar, LatinFoldingTable.extended[scalar - 0xC0], length)
    case 0x259: return letter(scalar, SIMD2(UInt8(ascii: "E"), 0), length)
    case 0x1E00..<0x1F00:
      return letter(scalar, LatinFoldingTable.additional[scalar - 0x1E00], length)
    case 0xFB00...0xFB04: return ligature(scalar, length)
    default: return .init(kind: .foreign, length: length)
    }
  }

  private static func letter(
    _ scalar: Int, _ folded: SIMD2<UInt8>, _ length: Int
  ) -> ScannedCharacter {
    guard folded[0] != 0, let scalar = Unicode.Scalar(UInt32(scalar)) else {
      return .init(kind: .foreign, length: length)
    }
    return ScannedCharacter(
      kind: .letter, length: length, first: folded[0], second: folded[1],
      isUpper: scalar.properties.isUppercase, isLower: scalar.properties.isLowercase)
  }

  /// The joined letters of old fonts, which come out of PDFs.
  private static func ligature(_ scalar: Int, _ length: Int) -> ScannedCharacter {
    let ascii = scalar == 0xFB01 || scalar == 0xFB03 ? "I" : scalar == 0xFB00 ? "F" : "L"
    return ScannedCharacter(
      kind: .letter, length: length, first: UInt8(ascii: "F"), second: ascii.utf8.first ?? 0,
      isLower: true)
  }

  /// Decodes one scalar of more than one byte; nil where the bytes are not UTF-8.
  static func scalar(in text: Span<UInt8>, at index: Int) -> (scalar: Int, length: Int)? {
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= text.count else { return nil }
    var scalar = Int(lead) & (0xFF >> (length + 1))
    for next in index + 1..<index + length {
      guard text[next] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | Int(text[next] & 0x3F)
    }
    let least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= least, Unicode.Scalar(UInt32(scalar)) != nil else { return nil }
    return (scalar, length)
  }
}
