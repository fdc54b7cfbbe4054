/// The part of a building: flats, floors and what stands beside an address.
extension AddressReading {
  mutating func markUnits() {
    var followsPosition = false
    var index = 0
    while index < tokens.count {
      guard tokens[index].use == .open else {
        index += 1
        continue
      }
      if let end = endOfPosition(from: index) {
        for place in index..<end { take(place) }
        followsPosition = true
        index = end
      } else if tokens[index].meaning.contains(.unit), !isNamePart(index) {
        let standsAlone = index + 1 < tokens.count && tokens[index + 1].breaks
        take(index)
        index = markUnitNumber(after: index, mayBeHouse: followsPosition || standsAlone)
        followsPosition = false
      } else if let end = endOfBeside(from: index) {
        for place in index..<end { take(place) }
        index = end
      } else {
        followsPosition = false
        index += 1
      }
    }
  }

  private mutating func take(_ index: Int) {
    guard tokens[index].use == .open else { return }
    tokens[index].use = .saon
    if index > 0, isOpen(index - 1), tokens[index - 1].meaning == .filler {
      tokens[index - 1].use = .saon
    }
    // What comes after a part of a building begins anew.
    if index + 1 < tokens.count { tokens[index + 1].breaks = true }
  }

  /// Whether a unit word is a part of a name: "The Studio Road", "Plot Lane".
  private func isNamePart(_ index: Int) -> Bool {
    guard !tokens[index].meaning.contains(.flat) || folded[tokens[index].folded.lowerBound] == 0x53
    else { return false }
    return isOpen(index + 1) && !tokens[index + 1].breaks
      && !tokens[index + 1].meaning.isDisjoint(with: .anyType)
  }

  /// The end of "Ground Floor", "Top Floor", "Basement", "Garden Flat"; nil where none starts.
  private func endOfPosition(from index: Int) -> Int? {
    if tokens[index].meaning == .floor { return endOfSide(from: index + 1) }
    var end = index
    while isOpen(end), isPosition(end), end == index || !tokens[end].breaks { end += 1 }
    guard end > index else { return nil }
    if isOpen(end), isFloorWord(end), !tokens[end].breaks { return endOfSide(from: end + 1) }
    if isOpen(end), tokens[end].meaning.contains(.flat), !tokens[end].breaks { return end }
    let isFloor = tokens[end - 1].meaning.contains(.floor)
    let isWholeLine = tokens[index].breaks && (end >= tokens.count || tokens[end].breaks)
    let isAtEnd = end >= tokens.count || tokens[end].breaks || tokens[end].isNumeric
    return isFloor && isAtEnd || isWholeLine ? end : nil
  }

  /// "First Floor Left", "Ground Floor Rear".
  private func endOfSide(from index: Int) -> Int {
    guard isOpen(index), !tokens[index].breaks, tokens[index].meaning.contains(.position) else {
      return index
    }
    let next = index + 1
    return next >= tokens.count || tokens[next].breaks || tokens[next].isNumeric ? next : index
  }

  /// "Garden" is a street word except before "Flat".
  private func isPosition(_ index: Int) -> Bool {
    if tokens[index].meaning.contains(.position) { return true }
    let isGarden = tokens[index].word == Self.garden
    return isGarden && isOpen(index + 1) && tokens[index + 1].meaning.contains(.flat)
  }

  private static let garden = PackedWord("GARDEN")
  private static let floorEntry = AddressWords.place(of: PackedWord("FLOOR"))

  private func isFloorWord(_ index: Int) -> Bool { tokens[index].entry == Self.floorEntry }

  /// "Land adjacent to", "Rear of", "R/O", "Opposite": up to the address that it is beside.
  private func endOfBeside(from index: Int) -> Int? {
    if isWord(index, .r), isWord(index + 1, .o), tokens[index + 1].afterSlash { return index + 2 }
    guard tokens[index].meaning.contains(.beside) else { return nil }
    var end = index
    while isOpen(end), tokens[end].meaning.contains(.beside) || isWord(end, .of) || isWord(end, .to)
    {
      end += 1
    }
    let hasMore = isWord(end - 1, .of) || isWord(end - 1, .to) || end - index > 1
    let beforeNumber = isOpen(end) && tokens[end].isNumeric
    return hasMore || beforeNumber ? end : nil
  }

  /// Takes the number or letter after "Flat"; returns where to go on.
  private mutating func markUnitNumber(after unit: Int, mayBeHouse: Bool) -> Int {
    var index = unit + 1
    while index < tokens.count, tokens[index].use == .dropped { index += 1 }
    guard isOpen(index) else { return index }
    if tokens[index].isLetter || isShortCode(index) {
      take(index)
      return index + 1
    }
    guard tokens[index].isNumeric else { return index }
    let end = endOfNumber(from: index)
    let hasOther = tokens.indices.contains {
      tokens[$0].startsNumber && tokens[$0].use == .open && !(index..<end).contains($0)
    }
    let hasName = isOpen(end) && !tokens[end].breaks
    if mayBeHouse, !hasOther, hasName { return end }
    if !hasOther, hasName, let second = (index..<end).first(where: { tokens[$0].joint == .slash }) {
      splitAtSlash(from: index, second)
      return end
    }
    for place in index..<end { take(place) }
    return end
  }

