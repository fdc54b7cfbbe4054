import Vocabulary

extension CriteriaEvaluator {
  /// Works out who of the family is in which group at the date.
  mutating func settleGroups() {
    let count = members.count
    let needed = binding.groups.count * count
    if sureness.count < needed {
      sureness += Array(repeating: 0, count: needed - sureness.count)
    }
    for (place, group) in binding.groups.enumerated() {
      var hasAny = false
      for (offset, person) in members.enumerated() {
        let sure = isMember(person, of: group)
        sureness[place * count + offset] = sure
        if sure > Sureness.no { hasAny = true }
      }
      groupHasAny[place] = hasAny
    }
  }

  /// How sure it is that the person is in the group at the date.
  func sureness(ofGroup group: Int, _ person: Int) -> UInt8 {
    sureness[group * members.count + person - members.lowerBound]
  }

  /// A group whose age and role are asked at the event has everybody at the date.
  private func isMember(_ person: Int, of group: CriteriaBinding.Group) -> UInt8 {
    let roles = group.isAtEvent ? .max : group.roles
    var belongs = false
    for place in people[person].memberships {
      let membership = memberships[place]
      guard membership.role.bit & roles != 0, membership.days.first <= binding.date else {
        continue
      }
      if group.hasFormer || binding.date <= membership.days.last { belongs = true }
    }
    guard belongs else { return Sureness.no }
    return group.hasAges && !group.isAtEvent ? hasAge(person, group) : Sureness.yes
  }

  private func hasAge(_ person: Int, _ group: CriteriaBinding.Group) -> UInt8 {
    guard let born = people[person].born else { return Sureness.maybe }
    let (first, last) = (born.earliest, born.latest)
    if first > binding.date || first > group.leastAgeUntil { return Sureness.no }
    if last <= group.tooOldUntil { return Sureness.no }
    return last <= group.leastAgeUntil && first > group.tooOldUntil ? Sureness.yes : Sureness.maybe
  }

  /// How sure it is that the fact is about someone of the step's group, or about the family's address.
  func isAbout(_ fact: Int, _ step: Step, _ about: Int) -> UInt8 {
    guard let person = facts[fact].person else {
      return step.group < 0 && about < 0 ? Sureness.yes : Sureness.no
    }
    if about >= 0, person != about { return Sureness.no }
    if step.group < 0 { return about >= 0 ? Sureness.yes : sureness(ofGroup: 0, person) }
    let atDate = sureness(ofGroup: step.group, person)
    guard binding.groups[step.group].isAtEvent, atDate > Sureness.no else { return atDate }
    return min(atDate, wasMember(person, of: binding.groups[step.group], at: facts[fact].starts))
  }

  /// Whether the person had the group's age and role when it happened.
  private func wasMember(
    _ person: Int, of group: CriteriaBinding.Group, at event: PartialDate?
  ) -> UInt8 {
    guard let event else { return Sureness.maybe }
    return min(hadRole(person, group, event), hadAge(person, group, event))
  }

  private func hadRole(
    _ person: Int, _ group: CriteriaBinding.Group, _ event: PartialDate
  ) -> UInt8 {
    guard group.roles != .max else { return Sureness.yes }
    let days = event.interval
    var sure = Sureness.no
    for place in people[person].memberships where memberships[place].role.bit & group.roles != 0 {
      if memberships[place].days.contains(days) { return Sureness.yes }
      if memberships[place].days.intersects(days) { sure = Sureness.maybe }
    }
    return sure
  }

  private func hadAge(
    _ person: Int, _ group: CriteriaBinding.Group, _ event: PartialDate
  ) -> UInt8 {
    guard group.hasAges else { return Sureness.yes }
    guard let born = people[person].born else { return Sureness.maybe }
    guard let range = Age.range(born: born, on: event) else { return Sureness.no }
    guard range.overlaps(group.ages) else { return Sureness.no }
    let isInside = group.ages.contains(range.lowerBound) && group.ages.contains(range.upperBound)
    return isInside ? Sureness.yes : Sureness.maybe
  }

  /// Whether the family has someone of the group.
  mutating func membership(_ step: Step) -> Outcome {
    var best = Sureness.no
    var count: Int32 = 0
    for person in members {
      let sure = sureness(ofGroup: step.group, person)
      if sure == Sureness.yes { count += 1 }
      if sure == Sureness.maybe { note(FindingGap(.ageUnknown, person: Int32(person))) }
      best = max(best, sure)
    }
    let state: FindingState =
      switch best {
      case Sureness.yes: .met
      case Sureness.maybe: .cannotTell
      default: .notMet
      }
    return Outcome(state: state, part: count, needed: 1)
  }
}
