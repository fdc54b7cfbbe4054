/// An address of the United Kingdom, taken apart as BS 7666 names the parts.
///
/// The parts are shown with abbreviations written out; `matchKey` is what to compare.
public struct UKAddress: Hashable, Sendable {
  /// What sort of place it is.
  public enum Kind: String, Hashable, Sendable {
    case dwelling
    case noFixedAbode
    case institution
    case poBox
    case unknown
  }

  /// What sort of institution, where many unrelated people have one address.
  public enum Institution: String, CaseIterable, Hashable, Sendable {
    case hostel
    /// Never to be shown: its address protects the people in it.
    case refuge
    case hotel
    case careHome
    case school
    case hospital
    case councilOffice
    case sharedHouse
    case prison
  }

  /// The person that post goes through.
  public internal(set) var careOf: String?
  /// The part of a building: "Flat 2", "Ground Floor Flat".
  public internal(set) var saon: String?
  /// The name of the building, which may come beside a number.
  public internal(set) var building: String?
  /// The number in the street with its suffix or range: "69", "11A", "12-14".
  public internal(set) var number: String?
  /// The street.
  public internal(set) var street: String?
  /// The village or district within the town.
  public internal(set) var locality: String?
  /// The town.
  public internal(set) var town: String?
  /// The text that has the shape of a postcode, in capitals with its space; not checked.
  public internal(set) var postcodeText: String?
  /// What sort of place it is.
  public internal(set) var kind = Kind.unknown
  /// What sort of institution, for that kind.
  public internal(set) var institution: Institution?
  /// Equal for the usual spellings of one address, different for two flats in one building.
  ///
  /// It holds flat, building, number and street, and the postcode, or the town where there is no
  /// postcode. It is empty where nothing says which dwelling is meant.
  public internal(set) var matchKey = ""

  /// The building in the street: its number, its name or both.
  public var paon: String? {
    guard let building else { return number }
    return number.map { building + ", " + $0 } ?? building
  }

  /// The postcode, if the text with its shape is one.
  public var postcode: Postcode? {
    postcodeText.flatMap { text in try? Postcode(text) }
  }

  /// The lines as they go on an envelope.
  public var lines: [String] {
    var lines: [String] = []
    if let careOf { lines.append("c/o " + careOf) }
    if let saon { lines.append(saon) }
    if let building { lines.append(building) }
    let house = [number, street].compactMap { $0 }.joined(separator: " ")
    for line in [house, locality ?? "", town ?? "", postcodeText ?? ""] where !line.isEmpty {
      lines.append(line)
    }
    return lines
  }

  /// The address on one line.
  public var display: String { lines.joined(separator: ", ") }
}
