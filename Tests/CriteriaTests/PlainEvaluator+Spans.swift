import Vocabulary

@testable import Criteria

extension PlainEvaluator {
  func latest(_ rule: LatestRule, _ person: Int?) -> FindingState {
    guard let days = days(rule.window) else { return .cannotTell }
    let answers = facts(rule.among).filter {
      $0.person == person && isInTime($0, .happened, days) != .no
    }
    let sure = answers.filter { isInTime($0, .happened, days) == .yes }
    guard let surest = sure.compactMap({ $0.starts?.earliest }).max(),
      let day = DayInterval(first: surest, last: surest)
    else { return .cannotTell }
    for kind in rule.among {
      let place = places[kind] ?? 0
      let suppliers = (self.suppliers[place] ?? []).map(\.source)
      let covering = (coverage[place] ?? []).filter { $0.unit == nil }
      for source in Set(suppliers + covering.map(\.source))
      where !covering.contains(where: { $0.source == source && $0.days.contains(day) }) {
        return .cannotTell
      }
    }
    let last = answers.filter { ($0.starts?.latest ?? .latest) >= surest }
    let says = last.map { fact -> Certainty in
      if rule.unknown.contains(kindName(fact)) { return .cannotTell }
      return rule.wanted.contains(kindName(fact)) ? passes(fact, rule.details) : .no
    }
    let isOneDay = last.allSatisfy { $0.starts?.day == surest }
    if says.contains(.yes), isOneDay || says.allSatisfy({ $0 == .yes }) { return .met }
    return says.contains { $0 != .no } ? .cannotTell : .notMet
  }

  func lasted(_ rule: SpellRule, _ person: Int?) -> FindingState {
    guard let days = days(rule.window) else { return .cannotTell }
    let spells = facts(rule.kinds).filter { $0.person == person }
    func length(_ holds: (CaseFact, Day) -> Bool) -> Int {
      var (sum, run, longest) = (0, 0, 0)
      var day = days.first
      while day <= days.last {
        run = spells.contains { holds($0, day) } ? run + 1 : 0
        if run > 0 { sum += 1 }
        longest = max(longest, run)
        day = day.adding(days: 1)
      }
      return rule.isUnbroken ? longest : sum
    }
    let surely = length { fact, day in
      fact.starts.map { $0.latest <= day } ?? false && fact.ends.map { day <= $0.earliest } ?? true
    }
    if surely >= rule.days { return .met }
    let perhaps = length { fact, day in
      fact.starts.map { $0.earliest <= day } ?? true && fact.ends.map { day <= $0.latest } ?? true
    }
    if perhaps >= rule.days { return .cannotTell }
    return isCovered(rule.kinds, days, person) ? .notMet : .cannotTell
  }

  func unanswered(_ rule: UnansweredRule, _ person: Int?) -> FindingState {
    guard let days = days(rule.window) else { return .cannotTell }
    let open = facts(rule.kinds).filter { $0.person == person }.map { asked -> Certainty in
      isInTime(asked, .happened, days).and(isOverdue(asked, rule)).and(
        isAnswered(asked, rule, person).negated)
    }
    let isComplete =
      open.contains { $0 != .no }
      ? isCovered(rule.answers, days, person) : isCovered(rule.kinds, days, person)
    if !isComplete { return .cannotTell }
    return FindingState(open.reduce(.no) { $0.or($1) })
  }

  private func isOverdue(_ asked: CaseFact, _ rule: UnansweredRule) -> Certainty {
    asked.starts?.isBefore(date.adding(days: -rule.grace)) ?? .cannotTell
  }

  private func isAnswered(
    _ asked: CaseFact, _ rule: UnansweredRule, _ person: Int?
  ) -> Certainty {
    facts(rule.answers).filter { $0.person == person }.map { answer -> Certainty in
      var sure = Certainty.yes
      if let same = rule.same {
        guard let one = detail(asked, same), let other = detail(answer, same) else {
          return .cannotTell
        }
        sure = Certainty(one == other)
      }
      guard let given = answer.starts else { return sure.and(.cannotTell) }
      sure = sure.and(given.isOnOrBefore(date))
      if rule.same == nil {
        sure = sure.and(asked.starts.map { given.isOnOrAfter($0) } ?? .cannotTell)
      }
      return sure
    }.reduce(.no) { $0.or($1) }
  }
}
