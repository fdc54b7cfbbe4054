public import Vocabulary

/// A stretch of time as a rule states it, before the date is known: `12 months`, `3 terms`, `6 months before start`.
public struct Window: Sendable, Equatable, Hashable {
  /// What its length is counted in.
  public enum Unit: String, Sendable, CaseIterable {
    case days, weeks, months, terms
    /// From the beginning of time.
    case ever
    /// From the day from which the family is worked with.
    case sinceStart
  }

  /// Which day it ends with.
  public enum Ending: String, Sendable {
    /// The date for which the rule is asked.
    case date
    /// The day before the one from which the family is worked with.
    case start
  }

  /// What its length is counted in.
  public var unit: Unit
  /// How many of the unit.
  public var count: Int
  /// Which day it ends with.
  public var ending: Ending

  /// A window.
  public init(_ unit: Unit, _ count: Int = 0, ending: Ending = .date) {
    self.unit = unit
    self.count = count
    self.ending = ending
  }

  /// The one day for which the rule is asked.
  public static let theDate = Window(.days, 1)

  /// Whether it depends on the family and not on the date alone.
  var dependsOnStart: Bool { unit == .sinceStart || ending == .start }

  /// Reads `12 months`, `1 year`, `3 terms`, `ever`, `since start`, `6 months before start`.
  public init?(_ text: String) {
    var words = text.split(separator: " ").map(String.init)
    if words == ["ever"] {
      self.init(.ever)
      return
    }
    if words == ["since", "start"] {
      self.init(.sinceStart)
      return
    }
    var ending = Ending.date
    if words.suffix(2) == ["before", "start"] {
      ending = .start
      words.removeLast(2)
    }
    guard words.count == 2, let count = Int(words[0]), (1...1000).contains(count) else {
      return nil
    }
    switch words[1] {
    case "day", "days": self.init(.days, count, ending: ending)
    case "week", "weeks": self.init(.weeks, count, ending: ending)
    case "month", "months": self.init(.months, count, ending: ending)
    case "year", "years": self.init(.months, count * 12, ending: ending)
    case "term", "terms": self.init(.terms, count, ending: ending)
    default: return nil
    }
  }

  /// The window in words: «the last 12 months».
  public var title: String {
    switch (unit, ending) {
    case (.ever, _): return "at any time"
    case (.sinceStart, _): return "since the work with the family began"
    case (.terms, .date): return count == 1 ? "in the last term" : "in the last \(count) terms"
    default: break
    }
    if self == .theDate { return "on the date" }
    let length = count == 1 ? "1 \(unit.rawValue.dropLast())" : "\(count) \(unit.rawValue)"
    return ending == .date
      ? "in the last \(length)" : "in the \(length) before the work with the family began"
  }

  /// The days of the window for a date, or nothing if the calendar or the start does not say.
  ///
  /// A window of months is so many whole months that end with the date: on 22 July the last 12 months began
  /// on 23 July, so what happened on 22 July of the year before is a day too old.
  func days(at date: Day, start: Day?, terms: some TermSource) -> DayInterval? {
    var last = date
    if dependsOnStart {
      guard let start else { return nil }
      if unit == .sinceStart { return start <= date ? DayInterval(first: start, last: date) : nil }
      last = start.adding(days: -1)
    }
    switch unit {
    case .ever: return DayInterval(first: .earliest, last: last)
    case .days: return DayInterval(first: last.adding(days: 1 - count), last: last)
    case .weeks: return DayInterval(first: last.adding(days: 1 - 7 * count), last: last)
    case .months: return DayInterval(first: last.adding(months: -count).adding(days: 1), last: last)
    case .terms: return terms.lastTerms(count, at: last)
    case .sinceStart: return nil
    }
  }
}

/// Where windows find their terms.
protocol TermSource {
  /// From the first day of the first of the last so many terms to the last day of the last one.
  func lastTerms(_ count: Int, at day: Day) -> DayInterval?
}

/// The terms of one council's schools.
public struct CouncilTerms: Sendable, TermSource {
  private let calendar: TermCalendar
  private let authority: LocalAuthorityCode
  private let counting: TermCalendar.Counting

  /// The terms as the council keeps them, with those counted that the pack counts.
  public init(
    _ calendar: TermCalendar, of authority: LocalAuthorityCode,
    counting: TermCalendar.Counting = .completed
  ) {
    self.calendar = calendar
    self.authority = authority
    self.counting = counting
  }

  /// The same terms, counted as a pack counts them.
  public func counted(_ counting: TermCalendar.Counting) -> CouncilTerms {
    CouncilTerms(calendar, of: authority, counting: counting)
  }

  func lastTerms(_ count: Int, at day: Day) -> DayInterval? {
    guard let spans = calendar.lastTerms(count, at: day, counting, authority: authority),
      let first = spans.first, let last = spans.last
    else { return nil }
    return DayInterval(first: first.days.first, last: last.days.last)
  }

  /// The day after which the term that runs at the date, or the next one, is complete.
  func nextTermEnd(after day: Day) -> Day? {
    var best: Day?
    let year = AcademicYear(containing: day).start
    for start in year...year + 1 {
      for term in Term.allCases {
        let named = AcademicTerm(term, of: AcademicYear(start: start))
        guard let days = calendar.days(of: named, authority: authority), days.last >= day else {
          continue
        }
        if days.last < best ?? .latest { best = days.last }
      }
    }
    return best
  }
}
