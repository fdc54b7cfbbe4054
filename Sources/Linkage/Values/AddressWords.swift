/// Addresses as they are compared: the usual short forms written out.
enum AddressWords {
  /// Appends plain text with its short words written out: `12 HIGH ST` becomes `12 HIGH STREET`.
  static func append(_ plain: Span<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    for index in 0...plain.count where index == plain.count || plain[index] == 0x20 {
      if start > 0 { bytes.append(0x20) }
      let word = plain.extracting(start..<index)
      let place = Int(shortForms.find(word))
      // A street's name may begin with a saint, but does not end with one.
      if place > 0, !(start == 0 && index < plain.count) || isSafeAtStart(word) {
        bytes.append(contentsOf: longForms[place])
      } else {
        unsafe word.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      }
      start = index + 1
    }
  }

  private static func isSafeAtStart(_ word: Span<UInt8>) -> Bool {
    !(word.count == 2 && word[0] == UInt8(ascii: "S") && word[1] == UInt8(ascii: "T"))
  }

  private static let pairs: [(short: String, long: String)] = [
    ("ST", "STREET"), ("STR", "STREET"), ("RD", "ROAD"), ("AVE", "AVENUE"), ("AV", "AVENUE"),
    ("DR", "DRIVE"), ("DRV", "DRIVE"), ("LN", "LANE"), ("CL", "CLOSE"), ("CLS", "CLOSE"),
    ("CRES", "CRESCENT"), ("CRS", "CRESCENT"), ("CR", "CRESCENT"), ("CT", "COURT"),
    ("CRT", "COURT"), ("GDNS", "GARDENS"), ("GDN", "GARDEN"), ("GRN", "GREEN"), ("GR", "GROVE"),
    ("GRO", "GROVE"), ("GRV", "GROVE"), ("PL", "PLACE"), ("PK", "PARK"), ("SQ", "SQUARE"),
    ("TER", "TERRACE"), ("TERR", "TERRACE"), ("TCE", "TERRACE"), ("WLK", "WALK"), ("WY", "WAY"),
    ("HSE", "HOUSE"), ("HO", "HOUSE"), ("APT", "FLAT"), ("APARTMENT", "FLAT"), ("FLT", "FLAT"),
    ("RM", "ROOM"), ("BLDG", "BUILDING"), ("BLK", "BLOCK"), ("MNT", "MOUNT"), ("MT", "MOUNT"),
    ("HL", "HILL"), ("CTG", "COTTAGE"), ("COTT", "COTTAGE"), ("FM", "FARM"), ("NTH", "NORTH"),
    ("STH", "SOUTH"), ("UPR", "UPPER"), ("LWR", "LOWER"), ("GT", "GREAT"), ("LTL", "LITTLE"),
    ("VLGE", "VILLAGE"), ("BVD", "BOULEVARD"), ("BLVD", "BOULEVARD"), ("HWY", "HIGHWAY"),
  ]
  private static let shortForms: ByteDictionary = {
    var dictionary = ByteDictionary(capacity: pairs.count)
    for pair in pairs { _ = dictionary.code(of: pair.short.utf8.span) }
    return dictionary
  }()
  private static let longForms: [[UInt8]] = [[]] + pairs.map { Array($0.long.utf8) }
}
