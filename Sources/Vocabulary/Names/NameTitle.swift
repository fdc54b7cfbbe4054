/// A form of address before a name.
public enum NameTitle: String, CaseIterable, Hashable, Sendable {
  case mr = "Mr"
  case mrs = "Mrs"
  case miss = "Miss"
  case ms = "Ms"
  case mx = "Mx"
  case master = "Master"
  case doctor = "Dr"
  case professor = "Prof"
  case reverend = "Rev"
  case sir = "Sir"
  case dame = "Dame"
  case lord = "Lord"
  case lady = "Lady"
  case councillor = "Cllr"
  case captain = "Capt"
  case sergeant = "Sgt"

  /// The title as it is written.
  public var text: String { rawValue }

  /// Whether people write it only as a title, so that it may stand after the name too.
  var isNeverAName: Bool {
    switch self {
    case .mr, .mrs, .miss, .ms, .mx, .doctor, .councillor: true
    default: false
    }
  }

  /// The folded spellings that extracts use.
  var spellings: String {
    switch self {
    case .mr: "MR MISTER"
    case .mrs: "MRS MISSUS"
    case .miss: "MISS"
    case .ms: "MS"
    case .mx: "MX"
    case .master: "MASTER MSTR MSTER MAST"
    case .doctor: "DR DOCTOR"
    case .professor: "PROF PROFESSOR"
    case .reverend: "REV REVD REVEREND"
    case .sir: "SIR"
    case .dame: "DAME"
    case .lord: "LORD"
    case .lady: "LADY"
    case .councillor: "CLLR COUNCILLOR"
    case .captain: "CAPT CAPTAIN"
    case .sergeant: "SGT SERGEANT"
    }
  }
}

/// What tells a son from the father he is named after.
public enum GenerationSuffix: String, CaseIterable, Hashable, Sendable {
  case senior = "Snr"
  case junior = "Jr"
  case second = "II"
  case third = "III"
  case fourth = "IV"

  /// The suffix as it is written.
  public var text: String { rawValue }

  /// The folded spellings that extracts use.
  var spellings: String {
    switch self {
    case .senior: "SNR SR SENIOR"
    case .junior: "JR JNR JUNIOR"
    case .second: "II 2ND"
    case .third: "III 3RD"
    case .fourth: "IV 4TH"
    }
  }
}
