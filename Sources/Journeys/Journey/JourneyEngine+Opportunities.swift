import Vocabulary

// What was missed between the earliest concern and the threshold.
extension JourneyEngine {
  mutating func addOpportunities(to journey: inout Journey) {
    guard let concern = journey.concern.earliest else { return }
    var found = turnedAway(after: concern.date, before: journey.headline?.date)
    found = chained(found)
    let taken = Set(found.flatMap(\.facts))
    found += unanswered(journey, taken)
    found.sort {
      ($0.date.first, $0.date.last, $0.agency, $0.facts.first ?? -1)
        < ($1.date.first, $1.date.last, $1.agency, $1.facts.first ?? -1)
    }
    for place in found.indices {
      describe(&found[place], in: journey, next: place + 1 < found.count ? found[place + 1] : nil)
    }
    journey.opportunities = found
  }

  /// Whether something lies between the concern and the threshold, as far as their earliest days tell.
  private func isBetween(_ date: DayInterval, _ concern: DayInterval, _ end: DayInterval?) -> Bool {
    guard date.last >= concern.first else { return false }
    guard let end else { return true }
    return date.first < end.first
  }

  private mutating func turnedAway(
    after concern: DayInterval, before end: DayInterval?
  ) -> [MissedOpportunity] {
    detector.moments.removeAll(keepingCapacity: true)
    for selector in detector.contacts.outcomes where detector.scene.has(anyOf: selector.kinds) {
      detector.gather(more: selector)
    }
    var seen: Set<Int32> = []
    var found: [MissedOpportunity] = []
    for moment in detector.moments.sorted(by: Moment.byDate) where moment.isCertain {
      guard seen.insert(moment.fact).inserted,
        let date = DayInterval(
          first: Day(clamping: moment.first), last: Day(clamping: moment.last)),
        isBetween(date, concern, end)
      else { continue }
      found.append(
        MissedOpportunity(
          date: date, agency: detector.agency(of: moment.fact), reason: .outcome,
          facts: [Int(moment.fact)], known: [], knownElsewhere: []))
    }
    return found
  }

  /// Several children in one contact, and contacts soon after each other on one matter, are one opportunity.
  private func chained(_ found: [MissedOpportunity]) -> [MissedOpportunity] {
    var chains: [MissedOpportunity] = []
    for next in found {
      let place = chains.lastIndex { isOneMatter($0, next) }
      if let place {
        chains[place].facts += next.facts
      } else {
        chains.append(next)
      }
    }
    return chains
  }

  private func isOneMatter(_ one: MissedOpportunity, _ other: MissedOpportunity) -> Bool {
    guard one.agency == other.agency else { return false }
    if one.date == other.date { return true }
    guard one.date.first.days(until: other.date.last) <= rules.missed.chain else { return false }
    // Numbers settle it where both have one; without them, what follows at one agency so soon is one matter.
    guard let number = matter(one.facts[0]), let second = matter(other.facts[0]) else {
      return true
    }
    return number == second
  }

  private func matter(_ place: Int) -> Int32? {
    for name in ["case", "group", "incident", "crime"] {
      if let value = detector.detail(name, of: Int32(place)) { return value }
    }
    return nil
  }

  /// Signs of need with no plan within the time and nobody in the lead.
  private func unanswered(_ journey: Journey, _ taken: Set<Int>) -> [MissedOpportunity] {
    guard let concern = journey.concern.earliest else { return [] }
    var found: [MissedOpportunity] = []
    for occurrence in journey.occurrences
    where occurrence.isCertain && occurrence.weight > 0
      && rules.triggers[occurrence.trigger].modifier == nil
      && isBetween(occurrence.date, concern.date, journey.headline?.date)
    {
      guard let fact = latest(of: occurrence.facts), taken.isDisjoint(with: occurrence.facts) else {
        continue
      }
      let (first, last) = (
        occurrence.date.first.daysSince1970, occurrence.date.last.daysSince1970
      )
      guard last &+ Int32(rules.missed.planWithin) <= detector.scene.asOf,
        isWithoutPlan(first, last &+ Int32(rules.missed.planWithin)),
        detector.hasLead(first, last) == .no
      else { continue }
      let agency = detector.agency(of: Int32(fact))
      let isSeen = found.contains { $0.date == occurrence.date && $0.agency == agency }
      if isSeen { continue }
      found.append(
        MissedOpportunity(
          date: occurrence.date, agency: agency, reason: .noPlan, facts: occurrence.facts,
          known: [], knownElsewhere: []))
    }
    return found
  }

  /// The fact that came last, and with which a sign was complete; kinds settle what dates do not.
  private func latest(of facts: [Int]) -> Int? {
    let file = detector.scene.file
    return facts.max { left, right in
      let (one, other) = (file.facts[left], file.facts[right])
      guard let start = one.starts, let second = other.starts else { return false }
      return (start.earliest, start.latest, one.kind, one.key)
        < (second.earliest, second.latest, other.kind, other.key)
    }
  }

  /// Whether certainly no plan was open or opened on any of the days, and everybody who would know has told.
  private func isWithoutPlan(_ first: Int32, _ last: Int32) -> Bool {
    for kind in rules.missed.plans {
      guard detector.isTold(kind, first, last) else { return false }
      for place in detector.scene.facts(of: kind)
      where detector.scene.moment(of: place) != nil
        && detector.scene.mayLast(place).overlaps(first...last)
      {
        return false
      }
    }
    return true
  }

  /// Adds who knew what, what came next and how long it took.
  private func describe(
    _ missed: inout MissedOpportunity, in journey: Journey, next: MissedOpportunity?
  ) {
    for occurrence in journey.occurrences
    where occurrence.isCertain && occurrence.date.first <= missed.date.first
      && !occurrence.facts.isEmpty
    {
      let own = occurrence.facts.allSatisfy { detector.agency(of: Int32($0)) == missed.agency }
      if own {
        if !missed.known.contains(occurrence.trigger) { missed.known.append(occurrence.trigger) }
      } else if !missed.knownElsewhere.contains(occurrence.trigger) {
        missed.knownElsewhere.append(occurrence.trigger)
      }
    }
    let following = journey.occurrences.first { $0.date.first > missed.date.last }?.date
    missed.next = [following, next?.date, journey.headline?.date].compactMap { $0 }
      .filter { $0.first > missed.date.last }
      .min { ($0.first, $0.last) < ($1.first, $1.last) }
    missed.lost = journey.headline.map { LeadTime(from: missed.date, to: $0.date) }
  }
}
