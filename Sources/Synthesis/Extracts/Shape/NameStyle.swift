/// How an agency writes a whole name into one field.
enum NameStyle: Sendable {
  /// `SMITH, John (Jack)`.
  case surnameFirst
  /// `John Smith`.
  case plain
  /// `Mr J Smith`.
  case formal
  /// `John`, as a volunteer writes it.
  case firstOnly

  /// The name as this style writes it.
  func text(_ name: NameSpell, knownAs: String?) -> String {
    switch self {
    case .surnameFirst:
      let known = knownAs.map { " (\($0))" } ?? ""
      return "\(name.surname.uppercased()), \(name.forename)\(known)"
    case .plain: return "\(name.forename) \(name.surname)"
    case .formal: return "\(name.title) \(name.forename.prefix(1)) \(name.surname)"
    case .firstOnly: return knownAs ?? name.forename
    }
  }
}
