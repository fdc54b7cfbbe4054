import Vocabulary

/// When a child is of compulsory school age, in England.
enum SchoolAge {
  /// The days from the start of the term after the fifth birthday to the last Friday in June of year 11.
  static func days(born: Day) -> DayInterval? {
    let fifth = Age.day(ofReaching: 5, born: born).parts
    let start =
      switch fifth.month {
      case 1...3: Day(year: fifth.year, month: 4, day: 1)
      case 4...8: Day(year: fifth.year, month: 9, day: 1)
      default: Day(year: fifth.year + 1, month: 1, day: 1)
      }
    let year = AcademicYear(containing: Age.day(ofReaching: 16, born: born)).start
    guard let start, let end = Day(year: year + 1, month: 6, day: 30) else { return nil }
    let daysSinceFriday = (end.weekday.rawValue + 2) % 7
    return DayInterval(first: start, last: end.adding(days: -daysSinceFriday))
  }

  /// Whether a child born at that time is of school age on the day.
  static func contains(_ day: Day, born: PartialDate) -> Certainty {
    guard let first = days(born: born.earliest), let last = days(born: born.latest) else {
      return .cannotTell
    }
    let (one, other) = (first.contains(day), last.contains(day))
    return one == other ? Certainty(one) : .cannotTell
  }

  /// Whether a child born at that time has left school before the day.
  static func hasLeft(by day: Day, born: PartialDate) -> Certainty {
    guard let first = days(born: born.earliest), let last = days(born: born.latest) else {
      return .cannotTell
    }
    let (one, other) = (first.last < day, last.last < day)
    return one == other ? Certainty(one) : .cannotTell
  }
}
