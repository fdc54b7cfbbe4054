public import Vocabulary

/// Dates and numbers as one reads them out.
enum Spoken {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let numbers = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  /// A number below ten as a word.
  static func number(_ number: Int) -> String {
    numbers.indices.contains(number) ? numbers[number] : "\(number)"
  }

  static func day(_ day: Day) -> String {
    let parts = day.parts
    return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
  }

  static func days(_ days: DayInterval) -> String {
    if days.first == days.last { return day(days.first) }
    if days.first == .earliest { return "until \(day(days.last))" }
    if days.isOpen { return "from \(day(days.first))" }
    return "\(day(days.first)) to \(day(days.last))"
  }

  /// Words in a row: «a, b and c».
  static func list(_ words: [String], _ joining: String = "and") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(joining) \(last)"
  }

  /// A word whose first letter is small, unless it begins like a name or an abbreviation.
  static func small(_ text: String) -> String {
    let second = text.dropFirst().first
    guard let first = text.first, second.map({ $0.isLowercase || $0 == " " }) ?? true else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }
}

extension PartialDate {
  /// The date as one reads it out: «25 July 2013», «July 2013», «the second quarter of 2013», «2013».
  public var spoken: String {
    let parts = earliest.parts
    let long = Spoken.day(earliest)
    switch precision {
    case .day: return long
    case .month: return String(long.drop { $0 != " " }.dropFirst())
    case .quarter:
      let names = ["first", "second", "third", "last"]
      return "the \(names[(parts.month - 1) / 3]) quarter of \(parts.year)"
    case .year: return "\(parts.year)"
    }
  }
}
