/// A term with its days, or the part of one that has passed.
public struct TermSpan: Sendable, Hashable {
  /// Which term it is.
  public let term: AcademicTerm
  /// The days of the term that count.
  public let days: DayInterval
  /// Whether the term goes on after these days.
  public let isPart: Bool
}

extension TermCalendar {
  /// Which terms count as the last ones.
  public enum Counting: Sendable, Hashable {
    /// Terms that ended before the day.
    case completed
    /// The term that the day is in too, up to and with the day, as the last of them.
    case rolling
  }

  /// The term that the day is in, or nothing in holidays and outside of the calendar.
  public func term(
    containing day: Day, authority: LocalAuthorityCode, school: School? = nil
  ) -> AcademicTerm? {
    let year = AcademicYear(containing: day)
    return Self.terms(of: [year.start - 1, year.start, year.start + 1]).first { term in
      days(of: term, authority: authority, school: school)?.contains(day) ?? false
    }
  }

  /// The last so many consecutive terms at the day, the earliest first.
  ///
  /// Nothing if the calendar does not say: it has to hold every one of them, and every term of the
  /// school year that the day is in, or an outdated calendar would pass old terms off as the last.
  public func lastTerms(
    _ count: Int, at day: Day, _ counting: Counting, authority: LocalAuthorityCode,
    school: School? = nil
  ) -> [TermSpan]? {
    precondition(count > 0, "at least one term is asked for")
    let year = AcademicYear(containing: day).start
    let current = Self.terms(of: [year]).map {
      days(of: $0, authority: authority, school: school)
    }
    guard !current.contains(nil) else { return nil }
    var spans: [TermSpan] = []
    let yearsBack = (count + 2) / 3
    for term in Self.terms(of: Array(year - yearsBack...year + 1)).reversed()
    where spans.count < count {
      guard let days = days(of: term, authority: authority, school: school) else {
        // Next year's terms matter only where one starts in the last days of August.
        if term.year.start > year { continue }
        return nil
      }
      if let span = Self.span(of: term, days, at: day, counting) { spans.append(span) }
    }
    return spans.count == count ? spans.reversed() : nil
  }

  private static func span(
    of term: AcademicTerm, _ days: DayInterval, at day: Day, _ counting: Counting
  ) -> TermSpan? {
    if days.last < day { return TermSpan(term: term, days: days, isPart: false) }
    guard counting == .rolling, days.first <= day else { return nil }
    return TermSpan(
      term: term, days: DayInterval(unchecked: days.first, day), isPart: day < days.last)
  }

  private static func terms(of years: [Int]) -> [AcademicTerm] {
    years.flatMap { year in
      Term.allCases.map { AcademicTerm($0, of: AcademicYear(start: year)) }
    }
  }
}
