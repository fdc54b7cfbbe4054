/// What a column holds, as far as it decides how its cells can go wrong.
enum Meaning: Sendable, Hashable {
  case surname, forename, otherName, fullName, initials
  case born(DateStyle)
  case date(DateStyle)
  case sex
  case upn, nhsNumber, nino, otherIdentifier
  /// The agency's own number of a person, which its system gives and nobody types.
  case ownNumber
  case flatPart, addressLine, wholeAddress
  case postcode
  case propertyNumber
  case reference
  case code
  case other

  /// Whether a cell of it can show who the person is.
  var tellsWho: Bool {
    switch self {
    case .surname, .forename, .fullName, .initials, .born, .upn, .nhsNumber, .nino: true
    case .otherIdentifier, .ownNumber: true
    default: false
    }
  }
}
