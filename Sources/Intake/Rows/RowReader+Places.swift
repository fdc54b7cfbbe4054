import Vocabulary

/// The addresses of a row.
extension RowReader {
  mutating func readPlaces() {
    for slot in placeKeys.indices {
      placeKeys[slot] = 0
      placeIsProtected[slot] = false
    }
    protectHomes()
    for (slot, template) in bound.contract.places.enumerated()
    where placeIsProtected[slot] || holds(conditions.places[slot]) {
      if !placeIsProtected[slot] { readPlace(slot, template) }
      if placeIsProtected[slot] { withhold(template) }
    }
  }

  /// Marks the homes of the people whom the row says to protect; nobody else of the row is then found there either.
  private mutating func protectHomes() {
    for (slot, template) in bound.contract.people.enumerated() {
      guard let place = template.place, holds(conditions.people[slot]) else { continue }
      let isRestricted = names[slot]?.annotations.contains(.restricted) == true
      if isRestricted || saysProtected(template) {
        placeIsProtected[place] = true
      }
    }
  }

  /// Whether the flag of a person says that the address must not be known.
  func saysProtected(_ template: PersonTemplate) -> Bool {
    template.protected.map { cells[$0].state == .present && cells[$0].number == 1 } ?? false
  }

  /// Takes the cells of an address out of the row, and their bytes out of the batch.
  private mutating func withhold(_ template: PlaceTemplate) {
    for column in template.lines + template.parts {
      for index in cells[column].text.indices { batch.records.text[index] = 0 }
      cells[column] = Cell()
    }
  }

  /// Whether the cells of a row that is rejected hold an address that must not be kept.
  mutating func isAddressWithheld() -> Bool {
    if bound.contract.people.contains(where: { saysProtected($0) }) { return true }
    if names.contains(where: { $0?.annotations.contains(.restricted) == true }) { return true }
    if placeIsProtected.contains(true) { return true }
    readPlaces()
    return placeIsProtected.contains(true)
  }

  private mutating func readPlace(_ slot: Int, _ template: PlaceTemplate) {
    let columns = template.lines + template.parts
    hasher.begin(UInt64(slot))
    var isAnythingSaid = false
    for column in columns {
      let cell = cells[column]
      let isPresent = cell.state == .present
      isAnythingSaid = isAnythingSaid || isPresent
      hasher.add(isPresent ? batch.records.text[cell.text.indices] : [])
    }
    guard isAnythingSaid else { return }
    let asGiven = hasher.key()
    if let known = parsedPlaces.find(asGiven) {
      placeKeys[slot] = known.key
      placeIsProtected[slot] = known.isProtected
      return
    }
    let (entry, isProtected) = parse(template)
    placeKeys[slot] = isProtected ? 0 : entry?.key ?? 0
    placeIsProtected[slot] = isProtected
    if let entry, !isProtected { batch.records.places.append(entry) }
    parsedPlaces.noteForKeeping(asGiven, key: placeKeys[slot], isProtected: isProtected)
  }

  /// Takes an address apart; nothing of a protected one is kept.
  private mutating func parse(_ template: PlaceTemplate) -> (PlaceEntry?, isProtected: Bool) {
    let address = template.lines.isEmpty ? partedAddress(template) : linedAddress(template)
    let uprn = template.uprn.flatMap { column in
      cells[column].state == .present ? Int64(string(cells[column].text)) : nil
    }
    if address.institution == .refuge
      || context.protected.contains(uprn: uprn ?? 0, matchKey: address.matchKey)
    {
      return (nil, true)
    }
    var entry = PlaceEntry(key: 0)
    entry.uprn = uprn ?? 0
    entry.saon = append(address.saon ?? "")
    entry.paon = append(address.paon ?? "")
    entry.street = append(address.street ?? "")
    entry.locality = append(address.locality ?? "")
    entry.town = append(address.town ?? "")
    entry.postcode = append(address.postcode?.text ?? "")
    entry.careOf = append(address.careOf ?? "")
    entry.kind = append(address.institution?.rawValue ?? address.kind.rawValue)
    entry.matchKey = append(address.matchKey)
    entry.key = key(of: entry)
    return (entry, false)
  }

  private func linedAddress(_ template: PlaceTemplate) -> UKAddress {
    var lines = template.lines.filter { cells[$0].state == .present }.map { string(cells[$0].text) }
    if let column = template.postcode, cells[column].state == .present {
      lines.append(string(cells[column].text))
    }
    return UKAddress.parse(lines: lines)
  }

  private func partedAddress(_ template: PlaceTemplate) -> UKAddress {
    func part(_ column: ColumnNumber?) -> String {
      guard let column, cells[column].state == .present else { return "" }
      return string(cells[column].text)
    }
    return UKAddress.parse(
      fields: AddressFields(
        saon: part(template.saon), paon: part(template.paon), street: part(template.street),
        locality: part(template.locality), town: part(template.town),
        postcode: part(template.postcode)))
  }

  func string(_ range: TextRange) -> String {
    String(decoding: batch.records.text[range.indices], as: UTF8.self)
  }

  mutating func append(_ text: String) -> TextRange {
    let start = batch.records.text.count
    batch.records.text.append(contentsOf: text.utf8)
    return range(from: start)
  }

  private mutating func key(of entry: PlaceEntry) -> UInt64 {
    hasher.begin(UInt64(bitPattern: entry.uprn))
    for part in [
      entry.saon, entry.paon, entry.street, entry.locality, entry.town, entry.postcode,
      entry.careOf, entry.kind, entry.matchKey,
    ] {
      hasher.add(batch.records.text[part.indices])
    }
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
