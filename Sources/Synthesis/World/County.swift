/// Solentshire: the invented county, as a source of neighbourhoods.
///
/// A county holds no people. Ask for any neighbourhood, in any order and on any thread; the same
/// settings give the same people.
public struct County: Sendable {
  /// The county's name.
  public static let name = "Solentshire"
  /// The local authority code of its schools and pupil numbers: one that no council uses today.
  public static let localAuthority = 820
  /// How many people a whole neighbourhood has, about.
  public static let neighbourhoodSize = 300

  /// What the county is made from.
  public let settings: CountySettings

  /// The county that the settings describe.
  public init(_ settings: CountySettings) { self.settings = settings }

  /// How many neighbourhoods there are; at least one.
  public var neighbourhoodCount: Int {
    max(1, (settings.people + Self.neighbourhoodSize / 2) / Self.neighbourhoodSize)
  }
}

extension School {
  /// The three-digit authority and four-digit establishment number.
  public var laEstab: Int {
    let start: Int
    switch kind {
    case .nursery: start = 1000
    case .referralUnit: start = 1100
    case .primary: start = 2000
    case .secondary: start = 4000
    case .independent: start = 6000
    case .special: start = 7000
    }
    return County.localAuthority * 10_000 + start + Int(number) % 1_000
  }

  /// The unique reference number: six digits above those in use in 2013.
  public var urn: Int { 900_000 + Int(kind.rawValue) * 10_000 + Int(number) }

  /// Whether it is an academy or free of the council, whose absence returns come late or never.
  public var isAcademy: Bool { kind == .secondary && number % 2 == 0 }
}

extension Practice {
  /// The practice code: a letter and five digits.
  public var code: String {
    let digits = String(82_000 + number % 10_000)
    return "J" + digits
  }
}
