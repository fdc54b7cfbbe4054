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

/// A count or a share of rows, as «1%» or «20».
public enum Limit: Hashable, Sendable {
  case rows(Int)
  /// A share in hundredths of a percent, so that 0.25% is exact.
  case share(hundredthsOfPercent: Int)

  /// Reads «20», «1%» or «0.25%».
  public init?(_ text: String) {
    guard text.hasSuffix("%") else {
      guard let rows = Digits.number(text[...]) else { return nil }
      self = .rows(rows)
      return
    }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Digits.number($0) }), whole <= 100, parts.count < 3
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(decimals.count), let fraction = Digits.number(decimals) else {
      return nil
    }
    let share = whole * 100 + (decimals.count == 1 ? fraction * 10 : fraction)
    guard share <= 10_000 else { return nil }
    self = .share(hundredthsOfPercent: share)
  }

  /// Whether so many of so many is more than the limit.
  public func isExceeded(by part: Int, of whole: Int) -> Bool {
    switch self {
    case .rows(let rows): part > rows
    case .share(let hundredths): part * 10_000 > hundredths * whole
    }
  }

  /// As written in a contract.
  public var text: String {
    switch self {
    case .rows(let rows): return "\(rows)"
    case .share(let hundredths):
      let fraction = hundredths % 100
      if fraction == 0 { return "\(hundredths / 100)%" }
      return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
    }
  }
}

/// When so many go wrong that a person should look, and when so many that nothing may be published.
public struct Tolerance: Hashable, Sendable {
  /// Above this, a warning.
  public var warnOver: Limit?
  /// Above this, the run does not publish.
  public var errorOver: Limit?

  /// Sets both limits.
  public init(warnOver: Limit? = nil, errorOver: Limit? = nil) {
    self.warnOver = warnOver
    self.errorOver = errorOver
  }

  /// What so many of so many amounts to.
  public func verdict(_ part: Int, of whole: Int) -> Severity? {
    if let errorOver, errorOver.isExceeded(by: part, of: whole) { return .error }
    if let warnOver, warnOver.isExceeded(by: part, of: whole) { return .warning }
    return nil
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
private enum Digits {
  static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy(ASCII.isDigit) ? Int(text) : nil
  }
}
