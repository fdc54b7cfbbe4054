import Vocabulary

// Rules about what did not happen: things due and not done, lists on which nobody is.
extension Detector {
  mutating func follow(_ overdue: TriggerRule.Overdue, _ mark: StepMark) {
    guard scene.has(anyOf: [overdue.due]) else { return }
    gather(selectors[mark.trigger][mark.step][0])
    let due = moments
    for moment in due {
      let first = moment.first &+ Int32(overdue.grace)
      let last = moment.last &+ Int32(overdue.grace)
      guard last < scene.asOf else { continue }
      switch isDone(moment, overdue, by: first, last) {
      case .yes: continue
      case .cannotTell: cannotTell(mark, moment.person, .vague)
      case .no:
        let days = DayInterval(first: Day(clamping: moment.first), last: Day(clamping: last))
        if let days, !coverage.covers(overdue.done, days) {
          cannotTell(mark, moment.person, .notCovered(kind: overdue.done, days: days))
        } else {
          occur(
            mark, moment.person, first, last, isCertain: moment.isCertain,
            facts: [Int(moment.fact)])
        }
      }
    }
  }

  /// Whether what was due was done in time: a time that may be later, or a record that does not say what it is of,
  /// leaves it open.
  private func isDone(
    _ due: Moment, _ overdue: TriggerRule.Overdue, by first: Int32, _ last: Int32
  ) -> Certainty {
    var answer = Certainty.no
    for place in scene.facts(of: overdue.done)
    where scene.file.facts[Int(place)].person.map(Int32.init) ?? -1 == due.person {
      let isSame = isSame(overdue.matching, due.fact, place)
      if isSame == .no { continue }
      guard scene.file.facts[Int(place)].starts != nil else {
        answer = .cannotTell
        continue
      }
      guard let done = scene.moment(of: place) else { continue }
      if done.last <= first, isSame == .yes { return .yes }
      if done.first <= last { answer = .cannotTell }
    }
    return answer
  }

  /// Whether two facts say the same of a detail; one that says nothing may say that or another thing.
  private func isSame(_ name: String, _ one: Int32, _ other: Int32) -> Certainty {
    guard let one = detail(name, of: one), let other = detail(name, of: other) else {
      return .cannotTell
    }
    return Certainty(one == other)
  }

  /// The number of a detail's word.
  func detail(_ name: String, of place: Int32) -> Int32? {
    guard let name = scene.file.words.known(name) else { return nil }
    for attribute in scene.file.facts[Int(place)].attributes
    where scene.file.attributes[Int(attribute)].name == name {
      return scene.file.attributes[Int(attribute)].value
    }
    return nil
  }

  mutating func follow(_ list: TriggerRule.Unregistered, _ mark: StepMark) {
    switch list.start {
    case .birthday(let age): follow(list, fromBirthday: age, mark)
    case .kinds(let kinds):
      guard scene.has(anyOf: kinds) else { return }
      gather(CompiledSelector(FactSelector(kinds: kinds), words: scene.file.words))
      let ordered = moments.sorted(by: Moment.byDate)
      var seen: Set<Int32> = []
      for start in ordered.filter(\.isCertain) + ordered.filter({ !$0.isCertain }) {
        // A joint tenancy begins once.
        guard seen.insert(start.first).inserted else { continue }
        look(list, from: start, mark)
      }
    }
  }

  private mutating func follow(
    _ list: TriggerRule.Unregistered, fromBirthday age: Int, _ mark: StepMark
  ) {
    for person in scene.family.people {
      guard let born = scene.file.people[person].born else {
        if isChild(person) { cannotTell(mark, Int32(person), .vague) }
        continue
      }
      let first = Age.day(ofReaching: age, born: born.earliest).daysSince1970
      let last = Age.day(ofReaching: age, born: born.latest).daysSince1970
      let standing = belongs(Int32(person), first, last)
      guard standing != .no else { continue }
      look(for: Int32(person), list, from: first, last, standing, fact: nil, mark)
    }
  }

  private mutating func look(
    _ list: TriggerRule.Unregistered, from start: Moment, _ mark: StepMark
  ) {
    var anyone = Certainty.no
    for person in scene.family.people.map(Int32.init) {
      let wanted = scene.isAged(list.ages, person, start.first, start.last)
        .and(belongs(person, start.first, start.last))
        .and(start.isCertain ? .yes : .cannotTell)
      anyone = anyone.or(wanted)
      guard wanted != .no, !list.isAnyMember else { continue }
      look(for: person, list, from: start.first, start.last, wanted, fact: start.fact, mark)
    }
    guard anyone != .no, list.isAnyMember else { return }
    look(for: -1, list, from: start.first, start.last, anyone, fact: start.fact, mark)
  }

  /// Looks whether a person, or with -1 anyone of the family, was on the list in time; standing tells whether they had to.
  private mutating func look(
    for person: Int32, _ list: TriggerRule.Unregistered, from first: Int32, _ last: Int32,
    _ standing: Certainty, fact: Int32?, _ mark: StepMark
  ) {
    let end = (first &+ Int32(list.days), last &+ Int32(list.days))
    guard end.1 < scene.asOf,
      let days = DayInterval(first: Day(clamping: first), last: Day(clamping: end.1))
    else { return }
    let isOn = isListed(person, list.listed + list.unless, from: first...last, end.0...end.1)
    if isOn == .yes { return }
    if isOn == .cannotTell { return cannotTell(mark, person, .vague) }
    // Any of the lists may hold the reason why someone is missing from the first.
    for kind in list.listed + list.unless where !coverage.covers(kind, days) {
      return cannotTell(mark, person, .notCovered(kind: kind, days: days))
    }
    guard standing == .yes else { return cannotTell(mark, person, .vague) }
    occur(
      mark, person, end.0, end.1, isCertain: true, facts: fact.map { [Int($0)] } ?? [])
  }

  /// Whether someone stood on a list on some day of a time, on whichever days it begins and ends.
  private func isListed(
    _ person: Int32, _ kinds: [Int], from starts: ClosedRange<Int32>, _ ends: ClosedRange<Int32>
  ) -> Certainty {
    var answer = Certainty.no
    for kind in kinds {
      for place in scene.facts(of: kind) {
        guard scene.moment(of: place) != nil else { continue }
        let who = scene.file.facts[Int(place)].person.map(Int32.init) ?? -1
        guard person < 0 || who == person else { continue }
        let surely = scene.surelyLasts(place)
        if let surely, surely.lowerBound <= ends.lowerBound, surely.upperBound >= starts.upperBound
        {
          return .yes
        }
        if scene.mayLast(place).overlaps(starts.lowerBound...ends.upperBound) {
          answer = .cannotTell
        }
      }
    }
    return answer
  }

  /// Whether someone belonged to the family on the days.
  func belongs(_ person: Int32, _ first: Int32, _ last: Int32) -> Certainty {
    guard let days = DayInterval(first: Day(clamping: first), last: Day(clamping: last)) else {
      return .no
    }
    var answer = Certainty.no
    for place in scene.file.people[Int(person)].memberships {
      let membership = scene.file.memberships[place].days
      if membership.contains(days) { return .yes }
      if membership.intersects(days) { answer = .cannotTell }
    }
    return answer
  }
}
