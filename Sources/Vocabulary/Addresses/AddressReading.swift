/// The reading of one address: what each word of it is.
///
/// The steps go from what is sure (a postcode) to what is left over (the town); each marks the words
/// it claims. A word that no step claims stays with the street or the place it stands in.
struct AddressReading {
  var tokens: [AddressToken]
  let folded: [UInt8]
  var kind = UKAddress.Kind.unknown
  var institution: UKAddress.Institution?

  /// Reads an address in any order of its parts.
  init(_ text: Span<UInt8>) {
    self.init(scanning: text)
    markLeadingPair()
    if kind != .noFixedAbode { markStreetAndPlace() }
    settleKind()
  }

  /// Takes the steps that do not depend on the order of what is left.
  init(scanning text: Span<UInt8>) {
    let scanner = AddressScanner(text)
    tokens = scanner.tokens
    folded = scanner.folded
    markPostcode()
    markNoFixedAbode()
    markUnknown()
    markCareOf()
    settleSaints()
    joinNumbers()
    markInstitution()
    markUnits()
  }

  func isWord(_ index: Int, _ word: AddressPhraseWord) -> Bool {
    tokens.indices.contains(index) && tokens[index].word == word.packed
  }

  func isOpen(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].use == .open
  }

  // MARK: Postcode

  /// Takes the last words that have the shape of a postcode; where they stand before as well they are read once.
  private mutating func markPostcode() {
    var taken: ArraySlice<UInt8>?
    for index in tokens.indices.reversed() {
      guard let words = postcodeWords(endingAt: index) else { continue }
      let text = folded[tokens[words.lowerBound].folded] + folded[tokens[index].folded]
      let code = words.count == 2 ? text : folded[tokens[index].folded]
      if let taken, taken != code { continue }
      for place in words { tokens[place].use = taken == nil ? .postcode : .dropped }
      if index + 1 < tokens.count { tokens[index + 1].breaks = true }
      taken = code
    }
  }

  /// The one or two words up to a place that have the shape of a postcode.
  private func postcodeWords(endingAt index: Int) -> ClosedRange<Int>? {
    guard isOpen(index) else { return nil }
    let range = tokens[index].folded
    if range.count == 3, isOpen(index - 1), isInward(range), isOutward(tokens[index - 1].folded),
      !isOrdinalOfFloor(index)
    {
      return index - 1...index
    }
    if range.count <= 4, isOpen(index - 1), isDigits(range), isForces(tokens[index - 1].folded) {
      return index - 1...index
    }
    if range.count > 4, range.count <= 8, isForces(range.prefix(4)), isDigits(range.dropFirst(4)) {
      return index...index
    }
    let isWhole =
      range.count >= 5 && range.count <= 7 && isInward(range.suffix(3))
      && isOutward(range.dropLast(3))
    return isWhole ? index...index : nil
  }

  /// "Flat B2 1st Floor" has no postcode in it.
  private func isOrdinalOfFloor(_ index: Int) -> Bool {
    isOpen(index + 1) && !tokens[index + 1].breaks && tokens[index + 1].meaning.contains(.floor)
  }

  private func isInward(_ range: Range<Int>) -> Bool {
    ASCII.isDigit(folded[range.lowerBound]) && ASCII.isLetter(folded[range.lowerBound + 1])
      && ASCII.isLetter(folded[range.lowerBound + 2])
  }

  /// `BFPO`, before the number of a forces' post office.
  private func isForces(_ range: Range<Int>) -> Bool { folded[range].elementsEqual("BFPO".utf8) }

  private func isDigits(_ range: Range<Int>) -> Bool {
    folded[range].allSatisfy { ASCII.isDigit($0) }
  }

  /// One or two letters, a digit, and perhaps one more letter or digit.
  private func isOutward(_ range: Range<Int>) -> Bool {
    guard range.count >= 2, range.count <= 4, ASCII.isLetter(folded[range.lowerBound]) else {
      return false
    }
    let digit = range.dropFirst().first { ASCII.isDigit(folded[$0]) }
    guard let digit else { return false }
    return digit - range.lowerBound <= 2 && range.upperBound - digit <= 2
  }

  // MARK: No fixed abode, care of

  private mutating func markNoFixedAbode() {
    for index in tokens.indices {
      let next = index + 1
      let isSpelled = isWord(index, .n) && isWord(next, .f) && isWord(next + 1, .a)
      let isFixed = isWord(index, .no) && isWord(next, .fixed)
      let isSofa = isWord(index, .sofa) && (isWord(next, .surfing) || isWord(next, .surfer))
      let isRough = isWord(index, .rough) && (isWord(next, .sleeper) || isWord(next, .sleeping))
      let isAlone = isWord(index, .nfa) || isWord(index, .nofixedabode) || isWord(index, .homeless)
      guard isSpelled || isFixed || isSofa || isRough || isAlone else { continue }
      // "Homeless Persons Unit, 4 High Street" is a place.
      if isWord(index, .homeless), tokens.contains(where: { $0.isNumeric && $0.use == .open }) {
        continue
      }
      kind = .noFixedAbode
      let end = isSpelled || isFixed ? next + 2 : isSofa || isRough ? next + 1 : next
      for place
        in (index > 0 && isWord(index - 1, .of) ? index - 1 : index)..<min(end, tokens.count)
      {
        tokens[place].use = .dropped
      }
      return
    }
  }

  /// "Unknown", "Address not known", "N/K": no address, unless something else is said.
  private mutating func markUnknown() {
    let isUnknown = tokens.allSatisfy { $0.use != .open || Self.unknownWords.contains($0.word) }
    guard isUnknown else { return }
    for index in tokens.indices where tokens[index].use == .open { tokens[index].use = .dropped }
  }

  private static let unknownWords = Set(
    """
    UNKNOWN UNK NOT KNOWN NK N K A NA NONE NO ADDRESS GIVEN ENTERED PROVIDED RECORDED SUPPLIED TBC \
    XX XXX REFUSED WITHHELD
    """.split(separator: " ").map { PackedWord($0) })

  /// Takes "c/o Mrs Smith" up to the comma or the number after it.
  private mutating func markCareOf() {
    for index in tokens.indices {
      let isShort = isWord(index, .c) && isWord(index + 1, .o) && tokens[index + 1].afterSlash
      let isLong = isWord(index, .care) && isWord(index + 1, .of)
      guard isShort || isLong else { continue }
      tokens[index].use = .dropped
      tokens[index + 1].use = .dropped
      var end = index + 2
      while end < tokens.count, tokens[end].use == .open,
        !tokens[end].breaks || end == index + 2, !tokens[end].isNumeric,
        !tokens[end].meaning.contains(.unit)
      {
        tokens[end].use = .careOf
        end += 1
      }
      if end < tokens.count { tokens[end].breaks = true }
      return
    }
  }

  // MARK: Saints and numbers

  /// Decides each "St": a saint at the head of a name or before another street word.
  private mutating func settleSaints() {
    for index in tokens.indices
    where tokens[index].meaning.contains(.saintOrStreet) || tokens[index].word == Self.doctor {
      var start = index
      // No name in an address is longer, and to look farther for each "St" would take for ever on rubbish.
      while start > max(0, index - 16), !tokens[start].breaks, tokens[start - 1].use == .open {
        start -= 1
      }
      let hasName = (start..<index).contains {
        !tokens[$0].isNumeric && !tokens[$0].isLetter && tokens[$0].use == .open
          && tokens[$0].meaning.isDisjoint(with: [.unit, .numberSign, .floor])
      }
      var end = index + 1
      while end < tokens.count, !tokens[end].breaks { end += 1 }
      let hasLaterType = (index + 1..<end).contains {
        !tokens[$0].meaning.isDisjoint(with: .anyType)
      }
      let followsStreet = index > start && !tokens[index - 1].meaning.isDisjoint(with: .street)
      let isSaint = !hasName || hasLaterType || followsStreet
      if tokens[index].word == Self.doctor {
        if isSaint, hasLaterType { clearEntry(index) }
        continue
      }
      tokens[index].entry = isSaint ? AddressWords.saint : AddressWords.street
      tokens[index].meaning = isSaint ? [] : .street
    }
  }

  /// "Dr Johnsons Avenue" is no drive.
  private static let doctor = PackedWord("DR")

  private mutating func clearEntry(_ index: Int) {
    tokens[index].entry = 0
    tokens[index].meaning = []
  }

  /// Joins "11 A", "12 - 14", "12 to 14" and "3/2", and leaves out "No".
  private mutating func joinNumbers() {
    var index = 0
    while index < tokens.count {
      if tokens[index].isNumeric, tokens[index].use == .open { joinNumber(at: index) }
      let isSign = tokens[index].meaning.contains(.numberSign)
      if isSign, index + 1 < tokens.count, tokens[index + 1].isNumeric {
        tokens[index].use = .dropped
        if tokens[index].breaks { tokens[index + 1].breaks = true }
      }
      index += 1
    }
  }

  private mutating func joinNumber(at index: Int) {
    let next = index + 1
    guard isOpen(next), !tokens[next].breaks else { return }
    if tokens[next].isLetter, !tokens[index].hasLetter {
      tokens[next].joint = .none
      tokens[next].continuesNumber = true
      clearEntry(next)
    } else if isWord(next, .to), isOpen(next + 1), tokens[next + 1].isNumeric {
      tokens[next].use = .dropped
      tokens[next + 1].joint = .hyphen
      tokens[next + 1].continuesNumber = true
    } else if tokens[next].isNumeric, tokens[next].afterHyphen || tokens[next].afterSlash {
      tokens[next].joint = tokens[next].afterSlash ? .slash : .hyphen
      tokens[next].continuesNumber = true
    }
  }

  /// The end of the number that starts at `index`.
  func endOfNumber(from index: Int) -> Int {
    var end = index + 1
    while end < tokens.count,
      tokens[end].continuesNumber || isWord(end, .to) && tokens[end].use == .dropped
    {
      end += 1
    }
    return end
  }

  // MARK: Kind

  mutating func settleKind() {
    guard kind == .unknown else { return }
    if institution != nil {
      kind = .institution
    } else if tokens.contains(where: { $0.use == .number || $0.use == .building || $0.use == .saon }
    ) {
      kind = .dwelling
    }
  }
}

