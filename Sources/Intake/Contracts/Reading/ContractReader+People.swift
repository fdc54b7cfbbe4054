import Vocabulary
import YAMLFiles

/// The parts of a contract that say which people and places a row names.
extension ContractReader {
  /// The number of the column that a value names.
  func column(_ value: inout ValueReader) -> ColumnNumber? {
    place(of: &value, in: columns.map(\.name))
  }

  func readPlaces(
    _ value: inout ValueReader
  ) -> (sound: [PlaceTemplate], broken: [String])? {
    Self.parts(of: &value) { slot, place in
      place.mapping { mapping in
        var template = PlaceTemplate(slot: slot)
        template.lines = mapping.optional("lines") { lines in lines.list { column(&$0) } } ?? []
        template.saon = mapping.optional("saon") { column(&$0) }
        template.paon = mapping.optional("paon") { column(&$0) }
        template.street = mapping.optional("street") { column(&$0) }
        template.locality = mapping.optional("locality") { column(&$0) }
        template.town = mapping.optional("town") { column(&$0) }
        template.postcode = mapping.optional("postcode") { column(&$0) }
        template.uprn = mapping.optional("uprn") { column(&$0) }
        template.condition = condition(&mapping)
        return template
      }
    }
  }

  func readPeople(
    _ value: inout ValueReader
  ) -> (sound: [PersonTemplate], broken: [String])? {
    Self.parts(of: &value) { slot, person in person.mapping { self.person(slot, &$0) } }
  }

  private func person(_ slot: String, _ mapping: inout MappingReader) -> PersonTemplate? {
    var template = PersonTemplate(slot: slot)
    template.fullName = mapping.optional("name") { column(&$0) }
    template.title = mapping.optional("title") { column(&$0) }
    template.forename = mapping.optional("forename") { column(&$0) }
    template.middleNames = mapping.optional("middle_names") { column(&$0) }
    template.surname = mapping.optional("surname") { column(&$0) }
    template.initials = mapping.optional("initials") { column(&$0) }
    template.knownAs = mapping.optional("known_as") { column(&$0) }
    template.formerSurname = mapping.optional("former_surname") { column(&$0) }
    template.aliases = mapping.optional("aliases") { list in list.list { column(&$0) } } ?? []
    template.born = mapping.optional("born") { dateColumn(&$0) }
    template.sex = mapping.optional("sex") { column(&$0) }
    template.ethnicity = mapping.optional("ethnicity") { column(&$0) }
    template.identifiers =
      mapping.optional("ids") { ids in ids.entries { identifier($0, &$2) } } ?? []
    let places = self.places.map(\.slot)
    template.place = mapping.optional("at") { place(of: &$0, in: places) }
    template.since = mapping.optional("since") { dateColumn(&$0) }
    template.until = mapping.optional("until") { dateColumn(&$0) }
    template.protected = mapping.optional("protected") { column(&$0) }
    template.condition = condition(&mapping)
    let keys = ["name", "surname", "forename", "initials", "ids"]
    if !keys.contains(where: { mapping.has($0) }) {
      return mapping.mistake(
        "'\(slot)' has neither a name nor a number to know the person by",
        suggestion: "give 'name', 'surname' or 'ids'")
    }
    return template
  }

  /// A column that holds dates.
  func dateColumn(_ value: inout ValueReader) -> ColumnNumber? {
    guard let number = column(&value) else { return nil }
    if case .date = columns[number].type { return number }
    return value.mistake(
      "the column '\(columns[number].name)' holds no dates", suggestion: "give it 'type: date'")
  }

  private func identifier(_ word: String, _ value: inout ValueReader) -> IdentifierTemplate? {
    guard let number = column(&value) else { return nil }
    guard let kind = IdentifierKind(rawValue: word), kind.subject == .person else {
      let kinds = IdentifierKind.allNamed.filter { $0.subject == .person }.map(\.rawValue)
      let nearest = NearestWord.suggestion(for: word, among: kinds)
      return value.mistake(
        "'\(word)' is no kind of number that people have",
        suggestion: nearest.map { "did you mean '\($0)'?" }
          ?? "use local:\(word) for an agency's own")
    }
    return IdentifierTemplate(kind: kind, column: number)
  }
}
