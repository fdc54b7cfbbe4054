import Vocabulary

// Rules about how many services had to do with a family: too many, and with nobody in the lead.
extension Detector {
  /// Too many professionals or agencies within a window.
  mutating func follow(_ load: TriggerRule.Load, _ mark: StepMark) {
    gatherInvolvement()
    guard isTooMuch(load, moments[...]) else { return }
    let sure = moments.filter(\.isCertain).sorted(by: Moment.byLastDay)
    var found: Int32?
    for (place, moment) in sure.enumerated() where found == nil {
      let before = load.within.lastDayBefore(windowTo: moment.last)
      let set = sure[...place].filter { $0.first > before }
      guard isTooMuch(load, set[...]) else { continue }
      occur(
        mark, -1, moment.first, moment.last, isCertain: true, facts: set.map { Int($0.fact) })
      found = moment.first
    }
    for moment in doubtful(before: found) {
      let set = mayLie(within: load.within, to: moment.first)
      guard isTooMuch(load, set[...]) else { continue }
      return occurPerhaps(mark, moment, set, isCertainLater: found != nil)
    }
  }

  private func isTooMuch(_ load: TriggerRule.Load, _ set: ArraySlice<Moment>) -> Bool {
    guard set.count >= min(load.professionals, load.agencies) else { return false }
    let people = Set(set.map { scene.file.facts[Int($0.fact)].professional }).subtracting([0])
    if people.count >= load.professionals { return true }
    return Set(set.map { agency(of: $0.fact) }).count { !agencies.isUniversal[$0] }
      >= load.agencies
  }

  /// Everything in which a service had, or may have had, to do with the family: facts of any need, and contacts.
  private mutating func gatherInvolvement() {
    moments.removeAll(keepingCapacity: true)
    for place in scene.family.facts {
      let kind = Int(scene.file.facts[place].kind)
      let isService =
        vocabulary.kinds[kind].level > 0 || contacts.isMet[kind] || contacts.isMissed[kind]
      guard isService, vocabulary.kinds[kind].sensitivity != .benefit,
        vocabulary.kinds[kind].shape != .measure, let moment = scene.moment(of: Int32(place))
      else { continue }
      moments.append(moment)
    }
    moments.sort(by: Moment.byDate)
  }

  /// The moments from which a rule may hold that certainly holds later or never; none where all dates are exact.
  private func doubtful(before found: Int32?) -> [Moment] {
    guard moments.contains(where: { !$0.isCertain || $0.first != $0.last }) else { return [] }
    return moments.filter { $0.first < found ?? .max }
  }

  /// What may lie within the window that ends with a day.
  private func mayLie(within window: Window, to day: Int32) -> [Moment] {
    let before = window.lastDayBefore(windowTo: day)
    return moments.filter { $0.first <= day && $0.last > before }
  }

  private mutating func occurPerhaps(
    _ mark: StepMark, _ moment: Moment, _ set: [Moment], isCertainLater: Bool
  ) {
    occur(
      mark, -1, moment.first, set.reduce(moment.last) { max($0, $1.last) }, isCertain: false,
      facts: set.map { Int($0.fact) })
    if !isCertainLater { cannotTell(mark, -1, .vague) }
  }

  // MARK: Who leads

  /// So many agencies within a year, and no lead professional on the day.
  mutating func followUncoordinated(_ needed: Int, _ mark: StepMark) {
    guard coverage.hasFeed(of: contacts.lead) else {
      return cannotTell(mark, -1, .noFeed(kind: contacts.lead))
    }
    gatherInvolvement()
    moments = moments.filter { !agencies.isUniversal[agency(of: $0.fact)] }
    guard Set(moments.map { agency(of: $0.fact) }).count >= needed else { return }
    let (found, untold) = noteUncoordinated(needed, mark)
    if found == nil, let untold { return cannotTell(mark, -1, untold) }
    for moment in doubtful(before: found) where hasLead(moment.first, moment.last) != .yes {
      guard isTold(contacts.lead, moment.first, moment.last) else { continue }
      let set = mayLie(within: Self.year, to: moment.first)
      guard Set(set.map { agency(of: $0.fact) }).count >= needed else { continue }
      return occurPerhaps(mark, moment, set, isCertainLater: found != nil)
    }
  }

  /// The first day on which that certainly is so, and why nobody can tell of an earlier one.
  private mutating func noteUncoordinated(
    _ needed: Int, _ mark: StepMark
  ) -> (found: Int32?, untold: UntoldTrigger.Reason?) {
    let sure = moments.filter(\.isCertain).sorted(by: Moment.byLastDay)
    var untold: UntoldTrigger.Reason?
    for (place, moment) in sure.enumerated() {
      let before = Self.year.lastDayBefore(windowTo: moment.last)
      let set = sure[...place].filter { $0.first > before }
      guard Set(set.map { agency(of: $0.fact) }).count >= needed else { continue }
      switch hasLead(moment.first, moment.last) {
      case .yes: continue
      case .cannotTell: untold = untold ?? reason(whyNoLeadIsKnown: moment.first, moment.last)
      case .no:
        occur(
          mark, -1, moment.first, moment.last, isCertain: true, facts: set.map { Int($0.fact) })
        return (moment.first, untold)
      }
    }
    return (nil, untold)
  }

  private static let year = Window.months(12)

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
}