  /// "A2", "G07", "B": a letter with a number or two after it.
  private func isShortCode(_ index: Int) -> Bool {
    let range = tokens[index].folded
    return range.count <= 4 && range.count > 1 && ASCII.isLetter(folded[range.lowerBound])
      && ASCII.isDigit(folded[range.upperBound - 1])
  }

  private mutating func splitAtSlash(from index: Int, _ second: Int) {
    for place in index..<second { take(place) }
    tokens[second].joint = .space
    tokens[second].continuesNumber = false
  }

  /// "2 69 Gipsy Hill", "2/69 Gipsy Hill", "3/2, 41 Mill Road": the first number is the flat's.
  mutating func markLeadingPair() {
    guard !tokens.contains(where: { $0.use == .saon }) else { return }
    guard let first = tokens.indices.first(where: { isOpen($0) && tokens[$0].startsNumber })
    else { return }
    let end = endOfNumber(from: first)
    guard tokens[first].breaks || first == 0 || tokens[first - 1].use == .dropped else { return }
    if isOpen(end), tokens[end].startsNumber {
      let repeats = end == first + 1 && tokens[end].word == tokens[first].word
      for place in first..<end { take(place) }
      // "22, 22 Kings Road" says its number twice.
      if repeats { tokens[first].use = .dropped }
    } else if isOpen(end), !tokens[end].breaks,
      let second = (first..<end).first(where: { tokens[$0].joint == .slash })
    {
      splitAtSlash(from: first, second)
    }
  }

  // MARK: Institutions

  mutating func markInstitution() {
    for index in tokens.indices where tokens[index].use == .careOf {
      // Whoever is reached through a refuge is in it.
      if institution(at: index) == .refuge { institution = .refuge }
    }
    for index in tokens.indices where tokens[index].use == .open {
      if (isWord(index, .po) || isWord(index, .p) && isWord(index + 1, .o)) {
        let box = isWord(index, .po) ? index + 1 : index + 2
        if isWord(box, .box) { kind = .poBox }
      }
      guard institution == nil, let found = institution(at: index) else { continue }
      institution = found
    }
  }

  private func institution(at index: Int) -> UKAddress.Institution? {
    let next = index + 1
    let before = index - 1
    if tokens[index].meaning.contains(.institution) {
      // There are School Courts and College Lodges, but a Refuge Lodge is a refuge.
      let isShelter =
        tokens[index].institutionMeant == .refuge || tokens[index].institutionMeant == .hostel
      let leadsStreet =
        isOpen(next) && !tokens[next].breaks
        && !tokens[next].meaning.isDisjoint(with: isShelter ? [.street, .weakStreet] : .anyType)
        && (isShelter || !isWord(next, .house))
      let isOldSchool = isWord(next, .house) && tokens[index].institutionMeant == .school
      return leadsStreet || isOldSchool ? nil : tokens[index].institutionMeant
    }
    if isWord(index, .home), before >= 0, Self.homeWords.contains(tokens[before].word) {
      return .careHome
    }
    if isWord(index, .bed), isWord(index + 2, .breakfast) || isWord(next, .breakfast) {
      return .hotel
    }
    if isWord(index, .b), isWord(next, .b), next == tokens.count - 1 || tokens[next + 1].breaks {
      return .hotel
    }
    if isWord(index, .guest), isWord(next, .house) { return .hotel }
    if isWord(index, .premier), isWord(next, .inn) { return .hotel }
    if isWord(index, .town), isWord(next, .hall),
      next + 1 >= tokens.count || tokens[next + 1].breaks
    {
      return .councilOffice
    }
    return nil
  }

  private static let homeWords = Set(
    ["CARE", "NURSING", "RESIDENTIAL", "CHILDRENS", "RESID", "RETIREMENT"].map { PackedWord($0) })
}

extension AddressToken {
  /// The institution that the word stands for.
  fileprivate var institutionMeant: UKAddress.Institution? {
    guard entry > 0 else { return nil }
    return switch AddressWords.entries[entry - 1].full {
    case "HOSTEL", "FOYER", "SHELTER": .hostel
    case "REFUGE": .refuge
    case "HOTEL", "TRAVELODGE", "GUESTHOUSE", "BNB": .hotel
    case "SCHOOL", "ACADEMY", "COLLEGE": .school
    case "HOSPITAL": .hospital
    case "HOSPICE": .careHome
    case "COUNCIL", "CIVIC": .councilOffice
    case "HMO": .sharedHouse
    case "PRISON": .prison
    default: nil
    }
  }
}
