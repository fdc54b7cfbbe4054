/// The reading of one name field: what each word of it is.
///
/// Each step marks words and leaves them in place, so that nothing is lost on the way: a word that
/// no step claims stays a name.
struct NameReading {
  var tokens: [NameToken]
  let folded: [UInt8]
  var name = PersonName()
  /// How many people the field names.
  var people = 1
  /// What any of the words may be, so that a step without work is passed over.
  private(set) var meanings: NameWord = []
  /// The number of aliases and former names so far.
  var groups: UInt8 = 0

  init(_ text: Span<UInt8>) {
    let scanner = NameScanner(text)
    tokens = scanner.tokens
    folded = scanner.folded
    var hasNumber = false
    var hasEnclosure = false
    for token in tokens {
      meanings.formUnion(token.meaning)
      hasNumber = hasNumber || token.hasDigit
      hasEnclosure = hasEnclosure || token.enclosure > 0
      if token.isForeign { name.notes.insert(.otherScript) }
      if token.isDamaged { name.notes.insert(.damagedText) }
    }
    if meanings.contains(.phrase) {
      markSystemPrefixes()
      markSpelledWords()
    }
    markRepeatedLetters()
    if hasNumber { markNumbers() }
    if meanings.contains(.phrase) { markRelatives() }
    if hasEnclosure { markEnclosures() }
    if !meanings.isDisjoint(with: [.aliasMarker, .formerMarker]) { markMarkers() }
    if !meanings.isDisjoint(with: [.plainAnnotation, .phrase]) { markAnnotations() }
  }

  /// The indices of the words that are still taken for the name itself.
  var open: [Int] { tokens.indices.filter { tokens[$0].use == .name } }

  func isWord(_ index: Int, _ word: StaticPackedWord) -> Bool {
    tokens.indices.contains(index) && tokens[index].word == word.packed
  }

  // MARK: What systems and people add

  /// "MIG_ERROR_SMITH", "NO_SHOW_", "DUPLICATE_", "NOT ENTERED Smith".
  private mutating func markSystemPrefixes() {
    var start = 0
    while let length = systemPrefix(at: start) {
      for index in start..<start + length { tokens[index].use = .dropped }
      if isWord(start, .duplicate) { name.annotations.insert(.duplicate) }
      name.notes.insert(.systemPrefix)
      start += length
    }
  }

  private func systemPrefix(at start: Int) -> Int? {
    let next = start + 1
    func isUnderscored(_ index: Int) -> Bool {
      index >= tokens.count || tokens[index].afterUnderscore
    }
    if isWord(start, .mig), isWord(next, .error), tokens[next].afterUnderscore { return 2 }
    if isWord(start, .no), isWord(next, .show), tokens[next].afterUnderscore { return 2 }
    if isWord(start, .duplicate), next < tokens.count,
      tokens[next].afterUnderscore || tokens[next].afterHyphen
    {
      return 1
    }
    if isWord(start, .do), isWord(next, .not), isWord(next + 1, .use), next + 2 < tokens.count {
      return 3
    }
    if isWord(start, .not), isWord(next, .entered), next + 1 < tokens.count { return 2 }
    return nil
  }

  /// Words spelled with marks, and fillers of two words: "A.K.A.", "N/K", "not known", "no name".
  private mutating func markSpelledWords() {
    for index in tokens.indices where tokens[index].use == .name {
      let next = index + 1
      if isWord(index, .a), isWord(next, .k), isWord(next + 1, .a) {
        join(index...next + 1, as: .aliasMarker)
      } else if isWord(index, .f), isWord(next, .k), isWord(next + 1, .a) {
        join(index...next + 1, as: .formerMarker)
      } else if isWord(index, .known), isWord(next, .as) {
        let isFormer = index > 0 && tokens[index - 1].meaning.contains(.formerMarker)
        join(index...next, as: isFormer ? .formerMarker : .aliasMarker)
      } else if isWord(index, .n), next < tokens.count,
        isWord(next, .k) || isWord(next, .a) && tokens[next].afterSlash
      {
        join(index...next, as: .placeholder)
      } else if isWord(index, .not), next < tokens.count, Self.afterNot.contains(tokens[next].word)
      {
        join(index...next, as: .placeholder)
      } else if isWord(index, .no), next < tokens.count, Self.afterNo.contains(tokens[next].word) {
        join(index...next, as: .placeholder)
      } else if isWord(index, .do), isWord(next, .not), isWord(next + 1, .disclose) {
        for word in index...next + 1 { tokens[word].use = .dropped }
        name.annotations.insert(.restricted)
      } else if isWord(index, .the), next < tokens.count,
        tokens[next].meaning.contains(.placeholder)
      {
        tokens[index].meaning = .placeholder
      }
    }
  }

