import Vocabulary

/// A house number and a postcode to be put in place of those of a row.
struct HouseInstead {
  var number: String
  var postcode: String
  /// How many digits the row's own number has.
  var digits: Int
}

/// A house in a street: where its number stands in the batch's text, and the form of its postcode.
struct HouseInStreet {
  var number: TextRange
  var form: PostcodeForm
}

/// Addresses of the commonest kind, that begin with a house number and have a postcode: the street is known from the
/// houses before.
extension RowReader {
  /// The house that an address begins with, or nil where it begins in another way.
  func house(_ place: PlacePlan) -> HouseInStreet? {
    guard place.hasCheckedPostcode, let postcode = place.postcode, isPresent(postcode) else {
      return nil
    }
    let text = batch.records.text.span
    guard let form = PostcodeForm(text.extracting(cells[postcode].text.indices)) else { return nil }
    let first =
      place.lines.isEmpty ? place.paon : place.lines.first { cells[$0].state == .present }
    guard let first, isPresent(first) else { return nil }
    let range = cells[first].text
    let line = text.extracting(range.indices)
    var digits = 0
    while digits < line.count, ASCII.isDigit(line[digits]) { digits += 1 }
    guard (1...4).contains(digits), line[0] != UInt8(ascii: "0") else { return nil }
    if place.lines.isEmpty {
      guard digits == line.count else { return nil }
    } else {
      guard digits + 1 < line.count, line[digits] == 0x20, ASCII.isLetter(line[digits + 1]) else {
        return nil
      }
    }
    let number = TextRange(start: range.start, count: UInt32(digits))
    guard !hasOtherDigits(place, first, beside: number) else { return nil }
    return HouseInStreet(number: number, form: form)
  }

  /// Whether an address has digits beside its house number and its postcode, other than the number of a flat.
  ///
  /// They may be the same number again, or the same postcode, and what is said twice is read once.
  private func hasOtherDigits(
    _ place: PlacePlan, _ first: ColumnNumber, beside number: TextRange
  ) -> Bool {
    for index in place.named.indices where isPresent(place.named[index]) {
      let column = place.named[index]
      let range = cells[column].text.indices
      let start = column == first ? range.lowerBound + Int(number.count) : range.lowerBound
      for byte in start..<range.upperBound where ASCII.isDigit(batch.records.text[byte]) {
        guard column == place.saon, isNumberOfItsOwn(at: byte, in: range, beside: number) else {
          return true
        }
        break
      }
    }
    return false
  }

  /// Whether the first digits of a flat are a number that can be no house's and no postcode's: another number than the
  /// house has, alone or with one letter behind it, and the only one.
  private func isNumberOfItsOwn(
    at first: Int, in flat: Range<Int>, beside number: TextRange
  ) -> Bool {
    let text = batch.records.text.span
    if first > flat.lowerBound && !ASCII.isWhitespace(text[first - 1]) { return false }
    var end = first
    while end < flat.upperBound, ASCII.isDigit(text[end]) { end += 1 }
    guard end - first <= 3,
      !text.equal(first..<end, number.indices)
    else { return false }
    if end < flat.upperBound, ASCII.isLetter(text[end]) { end += 1 }
    if end < flat.upperBound, ASCII.isLetterOrDigit(text[end]) { return false }
    for byte in end..<flat.upperBound where ASCII.isDigit(text[byte]) { return false }
    return true
  }

  private func isPresent(_ column: ColumnNumber) -> Bool { cells[column].state == .present }

  /// What the addresses of the street have in common; nil until the street comes a second time, and where they do not.
  mutating func pattern(of place: PlacePlan, _ house: HouseInStreet) -> AddressPattern? {
    var given = takeGiven()
    defer { swap(&given, &self.given) }
    gatherStreet(place, house, into: &given)
    let slot = recentStreets.place(of: given)
    if let street = recentStreets.meaning(of: given, at: slot) { return street.common }
    guard recentStreets.holds(given, at: slot) else {
      recentStreets.keep(given, nil, at: slot)
      return nil
    }
    let common = commonParts(place, house)
    recentStreets.keep(given, Street(common: common), at: slot)
    return common
  }

