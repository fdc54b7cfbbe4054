import Vocabulary

// Rules about the services: turned away, too many, with nobody in the lead, and missed.
extension Detector {
  mutating func follow(_ cycles: TriggerRule.Cycles, _ mark: StepMark) {
    let compiled = selectors[mark.trigger][mark.step]
    moments.removeAll(keepingCapacity: true)
    for selector in compiled.dropLast() where scene.has(anyOf: selector.kinds) {
      gather(more: selector)
    }
    let refusals = onePerDay(moments.filter(\.isCertain))
    note(cycles.atLeast, cycles.within, among: refusals, mark)
    moments.removeAll(keepingCapacity: true)
    gather(more: compiled[compiled.count - 1])
    let referrals = onePerDay(moments.filter(\.isCertain))
    note(cycles.referrals, cycles.referralsWithin, among: referrals, mark)
    let turnedAway = refusals.sorted(by: Moment.byDate)
    for place in turnedAway.indices {
      let day = turnedAway[place].last
      let before = cycles.referralsWithin.lastDayBefore(windowTo: day)
      let set = turnedAway[...place].filter { $0.first > before && $0.last <= day }
      let agencies = Set(set.map { agency(of: $0.fact) })
      guard agencies.count >= cycles.agencies else { continue }
      occur(
        mark, -1, turnedAway[place].first, day, isCertain: true, facts: set.map { Int($0.fact) })
      break
    }
  }

  /// The first time that so many lie within the window.
  private mutating func note(
    _ needed: Int, _ window: Window, among events: [Moment], _ mark: StepMark
  ) {
    let ordered = events.sorted { ($0.last, $0.first, $0.fact) < ($1.last, $1.first, $1.fact) }
    for place in ordered.indices where place + 1 >= needed {
      let before = window.lastDayBefore(windowTo: ordered[place].last)
      let set = ordered[...place].filter { $0.first > before }
      guard set.count >= needed else { continue }
      let firsts = set.map(\.first).sorted()
      let lasts = set.map(\.last).sorted()
      occur(
        mark, -1, firsts[needed - 1], lasts[needed - 1], isCertain: true,
        facts: set.map { Int($0.fact) })
      return
    }
  }

  /// Several children in one referral are one referral: of equal dates and agencies one stays.
  func onePerDay(_ moments: [Moment]) -> [Moment] {
    var kept: [Moment] = []
    for moment in moments.sorted(by: Moment.byDate) {
      let isSeen = kept.contains {
        $0.first == moment.first && $0.last == moment.last
          && agency(of: $0.fact) == agency(of: moment.fact)
      }
      if !isSeen { kept.append(moment) }
    }
    return kept
  }

  func agency(of place: Int32) -> Int {
    agencies.agency[Int(scene.file.facts[Int(place)].kind)]
  }

  /// Too many professionals or agencies within a window.
  mutating func follow(_ load: TriggerRule.Load, _ mark: StepMark) {
    gatherInvolvement()
    guard moments.count >= min(load.professionals, load.agencies) else { return }
    moments.sort { ($0.last, $0.first, $0.fact) < ($1.last, $1.first, $1.fact) }
    var start = 0
    for place in moments.indices {
      let before = load.within.lastDayBefore(windowTo: moments[place].last)
      while moments[start].last <= before { start += 1 }
      guard place - start + 1 >= min(load.professionals, load.agencies) else { continue }
      let set = moments[start...place].filter { $0.first > before }
      let people = Set(set.map { scene.file.facts[Int($0.fact)].professional }).subtracting([0])
      let known = Set(set.map { agency(of: $0.fact) }).filter { !agencies.isUniversal[$0] }
      guard people.count >= load.professionals || known.count >= load.agencies else { continue }
      return occur(
        mark, -1, moments[place].first, moments[place].last, isCertain: true,
        facts: set.map { Int($0.fact) })
    }
  }

  /// Everything in which a service had to do with the family: facts of any need, and contacts.
  private mutating func gatherInvolvement() {
    moments.removeAll(keepingCapacity: true)
    for place in scene.family.facts {
      let kind = Int(scene.file.facts[place].kind)
      let isService =
        vocabulary.kinds[kind].level > 0 || contacts.isMet[kind] || contacts.isMissed[kind]
      guard isService, vocabulary.kinds[kind].sensitivity != .benefit,
        vocabulary.kinds[kind].shape != .measure, let moment = scene.moment(of: Int32(place)),
        moment.isCertain
      else { continue }
      moments.append(moment)
    }
  }

