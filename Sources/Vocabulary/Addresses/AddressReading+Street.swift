/// Words that stand together: a number and a name, or one of them.
struct AddressGroup {
  var number: Range<Int>
  var name: Range<Int>
  var type: AddressWord = []

  var hasNumber: Bool { !number.isEmpty }
  var hasName: Bool { !name.isEmpty }
}

/// Which of the words that are left name the building, the street and the place.
extension AddressReading {
  mutating func markStreetAndPlace() {
    let groups = groups()
    let street = streetGroup(groups)
    var places: [Range<Int>] = []
    for (place, group) in groups.enumerated() {
      if place == street {
        mark(group.name, .street)
        mark(group.number, .number)
      } else if !group.hasName {
        let isTaken =
          tokens.contains { $0.use == .number } || street.map { groups[$0].hasNumber } ?? false
        mark(group.number, isTaken && !hasUnit ? .saon : .number)
      } else if isBuilding(group, at: place, street, groups) {
        mark(group.name, .building)
        mark(group.number, .saon)
      } else {
        mark(group.number, .number)
        places.append(group.name)
      }
    }
    markPlaces(places)
  }

  private var hasUnit: Bool { tokens.contains { $0.use == .saon } }

  private mutating func mark(_ range: Range<Int>, _ use: AddressToken.Use) {
    for index in range where tokens[index].use == .open { tokens[index].use = use }
  }

  // MARK: Groups

  /// Cuts the open words at breaks, before numbers and after the word that ends a street's name.
  private func groups() -> [AddressGroup] {
    var groups: [AddressGroup] = []
    groups.reserveCapacity(6)
    var index = 0
    while index < tokens.count {
      guard tokens[index].use == .open else {
        index += 1
        continue
      }
      var group = AddressGroup(number: index..<index, name: index..<index)
      if tokens[index].startsNumber {
        group.number = index..<endOfNumber(from: index)
        index = group.number.upperBound
      }
      let end = endOfName(from: index, isFirst: group.number.isEmpty)
      group.name = index..<end
      group.type = typeOfName(group.name)
      groups.append(group)
      index = max(end, group.number.upperBound)
    }
    return groups
  }

  private func endOfName(from start: Int, isFirst: Bool) -> Int {
    var end = start
    while isOpen(end), !tokens[end].startsNumber, !tokens[end].breaks || (end == start && isFirst) {
      end += 1
    }
    return cut(start..<end)
  }

  /// Where a run of words without commas is cut: after the street, or after a building before it.
  private func cut(_ run: Range<Int>) -> Int {
    guard run.count > 2 else { return run.upperBound }
    let streetEnd = run.dropFirst().last { tokens[$0].meaning.contains(.street) }
    let weakEnd = run.dropFirst().last { !tokens[$0].meaning.isDisjoint(with: .anyType) }
    guard let end = streetEnd ?? weakEnd else { return run.upperBound }
    let buildingEnd = run.dropFirst().first {
      $0 + 1 < end && !tokens[$0].meaning.isDisjoint(with: [.building, .courtLike])
    }
    if let buildingEnd { return buildingEnd + 1 }
    let isDirected = end + 2 == run.upperBound && tokens[end + 1].meaning.contains(.direction)
    return isDirected ? run.upperBound : end + 1
  }

  /// What the last word says the name is of; in "Park Road North" the word before it.
  private func typeOfName(_ name: Range<Int>) -> AddressWord {
    guard let last = name.last else { return [] }
    let isDirected = tokens[last].meaning.contains(.direction) && name.count > 1
    return tokens[isDirected ? last - 1 : last].meaning.intersection(.anyType)
  }

  // MARK: Which is the street

  private func streetGroup(_ groups: [AddressGroup]) -> Int? {
    if let sure = groups.firstIndex(where: { $0.type.contains(.street) && $0.name.count > 1 }) {
      return sure
    }
    let hasNumber = groups.contains { $0.hasNumber }
    func isCandidate(_ group: AddressGroup) -> Bool {
      group.hasName && !group.type.contains(.building)
    }
    if let numbered = groups.firstIndex(where: { $0.hasNumber && isCandidate($0) }) {
      return numbered
    }
    if let weak = groups.firstIndex(where: { $0.type.contains(.weakStreet) }) { return weak }
    // "Flat 11, Spitfire Court" is a building; after another building it is a street.
    let court = groups.lastIndex { $0.type.contains(.courtLike) }
    if let court, hasNumber || !hasUnit || groups[..<court].contains(where: { $0.hasName }) {
      return court
    }
    return hasNumber ? groups.firstIndex(where: isCandidate) : nil
  }

  private func isBuilding(
    _ group: AddressGroup, at place: Int, _ street: Int?, _ groups: [AddressGroup]
  ) -> Bool {
    guard !isCounty(group.name) else { return false }
    if let street {
      if place < street { return true }
      let hasHouse = groups[street].hasNumber || tokens.contains { $0.use == .building }
      return !hasHouse && !group.type.isDisjoint(with: [.building, .courtLike])
    }
    return !tokens.contains { $0.use == .building }
  }

  // MARK: Locality and town

  /// The last name is the town and those before it the locality; counties and repeats go.
  private mutating func markPlaces(_ ranges: [Range<Int>]) {
    var places = ranges.filter { range in
      !isCounty(range)
    }
    if places.isEmpty, let only = ranges.first { places = [only] }
    for range in ranges where !places.contains(range) { mark(range, .dropped) }
    var seen: [Range<Int>] = []
    for range in places.reversed() {
      if seen.contains(where: { isSame($0, range) }) {
        mark(range, .dropped)
      } else {
        mark(range, seen.isEmpty ? .town : .locality)
        seen.append(range)
      }
    }
  }

  private func isCounty(_ range: Range<Int>) -> Bool {
    range.allSatisfy { tokens[$0].isCountyWord(in: range) }
  }

  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { tokens[$0].word == tokens[$1].word }
  }
}

extension AddressToken {
  /// "Hampshire", or "West" before "Yorkshire".
  fileprivate func isCountyWord(in range: Range<Int>) -> Bool {
    if meaning.contains(.county) { return true }
    guard entry > 0, range.count > 1 else { return false }
    return ["NORTH", "SOUTH", "EAST", "WEST"].contains(AddressWords.entries[entry - 1].full)
  }
}
