import Vocabulary

// Rules about what came of dealings with the services: turned away, and missed.
extension Detector {
  mutating func follow(_ cycles: TriggerRule.Cycles, _ mark: StepMark) {
    let compiled = selectors[mark.trigger][mark.step]
    moments.removeAll(keepingCapacity: true)
    for selector in compiled.dropLast() where scene.has(anyOf: selector.kinds) {
      gather(more: selector)
    }
    let refusals = moments
    note(cycles.atLeast, cycles.within, among: refusals, mark)
    noteAgencies(cycles, among: refusals, mark)
    moments.removeAll(keepingCapacity: true)
    gather(more: compiled[compiled.count - 1])
    note(cycles.referrals, cycles.referralsWithin, among: moments, mark)
  }

  /// The first time that so many lie within the window, or that they may.
  private mutating func note(
    _ needed: Int, _ window: Window, among events: [Moment], _ mark: StepMark
  ) {
    let found = noteSurely(needed, window, among: onePerDay(events.filter(\.isCertain)), mark)
    moments = onePerDay(events)
    possibly(needed, window, moments.indices, -1, mark, before: found)
  }

  private mutating func noteSurely(
    _ needed: Int, _ window: Window, among events: [Moment], _ mark: StepMark
  ) -> Int32? {
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
      return firsts[needed - 1]
    }
    return nil
  }

  /// The first time that so many agencies turned the family away, or may have.
  private mutating func noteAgencies(
    _ cycles: TriggerRule.Cycles, among refusals: [Moment], _ mark: StepMark
  ) {
    let turnedAway = onePerDay(refusals.filter(\.isCertain))
    var found: Int32?
    for (place, moment) in turnedAway.enumerated() where found == nil {
      let before = cycles.referralsWithin.lastDayBefore(windowTo: moment.last)
      let set = turnedAway[...place].filter { $0.first > before && $0.last <= moment.last }
      guard Set(set.map { agency(of: $0.fact) }).count >= cycles.agencies else { continue }
      occur(
        mark, -1, moment.first, moment.last, isCertain: true, facts: set.map { Int($0.fact) })
      found = moment.first
    }
    for moment in onePerDay(refusals) where moment.first < found ?? .max {
      let before = cycles.referralsWithin.lastDayBefore(windowTo: moment.first)
      let set = refusals.filter { $0.first <= moment.first && $0.last > before }
      guard Set(set.map { agency(of: $0.fact) }).count >= cycles.agencies else { continue }
      occur(
        mark, -1, moment.first, set.reduce(moment.last) { max($0, $1.last) }, isCertain: false,
        facts: set.map { Int($0.fact) })
      if found == nil { cannotTell(mark, -1, .vague) }
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
