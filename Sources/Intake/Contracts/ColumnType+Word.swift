import Vocabulary

/// The words by which contracts name the types of columns.
extension ColumnType {
  /// The types that need nothing beside their word.
  static let plain: [(word: String, type: ColumnType)] = [
    ("text", .text), ("name", .name), ("reference", .reference), ("flag", .flag),
    ("integer", .integer), ("sessions", .sessions), ("term", .term), ("sex", .sex),
    ("uprn", .uprn), ("laestab", .school), ("urn", .school), ("postcode", .postcode),
    ("gp-practice", .practice), ("marks", .marks), ("upn", .identifier(.upn)),
    ("nhs-number", .identifier(.nhsNumber)), ("nino", .identifier(.nino)),
    ("uln", .identifier(.uln)), ("pnc", .identifier(.pnc)), ("cro", .identifier(.cro)),
    ("crn", .identifier(.crn)),
  ]

  /// The type's word in a contract; of two words for one type, the first.
  public var word: String {
    switch self {
    case .code: "code"
    case .money: "money"
    case .date: "date"
    default: Self.plain.first { $0.type == self }?.word ?? "reference"
    }
  }
}
