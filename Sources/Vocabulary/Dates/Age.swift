/// Ages in whole years, and what can be said of them when a birth date is known in part.
///
/// An age is reached at the start of the birthday. Who was born on 29 February reaches it on 1 March in
/// years without that day.
public enum Age {
  /// How old someone born on the first day is on the other, or nothing before the birth.
  public static func years(born birth: Day, on day: Day) -> Int? {
    guard birth <= day else { return nil }
    let (birth, day) = (birth.parts, day.parts)
    let isBirthdayPast = (day.month, day.day) >= (birth.month, birth.day)
    return day.year - birth.year - (isBirthdayPast ? 0 : 1)
  }

  /// The youngest and the oldest that someone may be, or nothing if certainly not yet born.
  ///
  /// Someone who may be unborn on the day counts as 0 at the lower end.
  public static func range(born birth: PartialDate, on date: PartialDate) -> ClosedRange<Int>? {
    guard let oldest = years(born: birth.earliest, on: date.latest) else { return nil }
    return (years(born: birth.latest, on: date.earliest) ?? 0)...oldest
  }

  /// The youngest and the oldest that someone may be, or nothing if certainly not yet born.
  public static func range(born birth: PartialDate, on day: Day) -> ClosedRange<Int>? {
    range(born: birth, on: PartialDate(day))
  }

  /// Whether someone has not reached the age; the unborn have not.
  public static func isUnder(
    _ age: Int, born birth: PartialDate, on date: PartialDate
  ) -> Certainty {
    guard let range = range(born: birth, on: date) else { return .yes }
    if range.upperBound < age { return .yes }
    return range.lowerBound >= age ? .no : .cannotTell
  }

  /// Whether someone has not reached the age; the unborn have not.
  public static func isUnder(_ age: Int, born birth: PartialDate, on day: Day) -> Certainty {
    isUnder(age, born: birth, on: PartialDate(day))
  }

  /// The first day on which someone born on that day has the age.
  public static func day(ofReaching age: Int, born birth: Day) -> Day {
    let anniversary = birth.adding(months: age * 12)
    return anniversary.day == birth.day ? anniversary : anniversary.adding(days: 1)
  }
}
