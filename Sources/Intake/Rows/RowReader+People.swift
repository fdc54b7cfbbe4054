import Vocabulary

/// The people of a row.
extension RowReader {
  mutating func readPeople(line: Int) {
    for (slot, template) in bound.contract.people.enumerated() {
      personKeys[slot] = 0
      guard holds(conditions.people[slot]) else { continue }
      var entry = PersonEntry()
      readName(slot, template, into: &entry)
      readNumbers(template, into: &entry)
      entry.born = text(template.born)
      guard isSomeone(entry) else { continue }
      entry.line = UInt32(line)
      entry.slot = UInt8(slot)
      entry.sex = text(template.sex)
      entry.ethnicity = text(template.ethnicity)
      readHome(template, into: &entry)
      entry.key = key(of: entry)
      personKeys[slot] = entry.key
      batch.records.people.append(entry)
    }
  }

  /// A slot without a name, a number and a birth date names nobody.
  private func isSomeone(_ entry: PersonEntry) -> Bool {
    if !entry.surname.isEmpty || !entry.forenames.isEmpty || !entry.knownAs.isEmpty { return true }
    if !entry.born.isEmpty || !entry.localNumbers.isEmpty { return true }
    return (0..<IdentifierKind.national.count).contains { !entry.numbers[$0].isEmpty }
  }

  /// The canonical text of a column, or nothing where the row does not say.
  func text(_ column: ColumnNumber?) -> TextRange {
    guard let column, cells[column].state == .present else { return .none }
    return cells[column].text
  }

  private mutating func readNumbers(_ template: PersonTemplate, into entry: inout PersonEntry) {
    let localStart = batch.records.text.count
    for identifier in template.identifiers where cells[identifier.column].state == .present {
      let value = cells[identifier.column].text
      if let place = IdentifierKind.national.firstIndex(of: identifier.kind) {
        entry.numbers[place] = value
      } else {
        if batch.records.text.count > localStart { batch.records.text.append(UInt8(ascii: ";")) }
        batch.records.text.append(contentsOf: identifier.kind.shortName.utf8)
        batch.records.text.append(UInt8(ascii: "="))
        for index in value.indices { batch.records.text.append(batch.records.text[index]) }
      }
    }
    entry.localNumbers = range(from: localStart)
  }

  private mutating func readHome(_ template: PersonTemplate, into entry: inout PersonEntry) {
    if saysProtected(template) { entry.isProtected = true }
    if let place = template.place {
      if placeIsProtected[place] { entry.isProtected = true }
      if !entry.isProtected { entry.place = placeKeys[place] }
    }
    entry.since = text(template.since)
    entry.until = text(template.until)
  }

  /// The text appended to the batch since a place.
  func range(from start: Int) -> TextRange {
    let count = batch.records.text.count - start
    return count == 0 ? .none : TextRange(start: UInt32(start), count: UInt32(count))
  }

  /// The record's lasting key: the source and everything that the row says of the person.
  private mutating func key(of entry: PersonEntry) -> UInt64 {
    hasher.begin(sourceDomain)
    add(entry.title)
    add(entry.forenames)
    add(entry.surname)
    add(entry.suffix)
    add(entry.knownAs)
    add(entry.formerSurnames)
    add(entry.aliases)
    add(entry.born)
    add(entry.sex)
    add(entry.ethnicity)
    for number in 0..<IdentifierKind.national.count { add(entry.numbers[number]) }
    add(entry.localNumbers)
    hasher.add(entry.place)
    hasher.add(entry.isProtected ? 1 : 0)
    add(entry.since)
    add(entry.until)
    return hasher.key()
  }

  private mutating func add(_ range: TextRange) {
    hasher.add(batch.records.text[range.indices])
  }
}

extension IdentifierKind {
  /// The kind in a list of local numbers: `yois-id`, `la-child-id`.
  var shortName: String {
    if case .local(let name) = self { return name }
    return rawValue
  }
}
