/// The functions that expressions may use, by the names they have in settings.
enum FeatureFunction: String, CaseIterable, Sendable {
  /// The first so many characters.
  case first
  /// The last so many characters.
  case last
  /// The first letter.
  case initial
  /// Double Metaphone's first code.
  case metaphone
  /// A code for how British people say a name.
  case britishSound = "british_sound"
  /// The classic Soundex code.
  case soundex
  /// The words, as a list.
  case words
  /// The words with digits in them, as one text.
  case numbers
  /// The groups of nicknames and transliterations that a name belongs to, as a list.
  case nicknames
  /// The year of a date.
  case year
  /// The month of a date.
  case month
  /// The day of a date within its month.
  case day
  /// The postcode without its last two letters.
  case sector
  /// The first half of a postcode.
  case district
  /// The letters that a postcode begins with.
  case area
  /// Several expressions side by side.
  case join
  /// Several expressions side by side, in whichever order.
  case sorted
  /// The values of several expressions, as one list.
  case anyOf = "any_of"
  /// A point on the map, from latitude and longitude in degrees.
  case point

  /// Whether the result depends on more than one value of a record.
  var isCombined: Bool {
    switch self {
    case .join, .sorted, .anyOf, .point: true
    default: false
    }
  }

  /// What is wrong with the numbers of inputs.
  func problems(inputs: Int, numbers: [Int]) -> [ScopeProblem] {
    switch self {
    case .first, .last:
      guard inputs == 1, numbers.count == 1, (1...64).contains(numbers[0]) else {
        return [.init(what: "'\(rawValue)' wants one expression and a number", advice: example)]
      }
    case .join, .sorted, .anyOf:
      guard inputs >= 2, numbers.isEmpty else {
        return [.init(what: "'\(rawValue)' wants two expressions or more", advice: example)]
      }
    case .point:
      guard inputs == 2, numbers.isEmpty else {
        return [.init(what: "'point' wants latitude and longitude", advice: example)]
      }
    default:
      guard inputs == 1, numbers.isEmpty else {
        return [.init(what: "'\(rawValue)' wants one expression", advice: example)]
      }
    }
    return []
  }

  private var example: String {
    switch self {
    case .first, .last: "such as \(rawValue)(forename, 3)"
    case .join, .sorted, .anyOf: "such as \(rawValue)(forename, surname)"
    case .point: "such as point(latitude, longitude)"
    default: "such as \(rawValue)(surname)"
    }
  }
}
