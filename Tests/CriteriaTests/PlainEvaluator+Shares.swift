import Vocabulary

@testable import Criteria

extension PlainEvaluator {
  /// Whether so many of so many pass, by plain multiplication.
  private func passes(_ part: Int, _ whole: Int, _ comparison: Comparison, _ share: Share) -> Bool {
    let (left, right) = (share.whole * part, share.part * whole)
    switch comparison {
    case .atLeast: return left >= right
    case .moreThan: return left > right
    case .atMost: return left <= right
    case .below: return left < right
    }
  }

  func measured(_ rule: MeasureRule, _ person: Int?) -> FindingState {
    guard let days = days(rule.window) else { return .cannotTell }
    var (part, whole) = (0, 0)
    // What straddles the window: all of it may have been hits, or none.
    var (mostHits, wholeOfHits, wholeOfMisses) = (0, 0, 0)
    let kinds = rule.kinds.contains(rule.whole) ? rule.kinds : rule.kinds + [rule.whole]
    for fact in facts(kinds) where fact.person == person {
      let isPart = rule.kinds.contains(kindName(fact))
      let isWhole = kindName(fact) == rule.whole
      let (hits, all) = (isPart ? Int(fact.part) : 0, isWhole ? Int(fact.whole) : 0)
      let last = fact.ends?.latest ?? fact.starts?.latest ?? .latest
      let first = fact.starts?.earliest ?? .earliest
      guard first <= days.last, last >= days.first else { continue }
      if days.first <= first, last <= days.last {
        part += hits
        whole += all
      } else {
        mostHits += hits
        wholeOfHits += all > 0 ? hits : 0
        wholeOfMisses += max(0, all - hits)
      }
    }
    let low = passes(part, whole + wholeOfMisses, rule.comparison, rule.share)
    let high = passes(part + mostHits, whole + wholeOfHits, rule.comparison, rule.share)
    var isComplete = isCovered(rule.kinds, days, person)
    if !rule.kinds.contains(rule.whole), !isCovered([rule.whole], days, person) {
      isComplete = false
    }
    guard isComplete, whole >= rule.minimum, low == high else { return .cannotTell }
    return low ? .met : .notMet
  }

  func shared(_ rule: ShareRule, _ person: Int?) -> FindingState {
    guard let days = days(rule.window) else { return .cannotTell }
    var hits = (certain: 0, possible: 0)
    var misses = (certain: 0, possible: 0)
    let asFacts = FactsRule(
      kinds: rule.among, timing: .happened, window: rule.window, group: rule.group)
    for fact in facts(rule.among) {
      let sure = sureness(fact, asFacts, days, person)
      let isHit = rule.kinds.contains(kindName(fact))
      if isHit, sure == .yes { hits.certain += 1 }
      if isHit, sure == .cannotTell { hits.possible += 1 }
      if !isHit, sure == .yes { misses.certain += 1 }
      if !isHit, sure == .cannotTell { misses.possible += 1 }
    }
    let isComplete = isCovered(rule.among, days, person)
    let whole = hits.certain + misses.certain
    if whole < rule.minimum {
      let isSurelyFew = whole + hits.possible + misses.possible < rule.minimum
      return isComplete && isSurelyFew ? .notMet : .cannotTell
    }
    let low = passes(hits.certain, whole + misses.possible, rule.comparison, rule.share)
    let high = passes(
      hits.certain + hits.possible, whole + hits.possible, rule.comparison, rule.share)
    return isComplete && low == high ? low ? .met : .notMet : .cannotTell
  }

  private func sureness(
    _ fact: CaseFact, _ rule: FactsRule, _ days: DayInterval, _ person: Int?
  ) -> Certainty {
    let about: Certainty
    if let who = fact.person {
      if let person, person != who { return .no }
      about = rule.group.map { isIn($0, who) } ?? (person == nil ? isIn("anyone", who) : .yes)
    } else {
      about = Certainty(rule.group == nil && person == nil)
    }
    return about.and(isInTime(fact, rule.timing, days))
  }

  func fallen(_ rule: FallRule, _ person: Int?) -> FindingState {
    guard let now = days(rule.now), let before = days(rule.before) else { return .cannotTell }
    guard isCovered(rule.kinds, now, person), isCovered(rule.kinds, before, person) else {
      return .cannotTell
    }
    let asFacts = FactsRule(
      kinds: rule.kinds, timing: .happened, window: rule.now, group: rule.group)
    let later = facts(rule.kinds).map { sureness($0, asFacts, now, person) }
    let earlier = facts(rule.kinds).map { sureness($0, asFacts, before, person) }
    var found: Set<FindingState> = []
    for count in Set([later.count { $0 == .yes }, later.count { $0 != .no }]) {
      for base in Set([earlier.count { $0 == .yes }, earlier.count { $0 != .no }]) {
        if base == 0 {
          found.insert(count == 0 ? .notApplicable : .notMet)
        } else {
          let isMet = rule.share.whole * (base - count) >= rule.share.part * base
          found.insert(isMet ? .met : .notMet)
        }
      }
    }
    return found.count == 1 ? found.first ?? .cannotTell : .cannotTell
  }
}
