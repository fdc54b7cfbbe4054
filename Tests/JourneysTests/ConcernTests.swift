import TestSupport
import Testing
import Vocabulary

@testable import Journeys

/// The earliest concern beside a slow and plain reckoning of it, over every day that vague dates leave open.
@Suite struct ConcernTests {
  private static let rules = ConcernRules(
    single: 3, accumulated: 3, within: 4, agencies: 2, triggers: 2, founders: 31)

  private static let triggers = (0..<3).map { place in
    Trigger(
      id: "W\(place)", title: "", wording: "", source: "", confidence: .proposed, steps: [],
      modifier: place == 2 ? 150 : nil, examples: [])
  }

  /// A sign on one exact day.
  private struct Sign {
    var trigger: Int
    var person: Int
    var agency: Int
    var weight: Int
    var day: Int
  }

  /// The first day on which one sign is a concern, and the first on which some are, looked for day by day.
  private static func plainly(_ signs: [Sign]) -> (single: Int?, accumulated: Int?) {
    let real = signs.filter { triggers[$0.trigger].modifier == nil }
    let single = real.filter { $0.weight >= rules.single }.map(\.day).min()
    for day in 0..<40 {
      let near = real.filter { $0.day <= day && $0.day > day - rules.within && $0.weight > 0 }
      var sum = 0
      for trigger in 0..<3 {
        for person in 0..<3 {
          let best = near.filter { $0.trigger == trigger && $0.person == person }.map { sign in
            let isModified = signs.contains {
              triggers[$0.trigger].modifier != nil && $0.person == sign.person && $0.day <= day
            }
            return sign.weight * (isModified ? 150 : 100)
          }
          sum += best.max() ?? 0
        }
      }
      let agencies = Set(near.map(\.agency)).count
      let kinds = Set(near.map(\.trigger)).count
      if sum >= 300, agencies >= 2 || kinds >= 2 { return (single, day) }
    }
    return (single, nil)
  }

  private static func everyDay(_ vague: [(Sign, Int)]) -> [[Sign]] {
    vague.reduce([[]]) { histories, next in
      histories.flatMap { history in
        (0..<next.1).map { offset in
          var sign = next.0
          sign.day += offset
          return history + [sign]
        }
      }
    }
  }

  @Test func datesHoldWhateverVagueDatesHide() {
    var random = SplitMix64(seed: 40)
    for _ in 0..<1_500 {
      let vague = (0..<1 + random.below(5)).map { _ in
        let sign = Sign(
          trigger: random.below(3), person: random.below(2), agency: random.below(2),
          weight: random.below(4), day: random.below(12))
        return (sign, [1, 1, 1, 2, 4][random.below(5)])
      }
      let found = Self.found(vague)
      let all = Self.everyDay(vague).map(Self.plainly)
      let singles = all.map { $0.single ?? .max }
      let sums = all.map { $0.accumulated ?? .max }
      Self.compare(found.single, singles, isTight: true)
      Self.compare(found.accumulated, sums, isTight: vague.allSatisfy { $0.1 == 1 })
      if let earliest = found.earliest {
        check(zip(singles, sums).allSatisfy { min($0, $1) <= Self.number(earliest.date.last) })
      }
    }
  }

  private static func compare(
    _ point: EarliestConcern.Point?, _ truth: [Int], isTight: Bool
  ) {
    guard let point else {
      // Without a date, at least one way of reading the vague ones has none, or it cannot be told.
      check(!isTight || truth.contains(.max), "a certain date was not found")
      return
    }
    check(number(point.date.first) <= truth.min() ?? 0, "later than it may be")
    check(number(point.date.last) >= truth.max() ?? 0, "surer than it is")
    if isTight {
      check(number(point.date.first) == truth.min(), "vaguer than it is")
      check(number(point.date.last) == truth.max(), "vaguer than it is")
    }
  }

  private static func found(_ vague: [(Sign, Int)]) -> EarliestConcern {
    let occurrences = vague.enumerated().map { place, entry in
      let (sign, width) = entry
      let days = DayInterval(
        first: day("2010-01-01").adding(days: sign.day),
        last: day("2010-01-01").adding(days: sign.day + width - 1))
      return TriggerOccurrence(
        trigger: sign.trigger, step: 0, person: sign.person,
        date: days ?? DayInterval(day("2010-01-01")), weight: sign.weight, isCertain: true,
        facts: [place])
    }
    return EarliestConcern(
      occurrences, rules: rules, triggers: triggers,
      agencies: { facts in facts.map { vague[$0].0.agency } })
  }

  private static func number(_ day: Day) -> Int { JourneysTests.day("2010-01-01").days(until: day) }
}
