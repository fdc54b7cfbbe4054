/// Turning marked words into the parts of a name.
extension NameReading {
  /// Leaves fillers out and puts the parts together.
  ///
  /// A surname field keeps "Child" or "Baby" until the forename is known.
  mutating func finish(_ text: Span<UInt8>, keepsWeakSurname: Bool = false) -> PersonName {
    leaveOutFillers(text, keepsWeakSurname: keepsWeakSurname)
    name.givenNames = parts(text, .given)
    name.surname = parts(text, .surname)
    name.knownAs = parts(text, .known)
    collectGroups(text)
    noteInitials()
    return name
  }

  // MARK: Fillers

  private mutating func leaveOutFillers(_ text: Span<UInt8>, keepsWeakSurname: Bool) {
    guard
      !meanings.isDisjoint(with: [.placeholder, .weakPlaceholder])
        || name.notes.contains(.placeholder)
    else { return }
    let isGivenFiller = leaveOut(.given, weakToo: true)
    let hasGiven = tokens.contains { $0.use == .given }
    let isSurnameFiller = leaveOut(
      .surname, weakToo: isGivenFiller || !hasGiven && !keepsWeakSurname)
    if isGivenFiller || isSurnameFiller {
      name.notes.insert(.placeholder)
      name.notes.remove(.singleName)
    }
    for token in tokens where token.use == .given || token.use == .surname {
      if token.meaning.contains(.weakPlaceholder) { name.notes.insert(.possiblePlaceholder) }
    }
    if name.notes.contains(.placeholder) { name.placeholderText = text.trimmedText }
  }

  /// Drops the words of one use if every one is a filler, and each that is never a name.
  private mutating func leaveOut(_ use: NameToken.Use, weakToo: Bool) -> Bool {
    var all = true
    var some = false
    for token in tokens where token.use == use {
      let isWeak = weakToo && token.meaning.contains(.weakPlaceholder)
      let isFiller = isWeak || token.meaning.contains(.placeholder)
      if isFiller { some = true } else { all = false }
    }
    guard some else { return false }
    for index in tokens.indices where tokens[index].use == use {
      guard all || tokens[index].meaning.contains(.placeholder) else { continue }
      if tokens[index].meaning.contains(.unborn) { name.notes.insert(.unborn) }
      if tokens[index].meaning.contains(.annotation) {
        name.annotations.formUnion(tokens[index].meaning.annotationsMeant)
      }
      tokens[index].use = .placeholder
    }
    return true
  }

  private mutating func noteInitials() {
    let given = name.givenNames
    if !given.isEmpty, given.allSatisfy({ $0.isInitial }) { name.notes.insert(.initialsOnly) }
  }

  // MARK: Parts

  private mutating func collectGroups(_ text: Span<UInt8>) {
    var group: UInt8 = 0
    for token in tokens where token.group > group {
      group = token.group
      let former = parts(text, .former, group: group)
      if !former.isEmpty { name.formerSurnames.append(former) }
      let alias = parts(text, .alias, group: group)
      if !alias.isEmpty { name.aliases.append(alias) }
    }
  }

  /// The parts made of the words with one use; a prefix goes into the part of the word after it.
  private func parts(
    _ text: Span<UInt8>, _ use: NameToken.Use, group: UInt8 = 0
  ) -> [NamePart] {
    var parts: [NamePart] = []
    var index = next(use, group, from: 0)
    while let start = index {
      var end = start
      var following = next(use, group, from: start + 1)
      while use != .given && use != .known, let word = following, isPrefix(end, of: word) {
        end = word
        following = next(use, group, from: word + 1)
      }
      let isHyphenated = following.map { tokens[$0].afterHyphen } ?? false
      let part = part(text, from: start, through: end, use, isHyphenated: isHyphenated)
      if parts.isEmpty { parts.reserveCapacity(3) }
      parts.append(part)
      index = following
    }
    return parts
  }

  private func next(_ use: NameToken.Use, _ group: UInt8, from start: Int) -> Int? {
    var index = start
    while index < tokens.count {
      if tokens[index].use == use && tokens[index].group == group { return index }
      index += 1
    }
    return nil
  }

  private func isPrefix(_ index: Int, of next: Int) -> Bool {
    let token = tokens[index]
    return !token.meaning.isDisjoint(with: [.prefix, .timidPrefix])
      || token.word == StaticPackedWord.o.packed && !tokens[next].isInitial
  }

  private func part(
    _ text: Span<UInt8>, from start: Int, through end: Int, _ use: NameToken.Use,
    isHyphenated: Bool
  ) -> NamePart {
    guard start < end else {
      let token = tokens[start]
      return NamePart(
        text: NameCasing.text(of: token, in: text, keepsInitials: use == .given),
        folded: foldedText(token.folded), isHyphenatedToNext: isHyphenated)
    }
    var shown = ""
    var compared = ""
    for index in start...end where tokens[index].use == tokens[start].use {
      let token = tokens[index]
      compared += foldedText(token.folded)
      if index > start { shown += gap(before: index) }
      shown += NameCasing.text(
        of: token, in: text, keepsInitials: false, isSmall: index < end,
        followsPrefix: index > start)
    }
    return NamePart(text: shown, folded: compared, isHyphenatedToNext: isHyphenated)
  }

  /// What to write between a prefix and the word after it.
  private func gap(before index: Int) -> String {
    let prefix = tokens[index - 1]
    if prefix.meaning.contains(.fusedPrefix) { return "" }
    if tokens[index].afterHyphen { return "-" }
    return prefix.word == StaticPackedWord.o.packed ? "'" : " "
  }

  func foldedText(_ range: Range<Int>) -> String {
    folded.span.extracting(range).text
  }
}
