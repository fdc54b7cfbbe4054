public import Vocabulary

/// A record of a person as somebody who reviews sees it.
public struct ReviewRecord: Hashable, Sendable {
  /// What a record may say, in the order in which it is shown.
  public enum Attribute: String, Hashable, Sendable, CaseIterable {
    /// The title.
    case title
    /// The forenames.
    case forenames
    /// The surname.
    case surname
    /// What stands behind the surname.
    case suffix
    /// The name that the person goes by.
    case knownAs = "known as"
    /// Earlier surnames.
    case formerSurnames = "former surnames"
    /// Other names.
    case aliases
    /// The birth date.
    case born
    /// The sex.
    case sex
    /// The pupil number.
    case upn = "UPN"
    /// The NHS number.
    case nhsNumber = "NHS number"
    /// The national insurance number.
    case nino = "NI number"
    /// The learner number.
    case uln = "ULN"
    /// The police's number.
    case pnc = "PNC"
    /// The criminal record's number.
    case cro = "CRO"
    /// Probation's number.
    case crn = "CRN"
    /// Numbers of one agency's own.
    case localNumbers = "local numbers"
    /// The address.
    case address
    /// The postcode.
    case postcode
    /// The property's number.
    case uprn = "UPRN"
    /// From when the address is known.
    case since
    /// Until when.
    case until

    /// Whether it names the person or the address and nobody else.
    public var isIdentifier: Bool {
      switch self {
      case .upn, .nhsNumber, .nino, .uln, .pnc, .cro, .crn, .localNumbers, .uprn: true
      default: false
      }
    }
  }

  /// The record's key.
  public var key: RecordKey
  /// Whose it is.
  public var person: PersonID?
  /// The source's word.
  public var source: String
  /// What people call the source.
  public var sourceTitle: String
  /// The agency's word.
  public var agency: String
  /// The file in which the record came first.
  public var fileName: String
  /// The line on which it began.
  public var line: Int
  /// When the file was delivered.
  public var delivered: String
  /// In how many rows the same details came.
  public var mentions: Int
  /// Whether the address is withheld.
  public var isProtected: Bool
  /// What the record says.
  public var values: [Attribute: String]

  /// The name as it is shown.
  public var name: String {
    let parts = [values[.forenames] ?? values[.knownAs], values[.surname]].compactMap(\.self)
    return parts.isEmpty ? "No name" : parts.joined(separator: " ")
  }
}
