extension Origin {
  /// How many families in a thousand are of each origin.
  static let shares: [(Origin, Int)] = [
    (.british, 845), (.irish, 8), (.polish, 30), (.pakistani, 12), (.bangladeshi, 12),
    (.indian, 22), (.somali, 5), (.african, 18), (.caribbean, 8), (.chinese, 10), (.iberian, 10),
    (.mixed, 20),
  ]

  /// The school census ethnicity code.
  var ethnicity: String {
    switch self {
    case .british: "WBRI"
    case .irish: "WIRI"
    case .polish, .iberian: "WOTH"
    case .pakistani: "APKN"
    case .bangladeshi: "ABAN"
    case .indian: "AIND"
    case .somali, .african: "BAFR"
    case .caribbean: "BCRB"
    case .chinese: "CHNE"
    case .mixed: "MOTH"
    }
  }
}
