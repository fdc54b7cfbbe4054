/// Why a text is not an identifier of the kind it was read as.
///
/// A problem never carries the text itself; the expected check character reveals nothing of it.
public enum IdentifierProblem: Error, Sendable, Hashable {
  /// Nothing is there.
  case empty
  /// It has more or fewer characters than the kind has.
  case wrongLength(expected: Int)
  /// A character stands where the kind has none such.
  case wrongShape
  /// The check character is another one; nothing if no check character would make it valid.
  case checkCharacter(expected: Character?)
  /// The number is from a range that is never given out.
  case notAllocated
  /// It is a filler such as ten equal digits or the number that leaflets show.
  case placeholder
  /// It was made up for the time being, by a rule that gives others the same one.
  case temporary
  /// It has a prefix that offices use for their own book-keeping.
  case administrative
  /// Its year has two digits, and the day that says which century was not given.
  case centuryUnknown
  /// A spreadsheet turned it into `1.23457E+12`, `####` or an error value.
  case damagedBySpreadsheet
}

extension IdentifierProblem {
  /// Whether the text says that there is no identifier rather than that there is a wrong one.
  public var meansAbsent: Bool {
    switch self {
    case .empty, .placeholder, .temporary, .administrative: true
    case .wrongLength, .wrongShape, .checkCharacter, .notAllocated, .centuryUnknown,
      .damagedBySpreadsheet:
      false
    }
  }

  /// The problem's name in reports and reason codes.
  public var code: String {
    switch self {
    case .empty: "empty"
    case .wrongLength: "wrong-length"
    case .wrongShape: "wrong-shape"
    case .checkCharacter: "check-character"
    case .notAllocated: "not-allocated"
    case .placeholder: "placeholder"
    case .temporary: "temporary"
    case .administrative: "administrative"
    case .centuryUnknown: "century-unknown"
    case .damagedBySpreadsheet: "damaged-by-spreadsheet"
    }
  }
}
