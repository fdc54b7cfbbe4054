import Vocabulary

/// The addresses of a row.
extension RowReader {
  mutating func readPlaces() {
    for slot in placeKeys.indices {
      placeKeys[slot] = 0
      placeIsProtected[slot] = false
    }
    protectHomes()
    for slot in plan.places.indices {
      let place = plan.places[slot]
      guard placeIsProtected[slot] || holds(place.condition) else { continue }
      if !placeIsProtected[slot] { readPlace(slot, place) }
      if placeIsProtected[slot] { withhold(place) }
    }
  }

  /// Marks the homes of the people whom the row says to protect; nobody else of the row is then found there either.
  private mutating func protectHomes() {
    for slot in plan.people.indices {
      let person = plan.people[slot]
      guard let place = person.place, holds(person.condition) else { continue }
      if isRestricted(slot) || saysProtected(person) {
        placeIsProtected[place] = true
      }
    }
  }

  /// Whether the name of a person says that the address must not be known.
  private mutating func isRestricted(_ slot: Int) -> Bool {
    names[slot].start != nil && names[slot].isRestricted
  }

  /// Whether the flag of a person says that the address must not be known.
  mutating func saysProtected(_ person: PersonPlan) -> Bool {
    person.protected.map { cells[$0].state == .present && cells[$0].number == 1 } ?? false
  }

  /// Takes the cells of an address out of the row, and their bytes out of the batch.
  private mutating func withhold(_ place: PlacePlan) {
    for column in place.all {
      for index in cells[column].text.indices { text.replace(at: index, with: 0) }
      cells[column] = Cell()
    }
    forgetUnread()
  }

  /// Takes all of the row as it was given out of the batch but what its cells are: a column that nobody asked for, and a
  /// value that was not understood, may say the address too.
  private mutating func forgetUnread() {
    var isKept = [Bool](repeating: false, count: Int(asGiven.count))
    for cell in cells where cell.state == .present && !cell.text.isEmpty {
      for index in cell.text.indices where asGiven.indices.contains(index) {
        isKept[index - asGiven.indices.lowerBound] = true
      }
    }
    for index in asGiven.indices where !isKept[index - asGiven.indices.lowerBound] {
      text.replace(at: index, with: 0)
    }
  }

  /// Whether the cells of a row that is rejected hold an address that must not be kept.
  mutating func isAddressWithheld() -> Bool {
    if plan.people.contains(where: { saysProtected($0) }) { return true }
    if names.indices.contains(where: { isRestricted($0) }) { return true }
    if placeIsProtected.contains(true) { return true }
    readPlaces()
    return placeIsProtected.contains(true)
  }

  private mutating func readPlace(_ slot: Int, _ place: PlacePlan) {
    if let house = house(place), let street = street(of: place, house) {
      return take(street, house, slot, place)
    }
    var hasher = StableHasher()
    hasher.begin(UInt64(slot))
    var isAnythingSaid = false
    for column in place.all {
      let isPresent = cells[column].state == .present
      isAnythingSaid = isAnythingSaid || isPresent
      hasher.add(isPresent ? cells[column].text : .none, of: text)
    }
    guard isAnythingSaid else { return }
    let asGiven = hasher.key()
    if let known = parsedPlaces.find(asGiven) {
      placeKeys[slot] = known.key
      placeIsProtected[slot] = known.isProtected
      return
    }
    let (entry, isProtected) = parse(place)
    placeKeys[slot] = isProtected ? 0 : entry?.key ?? 0
    placeIsProtected[slot] = isProtected
    if let entry, !isProtected { keep(entry) }
    parsedPlaces.noteForKeeping(asGiven, key: placeKeys[slot], isProtected: isProtected)
  }

  /// Puts an address into the batch, unless it was put there of late.
  mutating func keep(_ entry: PlaceEntry) {
    // A key is a hash, so it finds its place among those of addresses as given.
    guard parsedPlaces.find(entry.key) == nil else { return }
    batch.records.places.append(entry)
    parsedPlaces.noteForKeeping(entry.key, key: entry.key, isProtected: false)
  }

