import Vocabulary

extension JourneyEngine {
  /// The timeline of the family whose journey was followed last, in the order in which it may have been.
  ///
  /// Facts from the benefits system are not in it: they may decide a criterion, and are never shown.
  public func timeline(of journey: Journey) -> [TimelineEntry] {
    let scene = detector.scene
    precondition(journey.family == scene.family.id, "the family that was followed last")
    var weights: [Int: (weight: Int, triggers: [Int])] = [:]
    for occurrence in journey.occurrences where occurrence.isCertain {
      for fact in occurrence.facts {
        weights[fact, default: (0, [])].weight = max(
          weights[fact]?.weight ?? 0, occurrence.weight)
        if weights[fact]?.triggers.contains(occurrence.trigger) == false {
          weights[fact]?.triggers.append(occurrence.trigger)
        }
      }
    }
    let costs = [Int: Pence](priced.map { ($0.place, $0.amount) }) { first, _ in first }
    var entries: [TimelineEntry] = []
    for place in scene.family.facts {
      let fact = scene.file.facts[place]
      let kind = Int(fact.kind)
      let shown = weights[place]
      guard vocabulary.kinds[kind].sensitivity != .benefit, shown != nil || isTold(kind),
        let date = fact.starts, scene.moment(of: Int32(place)) != nil
      else { continue }
      entries.append(
        TimelineEntry(
          fact: place, person: fact.person, agency: detector.agencies.agency[kind], kind: kind,
          date: date, ends: fact.ends, weight: shown?.weight ?? 0,
          triggers: shown?.triggers.sorted() ?? [], cost: costs[place]))
    }
    return entries.sorted { left, right in
      if left.date != right.date { return PartialDate.orderedByEarliest(left.date, right.date) }
      return (left.kind, left.person ?? -1, left.fact) < (
        right.kind, right.person ?? -1, right.fact
      )
    }
  }

  /// Whether facts of the kind are told even where they show no sign: what services did with the family.
  private func isTold(_ kind: Int) -> Bool {
    let contacts = detector.contacts
    return vocabulary.kinds[kind].shape != .measure && vocabulary.kinds[kind].level > 0
      || contacts.isMet[kind] || contacts.isMissed[kind] || contacts.isPlan[kind]
      || kind == contacts.lead
  }

  /// The welcome visits of the family whose journey was followed last.
  public func visits(of journey: Journey) -> [WelcomeVisit] {
    let scene = detector.scene
    precondition(journey.family == scene.family.id, "the family that was followed last")
    return journey.occurrences.compactMap { occurrence in
      let step = rules.triggers[occurrence.trigger].steps[occurrence.step]
      guard case .arrival(let arrival) = step.rule, occurrence.isCertain else { return nil }
      let due = occurrence.date.last.adding(days: arrival.visitWithin)
      let missing = journey.occurrences.filter { other in
        other.isCertain && step.together?.with.contains(rules.triggers[other.trigger].id) == true
          && !Set(other.facts).isDisjoint(with: occurrence.facts)
      }
      return WelcomeVisit(
        arrival: occurrence.date, due: due,
        isMade: isVisited(arrival.visits, from: occurrence.date.first, to: due),
        notRegistered: Set(missing.map(\.trigger)).sorted())
    }
  }

  private func isVisited(_ kinds: [Int], from first: Day, to last: Day) -> Certainty {
    guard let days = DayInterval(first: first, last: last) else { return .no }
    var answer = Certainty.no
    for place in kinds.flatMap({ detector.scene.facts(of: $0) }) {
      guard let date = detector.scene.file.facts[Int(place)].starts,
        detector.scene.moment(of: place) != nil
      else { continue }
      answer = answer.or(date.isWithin(days))
    }
    if answer == .no, !kinds.contains(where: { detector.coverage.covers($0, days) }) {
      return .cannotTell
    }
    return answer
  }
}
