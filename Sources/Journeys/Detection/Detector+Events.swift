import Vocabulary

// Rules about events: the first, each, and so many within a window.
extension Detector {
  mutating func follow(_ events: TriggerRule.Events, _ mark: StepMark) {
    let selector = selectors[mark.trigger][mark.step][0]
    guard scene.has(anyOf: selector.kinds) else { return }
    gather(selector)
    if let distinct = events.distinct { keepOne(forEach: distinct) }
    if events.scope == .family { moments.sort(by: Moment.byDate) }
    var start = 0
    while start < moments.count {
      let person = events.scope == .family ? -1 : moments[start].person
      var end = start + 1
      while end < moments.count, events.scope == .family || moments[end].person == person {
        end += 1
      }
      count(events, start..<end, person, mark)
      start = end
    }
  }

  /// Of facts that share a detail's value, such as the number of one incident, one stays: the earliest that is certain, or
  /// else the earliest that may be.
  private mutating func keepOne(forEach attribute: String) {
    guard let name = scene.file.words.known(attribute) else { return }
    var seen: [Int32] = []
    let ordered = moments.sorted(by: Moment.byDate)
    moments = ordered.filter(\.isCertain) + ordered.filter { !$0.isCertain }
    moments.removeAll { moment in
      let fact = scene.file.facts[Int(moment.fact)]
      for place in fact.attributes where scene.file.attributes[Int(place)].name == name {
        let value = scene.file.attributes[Int(place)].value
        if seen.contains(value) { return true }
        seen.append(value)
        return false
      }
      return false
    }
    moments.sort(by: Moment.inOrder)
  }

  private mutating func count(
    _ events: TriggerRule.Events, _ group: Range<Int>, _ person: Int32, _ mark: StepMark
  ) {
    if events.atLeast == 1 {
      events.isOnce ? first(of: group, person, mark) : each(of: group, person, mark)
      return
    }
    guard let window = events.within else { return }
    let found = surely(events.atLeast, window, group, person, mark, isOnce: events.isOnce)
    possibly(events.atLeast, window, group, person, mark, before: found)
  }

  private mutating func each(of group: Range<Int>, _ person: Int32, _ mark: StepMark) {
    for place in group {
      let moment = moments[place]
      occur(
        mark, person, moment.first, moment.last, isCertain: moment.isCertain,
        facts: [Int(moment.fact)])
    }
  }

  /// The first of them: no earlier than the earliest may be, and no later than any of them is for certain.
  private mutating func first(of group: Range<Int>, _ person: Int32, _ mark: StepMark) {
    let sure = group.filter { moments[$0].isCertain }
    let chosen = sure.isEmpty ? Array(group) : sure
    guard let earliest = chosen.min(by: { Moment.byDate(moments[$0], moments[$1]) }) else { return }
    let last = chosen.reduce(Int32.max) { min($0, moments[$1].last) }
    occur(
      mark, person, moments[earliest].first, last, isCertain: !sure.isEmpty,
      facts: [Int(moments[earliest].fact)])
    // One before it that may not count leaves open whether it was the first.
    let doubtful = group.filter {
      !moments[$0].isCertain && moments[$0].first < moments[earliest].first
    }
    guard !sure.isEmpty,
      let before = doubtful.min(by: { Moment.byDate(moments[$0], moments[$1]) })
    else { return }
    occur(
      mark, person, moments[before].first, moments[before].last, isCertain: false,
      facts: [Int(moments[before].fact)])
  }

  /// Finds sets of events that lie within the window wherever in their months they were; gives the first day of the first.
  private mutating func surely(
    _ needed: Int, _ window: Window, _ group: Range<Int>, _ person: Int32, _ mark: StepMark,
    isOnce: Bool
  ) -> Int32? {
    var sure = group.filter { moments[$0].isCertain }.map { moments[$0] }
    guard sure.count >= needed else { return nil }
    sure.sort { ($0.last, $0.first, $0.fact) < ($1.last, $1.first, $1.fact) }
    var found: Int32?
    var start = 0
    for place in sure.indices {
      let before = window.lastDayBefore(windowTo: sure[place].last)
      let set = sure[start...place].filter { $0.first > before }
      guard set.count >= needed else { continue }
      let firsts = set.map(\.first).sorted()
      let lasts = set.map(\.last).sorted()
      occur(
        mark, person, firsts[needed - 1], lasts[needed - 1], isCertain: true,
        facts: set.map { Int($0.fact) })
      found = found ?? firsts[needed - 1]
      if isOnce { return found }
      start = place + 1
    }
    return found
  }

  /// Notes that so many may lie within the window, where vague dates and details leave it open, before they certainly do.
  mutating func possibly(
    _ needed: Int, _ window: Window, _ group: Range<Int>, _ person: Int32, _ mark: StepMark,
    before found: Int32? = nil
  ) {
    for place in group where moments[place].first < found ?? .max {
      let day = moments[place].first
      let before = window.lastDayBefore(windowTo: day)
      let set = group.filter { moments[$0].first <= day && moments[$0].last > before }
      guard set.count >= needed else { continue }
      let last = set.reduce(day) { max($0, moments[$1].last) }
      occur(
        mark, person, day, last, isCertain: false, facts: set.map { Int(moments[$0].fact) })
      // What certainly occurs is told, and it is only open whether it did so earlier.
      if found == nil { cannotTell(mark, person, .vague) }
      return
    }
  }
}
