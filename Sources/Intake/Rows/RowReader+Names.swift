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
    var given = takeGiven()
    defer { swap(&given, &self.given) }
    given.append(person.hasFullName ? 1 : 0)
    for index in person.nameColumns.indices {
      appendGiven(person.nameColumns[index], to: &given)
    }
    for index in person.aliases.indices { appendGiven(person.aliases[index], to: &given) }
    let place = recentNames.place(of: given)
    let start = batch.records.text.count
    if let known = recentNames.meaning(of: given, at: place) {
      batch.records.text.append(contentsOf: known.text)
      return known.name.moved(by: start)
    }
    let new = RememberedName(parsedName(person), aliases: aliases(person))
    recentNames.keep(given, new, at: place)
    batch.records.text.append(contentsOf: new.text)
    return new.name.moved(by: start)
  }

  /// The room in which what a row gives is gathered, empty; to be put back.
  mutating func takeGiven() -> [UInt8] {
    var room: [UInt8] = []
    swap(&room, &given)
    room.removeAll(keepingCapacity: true)
    return room
  }

  /// Adds a cell as it was given, if it says anything, and its end: no byte of UTF-8 is 0xFF, so the cells stay apart.
  func appendGiven(_ column: ColumnNumber?, to given: inout [UInt8]) {
    if let column, cells[column].state == .present {
      given.append(batch.records.text.span.extracting(cells[column].text.indices))
    }
    given.append(0xFF)
  }

  private func aliases(_ person: PersonPlan) -> [String] {
    person.aliases.filter { cells[$0].state == .present }.map {
      PersonName.parse(full: string(cells[$0].text)).display
    }
  }

  mutating func setName(_ slot: Int, _ person: PersonPlan, in entry: inout PersonEntry) {
    if let column = person.initials { return readInitials(column, into: &entry) }
    guard let name = names[slot] else { return }
    entry.title = name.title
    entry.forenames = name.forenames
    entry.surname = name.surname
    entry.suffix = name.suffix
    entry.knownAs = name.knownAs
    entry.formerSurnames = name.formerSurnames
    entry.aliases = name.aliases
    entry.nameNotes = name.notes
    if name.isRestricted { entry.isProtected = true }
  }

  /// Takes the first letter for the forename's and the last for the surname's; what lies between is a middle name's.
  private mutating func readInitials(_ column: ColumnNumber, into entry: inout PersonEntry) {
    guard cells[column].state == .present else { return }
    let letters = string(cells[column].text).utf8.filter(ASCII.isLetter).map(ASCII.uppercased)
    guard let first = letters.first else { return }
    entry.forenames = append(String(UnicodeScalar(first)))
    if letters.count > 1, let last = letters.last {
      entry.surname = append(String(UnicodeScalar(last)))
    }
    entry.nameNotes = append("initials-only")
  }

  private func parsedName(_ person: PersonPlan) -> PersonName {
    let columns = person.nameColumns
    if person.hasFullName { return PersonName.parse(full: field(columns[0])) }
    return PersonName(
      title: field(columns[0]), forename: field(columns[1]), middleNames: field(columns[2]),
      surname: field(columns[3]), knownAs: field(columns[4]), formerSurname: field(columns[5]))
  }

  private func field(_ column: ColumnNumber?) -> String {
    guard let column, cells[column].state == .present else { return "" }
    return string(cells[column].text)
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
