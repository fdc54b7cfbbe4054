import Vocabulary

/// The first day on which the weights of some time come to a concern: for certain by one day, and possibly from another.
///
/// A day counts when the signs in the days up to it, each trigger once for each person at its highest weight, reach the
/// sum and are of several agencies or several triggers.
struct AccumulatedConcern {
  /// The date, where it was certainly reached.
  private(set) var point: EarliestConcern.Point?
  /// From when it may have been reached, whether or not it certainly was.
  private(set) var mayBeFrom: Day?

  private let occurrences: [TriggerOccurrence]
  private let rules: ConcernRules
  private let triggers: [Trigger]
  private let agencies: [[Int]]
  /// From which day everyone's weights count more, in percent, by person; -1 is the family.
  private let modifiers: [Modifier]

  init(
    _ occurrences: [TriggerOccurrence], rules: ConcernRules, triggers: [Trigger],
    agencies: ([Int]) -> [Int]
  ) {
    self.occurrences = occurrences
    self.rules = rules
    self.triggers = triggers
    self.agencies = occurrences.map { agencies($0.facts) }
    modifiers = occurrences.indices.compactMap { place in
      guard occurrences[place].isCertain,
        let percent = triggers[occurrences[place].trigger].modifier
      else { return nil }
      return Modifier(
        person: occurrences[place].person ?? -1, date: occurrences[place].date, percent: percent)
    }
    let counted = occurrences.indices.filter { counts($0) }
    mayBeFrom = earliestPossible(counted)
    guard let latest = latestCertain(counted.filter { occurrences[$0].isCertain }) else { return }
    let first = min(mayBeFromCertain(counted) ?? latest.day, latest.day)
    guard let date = DayInterval(first: first, last: latest.day) else { return }
    point = EarliestConcern.Point(date: date, occurrences: latest.set)
  }

  private func counts(_ place: Int) -> Bool {
    occurrences[place].weight > 0 && triggers[occurrences[place].trigger].modifier == nil
  }

  /// The first day by which the sum is reached wherever in their months the signs were.
  private func latestCertain(_ places: [Int]) -> (day: Day, set: [Int])? {
    let ordered = places.sorted {
      (occurrences[$0].date.last, $0) < (occurrences[$1].date.last, $1)
    }
    for (index, place) in ordered.enumerated() {
      let day = occurrences[place].date.last
      let before = day.adding(days: -rules.within)
      let set = ordered[...index].filter { occurrences[$0].date.first > before }
      // Signs that end on the same day come into the set one by one, and the last of them decides.
      if reaches(set, on: day, surely: true) { return (day, set.sorted()) }
    }
    return nil
  }

  /// The first day on which the certain signs may reach the sum.
  private func mayBeFromCertain(_ places: [Int]) -> Day? {
    earliestPossible(places.filter { occurrences[$0].isCertain })
  }

  private func earliestPossible(_ places: [Int]) -> Day? {
    for day in Set(places.map { occurrences[$0].date.first }).sorted() {
      let before = day.adding(days: -rules.within)
      let set = places.filter {
        occurrences[$0].date.first <= day && occurrences[$0].date.last > before
      }
      if reaches(set, on: day, surely: false) { return day }
    }
    return nil
  }

  private func reaches(_ set: [Int], on day: Day, surely: Bool) -> Bool {
    var best: [SignKey: Int] = [:]
    var seenAgencies: [Int] = []
    var seenTriggers: [Int] = []
    for place in set {
      let occurrence = occurrences[place]
      let key = SignKey(trigger: occurrence.trigger, person: occurrence.person ?? -1)
      best[key] = max(best[key] ?? 0, weight(of: occurrence, on: day, surely))
      if !seenTriggers.contains(occurrence.trigger) { seenTriggers.append(occurrence.trigger) }
      for agency in agencies[place] where !seenAgencies.contains(agency) {
        seenAgencies.append(agency)
      }
    }
    let isBroad = seenAgencies.count >= rules.agencies || seenTriggers.count >= rules.triggers
    return isBroad && best.values.reduce(0, +) >= rules.accumulated * 100
  }

  /// The weight in hundredths: a modifier of the person's, known by the day, makes it count more.
  private func weight(
    of occurrence: TriggerOccurrence, on day: Day, _ surely: Bool
  ) -> Int {
    var percent = 100
    for modifier in modifiers
    where modifier.person == occurrence.person ?? -1
      && (surely ? modifier.date.last : modifier.date.first) <= day
    {
      percent = max(percent, modifier.percent)
    }
    return occurrence.weight * percent
  }

  private struct Modifier {
    var person: Int
    var date: DayInterval
    var percent: Int
  }

  private struct SignKey: Hashable {
    var trigger: Int
    var person: Int
  }
}
