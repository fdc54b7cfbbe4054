import Vocabulary

/// The people of a row.
extension RowReader {
  mutating func readPeople(line: Int) {
    for slot in plan.people.indices {
      let person = plan.people[slot]
      personKeys[slot] = 0
      guard holds(person.condition) else { continue }
      var entry = PersonEntry()
      setName(slot, person, in: &entry)
      readNumbers(person, into: &entry)
      entry.born = text(person.born)
      guard isSomeone(entry) else { continue }
      entry.line = UInt32(line)
      entry.slot = UInt8(slot)
      entry.sex = text(person.sex)
      entry.ethnicity = text(person.ethnicity)
      readHome(person, into: &entry)
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

  private mutating func readNumbers(_ person: PersonPlan, into entry: inout PersonEntry) {
    let localStart = batch.records.text.count
    for index in person.identifiers.indices {
      let column = person.identifiers[index].column
      guard cells[column].state == .present else { continue }
      let value = cells[column].text
      if let place = person.identifiers[index].national {
        entry.numbers[place] = value
      } else {
        if batch.records.text.count > localStart { batch.records.text.append(UInt8(ascii: ";")) }
        batch.records.text.append(contentsOf: person.identifiers[index].prefix)
        for index in value.indices { batch.records.text.append(batch.records.text[index]) }
      }
    }
    entry.localNumbers = range(from: localStart)
  }

  private func readHome(_ person: PersonPlan, into entry: inout PersonEntry) {
    if saysProtected(person) { entry.isProtected = true }
    if let place = person.place {
      if placeIsProtected[place] { entry.isProtected = true }
      if !entry.isProtected { entry.place = placeKeys[place] }
    }
    entry.since = text(person.since)
    entry.until = text(person.until)
  }

  /// The text appended to the batch since a place.
  func range(from start: Int) -> TextRange {
    let count = batch.records.text.count - start
    return count == 0 ? .none : TextRange(start: UInt32(start), count: UInt32(count))
  }

  /// The record's lasting key: the source and everything that the row says of the person.
  private func key(of entry: PersonEntry) -> UInt64 {
    var hasher = StableHasher()
    hasher.begin(plan.sourceDomain)
    add(entry.title, to: &hasher)
    add(entry.forenames, to: &hasher)
    add(entry.surname, to: &hasher)
    add(entry.suffix, to: &hasher)
    add(entry.knownAs, to: &hasher)
    add(entry.formerSurnames, to: &hasher)
    add(entry.aliases, to: &hasher)
    add(entry.born, to: &hasher)
    add(entry.sex, to: &hasher)
    add(entry.ethnicity, to: &hasher)
    for number in 0..<8 { add(entry.numbers[number], to: &hasher) }
    add(entry.localNumbers, to: &hasher)
    hasher.add(entry.place)
    hasher.add(entry.isProtected ? 1 : 0)
    add(entry.since, to: &hasher)
    add(entry.until, to: &hasher)
    return hasher.key()
  }

  /// Adds a piece of the batch's text to a key.
  func add(_ range: TextRange, to hasher: inout StableHasher) {
    if range.isEmpty { return hasher.add(0) }
    hasher.add(batch.records.text.span.extracting(range.indices))
  }
}

extension IdentifierKind {
  /// The kind in a list of local numbers: `yois-id`, `la-child-id`.
  var shortName: String {
    if case .local(let name) = self { return name }
    return rawValue
  }
}
