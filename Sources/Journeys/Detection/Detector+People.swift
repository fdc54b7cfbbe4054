import Vocabulary

// Rules about homes, ages, births and departures.
extension Detector {
  /// A new home: an opportunity for a visit to a family with a child, or a young parent.
  mutating func follow(_ arrival: TriggerRule.Arrival, _ mark: StepMark) {
    guard scene.has(anyOf: arrival.kinds) else { return }
    gather(selectors[mark.trigger][mark.step][0])
    var seen: Set<Int32> = []
    for start in moments.sorted(by: Moment.byDate) where start.isCertain {
      guard seen.insert(start.first).inserted else { continue }
      var answer = Certainty.no
      for person in scene.family.people {
        let belongs = belongs(Int32(person), start.first, start.last)
        if belongs == .no { continue }
        let bounds = AgeBounds(under: isParent(person) ? arrival.parentUnder : arrival.childUnder)
        answer = answer.or(
          belongs.and(scene.isAged(bounds, Int32(person), start.first, start.last)))
        if answer == .yes { break }
      }
      switch answer {
      case .yes:
        occur(mark, -1, start.first, start.last, isCertain: true, facts: [Int(start.fact)])
      case .cannotTell: cannotTell(mark, -1, .vague)
      case .no: break
      }
    }
  }

  private func isParent(_ person: Int) -> Bool {
    for place in scene.file.people[person].memberships {
      switch scene.file.memberships[place].role {
      case .parent, .partner: return true
      default: continue
      }
    }
    return false
  }

  mutating func follow(_ coming: TriggerRule.Coming, _ mark: StepMark) {
    let selector = selectors[mark.trigger][mark.step][0]
    guard scene.has(anyOf: selector.kinds) else { return }
    gather(selector)
    for person in Set(moments.map(\.person)).sorted() where person >= 0 {
      guard let born = scene.file.people[Int(person)].born else {
        cannotTell(mark, person, .vague)
        continue
      }
      let first = Age.day(ofReaching: coming.age, born: born.earliest).daysSince1970
      let last = Age.day(ofReaching: coming.age, born: born.latest).daysSince1970
      guard first <= scene.asOf else { continue }
      let own = moments.filter { $0.person == person }
      // On whichever day the birthday was, one and the same service has to have been open, or lately so.
      let before = coming.within.lastDayBefore(windowTo: last) &+ 1
      let open = own.filter { $0.isCertain && surelyServes($0, from: before, until: first) }
      if !open.isEmpty, last <= scene.asOf {
        occur(mark, person, first, last, isCertain: true, facts: open.map { Int($0.fact) })
        continue
      }
      let soonest = coming.within.lastDayBefore(windowTo: first) &+ 1
      if own.contains(where: { mayServe($0, from: soonest, until: last) }) {
        cannotTell(mark, person, .vague)
      }
    }
  }

  /// Whether a service certainly had to do with someone between two days: an episode was open, or an appointment was then.
  private func surelyServes(_ moment: Moment, from first: Int32, until last: Int32) -> Bool {
    guard isEpisode(moment.fact) else { return moment.first >= first && moment.last <= last }
    return scene.surelyLasts(moment.fact).map { $0.lowerBound <= last && $0.upperBound >= first }
      ?? false
  }

  private func mayServe(_ moment: Moment, from first: Int32, until last: Int32) -> Bool {
    guard isEpisode(moment.fact) else { return moment.last >= first && moment.first <= last }
    let days = scene.mayLast(moment.fact)
    return days.lowerBound <= last && days.upperBound >= first
  }

  private func isEpisode(_ place: Int32) -> Bool {
    vocabulary.kinds[Int(scene.file.facts[Int(place)].kind)].shape == .episode
  }

  /// A birth to a young mother, from the days on which any agency told anything: nobody could have seen one before.
  mutating func followBirths(motherUnder age: Int, _ mark: StepMark) {
    guard let observed = coverage.firstDay else { return }
    let mothers = scene.family.people.filter {
      scene.file.people[$0].isFemale != false && isParent($0)
    }
    guard !mothers.isEmpty else { return }
    for child in scene.family.people where isChild(child) {
      let born = scene.file.people[child].born
      guard born.map({ $0.latest >= observed }) ?? true else { continue }
      let first = max(born?.earliest ?? observed, observed).daysSince1970
      let last = max(first, born?.latest.daysSince1970 ?? scene.asOf)
      let isSeen = born.map { $0.earliest >= observed } ?? false
      for mother in mothers {
        let answer = scene.isAged(AgeBounds(from: 12, under: age), Int32(mother), first, last)
        let isMother = scene.file.people[mother].isFemale == true
        switch answer.and(isSeen && isMother ? .yes : .cannotTell) {
        case .yes: occur(mark, Int32(mother), first, last, isCertain: true, facts: [])
        case .cannotTell: cannotTell(mark, Int32(mother), .vague)
        case .no: break
        }
      }
    }
  }

  func isChild(_ person: Int) -> Bool {
    for place in scene.file.people[person].memberships {
      if scene.file.memberships[place].role.isChild { return true }
    }
    return false
  }

  /// A parent or partner who leaves the family, or dies.
  mutating func followDepartures(_ mark: StepMark) {
    for person in scene.family.people where isParent(person) {
      if let died = scene.file.people[person].died {
        occur(
          mark, Int32(person), died.earliest.daysSince1970, died.latest.daysSince1970,
          isCertain: true, facts: [])
        continue
      }
      let days = scene.file.people[person].memberships.map { scene.file.memberships[$0].days.last }
      guard let last = days.max(), last < .latest else { continue }
      occur(
        mark, Int32(person), last.daysSince1970, last.daysSince1970, isCertain: true, facts: [])
    }
  }
}

extension FamilyRole {
  /// Whether whoever has the part is a child of the family, of any age.
  var isChild: Bool {
    switch self {
    case .dependentChild, .adultChild, .lookedAfterChild, .nonResidentChild: true
    default: false
    }
  }
}
