/// Ways an address is written otherwise than the property gazetteer has it.
enum WrongAddress {
  private static let abbreviations = [
    ("STREET", "ST"), ("ROAD", "RD"), ("AVENUE", "AVE"), ("CLOSE", "CL"), ("CRESCENT", "CRES"),
    ("GARDENS", "GDNS"), ("COURT", "CT"), ("DRIVE", "DR"), ("LANE", "LA"), ("TERRACE", "TERR"),
    ("PLACE", "PL"), ("GROVE", "GR"), ("SQUARE", "SQ"), ("FLAT ", "F"), ("HOUSE", "HSE"),
    ("Street", "St"), ("Road", "Rd"), ("Avenue", "Ave"), ("Close", "Cl"), ("Crescent", "Cres"),
    ("Gardens", "Gdns"), ("Court", "Ct"), ("Drive", "Dr"), ("Lane", "La"), ("Terrace", "Terr"),
    ("Place", "Pl"), ("Grove", "Gr"), ("Square", "Sq"), ("Flat ", "F"), ("House", "Hse"),
  ]

  /// The address with one of its words cut short.
  static func abbreviated(_ line: String) -> String? {
    for (word, short) in abbreviations where line.contains(word) {
      return line.replacing(word, with: short)
    }
    return nil
  }

  /// Whether a part of an address is a flat or a room.
  static func isFlat(_ part: String) -> Bool {
    let upper = part.uppercased()
    return ["FLAT", "ROOM", "APARTMENT", "UNIT"].contains { upper.hasPrefix($0) }
  }

  /// The parts with the flat after the street, or run into it: `12 High Street Flat 3`.
  static func flatElsewhere(_ parts: [String], _ chance: inout Chance) -> [String]? {
    guard let flat = parts.first, isFlat(flat), parts.count > 1 else { return nil }
    var moved = parts
    switch chance.below(3) {
    case 0: moved.replaceSubrange(0...1, with: ["\(parts[1]) \(flat)", ""])
    case 1: moved.replaceSubrange(0...1, with: [parts[1], flat])
    default: moved.replaceSubrange(0...1, with: ["\(flat) \(parts[1])", ""])
    }
    return moved
  }

  /// A postcode with a digit or a letter wrong, and of the right shape.
  static func wrongPostcode(_ postcode: String, _ chance: inout Chance) -> String? {
    var letters = Array(postcode)
    guard letters.count > 4 else { return nil }
    let place = letters.count - 1 - chance.below(3)
    let choices = letters[place].isNumber ? Array("0123456789") : Array("ABDEFGHJLNPQRSTUWXYZ")
    guard let new = chance.pick(choices.filter { $0 != letters[place] }) else { return nil }
    letters[place] = new
    return String(letters)
  }
}
