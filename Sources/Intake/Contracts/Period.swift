public import Vocabulary

/// A stretch of the calendar such as «45 days» or «6 years».
public struct Period: Hashable, Sendable {
  /// The unit of a period.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case days, weeks, months, years
  }

  /// How many.
  public var count: Int
  /// Of what.
  public var unit: Unit

  /// Names a period.
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads «45 days», «1 day», «6 years».
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let count = Digits.number(words[0]), (1...10_000).contains(count) else {
      return nil
    }
    let unit = words[1].hasSuffix("s") ? String(words[1]) : words[1] + "s"
    guard let unit = Unit(rawValue: unit) else { return nil }
    self.init(count, unit)
  }

  /// As written in a contract.
  public var text: String {
    "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }

  /// The day on which the period that begins on a day has run out.
  public func end(from day: Day) -> Day {
    switch unit {
    case .days: day.adding(days: count)
    case .weeks: day.adding(days: 7 * count)
    case .months: day.adding(months: count)
    case .years: day.adding(months: 12 * count)
    }
  }
}

/// How often an agency sends a series.
public enum Rhythm: String, Hashable, Sendable, CaseIterable {
  case day, week, fortnight, month, quarter, term, year, once
  case halfTerm = "half-term"

  /// The longest number of days that two deliveries in rhythm lie apart.
  public var days: Int? {
    switch self {
    case .day: 1
    case .week: 7
    case .fortnight: 14
    case .month: 31
    case .halfTerm: 56
    case .quarter: 92
    case .term: 130
    case .year: 366
    case .once: nil
    }
  }
}

/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, CaseIterable {
  /// The run may publish; a person should look.
  case warning
  /// The run may not publish.
  case error
}

/// Numbers as contracts write them: digits alone, without the signs that `Int` would take.
enum Digits {
  static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy(ASCII.isDigit) ? Int(text) : nil
  }
}
