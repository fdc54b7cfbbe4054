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
      entry.born = said(person.born)
      guard isSomeone(&entry) else { continue }
      entry.line = UInt32(line)
      entry.slot = UInt8(slot)
      entry.sex = said(person.sex)
      entry.ethnicity = said(person.ethnicity)
      readHome(person, into: &entry)
      let hasName = person.initials == nil && names[slot].start != nil
      entry.key = key(of: &entry, hasName ? names[slot].key : key(ofNameIn: &entry))
      personKeys[slot] = entry.key
      batch.records.people.append(entry)
    }
  }

  /// A slot without a name, a number and a birth date names nobody.
  private mutating func isSomeone(_ entry: inout PersonEntry) -> Bool {
    if !entry.surname.isEmpty || !entry.forenames.isEmpty || !entry.knownAs.isEmpty { return true }
    if !entry.born.isEmpty || !entry.localNumbers.isEmpty { return true }
    return (0..<IdentifierKind.national.count).contains { !entry.numbers[$0].isEmpty }
  }

  /// The canonical text of a column, or nothing where the row does not say.
  mutating func said(_ column: ColumnNumber?) -> TextRange {
    guard let column, cells[column].state == .present else { return .none }
    return cells[column].text
  }

  private mutating func readNumbers(_ person: PersonPlan, into entry: inout PersonEntry) {
    let localStart = text.count
    for index in person.identifiers.indices {
      let column = person.identifiers[index].column
      guard cells[column].state == .present else { continue }
      let value = cells[column].text
      if let place = person.identifiers[index].national {
        entry.numbers[place] = value
      } else {
        if text.count > localStart { text.append(UInt8(ascii: ";")) }
        text.append(person.identifiers[index].prefix)
        text.append(copyOf: value)
      }
    }
    entry.localNumbers = text.range(from: localStart)
  }

  private mutating func readHome(_ person: PersonPlan, into entry: inout PersonEntry) {
    if saysProtected(person) { entry.isProtected = true }
    if let place = person.place {
      if placeIsProtected[place] { entry.isProtected = true }
      if !entry.isProtected { entry.place = placeKeys[place] }
    }
    entry.since = said(person.since)
    entry.until = said(person.until)
  }

  /// The record's lasting key: the source and everything that the row says of the person.
  private mutating func key(of entry: inout PersonEntry, _ name: StableHasher) -> UInt64 {
    var hasher = name
    hasher.add(entry.born, of: text)
    hasher.add(entry.sex, of: text)
    hasher.add(entry.ethnicity, of: text)
    for number in 0..<8 { hasher.add(entry.numbers[number], of: text) }
    hasher.add(entry.localNumbers, of: text)
    hasher.add(entry.place)
    hasher.add(entry.isProtected ? 1 : 0)
    hasher.add(entry.since, of: text)
    hasher.add(entry.until, of: text)
    return hasher.key()
  }

  private mutating func key(ofNameIn entry: inout PersonEntry) -> StableHasher {
    var hasher = StableHasher()
    hasher.begin(plan.sourceDomain)
    hasher.add(entry.title, of: text)
    hasher.add(entry.forenames, of: text)
    hasher.add(entry.surname, of: text)
    hasher.add(entry.suffix, of: text)
    hasher.add(entry.knownAs, of: text)
    hasher.add(entry.formerSurnames, of: text)
    hasher.add(entry.aliases, of: text)
    return hasher
  }
}

extension IdentifierKind {
  /// The kind in a list of local numbers: `yois-id`, `la-child-id`.
  var shortName: String {
    if case .local(let name) = self { return name }
    return rawValue
  }
}
