/// One word of an address, and what the reading has made of it so far.
struct AddressToken {
  /// How the reading uses the word.
  enum Use: UInt8 {
    case open, careOf, saon, building, number, street, locality, town, postcode, dropped
  }

  /// What stands between the word and the one before it when they are written out.
  enum Joint: UInt8 {
    case space, none, hyphen, slash
  }

  var source: Range<Int>
  var folded: Range<Int>
  var word = PackedWord()
  /// The place in the vocabulary plus one, or zero.
  var entry = 0
  var meaning: AddressWord = []
  var use = Use.open
  var joint = Joint.space
  /// Whether a comma, a line end or the start of the address stands before it.
  var breaks = false
  var afterHyphen = false
  var afterSlash = false
  var hasLower = false
  /// Whether it begins with a digit and is no word such as "1st".
  var isNumeric = false
  var hasLetter = false
  var isPlainASCII = true
  /// Whether it goes on with the number before it: the 14 of 12-14, the A of 11 A.
  var continuesNumber = false

  var isLetter: Bool { folded.count == 1 && hasLetter }
  var startsNumber: Bool { isNumeric && !continuesNumber }
}

/// Cuts an address into words and folds them, in one pass over its bytes.
struct AddressScanner {
  private(set) var tokens: [AddressToken] = []
  private(set) var folded: [UInt8] = []

  init(_ text: Span<UInt8>) {
    tokens.reserveCapacity(16)
    folded.reserveCapacity(text.count + 8)
    var pending = AddressToken(source: 0..<0, folded: 0..<0)
    pending.breaks = true
    var index = 0
    while index < text.count {
      let character = LatinFolding.character(in: text, at: index)
      switch character.kind {
      case .letter, .digit, .foreign, .damaged:
        index = scanWord(text, from: index, pending)
        pending = AddressToken(source: 0..<0, folded: 0..<0)
        continue
      case .comma, .opening, .closing: pending.breaks = true
      case .hyphen: pending.afterHyphen = true
      case .slash: pending.afterSlash = true
      case .space where text[index] == UInt8(ascii: "\n"): pending.breaks = true
      default: break
      }
      index += character.length
    }
  }

  private mutating func scanWord(
    _ text: Span<UInt8>, from start: Int, _ pending: AddressToken
  ) -> Int {
    var token = pending
    let foldedStart = folded.count
    var startsWithDigit = false
    var index = start
    scan: while index < text.count {
      let character = LatinFolding.character(in: text, at: index)
      switch character.kind {
      case .letter, .digit:
        if folded.count == foldedStart { startsWithDigit = character.kind == .digit }
        append(character.first, to: &token)
        if character.second != 0 { append(character.second, to: &token) }
        if character.kind == .letter { token.hasLetter = true }
        if character.isLower { token.hasLower = true }
      case .apostrophe, .mark, .foreign, .damaged: break
      default: break scan
      }
      if character.length > 1 { token.isPlainASCII = false }
      index += character.length
    }
    token.source = start..<index
    token.folded = foldedStart..<folded.count
    if token.folded.count <= PackedWord.capacity {
      token.entry = AddressWords.place(of: token.word)
      if token.entry > 0 { token.meaning = AddressWords.entries[token.entry - 1].meaning }
    }
    token.isNumeric = startsWithDigit && token.entry == 0
    tokens.append(token)
    return index
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, to token: inout AddressToken) {
    folded.append(byte)
    token.word.append(byte)
  }
}
