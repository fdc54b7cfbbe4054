/// What an identifier is issued for and by whom.
public enum IdentifierKind: Sendable, Hashable {
  /// Unique pupil number, current.
  case upn
  /// A pupil number that the child no longer uses.
  case formerUPN
  /// Unique learner number, from the age of 14.
  case uln
  /// NHS number.
  case nhsNumber
  /// National Insurance number.
  case nino
  /// Police National Computer identifier of a person.
  case pnc
  /// Criminal Records Office file number.
  case cro
  /// Probation case reference number.
  case crn
  /// A council's own number for a child in children's social care.
  case laChildID
  /// Unique property reference number.
  case uprn
  /// A school by local authority and establishment number.
  case laEstab
  /// A school by its unique reference number.
  case urn
  /// A general practice.
  case gpPractice
  /// A local authority by the education department's code.
  case localAuthority
  /// A number of one agency's own system, under the name that the contract gives it.
  case local(String)
}

// Not `RawRepresentable`: that would compare and hash kinds by their names instead of their cases.
extension IdentifierKind {
  /// Every kind that is not local, in the order in which they are listed.
  public static let allNamed: [IdentifierKind] = [
    .upn, .formerUPN, .uln, .nhsNumber, .nino, .pnc, .cro, .crn, .laChildID, .uprn, .laEstab, .urn,
    .gpPractice, .localAuthority,
  ]

  /// The kind's name in definitions: `nhs-number`, or `local:yois-id` for an agency's own.
  public var rawValue: String {
    switch self {
    case .upn: "upn"
    case .formerUPN: "former-upn"
    case .uln: "uln"
    case .nhsNumber: "nhs-number"
    case .nino: "nino"
    case .pnc: "pnc"
    case .cro: "cro"
    case .crn: "crn"
    case .laChildID: "la-child-id"
    case .uprn: "uprn"
    case .laEstab: "laestab"
    case .urn: "urn"
    case .gpPractice: "gp-practice"
    case .localAuthority: "la-code"
    case .local(let name): "local:\(name)"
    }
  }

  /// The kind by its name in definitions, or nothing if there is no such kind.
  public init?(rawValue: String) {
    let prefix = "local:"
    if rawValue.hasPrefix(prefix), rawValue.utf8.count > prefix.utf8.count {
      self = .local(String(rawValue.dropFirst(prefix.count)))
      return
    }
    guard let kind = Self.allNamed.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = kind
  }
}

extension IdentifierKind {
  /// What an identifier may stand for.
  public enum Subject: Sendable, Hashable {
    case person, place, organisation
  }

  /// What identifiers of this kind stand for.
  public var subject: Subject {
    switch self {
    case .upn, .formerUPN, .uln, .nhsNumber, .nino, .pnc, .cro, .crn, .laChildID, .local: .person
    case .uprn: .place
    case .laEstab, .urn, .gpPractice, .localAuthority: .organisation
    }
  }

  /// Whether a person has only one, so that two different valid ones speak of two people.
  ///
  /// A child may have had several former pupil numbers. A file number of the records office may have
  /// followed an earlier one in the small file. Numbers of local systems are given twice by mistake so
  /// often that they prove nothing.
  public var isUniqueToPerson: Bool {
    switch self {
    case .upn, .uln, .nhsNumber, .nino, .pnc, .crn: true
    case .formerUPN, .cro, .laChildID, .uprn, .laEstab, .urn, .gpPractice, .localAuthority, .local:
      false
    }
  }
}
