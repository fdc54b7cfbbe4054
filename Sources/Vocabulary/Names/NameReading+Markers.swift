/// Brackets, quotations, and the words that say what comes after them.
extension NameReading {
  /// Gives each bracket or quotation its use: a note about the person, an identifier, or a name.
  mutating func markEnclosures() {
    var start = 0
    while start < tokens.count {
      let enclosure = tokens[start].enclosure
      var end = start + 1
      while end < tokens.count && tokens[end].enclosure == enclosure { end += 1 }
      if enclosure != 0 { markEnclosure(start..<end) }
      start = end
    }
  }

  private mutating func markEnclosure(_ range: Range<Int>) {
    let words = range.filter { tokens[$0].use == .name }
    if words.contains(where: { tokens[$0].meaning.contains(.annotation) }) {
      for index in words {
        name.annotations.formUnion(tokens[index].meaning.annotationsMeant)
        tokens[index].use = .dropped
      }
    } else if words.contains(where: {
      !tokens[$0].meaning.isDisjoint(with: [.aliasMarker, .formerMarker])
    }) {
      return
    } else {
      for index in words { markBracketed(index) }
    }
  }

  private mutating func markBracketed(_ index: Int) {
    if let title = tokens[index].meaning.titleMeant, title.isNeverAName {
      name.title = name.title ?? title
      tokens[index].use = .title
    } else if tokens[index].meaning.contains(.placeholder) {
      tokens[index].use = .dropped
    } else {
      tokens[index].use = .known
    }
  }

  /// Marks the words after "aka" and "née", up to a comma, the end of a bracket or another marker.
  mutating func markMarkers() {
    var index = 0
    while index < tokens.count {
      let isAlias = tokens[index].meaning.contains(.aliasMarker)
      let isFormer = tokens[index].meaning.contains(.formerMarker)
      guard isAlias || isFormer, tokens[index].use == .name, index + 1 < tokens.count,
        index > 0 || tokens[index].enclosure > 0
      else {
        index += 1
        continue
      }
      index = markRun(after: index, as: isAlias ? .alias : .former)
    }
  }

  private mutating func markRun(after marker: Int, as use: NameToken.Use) -> Int {
    tokens[marker].use = .dropped
    if groups < .max { groups += 1 }
    var index = marker + 1
    while index < tokens.count {
      let token = tokens[index]
      guard token.enclosure == tokens[marker].enclosure, !(token.afterComma && index > marker + 1)
      else { break }
      let isMarker = !token.meaning.isDisjoint(with: [.aliasMarker, .formerMarker])
      if isMarker && token.use == .name { break }
      if token.afterSlash && groups < .max { groups += 1 }
      if token.use == .name || token.use == .known {
        tokens[index].use = use
        tokens[index].group = groups
      }
      index += 1
    }
    return index
  }

  /// Notes about the person that stand in the open: "John Smith DECEASED".
  mutating func markAnnotations() {
    for index in tokens.indices where tokens[index].use == .name {
      guard tokens[index].meaning.contains(.plainAnnotation) else { continue }
      name.annotations.formUnion(tokens[index].meaning.annotationsMeant)
      tokens[index].use = .dropped
    }
    // "R.I.P." is three initials to the scanner.
    guard let r = tokens.indices.last(where: { isWord($0, .r) }), isWord(r + 1, .i),
      isWord(r + 2, .p), r > 0, tokens[r + 1].afterPeriod
    else { return }
    name.annotations.insert(.deceased)
    for index in r...r + 2 { tokens[index].use = .dropped }
  }
}