  /// What an address has in common with the others of its street.
  ///
  /// It changes nothing. As it may, its closure is lent the reader and need not copy it, which took a tenth of a file's time.
  private mutating func commonParts(
    _ place: PlacePlan, _ house: HouseInStreet
  ) -> AddressPattern? {
    let digits = Int(house.number.count)
    return AddressPattern(digits: digits, form: house.form) { number, postcode in
      let instead = HouseInstead(number: number, postcode: postcode, digits: digits)
      return place.lines.isEmpty
        ? partedAddress(place, instead: instead) : linedAddress(place, instead: instead)
    }
  }

  /// What was found out about a street.
  final class Street {
    let common: AddressPattern?

    init(common: AddressPattern?) {
      self.common = common
    }
  }

  /// Gathers all of the address as given but the number and the postcode, whose forms stand for them.
  private func gatherStreet(
    _ place: PlacePlan, _ house: HouseInStreet, into given: inout [UInt8]
  ) {
    given.append(place.lines.isEmpty ? 1 : 0)
    given.append(UInt8(house.number.count))
    given.append(UInt8(house.form.letters * 4 + house.form.digits))
    if place.lines.isEmpty {
      appendGiven(place.saon, to: &given)
      appendGiven(place.street, to: &given)
      appendGiven(place.locality, to: &given)
      return appendGiven(place.town, to: &given)
    }
    var isFirst = true
    for index in place.lines.indices where cells[place.lines[index]].state == .present {
      let range = cells[place.lines[index]].text.indices
      let start = isFirst ? range.lowerBound + Int(house.number.count) : range.lowerBound
      given.append(batch.records.text.span.extracting(start..<range.upperBound))
      given.append(0xFF)
      isFirst = false
    }
  }

  /// Adds the house to the batch, its parts from the pattern of its street.
  mutating func take(
    _ pattern: AddressPattern, _ house: HouseInStreet, _ slot: Int, _ place: PlacePlan
  ) {
    guard let postcode = place.postcode else { return }
    var entry = PlaceEntry(key: 0)
    entry.uprn = uprn(place)
    entry.postcode = cells[postcode].text
    entry.matchKey = appendMatchKey(pattern, house, cells[postcode].text)
    if pattern.isRefuge || isProtected(entry) {
      let key = Int(entry.matchKey.count)
      batch.records.text.removeLast(key)
      placeIsProtected[slot] = true
      return
    }
    entry.saon = append(pattern.saon)
    entry.paon = pattern.paon.map { append($0) } ?? house.number
    entry.street = append(pattern.street)
    entry.locality = append(pattern.locality)
    entry.town = append(pattern.town)
    entry.careOf = append(pattern.careOf)
    entry.kind = append(pattern.kind)
    entry.key = key(of: entry)
    placeKeys[slot] = entry.key
    keep(entry)
  }

  private func isProtected(_ entry: PlaceEntry) -> Bool {
    if plan.context.protected.isEmpty { return false }
    return plan.context.protected.contains(uprn: entry.uprn, matchKey: string(entry.matchKey))
  }

  private mutating func appendMatchKey(
    _ pattern: AddressPattern, _ house: HouseInStreet, _ postcode: TextRange
  ) -> TextRange {
    let start = batch.records.text.count
    batch.records.text.append(contentsOf: pattern.keyBeforeNumber)
    if let after = pattern.keyAfterNumber {
      for index in house.number.indices { batch.records.text.append(batch.records.text[index]) }
      batch.records.text.append(contentsOf: after)
    }
    for index in postcode.indices where batch.records.text[index] != 0x20 {
      batch.records.text.append(batch.records.text[index])
    }
    return range(from: start)
  }

  private mutating func append(_ text: [UInt8]) -> TextRange {
    guard !text.isEmpty else { return .none }
    let start = batch.records.text.count
    batch.records.text.append(contentsOf: text)
    return range(from: start)
  }
}
