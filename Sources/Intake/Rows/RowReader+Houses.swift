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
  mutating func house(_ place: PlacePlan) -> HouseInStreet? {
    guard place.hasCheckedPostcode, let postcode = place.postcode, isPresent(postcode) else {
      return nil
    }
    guard let form = text.withBytes(cells[postcode].text, { PostcodeForm($0) }) else { return nil }
    let first =
      place.lines.isEmpty ? place.paon : place.lines.first { cells[$0].state == .present }
    guard let first, isPresent(first) else { return nil }
    let range = cells[first].text
    guard let digits = text.withBytes(range, { Self.houseDigits($0, isAll: place.lines.isEmpty) })
    else { return nil }
    let number = TextRange(start: range.start, count: UInt32(digits))
    guard !hasOtherDigits(place, first, beside: number) else { return nil }
    return HouseInStreet(number: number, form: form)
  }

  /// How many digits the house number has that a line begins with, or is; nil where it begins in another way.
  private static func houseDigits(_ line: Span<UInt8>, isAll: Bool) -> Int? {
    var digits = 0
    while digits < line.count, ASCII.isDigit(line[digits]) { digits += 1 }
    guard (1...4).contains(digits), line[0] != UInt8(ascii: "0") else { return nil }
    if isAll { return digits == line.count ? digits : nil }
    let isFollowed =
      digits + 1 < line.count && line[digits] == 0x20 && ASCII.isLetter(line[digits + 1])
    return isFollowed ? digits : nil
  }

  /// Whether an address has digits beside its house number and its postcode, other than the number of a flat.
  ///
  /// They may be the same number again, or the same postcode, and what is said twice is read once.
  private mutating func hasOtherDigits(
    _ place: PlacePlan, _ first: ColumnNumber, beside number: TextRange
  ) -> Bool {
    for index in place.named.indices where isPresent(place.named[index]) {
      let column = place.named[index]
      let range = cells[column].text.indices
      let start = column == first ? range.lowerBound + Int(number.count) : range.lowerBound
      guard text.withBytes(start..<range.upperBound, ByteMask.hasDigit) else { continue }
      for byte in start..<range.upperBound where ASCII.isDigit(text[byte]) {
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
  private mutating func isNumberOfItsOwn(
    at first: Int, in flat: Range<Int>, beside number: TextRange
  ) -> Bool {
    if first > flat.lowerBound && !ASCII.isWhitespace(text[first - 1]) { return false }
    var end = first
    while end < flat.upperBound, ASCII.isDigit(text[end]) { end += 1 }
    let isHouse = text.withBytes(number) { house in
      text.withBytes(first..<end) { $0.isEqual(to: house) }
    }
    guard end - first <= 3, !isHouse else { return false }
    if end < flat.upperBound, ASCII.isLetter(text[end]) { end += 1 }
    if end < flat.upperBound, ASCII.isLetterOrDigit(text[end]) { return false }
    for byte in end..<flat.upperBound where ASCII.isDigit(text[byte]) { return false }
    return true
  }

  private mutating func isPresent(_ column: ColumnNumber) -> Bool {
    cells[column].state == .present
  }

  /// Where the street is remembered whose addresses have something in common; nil until the street comes a second time, and where they do not.
  mutating func street(of place: PlacePlan, _ house: HouseInStreet) -> Int? {
    gatherStreet(place, house)
    let (slot, isKnown) = recentStreets.find(given)
    parsed.truncate(to: 0)
    guard isKnown else {
      recentStreets.keep(given, Street(), parsed, at: slot)
      return nil
    }
    if recentStreets.meaning(at: slot).state == .seen {
      let street = Street(commonParts(place, house), text: &parsed)
      if !recentStreets.keep(given, street, parsed, at: slot) {
        // Too long to be kept: its houses are read one by one.
        parsed.truncate(to: 0)
        recentStreets.keep(given, Street(nil, text: &parsed), parsed, at: slot)
      }
    }
    return recentStreets.meaning(at: slot).state == .common ? slot : nil
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

  /// Gathers all of the address as given but the number and the postcode, whose forms stand for them.
  private mutating func gatherStreet(_ place: PlacePlan, _ house: HouseInStreet) {
    given.truncate(to: 0)
    given.append(place.lines.isEmpty ? 1 : 0)
    given.append(UInt8(house.number.count))
    given.append(UInt8(house.form.letters * 4 + house.form.digits))
    if place.lines.isEmpty {
      appendGiven(place.saon)
      appendGiven(place.street)
      appendGiven(place.locality)
      return appendGiven(place.town)
    }
    var isFirst = true
    for index in place.lines.indices where cells[place.lines[index]].state == .present {
      let range = cells[place.lines[index]].text.indices
      let start = isFirst ? range.lowerBound + Int(house.number.count) : range.lowerBound
      given.append(start..<range.upperBound, of: text)
      given.append(0xFF)
      isFirst = false
    }
  }

  /// Adds the house to the batch, its parts from what is common to its street.
  mutating func take(
    _ streetPlace: Int, _ house: HouseInStreet, _ slot: Int, _ place: PlacePlan
  ) {
    guard let postcode = place.postcode else { return }
    let street = recentStreets.meaning(at: streetPlace)
    let start = recentStreets.appendOwnText(at: streetPlace, to: &text)
    var entry = PlaceEntry(key: 0)
    entry.uprn = uprn(place)
    entry.postcode = cells[postcode].text
    entry.matchKey = appendMatchKey(street, at: start, house, cells[postcode].text)
    if street.isRefuge || isProtected(entry) {
      text.truncate(to: start)
      placeIsProtected[slot] = true
      return
    }
    entry.saon = street.saon.moved(by: start)
    entry.paon = street.hasNumberAsPaon ? house.number : street.paon.moved(by: start)
    entry.street = street.street.moved(by: start)
    entry.locality = street.locality.moved(by: start)
    entry.town = street.town.moved(by: start)
    entry.careOf = street.careOf.moved(by: start)
    entry.kind = street.kind.moved(by: start)
    entry.key = key(of: &entry)
    placeKeys[slot] = entry.key
    keep(entry)
  }

  private mutating func isProtected(_ entry: PlaceEntry) -> Bool {
    text.withBytes(entry.matchKey) {
      protected.contains(uprn: entry.uprn, matchKey: $0)
    }
  }

  private mutating func appendMatchKey(
    _ street: Street, at streetStart: Int, _ house: HouseInStreet, _ postcode: TextRange
  ) -> TextRange {
    let start = text.count
    text.append(copyOf: street.keyBeforeNumber.moved(by: streetStart))
    if street.hasNumberInKey {
      text.append(copyOf: house.number)
      text.append(copyOf: street.keyAfterNumber.moved(by: streetStart))
    }
    for index in postcode.indices where text[index] != 0x20 { text.append(text[index]) }
    return text.range(from: start)
  }
}
