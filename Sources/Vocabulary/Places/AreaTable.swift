/// Where a place is, as the council counts its families: its ward, and the district that the ward is in.
public struct Area: Hashable, Sendable, Comparable {
  /// The district, such as a borough.
  public let district: String
  /// The ward of the district.
  public let ward: String

  /// Names an area.
  public init(district: String, ward: String) {
    self.district = district
    self.ward = ward
  }

  /// In the order of districts, then of wards.
  public static func < (left: Area, right: Area) -> Bool {
    (left.district, left.ward) < (right.district, right.ward)
  }
}

/// Which area a postcode is in, by the council's own list.
///
/// The list has whole postcodes, as gazetteers do, or their first parts: `SX1 0A`, `SX1 0`, `SX1`. The longest that
/// fits decides.
public struct AreaTable: Hashable, Sendable {
  /// One line of the list.
  public struct Row: Hashable, Sendable {
    /// A postcode or the first part of one, as in `SX1 0A`.
    public var beginning: String
    /// The area it is in.
    public var area: Area

    /// States a line.
    public init(_ beginning: String, _ area: Area) {
      self.beginning = beginning
      self.area = area
    }
  }

  /// Why a list is refused: the places of the lines that are at fault.
  public enum Problem: Error, Hashable, Sendable {
    /// It is no postcode and no first part of one.
    case notAPostcode(row: Int)
    /// An earlier line has the same postcode.
    case repeated(row: Int)
  }

  /// The areas there are, in their order, each once.
  public let areas: [Area]
  private let byBeginning: [String: Area]

  /// Takes a list.
  public init(_ rows: [Row]) throws(Problem) {
    var byBeginning: [String: Area] = [:]
    for (number, row) in rows.enumerated() {
      guard let beginning = Self.normalised(row.beginning) else {
        throw .notAPostcode(row: number)
      }
      guard byBeginning.updateValue(row.area, forKey: beginning) == nil else {
        throw .repeated(row: number)
      }
    }
    self.byBeginning = byBeginning
    areas = Set(rows.map(\.area)).sorted()
  }

  /// The area of a postcode; nil where the list has neither it nor a part of it.
  public func area(of postcode: Postcode) -> Area? {
    var text = postcode.text.utf8[...]
    let districtEnd = text.firstIndex(of: 0x20) ?? text.endIndex
    // A part that ends within the first half is no place: `SX1` is not a part of `SX10`.
    while text.endIndex >= districtEnd {
      if let area = byBeginning[String(Substring(text))] { return area }
      text = text.dropLast()
      if text.last == 0x20 { text = text.dropLast() }
    }
    return nil
  }

  /// A first part in upper case with its one space; nil where no postcode begins so.
  private static func normalised(_ text: String) -> String? {
    let words = text.uppercased().split(separator: " ")
    guard let district = words.first, words.count <= 2 else { return nil }
    let rest = words.count == 2 ? String(words[1]) : ""
    // Made whole with what is missing, it has to be a postcode.
    let missing = "1AA".dropFirst(rest.utf8.count)
    guard rest.utf8.count <= 3, let whole = try? Postcode("\(district) \(rest)\(missing)"),
      whole.district == district
    else { return nil }
    return rest.isEmpty ? String(district) : "\(district) \(rest)"
  }
}
