import Vocabulary

/// The names of the people of a row.
extension RowReader {
  /// Takes the names of the row apart, once each: suppression and protection have to know them before anything is kept.
  mutating func readNames() {
    let isEverybodyWanted = !plan.context.suppressed.isEmpty
    for slot in plan.people.indices {
      let person = plan.people[slot]
      let isWanted = isEverybodyWanted || holds(person.condition)
      names[slot] = isWanted && person.initials == nil ? readName(person) : nil
    }
  }

  /// A name as it was found of late, or taken apart now; its text goes into the batch.
  private mutating func readName(_ person: PersonPlan) -> ReadName? {
    if person.hasFullName, let column = person.nameColumns[0], cells[column].state != .present {
      return nil
    }
    given.truncate(to: 0)
    given.append(person.hasFullName ? 1 : 0)
    for index in person.nameColumns.indices { appendGiven(person.nameColumns[index]) }
    for index in person.aliases.indices { appendGiven(person.aliases[index]) }
    let place = recentNames.place(of: given)
    if recentNames.holds(given, at: place) {
      var name = recentNames.meaning(at: place)
      name.start = recentNames.appendOwnText(at: place, to: &text)
      return name
    }
    parsed.truncate(to: 0)
    var name = ReadName(
      parsedName(person), aliases: aliases(person), domain: plan.sourceDomain, text: &parsed)
    recentNames.keep(given, name, parsed, at: place)
    name.start = text.count
    text.append(0..<parsed.count, of: parsed)
    return name
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
    guard let name = names[slot] else { return }
    entry.title = name.title.moved(by: name.start)
    entry.forenames = name.forenames.moved(by: name.start)
    entry.surname = name.surname.moved(by: name.start)
    entry.suffix = name.suffix.moved(by: name.start)
    entry.knownAs = name.knownAs.moved(by: name.start)
    entry.formerSurnames = name.formerSurnames.moved(by: name.start)
    entry.aliases = name.aliases.moved(by: name.start)
    entry.nameNotes = name.notes.moved(by: name.start)
    if name.isRestricted { entry.isProtected = true }
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
