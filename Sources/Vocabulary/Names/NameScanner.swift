/// Cuts a name field into words and folds them, in one pass over its bytes.
struct NameScanner {
  private(set) var tokens: [NameToken] = []
  /// The folded words, one after the other.
  private(set) var folded: [UInt8] = []
  /// Whether a comma came, and after which token.
  private var pending = NameToken(source: 0..<0, folded: 0..<0)
  private var enclosure: UInt8 = 0
  private var enclosures: UInt8 = 0
  private var isInQuotation = false

  /// Cuts `text`.
  init(_ text: Span<UInt8>) {
    tokens.reserveCapacity(8)
    folded.reserveCapacity(text.count + 4)
    var index = 0
    while index < text.count {
      let character = LatinFolding.character(in: text, at: index)
      switch character.kind {
      case .letter, .digit, .foreign, .damaged: index = scanWord(text, from: index)
      case .apostrophe: index = scanQuoteOrSkip(text, at: index, length: character.length)
      default:
        note(character.kind)
        index += character.length
      }
    }
  }

  /// Remembers a mark between words for the next word.
  private mutating func note(_ kind: ScannedCharacter.Kind) {
    switch kind {
    case .hyphen: pending.afterHyphen = true
    case .comma: pending.afterComma = true
    case .slash: pending.afterSlash = true
    case .underscore: pending.afterUnderscore = true
    case .ampersand: pending.afterAmpersand = true
    case .period: pending.afterPeriod = true
    case .opening: open()
    case .closing: enclosure = 0
    case .quote:
      if isInQuotation { enclosure = 0 } else { open() }
      isInQuotation.toggle()
    default: break
    }
  }

  private mutating func open() {
    if enclosures < .max { enclosures += 1 }
    enclosure = enclosures
  }

  /// Takes an apostrophe that opens or closes a quoted name, as in John 'Jack' Smith; or skips it.
  private mutating func scanQuoteOrSkip(_ text: Span<UInt8>, at index: Int, length: Int) -> Int {
    let after = index + length
    if isInQuotation {
      note(.quote)
    } else if quotationCloses(text, from: after) {
      note(.quote)
    } else {
      pending.afterApostrophe = true
    }
    return after
  }

  /// Whether an apostrophe follows the next words and ends one of them, as near as names are long.
  private func quotationCloses(_ text: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    var hasWord = false
    while index < min(text.count, start + 100) {
      let character = LatinFolding.character(in: text, at: index)
      switch character.kind {
      case .letter: hasWord = true
      case .space where hasWord: break
      case .apostrophe:
        let next = index + character.length
        let ends =
          next >= text.count || LatinFolding.character(in: text, at: next).kind != .letter
        if ends { return hasWord }
      default: return false
      }
      index += character.length
    }
    return false
  }

  /// Takes a word with the apostrophes inside it; returns where it ends.
  private mutating func scanWord(_ text: Span<UInt8>, from start: Int) -> Int {
    var token = pending
    token.enclosure = enclosure
    let foldedStart = folded.count
    var index = start
    var end = start
    scan: while index < text.count {
      let character = LatinFolding.character(in: text, at: index)
      switch character.kind {
      case .letter, .digit:
        take(character, into: &token)
        end = index + character.length
      case .foreign, .damaged:
        token.isForeign = true
        token.isDamaged = token.isDamaged || character.kind == .damaged
        end = index + character.length
      case .other where LatinFolding.isLostLetter(in: text, at: index):
        token.isDamaged = true
        end = index + character.length
      case .mark: end = index + character.length
      case .apostrophe:
        let next = index + character.length
        guard next < text.count, LatinFolding.character(in: text, at: next).kind == .letter else {
          break scan
        }
      default: break scan
      }
      if character.length > 1 { token.isPlainASCII = false }
      index += character.length
    }
    token.source = start..<end
    token.folded = foldedStart..<folded.count
    if token.folded.count <= PackedWord.capacity { token.meaning = .meaning(of: token.word) }
    tokens.append(token)
    pending = NameToken(source: 0..<0, folded: 0..<0)
    return index
  }

  @inline(__always)
  private mutating func take(_ character: ScannedCharacter, into token: inout NameToken) {
    folded.append(character.first)
    token.word.append(character.first)
    if character.second != 0 {
      folded.append(character.second)
      token.word.append(character.second)
    }
    if character.isUpper { token.hasUpper = true }
    if character.isLower { token.hasLower = true }
    if character.kind == .digit { token.hasDigit = true }
  }
}