/// The single words that the reading of addresses looks for.
struct AddressPhraseWord {
  let packed: PackedWord

  private init(_ word: String) { packed = PackedWord(word) }

  static let a = Self("A")
  static let c = Self("C")
  static let f = Self("F")
  static let n = Self("N")
  static let o = Self("O")
  static let p = Self("P")
  static let b = Self("B")
  static let r = Self("R")
  static let box = Self("BOX")
  static let breakfast = Self("BREAKFAST")
  static let bed = Self("BED")
  static let care = Self("CARE")
  static let fixed = Self("FIXED")
  static let floor = Self("FLOOR")
  static let guest = Self("GUEST")
  static let home = Self("HOME")
  static let homeless = Self("HOMELESS")
  static let house = Self("HOUSE")
  static let inn = Self("INN")
  static let nfa = Self("NFA")
  static let no = Self("NO")
  static let nofixedabode = Self("NOFIXEDABODE")
  static let of = Self("OF")
  static let po = Self("PO")
  static let premier = Self("PREMIER")
  static let rough = Self("ROUGH")
  static let sleeper = Self("SLEEPER")
  static let sleeping = Self("SLEEPING")
  static let sofa = Self("SOFA")
  static let surfer = Self("SURFER")
  static let surfing = Self("SURFING")
  static let to = Self("TO")
  static let town = Self("TOWN")
  static let hall = Self("HALL")
}
