extension Offence {
  /// The title that the police and the courts give it.
  var title: String {
    switch self {
    case .commonAssault: "Common assault and battery"
    case .actualBodilyHarm: "Assault occasioning ABH"
    case .affray: "Affray"
    case .harassment: "Harassment"
    case .criminalDamage: "Criminal damage under £5,000"
    case .arson: "Arson not endangering life"
    case .shoplifting: "Theft from shop"
    case .theft: "Theft - other"
    case .handling: "Handling stolen goods"
    case .burglary: "Burglary dwelling"
    case .robbery: "Robbery"
    case .vehicleTaking: "Aggravated vehicle taking"
    case .cannabisPossession: "Possession of cannabis"
    case .heroinPossession: "Possession of Class A - heroin"
    case .supply: "Possession with intent to supply"
    case .publicOrder: "Public order s5"
    case .drunkAndDisorderly: "Drunk and disorderly"
    case .breach: "Breach of order"
    case .weapon: "Possession of offensive weapon"
    case .sexualOffence: "Sexual assault"
    case .fraud: "Fraud by false representation"
    }
  }
}

/// The made-up people who sign for agencies: names that nobody in the county bears.
enum Workers {
  static let officers = [
    "A. Quill", "B. Rook", "C. Sallow", "D. Teasel", "E. Umber", "F. Vetch", "G. Wren",
    "H. Yarrow", "J. Aspen", "K. Burdock", "L. Cress", "M. Dogwood",
  ]
}
