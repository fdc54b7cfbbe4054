import Vocabulary

/// What a step comes to, with how far it is from its threshold.
struct Outcome {
  var state: FindingState
  var part: Int32 = 0
  var whole: Int32 = 0
  var needed: Int32 = 0
  /// The person about whom it is, by the place in the case file; -1 for nobody in particular.
  var person: Int32 = -1

  /// How far it goes towards settling that one person is enough.
  var rank: Int {
    switch state {
    case .met: 3
    case .cannotTell: 2
    case .notMet: 1
    case .notApplicable: 0
    }
  }

  /// Whether it is nearer to its threshold, or further beyond.
  func isNearer(than other: Outcome) -> Bool {
    Int64(part) * Int64(max(1, other.needed)) > Int64(other.part) * Int64(max(1, needed))
  }
}

/// How sure something is, as a number that `min` joins as «and» does.
enum Sureness {
  static let no: UInt8 = 0
  static let maybe: UInt8 = 1
  static let yes: UInt8 = 2
}
