import Vocabulary

/// Ways a birth date is written down wrongly.
enum WrongDate {
  /// Day and month the other way round; nil where that is no date or the same one.
  static func swapped(_ day: Day) -> Day? {
    guard day.day != day.month else { return nil }
    return Day(year: day.year, month: day.day, day: day.month)
  }

  /// One digit of the year wrong: the decade or the year by one or two.
  static func wrongYear(_ day: Day, _ chance: inout Chance) -> Day? {
    let step = [-10, 10, -1, 1, -2, 2][chance.below(6)]
    let year = day.year + step
    return Day(year: year, month: day.month, day: min(day.day, 28))
  }

  /// What a system fills in when nobody knows: 1900, 1970, or the first day of the right year.
  static func byDefault(_ day: Day, _ chance: inout Chance) -> Day? {
    let years = [1900, 1901, 1970, day.year]
    return Day(year: years[chance.below(years.count)], month: 1, day: 1)
  }
}