  /// Takes an address apart; nothing of a protected one is kept.
  private mutating func parse(_ place: PlacePlan) -> (PlaceEntry?, isProtected: Bool) {
    let address = place.lines.isEmpty ? partedAddress(place) : linedAddress(place)
    let uprn = uprn(place)
    if address.institution == .refuge
      || protected.contains(
        uprn: uprn, matchKey: address.matchKey.utf8.span)
    {
      return (nil, true)
    }
    var entry = PlaceEntry(key: 0)
    entry.uprn = uprn
    entry.saon = append(address.saon ?? "")
    entry.paon = append(address.paon ?? "")
    entry.street = append(address.street ?? "")
    entry.locality = append(address.locality ?? "")
    entry.town = append(address.town ?? "")
    entry.postcode = append(address.postcode?.text ?? "")
    entry.careOf = append(address.careOf ?? "")
    entry.kind = append(address.institution?.rawValue ?? address.kind.rawValue)
    entry.matchKey = append(address.matchKey)
    entry.key = key(of: &entry)
    return (entry, false)
  }

  /// The property number, or 0.
  mutating func uprn(_ place: PlacePlan) -> Int64 {
    guard let column = place.uprn, cells[column].state == .present else { return 0 }
    return text.withBytes(cells[column].text) { $0.number(in: 0..<$0.count).map { Int64($0) } ?? 0 }
  }

  /// The address of lines, with another house number and postcode in place of the row's where they are given.
  mutating func linedAddress(_ place: PlacePlan, instead: HouseInstead? = nil) -> UKAddress {
    var lines: [String] = []
    for column in place.lines where cells[column].state == .present {
      let line = text.string(cells[column].text)
      let isFirst = lines.isEmpty
      lines.append(instead.map { isFirst ? $0.number + line.dropFirst($0.digits) : line } ?? line)
    }
    if let column = place.postcode, cells[column].state == .present {
      lines.append(instead?.postcode ?? text.string(cells[column].text))
    }
    return UKAddress.parse(lines: lines)
  }

  /// The address of parts, with another house number and postcode in place of the row's where they are given.
  mutating func partedAddress(_ place: PlacePlan, instead: HouseInstead? = nil) -> UKAddress {
    func part(_ column: ColumnNumber?) -> String {
      guard let column, cells[column].state == .present else { return "" }
      return text.string(cells[column].text)
    }
    return UKAddress.parse(
      fields: AddressFields(
        saon: part(place.saon), paon: instead?.number ?? part(place.paon),
        street: part(place.street), locality: part(place.locality), town: part(place.town),
        postcode: instead?.postcode ?? part(place.postcode)))
  }

  mutating func append(_ words: String) -> TextRange {
    text.append(words)
  }

  mutating func key(of entry: inout PlaceEntry) -> UInt64 {
    var hasher = StableHasher()
    hasher.begin(UInt64(bitPattern: entry.uprn))
    hasher.add(entry.saon, of: text)
    hasher.add(entry.paon, of: text)
    hasher.add(entry.street, of: text)
    hasher.add(entry.locality, of: text)
    hasher.add(entry.town, of: text)
    hasher.add(entry.postcode, of: text)
    hasher.add(entry.careOf, of: text)
    hasher.add(entry.kind, of: text)
    hasher.add(entry.matchKey, of: text)
    return hasher.key()
  }
}

extension PlaceTemplate {
  /// The columns of the parts, in the order of an address.
  var parts: [ColumnNumber] {
    [saon, paon, street, locality, town, postcode, uprn].compactMap(\.self)
  }
}

/// The addresses parsed of late, by how they were given: members of a household give the same one in row after row.
struct ParsedPlaceCache {
  private var given = [UInt64](repeating: 0, count: 1 << 13)
  private var keys = [UInt64](repeating: 0, count: 1 << 13)
  private var isProtected = [Bool](repeating: false, count: 1 << 13)
  /// The addresses of the row under way.
  private var pending: [(hash: UInt64, key: UInt64, isProtected: Bool)] = []

  func find(_ hash: UInt64) -> (key: UInt64, isProtected: Bool)? {
    let place = Int(truncatingIfNeeded: hash & 0x1FFF)
    return given[place] == hash ? (keys[place], isProtected[place]) : nil
  }

  mutating func noteForKeeping(_ hash: UInt64, key: UInt64, isProtected: Bool) {
    pending.append((hash, key, isProtected))
  }

  /// Keeps the addresses of the row, which is accepted and has them in the batch.
  mutating func keepPending() {
    for address in pending {
      let place = Int(truncatingIfNeeded: address.hash & 0x1FFF)
      given[place] = address.hash
      keys[place] = address.key
      isProtected[place] = address.isProtected
    }
    forgetPending()
  }

  /// Forgets the addresses of a row that was rejected: a later row has to put them into the batch.
  mutating func forgetPending() {
    pending.removeAll(keepingCapacity: true)
  }
}
