/// Which words are given names and which the surname, in a field that holds a whole name.
extension NameReading {
  /// Decides the order of the whole name, for the person of that number.
  mutating func orderFullName(person: UInt8 = 0) {
    markPeople()
    keep(person)
    markTitles()
    markSuffixes()
    let words = open
    guard let first = words.first else { return }
    if let comma = words.first(where: { $0 != first && tokens[$0].afterComma }) {
      for index in words { tokens[index].use = index < comma ? .surname : .given }
    } else if words.count == 1 {
      name.notes.insert(.singleName)
      let isGiven = NameGroups.isKnownGivenName(tokens[first].word)
      tokens[first].use = isGiven ? .given : .surname
    } else {
      orderWithoutComma(words)
    }
  }

  /// Tells the surname by its capitals, or else takes the last word with its prefixes.
  private mutating func orderWithoutComma(_ words: [Int]) {
    let hasQuietWord = words.contains { tokens[$0].hasLower }
    let leading = words.prefix { tokens[$0].shouts || joinsNext($0, in: words) }.count
    if hasQuietWord, leading > 0, leading < words.count, tokens[words[0]].shouts,
      words.dropFirst(leading).allSatisfy({ !tokens[$0].shouts }),
      !looksGiven(words.prefix(leading), before: words[words.count - 1])
    {
      mark(words, surname: 0..<leading)
      name.notes.insert(.surnameFirst)
      return
    }
    var start = words.count - 1
    let trailing = words.reversed().prefix { tokens[$0].shouts }.count
    if hasQuietWord, trailing > 0, trailing < words.count { start = words.count - trailing }
    start = includePrefixes(words, before: start)
    mark(words, surname: start..<words.count)
  }

  /// "JOHN Smith" shouts the forename: a usual forename before a word that is none.
  private func looksGiven(_ words: ArraySlice<Int>, before last: Int) -> Bool {
    words.allSatisfy { NameGroups.isKnownGivenName(tokens[$0].word) }
      && !NameGroups.isKnownGivenName(tokens[last].word)
  }

  private mutating func mark(_ words: [Int], surname: Range<Int>) {
    for (place, index) in words.enumerated() {
      tokens[index].use = surname.contains(place) ? .surname : .given
    }
  }

  /// Whether a prefix in ordinary letters stands before capitals: "de SOUZA Maria", "McDONALD Ann".
  private func joinsNext(_ index: Int, in words: [Int]) -> Bool {
    let isPrefix = !tokens[index].meaning.isDisjoint(with: [.prefix, .timidPrefix])
    return isPrefix && index + 1 < tokens.count && tokens[index + 1].shouts
  }

  /// Moves the start of the surname back over hyphens and the prefixes that go with it.
  private func includePrefixes(_ words: [Int], before end: Int) -> Int {
    var start = end
    while start > 0 {
      let token = tokens[words[start - 1]]
      let next = tokens[words[start]]
      let isHyphened = next.afterHyphen
      let isPrefix = token.meaning.contains(.prefix) || token.isO(before: next)
      let isTimid = token.meaning.contains(.timidPrefix) && start > 1
      guard isHyphened || isPrefix || isTimid else { break }
      start -= 1
    }
    return start
  }

  // MARK: Fields apiece

  /// Whether a field for one part of a name holds a whole name after all.
  func isWholeName(as use: NameToken.Use) -> Bool {
    let words = open
    guard words.count > 1 else { return false }
    if words.dropFirst().contains(where: { tokens[$0].afterComma }) { return true }
    let hasTitle = tokens[words[0]].meaning.titleMeant?.isNeverAName ?? false
    return use == .surname && hasTitle && words.count > 2
  }

  /// Takes all open words for one part of the name.
  mutating func takeAll(as use: NameToken.Use) {
    markPeople()
    keep(0)
    markTitles()
    markSuffixes()
    for index in open { tokens[index].use = use }
  }

  /// Whether every word is a filler only where no real name stands beside it.
  var isWeakFiller: Bool {
    let words = open
    return !words.isEmpty && words.allSatisfy { tokens[$0].meaning.contains(.weakPlaceholder) }
  }

  // MARK: Titles and suffixes

  /// Takes titles from the head of each part of the name, and the plain ones from its end.
  private mutating func markTitles() {
    guard meanings.contains(.title) else { return }
    let words = open
    for (place, index) in words.enumerated() {
      guard let title = tokens[index].meaning.titleMeant, words.count > 1 else { continue }
      let isAtHead =
        place == 0 || tokens[index].afterComma || tokens[words[place - 1]].use == .title
      let isAtEnd = place == words.count - 1 && title.isNeverAName
      // "Master, John" is a surname; "Master John" is a boy.
      let isAlone = place + 1 == words.count || tokens[words[place + 1]].afterComma
      let leavesName = title.isNeverAName || !isAlone
      guard isAtHead && leavesName || isAtEnd else { continue }
      name.title = name.title ?? title
      tokens[index].use = .title
      if place + 1 < words.count, tokens[index].afterComma {
        tokens[words[place + 1]].afterComma = true
      }
    }
  }