  /// So many agencies within a year, and no lead professional on the day.
  mutating func followUncoordinated(_ needed: Int, _ mark: StepMark) {
    guard coverage.hasFeed(of: contacts.lead) else {
      return cannotTell(mark, -1, .noFeed(kind: contacts.lead))
    }
    gatherInvolvement()
    moments = moments.filter { !agencies.isUniversal[agency(of: $0.fact)] }
    guard moments.count >= needed else { return }
    moments.sort { ($0.last, $0.first, $0.fact) < ($1.last, $1.first, $1.fact) }
    var untold: UntoldTrigger.Reason?
    for place in moments.indices where place + 1 >= needed {
      let (first, last) = (moments[place].first, moments[place].last)
      let before = Window.months(12).lastDayBefore(windowTo: last)
      let set = moments[...place].filter { $0.first > before }
      guard Set(set.map { agency(of: $0.fact) }).count >= needed else { continue }
      switch hasLead(first, last) {
      case .yes: continue
      case .cannotTell: untold = untold ?? reason(whyNoLeadIsKnown: first, last)
      case .no:
        return occur(
          mark, -1, first, last, isCertain: true, facts: set.map { Int($0.fact) })
      }
    }
    if let untold { cannotTell(mark, -1, untold) }
  }

  private func reason(whyNoLeadIsKnown first: Int32, _ last: Int32) -> UntoldTrigger.Reason {
    let days = DayInterval(first: Day(clamping: first), last: Day(clamping: last))
    guard let days, !coverage.covers(contacts.lead, days) else { return .vague }
    return .notCovered(kind: contacts.lead, days: days)
  }

  /// Whether a lead professional was named on the days; hearing of none means nothing where nobody told of them.
  func hasLead(_ first: Int32, _ last: Int32) -> Certainty {
    var answer = Certainty.no
    for place in scene.facts(of: contacts.lead) where scene.moment(of: place) != nil {
      if let sure = scene.surelyLasts(place), sure.contains(first), sure.contains(last) {
        return .yes
      }
      if scene.mayLast(place).overlaps(first...last) { answer = .cannotTell }
    }
    return answer == .no && !isTold(contacts.lead, first, last) ? .cannotTell : answer
  }

  /// Whether everything of a kind was delivered for all of the days.
  func isTold(_ kind: Int, _ first: Int32, _ last: Int32) -> Bool {
    let days = DayInterval(first: Day(clamping: first), last: Day(clamping: last))
    return days.map { coverage.covers(kind, $0) } ?? false
  }

  /// The days on which what is known of those in the lead changes.
  var turnsOfLead: [Int32] {
    var turns = coverage.turns(of: contacts.lead)
    for place in scene.facts(of: contacts.lead) where scene.moment(of: place) != nil {
      for days in [scene.mayLast(place), scene.surelyLasts(place)].compactMap({ $0 }) {
        turns += [days.lowerBound, days.upperBound &+ 1]
      }
    }
    return turns
  }

  /// A share of what was booked with one person that was missed.
  mutating func follow(_ missed: TriggerRule.Missed, _ mark: StepMark) {
    moments.removeAll(keepingCapacity: true)
    for place in scene.family.facts {
      let kind = Int(scene.file.facts[place].kind)
      guard contacts.isMet[kind] || contacts.isMissed[kind],
        let moment = scene.moment(of: Int32(place)), moment.isCertain
      else { continue }
      moments.append(moment)
    }
    moments.sort(by: Moment.inOrder)
    // Each service is looked at by itself: what is kept with one does not make up for another.
    for service in Set(moments.map { provider(of: $0) }).sorted() {
      followMissed(missed, mark, moments.filter { provider(of: $0) == service })
    }
  }

  private mutating func followMissed(
    _ missed: TriggerRule.Missed, _ mark: StepMark, _ booked: [Moment]
  ) {
    var gone = 0
    for (place, moment) in booked.enumerated() {
      if contacts.isMissed[Int(scene.file.facts[Int(moment.fact)].kind)] { gone += 1 }
      guard gone > 0, place + 1 >= missed.booked, gone * 100 >= (place + 1) * missed.percent else {
        continue
      }
      return occur(
        mark, moment.person, moment.first, moment.last, isCertain: true,
        facts: booked[...place].map { Int($0.fact) })
    }
  }

  /// A number for the person with whom and the service by which a contact was, for one case file.
  private func provider(of moment: Moment) -> Int {
    var detail: Int32 = -1
    for place in scene.file.facts[Int(moment.fact)].attributes
    where contacts.providers.contains(scene.file.attributes[Int(place)].name) {
      detail = scene.file.attributes[Int(place)].value
      break
    }
    let service = agency(of: moment.fact) << 32 | Int(detail + 1)
    return Int(moment.person + 1) << 40 | service & 0xFF_FFFF_FFFF
  }
}
