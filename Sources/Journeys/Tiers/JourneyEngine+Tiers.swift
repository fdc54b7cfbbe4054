import Vocabulary

extension JourneyEngine {
  /// The tier in which the family whose journey was followed last stands on the day of the run.
  public mutating func tier(of journey: Journey, by tiers: TierRules) -> TierJudgement {
    precondition(journey.family == detector.scene.family.id, "the family that was followed last")
    var mayBe: Int?
    var undelivered: [Int] = []
    for (place, tier) in tiers.tiers.enumerated() {
      let answers = tier.lines.map { holds($0, in: journey) }
      if tier.lines.isEmpty || answers.contains(.yes) {
        let lines = answers.indices.filter { answers[$0] == .yes }
        return TierJudgement(tier: place, lines: lines, mayBe: mayBe, undelivered: undelivered)
      }
      if answers.contains(.cannotTell), mayBe == nil { mayBe = place }
      for kind in tier.lines.flatMap(\.kinds)
      where !detector.coverage.hasFeed(of: kind) && !undelivered.contains(kind) {
        undelivered.append(kind)
      }
    }
    preconditionFailure("the last tier is that of everybody else")
  }

  private func holds(_ line: Tier.Line, in journey: Journey) -> Certainty {
    let asOf = detector.scene.asOf
    switch line {
    case .open(let kinds): return isOpen(kinds, on: asOf)
    case .lately(let kinds, let window):
      return wasLately(kinds, after: window.lastDayBefore(windowTo: asOf))
    case .sign(let weight, let window):
      let near = signs(journey, after: window.lastDayBefore(windowTo: asOf))
      return near.reduce(.no) { $1.0.weight >= weight ? $0.or($1.1) : $0 }
    case .sum(let needed, let window):
      let near = signs(journey, after: window.lastDayBefore(windowTo: asOf))
      if sum(near.filter { $0.1 == .yes }.map(\.0)) >= needed { return .yes }
      return sum(near.map(\.0)) >= needed ? .cannotTell : .no
    }
  }

  private func isOpen(_ kinds: [Int], on day: Int32) -> Certainty {
    var answer = Certainty.no
    for place in kinds.flatMap({ detector.scene.facts(of: $0) }) {
      guard let moment = detector.scene.moment(of: place) else { continue }
      let isSure = detector.scene.surelyLasts(place)?.contains(day) == true && moment.isCertain
      if isSure { return .yes }
      if detector.scene.mayLast(place).contains(day) { answer = .cannotTell }
    }
    return answer
  }

  private func wasLately(_ kinds: [Int], after day: Int32) -> Certainty {
    var answer = Certainty.no
    for place in kinds.flatMap({ detector.scene.facts(of: $0) }) {
      guard let moment = detector.scene.moment(of: place), moment.last > day else { continue }
      if moment.first > day, moment.isCertain { return .yes }
      answer = .cannotTell
    }
    return answer
  }

  /// The signs after a day, each with whether it certainly was one and certainly after it.
  private func signs(
    _ journey: Journey, after day: Int32
  ) -> [(TriggerOccurrence, Certainty)] {
    journey.occurrences.compactMap { occurrence in
      guard occurrence.weight > 0, rules.triggers[occurrence.trigger].modifier == nil,
        occurrence.date.last.daysSince1970 > day
      else { return nil }
      let isSure = occurrence.isCertain && occurrence.date.first.daysSince1970 > day
      return (occurrence, isSure ? .yes : .cannotTell)
    }
  }

  /// The sum of weights, each sign once for each person at its highest.
  private func sum(_ signs: [TriggerOccurrence]) -> Int {
    var best: [(trigger: Int, person: Int, weight: Int)] = []
    for sign in signs {
      let person = sign.person ?? -1
      if let place = best.firstIndex(where: { $0.trigger == sign.trigger && $0.person == person }) {
        best[place].weight = max(best[place].weight, sign.weight)
      } else {
        best.append((sign.trigger, person, sign.weight))
      }
    }
    return best.reduce(0) { $0 + $1.weight }
  }
}

extension Tier.Line {
  /// The kinds of fact that the line looks at.
  var kinds: [Int] {
    switch self {
    case .open(let kinds), .lately(let kinds, _): kinds
    case .sign, .sum: []
    }
  }
}
