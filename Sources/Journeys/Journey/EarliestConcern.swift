public import Vocabulary

/// When a family first showed concern, by either definition, as exact as it is known.
public struct EarliestConcern: Hashable, Sendable {
  /// A date of concern with what shows it.
  public struct Point: Hashable, Sendable {
    /// The days on which it may have been.
    public var date: DayInterval
    /// The triggers that show it, by their places among the journey's occurrences.
    public var occurrences: [Int]
  }

  /// The first sign of any weight.
  public var firstSign: Point?
  /// The first sign that is a concern by itself.
  public var single: Point?
  /// The first day on which the signs of some time came to a concern together.
  public var accumulated: Point?
  /// The earlier of the two.
  public var earliest: Point?
  /// A day from which it may have been, where a vague date or detail leaves open whether it was earlier.
  public var mayBeFrom: Day?
}

extension EarliestConcern {
  /// Finds the dates among the triggers of one family.
  init(
    _ occurrences: [TriggerOccurrence], rules: ConcernRules, triggers: [Trigger],
    agencies: ([Int]) -> [Int]
  ) {
    let sure = occurrences.indices.filter {
      occurrences[$0].isCertain && triggers[occurrences[$0].trigger].modifier == nil
    }
    firstSign = Self.first(sure.filter { occurrences[$0].weight > 0 }, of: occurrences)
    single = Self.first(sure.filter { occurrences[$0].weight >= rules.single }, of: occurrences)
    let sum = AccumulatedConcern(
      occurrences, rules: rules, triggers: triggers, agencies: agencies)
    accumulated = sum.point
    earliest = Self.earlier(single, accumulated)
    let possible = occurrences.indices.filter {
      !occurrences[$0].isCertain && occurrences[$0].weight >= rules.single
        && triggers[occurrences[$0].trigger].modifier == nil
    }
    let first = possible.map { occurrences[$0].date.first }.min()
    let soonest = [first, sum.mayBeFrom].compactMap { $0 }.min()
    mayBeFrom = soonest.flatMap { day in
      guard let earliest else { return day }
      return day < earliest.date.first ? day : nil
    }
  }

  /// The first of some: no day earlier than any may be, and none later than one is for certain.
  private static func first(_ places: [Int], of occurrences: [TriggerOccurrence]) -> Point? {
    guard let earliest = places.map({ occurrences[$0].date.first }).min(),
      let latest = places.map({ occurrences[$0].date.last }).min(),
      let date = DayInterval(first: earliest, last: latest)
    else { return nil }
    return Point(date: date, occurrences: places.filter { occurrences[$0].date.first <= latest })
  }

  private static func earlier(_ one: Point?, _ other: Point?) -> Point? {
    guard let one, let other else { return one ?? other }
    let first = one.date.first <= other.date.first ? one : other
    let last = min(one.date.last, other.date.last)
    guard let date = DayInterval(first: first.date.first, last: last) else { return first }
    return Point(date: date, occurrences: first.occurrences)
  }
}
