import Vocabulary

/// The names of the people of a row.
extension RowReader {
  /// Takes the names of the row apart, once each: suppression and protection have to know them before anything is kept.
  mutating func readNames() {
    for (slot, template) in bound.contract.people.enumerated() {
      let isWanted = !context.suppressed.isEmpty || holds(conditions.people[slot])
      names[slot] = isWanted && template.initials == nil ? parsedName(template) : nil
    }
  }

  mutating func readName(_ slot: Int, _ template: PersonTemplate, into entry: inout PersonEntry) {
    if let column = template.initials { return readInitials(column, into: &entry) }
    guard let name = names[slot] else { return }
    if let title = name.title { entry.title = append(title.text) }
    entry.forenames = append(name.givenNames.text)
    entry.surname = append(name.surname.text)
    if let generation = name.generation { entry.suffix = append(generation.text) }
    entry.knownAs = append(name.knownAs.text)
    entry.formerSurnames = append(name.formerSurnames.map(\.text).joined(separator: "; "))
    var aliases = name.aliases.map(\.text)
    for column in template.aliases where cells[column].state == .present {
      aliases.append(PersonName.parse(full: string(cells[column].text)).display)
    }
    entry.aliases = append(aliases.filter { !$0.isEmpty }.joined(separator: "; "))
    entry.nameNotes = append(NameRemarks.words(for: name).joined(separator: " "))
    if name.annotations.contains(.restricted) { entry.isProtected = true }
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

  private func parsedName(_ template: PersonTemplate) -> PersonName? {
    if let column = template.fullName {
      guard cells[column].state == .present else { return nil }
      return PersonName.parse(full: batch.records.text.span.extracting(cells[column].text.indices))
    }
    return PersonName(
      title: field(template.title), forename: field(template.forename),
      middleNames: field(template.middleNames), surname: field(template.surname),
      knownAs: field(template.knownAs), formerSurname: field(template.formerSurname))
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
