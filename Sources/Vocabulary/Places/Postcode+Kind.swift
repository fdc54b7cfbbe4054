extension Postcode {
  /// What kind of place a postcode stands for, as far as its letters say.
  public enum Kind: Sendable, Hashable {
    /// A place on the map.
    case geographic
    /// A large user without a place: the area `BX`, or the girobank's `GIR 0AA`.
    case nonGeographic
    /// A forces' post office: `BFPO 57` or `BF1 2AU`.
    case forces
    /// A stand-in for an address that is missing; see ``PseudoPostcodes``.
    case pseudo(PseudoPostcodes.Meaning)
  }

  /// What kind of place the postcode stands for.
  public func kind(pseudo: PseudoPostcodes = .standard) -> Kind {
    if let meaning = pseudo.meaning(of: self) { return .pseudo(meaning) }
    switch area {
    case "BX", "GIR": return .nonGeographic
    case "BF", "BFPO": return .forces
    default: return .geographic
    }
  }
}

/// Postcodes that systems write where there is no address.
public struct PseudoPostcodes: Sendable, Hashable {
  /// What a pseudo-postcode says.
  public enum Meaning: Sendable, Hashable {
    /// The person has no fixed abode.
    case noFixedAbode
    /// The address is not known.
    case notKnown
    /// Only the country is known.
    case countryOnly
    /// It is a council's or agency's own office, entered for want of an address.
    case office
  }

  // Lists, not dictionaries: there are a handful, and the postcode of each row is looked for.
  private var whole: [Postcode] = []
  private var wholeMeanings: [Meaning] = []
  // By the four characters of the district in one number, which costs no text per postcode.
  private var districts: [UInt32] = []
  private var districtMeanings: [Meaning] = []

  /// None at all; add those that a council's systems write.
  public init() {}

  /// The national `ZZ99` codes, and `NF1` for no fixed abode in police and justice systems.
  public static let standard: PseudoPostcodes = {
    var standard = PseudoPostcodes()
    standard.add(district: "ZZ99", .notKnown)
    standard.add(district: "NF1", .noFixedAbode)
    let known: [(String, Meaning)] = [
      ("ZZ99 3VZ", .noFixedAbode), ("ZZ99 3WZ", .notKnown), ("ZZ99 3CZ", .countryOnly),
    ]
    for (text, meaning) in known {
      if let postcode = try? Postcode(text) { standard.add(postcode, meaning) }
    }
    return standard
  }()

  /// Adds one postcode.
  public mutating func add(_ postcode: Postcode, _ meaning: Meaning) {
    if let place = whole.firstIndex(of: postcode) {
      wholeMeanings[place] = meaning
    } else {
      whole.append(postcode)
      wholeMeanings.append(meaning)
    }
  }

  /// Adds every postcode of a district such as `ZZ99`, of four characters at most.
  public mutating func add(district: String, _ meaning: Meaning) {
    let bytes = Array(district.utf8)
    precondition((2...4).contains(bytes.count), "a district has two to four characters")
    var key: UInt32 = 0
    for place in 0..<4 {
      key = key << 8 | UInt32(place < bytes.count ? ASCII.uppercased(bytes[place]) : 0x20)
    }
    if let place = districts.firstIndex(of: key) {
      districtMeanings[place] = meaning
    } else {
      districts.append(key)
      districtMeanings.append(meaning)
    }
  }

  /// What the postcode says, or nothing if it is an ordinary one.
  public func meaning(of postcode: Postcode) -> Meaning? {
    for place in whole.indices where whole[place] == postcode { return wholeMeanings[place] }
    for place in districts.indices where districts[place] == postcode.outward {
      return districtMeanings[place]
    }
    return nil
  }
}
