import Vocabulary

/// A column of an extract together with what an entry writes into it.
struct Field<Matter: Sendable>: Sendable {
  typealias Value = @Sendable (Entry<Matter>) -> String

  let column: Column
  let value: Value

  /// A column of the agency's own.
  init(
    _ heading: String, _ meaning: Meaning = .other, of slot: String? = nil, value: @escaping Value
  ) {
    column = Column(heading: heading, meaning: meaning, slot: slot)
    self.value = value
  }
}

// Who a person is.
extension Field {
  static func surname(_ heading: String, of slot: String) -> Field {
    Field(heading, .surname, of: slot) { $0.name(slot)?.surname ?? "" }
  }

  static func forename(_ heading: String, of slot: String) -> Field {
    Field(heading, .forename, of: slot) { $0.name(slot)?.forename ?? "" }
  }

  static func middleNames(_ heading: String, of slot: String) -> Field {
    Field(heading, .otherName, of: slot) { $0.name(slot)?.middleNames ?? "" }
  }

  static func fullName(_ heading: String, of slot: String, _ style: NameStyle) -> Field {
    Field(heading, .fullName, of: slot) { entry in
      guard let person = entry.person(slot) else { return "" }
      return style.text(person.name(on: entry.day), knownAs: person.knownAs)
    }
  }

  static func born(_ heading: String, of slot: String, _ style: DateStyle = .slashes) -> Field {
    Field(heading, .born(style), of: slot) { style.text($0.person(slot)?.born) }
  }

  static func sex(_ heading: String, of slot: String) -> Field {
    Field(heading, .sex, of: slot) { $0.person(slot)?.sex.rawValue ?? "" }
  }

  static func identifier(
    _ heading: String, _ meaning: Meaning, of slot: String,
    _ number: @escaping @Sendable (Identifiers) -> String?
  ) -> Field {
    Field(heading, meaning, of: slot) { $0.person(slot).flatMap { number($0.identifiers) } ?? "" }
  }

  static func ethnicity(_ heading: String, of slot: String) -> Field {
    Field(heading) { $0.person(slot)?.ethnicity ?? "" }
  }
}

// When and where.
extension Field {
  static func from(_ heading: String, _ style: DateStyle = .slashes) -> Field {
    Field(heading, .date(style)) { style.text($0.start) }
  }

  static func until(_ heading: String, _ style: DateStyle = .slashes) -> Field {
    Field(heading, .date(style)) { style.text($0.until) }
  }

  static func address(_ heading: String) -> Field {
    Field(heading, .wholeAddress) { $0.home?.lines.joined(separator: ", ") ?? "" }
  }

  static func addressLine(_ heading: String, _ number: Int) -> Field {
    Field(heading, .addressLine) { entry in
      guard let lines = entry.home?.lines, number < lines.count else { return "" }
      return lines[number]
    }
  }

  static func postcode(_ heading: String) -> Field {
    Field(heading, .postcode) { $0.home?.postcode ?? "" }
  }

  static func propertyNumber(_ heading: String) -> Field {
    Field(heading, .propertyNumber) { entry in entry.home.map { "\($0.uprn)" } ?? "" }
  }
}

extension Dwelling {
  /// The address in lines as it is written on a letter: flat, number and street, locality, town.
  var lines: [String] {
    let street = [paon, street].filter { !$0.isEmpty }.joined(separator: " ")
    return [saon, street, locality, town].filter { !$0.isEmpty }
  }
}