  private static let afterNot: Set<PackedWord> = Set(
    ["KNOWN", "GIVEN", "STATED", "RECORDED", "PROVIDED", "SUPPLIED", "ENTERED", "AVAILABLE"]
      .map { PackedWord($0) })
  private static let afterNo: Set<PackedWord> = Set(
    ["NAME", "FORENAME", "SURNAME", "DETAILS", "SHOW"].map { PackedWord($0) })

  /// "ZZZ", "XX", "AAAA": one letter held down.
  private mutating func markRepeatedLetters() {
    for index in tokens.indices {
      let range = tokens[index].folded
      guard range.count > 1, folded[range.lowerBound] == folded[range.lowerBound + 1] else {
        continue
      }
      let first = folded[range.lowerBound]
      let isFillerLetter = first == UInt8(ascii: "Z") || first == UInt8(ascii: "X")
      let isOneLetter = range.allSatisfy { folded[$0] == first } && first > UInt8(ascii: "9")
      guard isOneLetter, isFillerLetter || range.count > 2, tokens[index].generationIsAbsent else {
        continue
      }
      tokens[index].meaning.insert(.placeholder)
      meanings.insert(.placeholder)
    }
  }

  private mutating func join(_ range: ClosedRange<Int>, as meaning: NameWord) {
    meanings.formUnion(meaning)
    for index in range where index < tokens.count {
      tokens[index].meaning = meaning
      if index > range.lowerBound && meaning != .placeholder { tokens[index].use = .dropped }
    }
  }

  /// Leaves out identifiers; a number after a filler ("Twin 1") goes with the filler.
  private mutating func markNumbers() {
    for index in tokens.indices where tokens[index].hasDigit && tokens[index].use == .name {
      guard !tokens[index].meaning.contains(.generation) || index == 0 else { continue }
      let isFillers =
        index > 0 && tokens[index - 1].meaning.contains(.weakPlaceholder)
        && tokens[index].folded.count <= 2
      if isFillers {
        tokens[index].meaning = .weakPlaceholder
      } else if startsWithLetter(index) && digitCount(index) == 1 {
        continue  // A slip such as "Sm1th" is still a name.
      } else {
        tokens[index].use = .dropped
        name.notes.insert(.identifierInName)
      }
    }
  }

  private func startsWithLetter(_ index: Int) -> Bool {
    tokens[index].folded.first.map { folded[$0] > UInt8(ascii: "9") } ?? false
  }

  private func digitCount(_ index: Int) -> Int {
    tokens[index].folded.count { folded[$0] <= UInt8(ascii: "9") }
  }

  /// "Mother of John Smith", "Unborn baby of Jane Smith": nobody here has that name.
  private mutating func markRelatives() {
    guard let of = tokens.indices.first(where: { isWord($0, .of) }), of > 0, of <= 3 else { return }
    guard tokens[..<of].allSatisfy({ !$0.meaning.isDisjoint(with: [.phrase, .weakPlaceholder]) })
    else { return }
    name.notes.formUnion([.relationOnly, .placeholder])
    for index in tokens.indices {
      if tokens[index].meaning.contains(.unborn) { name.notes.insert(.unborn) }
      tokens[index].use = .dropped
    }
  }
}

/// The single words that the reading looks for.
struct StaticPackedWord {
  let packed: PackedWord

  private init(_ word: String) { packed = PackedWord(word) }

  static let a = Self("A")
  static let f = Self("F")
  static let i = Self("I")
  static let k = Self("K")
  static let n = Self("N")
  static let o = Self("O")
  static let p = Self("P")
  static let r = Self("R")
  static let `as` = Self("AS")
  static let `do` = Self("DO")
  static let disclose = Self("DISCLOSE")
  static let duplicate = Self("DUPLICATE")
  static let entered = Self("ENTERED")
  static let error = Self("ERROR")
  static let known = Self("KNOWN")
  static let mig = Self("MIG")
  static let no = Self("NO")
  static let not = Self("NOT")
  static let of = Self("OF")
  static let show = Self("SHOW")
  static let the = Self("THE")
  static let use = Self("USE")
}