  /// Takes "Jr", "II" and honours from the end of the name and of the part before a comma.
  private mutating func markSuffixes() {
    guard !meanings.isDisjoint(with: [.generation, .honour]) else { return }
    var words = open
    while words.count > 1, let last = words.last, markSuffix(last) { words.removeLast() }
    guard let comma = words.firstIndex(where: { $0 != words[0] && tokens[$0].afterComma }),
      comma > 1
    else { return }
    _ = markSuffix(words[comma - 1])
  }

  private mutating func markSuffix(_ index: Int) -> Bool {
    let token = tokens[index]
    if let generation = token.meaning.generationMeant {
      name.generation = name.generation ?? generation
    } else if token.meaning.contains(.honour) {
      name.notes.insert(.honours)
    } else {
      return false
    }
    tokens[index].use = .dropped
    return true
  }

  // MARK: Several people

  /// Numbers the people that "&", "and" or "/" before a title separates.
  private mutating func markPeople() {
    guard meanings.contains(.joinsPeople) || tokens.contains(where: { $0.separatesPeople }) else {
      return
    }
    var person: UInt8 = 0
    var followsJoin = false
    for index in open {
      if tokens[index].meaning.contains(.joinsPeople), index > 0 {
        tokens[index].use = .dropped
        followsJoin = true
        continue
      }
      let isNewTitle =
        tokens[index].afterSlash && tokens[index].meaning.titleMeant != nil
      if followsJoin || tokens[index].afterAmpersand || isNewTitle, index > 0, person < .max {
        person += 1
      }
      followsJoin = false
      tokens[index].person = person
    }
    people = Int(person) + 1
    if people > 1 { name.notes.insert(.severalPeople) }
  }

  /// Leaves the words of one person, with the surname that people share: "John & Mary Smith".
  private mutating func keep(_ person: UInt8) {
    guard people > 1 else { return }
    let words = open
    let names = words.filter { tokens[$0].meaning.titleMeant == nil }
    let own = words.filter { tokens[$0].person == person }
    let ownNames = own.filter { tokens[$0].meaning.titleMeant == nil }
    var kept = Set(own)
    if let comma = names.first(where: { $0 != names[0] && tokens[$0].afterComma }) {
      // "Smith, John & Mary": the surname before the comma is hers too.
      if person > 0 { kept.formUnion(names.filter { $0 < comma }) }
      if person > 0, let first = ownNames.first { tokens[first].afterComma = true }
    } else if ownNames.isEmpty, person == 0 {
      kept.formUnion(names.filter { tokens[$0].person == firstNamed(names) })
    } else if ownNames.isEmpty, let last = names.last {
      kept.insert(last)
    } else if ownNames.count == 1, person + 1 < people, let last = names.last {
      kept.formUnion(surnameRun(endingAt: last, in: names))
    } else if person > 0, firstNamed(names) == person, let last = ownNames.last {
      // "Mr & Mrs J Smith": the initial is his.
      kept.subtract(Set(ownNames).subtracting(surnameRun(endingAt: last, in: names)))
    }
    for index in words where !kept.contains(index) { tokens[index].use = .dropped }
  }

  private func firstNamed(_ names: [Int]) -> UInt8 {
    names.first.map { tokens[$0].person } ?? 0
  }

  private func surnameRun(endingAt last: Int, in names: [Int]) -> [Int] {
    guard let place = names.firstIndex(of: last) else { return [] }
    return Array(names[includePrefixes(names, before: place)...place])
  }
}

extension NameToken {
  /// Whether the marks before it may part two people.
  fileprivate var separatesPeople: Bool { afterAmpersand || afterSlash }

  /// Whether it is the O of O'Neil, written apart.
  func isO(before next: NameToken) -> Bool {
    word == StaticPackedWord.o.packed && (next.afterApostrophe || IrishNames.contains(next.word))
  }
}

/// Surnames that follow an O.
enum IrishNames {
  static func contains(_ word: PackedWord) -> Bool { words.contains(word) }

  private static let words: Set<PackedWord> = Set(
    """
    NEIL NEILL NEAL BRIEN BRYAN BYRNE CALLAGHAN CARROLL CONNELL CONNOR CONNORS CLEARY DEA DOHERTY \
    DONNELL DONOGHUE DONOVAN DOWD DRISCOLL DWYER FARRELL FLAHERTY FLYNN GARA GORMAN GRADY HAGAN \
    HALLORAN HANLON HARA HARE HERLIHY KANE KEEFE KEEFFE KELLY LEARY LOUGHLIN MAHONEY MAHONY MALLEY \
    MALLY MARA MEARA REGAN REILLY RIELLY RIORDAN ROURKE RORKE SHAUGHNESSY SHEA SULLIVAN TOOLE
    """.split(separator: " ").map { PackedWord($0) })
}
