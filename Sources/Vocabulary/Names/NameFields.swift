/// The fields of a name as an extract has them.
struct NameFields {
  var title: String
  var forename: String
  var middleNames: String
  var surname: String
  var knownAs: String
  var formerSurname: String
}

extension PersonName {
  init(fields: NameFields) {
    self.init()
    let given = NameFieldReading(fields.forename, as: .given)
    let family = NameFieldReading(fields.surname, as: .surname)
    adopt(given.name, family.name)
    adoptMiddleNames(fields.middleNames)
    adoptTitle(fields.title)
    adoptKnownAs(fields.knownAs)
    adoptFormerSurname(fields.formerSurname)
    leaveOutRepeatedSurname()
    settleFillers(fields, given, family)
    noteOrder(given, family)
  }

  /// Joins what the forename field and the surname field say.
  private mutating func adopt(_ given: PersonName, _ family: PersonName) {
    title = given.title ?? family.title
    givenNames = given.givenNames.isEmpty ? family.givenNames : given.givenNames
    surname = family.surname.isEmpty ? given.surname : family.surname
    knownAs = given.knownAs + family.knownAs
    aliases = given.aliases + family.aliases
    formerSurnames = given.formerSurnames + family.formerSurnames
    generation = given.generation ?? family.generation
    annotations = given.annotations.union(family.annotations)
    notes = given.notes.union(family.notes).subtracting([.singleName, .initialsOnly])
    // A whole name in the forename field may have another surname than the surname field.
    let other = given.surname
    if !other.isEmpty, !family.surname.isEmpty, other.folded != surname.folded {
      aliases.append(given.givenNames + other)
    }
  }

  private mutating func adoptMiddleNames(_ text: String) {
    guard !text.isEmpty else { return }
    let middle = NameFieldReading(text, as: .given).name
    let repeats = middle.givenNames.folded == middleNames.map { $0 }.folded
    if !repeats { givenNames += middle.givenNames }
    knownAs += middle.knownAs
    aliases += middle.aliases
    formerSurnames += middle.formerSurnames
    annotations.formUnion(middle.annotations)
    notes.formUnion(middle.notes.subtracting([.placeholder, .unborn, .initialsOnly, .singleName]))
  }

  private mutating func adoptTitle(_ text: String) {
    guard !text.isEmpty else { return }
    let reading = NameScanner(text.utf8.span)
    if let found = reading.tokens.lazy.compactMap({ $0.meaning.titleMeant }).first { title = found }
    if reading.tokens.contains(where: { $0.afterAmpersand || $0.meaning.contains(.joinsPeople) }) {
      notes.insert(.severalPeople)
    }
  }

  private mutating func adoptKnownAs(_ text: String) {
    guard !text.isEmpty else { return }
    let called = NameFieldReading(text, as: .given).name
    // "Bob Smith" in the field repeats the surname.
    let parts = called.givenNames.dropping(suffix: surname)
    if knownAs.folded != parts.folded { knownAs += parts }
    aliases += called.aliases
    formerSurnames += called.formerSurnames
  }

  private mutating func adoptFormerSurname(_ text: String) {
    guard !text.isEmpty else { return }
    let former = NameFieldReading(text, as: .surname).name
    if !former.surname.isEmpty { formerSurnames.append(former.surname) }
    formerSurnames += former.formerSurnames
    aliases += former.aliases
  }

  /// "John Smith" in the forename field, "Smith" in the surname field.
  private mutating func leaveOutRepeatedSurname() {
    guard givenNames.count > surname.count, !surname.isEmpty else { return }
    givenNames = givenNames.dropping(suffix: surname)
  }

  /// A weak filler as surname is a filler only beside no real forename: "Baby", "Child".
  private mutating func settleFillers(
    _ fields: NameFields, _ given: NameFieldReading, _ family: NameFieldReading
  ) {
    if givenNames.isEmpty, family.isWeakFiller {
      surname = []
      notes.insert(.placeholder)
    }
    if !givenNames.isEmpty, givenNames.allSatisfy({ $0.isInitial }) { notes.insert(.initialsOnly) }
    if notes.contains(.placeholder) {
      let shown = [fields.forename, fields.middleNames, fields.surname].filter { !$0.isEmpty }
      placeholderText = shown.joined(separator: " ").utf8.span.trimmedText
    }
  }

  private mutating func noteOrder(_ given: NameFieldReading, _ family: NameFieldReading) {
    guard !givenNames.isEmpty, surname.count == 1 else { return }
    if given.shouts && !family.shouts && family.isQuiet { notes.insert(.possiblySwapped) }
    noteOrder()
  }
}

extension PersonName {
  /// Notes a usual surname before a usual forename.
  mutating func noteOrder() {
    guard let first = givenNames.first, surname.count == 1, let last = surname.first else { return }
    if NameGroups.looksSwapped(forename: first.folded, surname: last.folded) {
      notes.insert(.possiblySwapped)
    }
  }
}

/// The reading of one field that should hold a forename or a surname.
struct NameFieldReading {
  var name: PersonName
  /// Whether all of it is words like "Baby" that are fillers beside no other name.
  var isWeakFiller = false
  /// Whether it is all capitals, or has small letters.
  var shouts = false
  var isQuiet = false

  init(_ field: String, as use: NameToken.Use) {
    guard !field.isEmpty else {
      name = PersonName()
      return
    }
    let text = field.utf8.span
    var reading = NameReading(text)
    isWeakFiller = reading.isWeakFiller
    shouts = reading.tokens.contains { $0.shouts } && !reading.tokens.contains { $0.hasLower }
    isQuiet = reading.tokens.contains { $0.hasLower }
    if reading.isWholeName(as: use) {
      reading.orderFullName()
    } else {
      reading.takeAll(as: use)
    }
    name = reading.finish(text, keepsWeakSurname: use == .surname)
  }
}

extension Array where Element == NamePart {
  /// The parts without those at the end that are the same as all of `suffix`.
  fileprivate func dropping(suffix: [NamePart]) -> [NamePart] {
    guard !suffix.isEmpty, count > suffix.count else { return self }
    let tail = self[(count - suffix.count)...].map { $0.folded }
    return tail == suffix.map { $0.folded } ? Array(dropLast(suffix.count)) : self
  }
}
