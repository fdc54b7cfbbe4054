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
      let before = coming.within.lastDayBefore(windowTo: first) &+ 1
      guard before <= first else { continue }
      let open = moments.filter { moment in
        moment.person == person && moment.isCertain
          && (scene.surelyLasts(moment.fact)?.overlaps(before...first) == true
            || moment.first >= before && moment.last <= first)
      }
      guard !open.isEmpty, last <= scene.asOf else { continue }
      occur(mark, person, first, last, isCertain: true, facts: open.map { Int($0.fact) })
    }
  }

  /// A birth to a young mother, from the days on which any agency told anything: nobody could have seen one before.
  mutating func followBirths(motherUnder age: Int, _ mark: StepMark) {
    guard let observed = coverage.firstDay else { return }
    let mothers = scene.family.people.filter {
      scene.file.people[$0].isFemale == true && isParent($0)
    }
    guard !mothers.isEmpty else { return }
    for child in scene.family.people {
      guard isChild(child), let born = scene.file.people[child].born,
        born.earliest >= observed
      else { continue }
      let (first, last) = (born.earliest.daysSince1970, born.latest.daysSince1970)
      for mother in mothers {
        let answer = scene.isAged(
          AgeBounds(from: 12, under: age), Int32(mother), first, last)
        if answer == .yes { occur(mark, Int32(mother), first, last, isCertain: true, facts: []) }
      }
    }
  }

  private func isChild(_ person: Int) -> Bool {
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
