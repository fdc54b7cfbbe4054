import Vocabulary

/// The names of the people of a row.
extension RowReader {
  /// Takes the names of the row apart, once each: suppression and protection have to know them before anything is kept.
  mutating func readNames() {
    let isEverybodyWanted = !suppressed.isEmpty
    for slot in plan.people.indices {
      let person = plan.people[slot]
      let isWanted = isEverybodyWanted || holds(person.condition)
      names[slot].start = isWanted && person.initials == nil ? readName(slot, person) : nil
    }
  }

  /// Puts a name as it was found of late, or taken apart now, into its slot, and its text into the batch; tells where.
  ///
  /// A name is a hundred bytes and more, so it is moved but once.
  private mutating func readName(_ slot: Int, _ person: PersonPlan) -> Int? {
    if person.hasFullName, let column = person.nameColumns[0], cells[column].state != .present {
      return nil
    }
    given.truncate(to: 0)
    given.append(person.hasFullName ? 1 : 0)
    for index in person.nameColumns.indices { appendGiven(person.nameColumns[index]) }
    for index in person.aliases.indices { appendGiven(person.aliases[index]) }
    let (place, isKnown) = recentNames.find(given)
    if isKnown {
      names[slot] = recentNames.meaning(at: place)
      return recentNames.appendOwnText(at: place, to: &text)
    }
    parsed.truncate(to: 0)
    names[slot] = ReadName(
      parsedName(person), aliases: aliases(person), domain: plan.sourceDomain, text: &parsed)
    recentNames.keep(given, names[slot], parsed, at: place)
    let start = text.count
    text.append(0..<parsed.count, of: parsed)
    return start
  }

  /// Adds a cell as it was given, if it says anything, and its end: no byte of UTF-8 is 0xFF, so the cells stay apart.
  @inline(__always)
  mutating func appendGiven(_ column: ColumnNumber?) {
    if let column, cells[column].state == .present {
      given.append(cells[column].text.indices, of: text)
    }
    given.append(0xFF)
  }

  private mutating func aliases(_ person: PersonPlan) -> [String] {
    person.aliases.filter { cells[$0].state == .present }.map {
      PersonName.parse(full: text.string(cells[$0].text)).display
    }
  }

  mutating func setName(_ slot: Int, _ person: PersonPlan, in entry: inout PersonEntry) {
    if let column = person.initials { return readInitials(column, into: &entry) }
    guard let start = names[slot].start else { return }
    entry.title = names[slot].title.moved(by: start)
    entry.forenames = names[slot].forenames.moved(by: start)
    entry.surname = names[slot].surname.moved(by: start)
    entry.suffix = names[slot].suffix.moved(by: start)
    entry.knownAs = names[slot].knownAs.moved(by: start)
    entry.formerSurnames = names[slot].formerSurnames.moved(by: start)
    entry.aliases = names[slot].aliases.moved(by: start)
    entry.nameNotes = names[slot].notes.moved(by: start)
    if names[slot].isRestricted { entry.isProtected = true }
  }

  /// Takes the first letter for the forename's and the last for the surname's; what lies between is a middle name's.
  private mutating func readInitials(_ column: ColumnNumber, into entry: inout PersonEntry) {
    guard cells[column].state == .present else { return }
    let letters = text.string(cells[column].text).utf8.filter(ASCII.isLetter).map(ASCII.uppercased)
    guard let first = letters.first else { return }
    entry.forenames = append(String(UnicodeScalar(first)))
    if letters.count > 1, let last = letters.last {
      entry.surname = append(String(UnicodeScalar(last)))
    }
    entry.nameNotes = append("initials-only")
  }

  private mutating func parsedName(_ person: PersonPlan) -> PersonName {
    let columns = person.nameColumns
    if person.hasFullName { return PersonName.parse(full: field(columns[0])) }
    return PersonName(
      title: field(columns[0]), forename: field(columns[1]), middleNames: field(columns[2]),
      surname: field(columns[3]), knownAs: field(columns[4]), formerSurname: field(columns[5]))
  }

  private mutating func field(_ column: ColumnNumber?) -> String {
    guard let column, cells[column].state == .present else { return "" }
    return text.string(cells[column].text)
  }
}

/// What was noticed in reading a name, in words for the store.
enum NameRemarks {
  private static let notes: [(NameNotes, String)] = [
    (.placeholder, "placeholder"), (.unborn, "unborn"), (.initialsOnly, "initials-only"),
    (.possiblySwapped, "possibly-swapped"), (.severalPeople, "several-people"),
    (.singleName, "single-name"), (.relationOnly, "relation-only"),
    (.possiblePlaceholder, "possible-placeholder"), (.otherScript, "other-script"),
    (.damagedText, "damaged-text"),
  ]
  private static let annotations: [(NameAnnotations, String)] = [
    (.deceased, "deceased"), (.adopted, "adopted"), (.fostered, "fostered"),
    (.lookedAfter, "looked-after"), (.multipleBirth, "multiple-birth"),
    (.restricted, "restricted"), (.duplicate, "duplicate"), (.relation, "relation"),
  ]

  static func words(for name: PersonName) -> [String] {
    if name.notes.isEmpty && name.annotations.isEmpty { return [] }
    return notes.filter { name.notes.contains($0.0) }.map(\.1)
      + annotations.filter { name.annotations.contains($0.0) }.map(\.1)
  }
}
