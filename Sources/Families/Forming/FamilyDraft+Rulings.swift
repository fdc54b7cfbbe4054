import Vocabulary

/// Those who belong to the family by decision, or do not.
extension FamilyDraft {
  /// What a decision weighs: as much as the surest row, since somebody looked.
  private static let decided = 100

  /// Gives those who belong to it by decision the part and the days that the decision says, and what rows tell otherwise.
  mutating func addJoined(_ rulings: [KnownRuling]) {
    for ruling in rulings where residents.contains(ruling.person) || allows(ruling.person) {
      let person = ruling.person
      let before = memberships.filter { $0.person == person }
      guard let days = days(of: ruling, before) else { continue }
      memberships.removeAll { $0.person == person }
      // A decision about past days says nothing of the others.
      if !ruling.holds { memberships += before.flatMap { outside(days, $0) } }
      let strength = max(Self.decided, before.map(\.strength).max() ?? 0)
      if let role = ruling.ruling.role {
        add(person, as: role, days, strength)
      } else {
        addKnown(person, before, days, strength)
      }
      let said = FamilyEvidence(
        kind: .ruling(ruling.ruling.number), weight: Self.decided, days: ruling.ruling.days,
        row: nil)
      evidence.append(MemberEvidence(person: person, other: ruling.other, evidence: said))
    }
    removeFormerPeople()
  }

  /// The days that a decision is about; where it says no first or last day, as rows tell.
  private func days(of ruling: KnownRuling, _ before: [FormedMembership]) -> DayInterval? {
    let person = input.people[ruling.person]
    let said = ruling.ruling.days ?? DayInterval(from: .earliest)
    let known = before.map(\.days.first).min() ?? sharedDays(ruling.person)?.first
    let first = said.first == .earliest ? known ?? .earliest : said.first
    let last = said.last == .latest ? before.map(\.days.last).max() ?? .latest : said.last
    return DayInterval(
      first: max(first, person.born?.earliest ?? .earliest), last: min(last, person.left ?? .latest)
    )
  }

  private mutating func add(
    _ person: Int, as role: FamilyRole, _ days: DayInterval, _ strength: Int
  ) {
    if role == .dependentChild {
      addChild(person, from: days.first, to: days.last, strength)
    } else {
      add(person, role, from: days.first, to: days.last, strength)
    }
  }

  /// The part that somebody has by the rows, for the days that a decision says.
  private mutating func addKnown(
    _ person: Int, _ before: [FormedMembership], _ days: DayInterval, _ strength: Int
  ) {
    let parts = before.filter { $0.days.intersects(days) }.sorted { $0.days.first < $1.days.first }
    guard !parts.isEmpty else { return addUnknown(person, days, strength) }
    for (place, part) in parts.enumerated() {
      let first = place == 0 ? days.first : max(part.days.first, days.first)
      let last = place + 1 == parts.count ? days.last : min(part.days.last, days.last)
      add(person, part.role, from: first, to: last, strength)
    }
  }

  /// The part of somebody of whom neither rows nor the decision say any.
  private mutating func addUnknown(_ person: Int, _ days: DayInterval, _ strength: Int) {
    if let taken = context.care.since(person) {
      let before = min(days.last, taken.adding(days: -1))
      addChild(person, from: days.first, to: before, strength)
      add(person, .lookedAfterChild, from: max(days.first, taken), to: days.last, strength)
    } else if context.isChild[person] || context.ties.isParent(head, of: person) {
      addChild(person, from: days.first, to: days.last, strength)
    } else {
      let isParent = residents.contains { context.ties.isParent(person, of: $0) }
      add(person, isParent ? .parent : .other, from: days.first, to: days.last, strength)
    }
  }

  // MARK: Apart

  /// Takes out those who do not belong to the family by decision, for the days that it says.
  mutating func removeLeavers() {
    for person in people.sorted() {
      for ruling in context.apart.leavings(of: person, from: people) {
        let other = ruling.other
        let stays =
          person == head || residents.contains(person) && !residents.contains(other)
        let leaver = stays ? other : person
        let days = ruling.ruling.days ?? DayInterval(from: .earliest)
        memberships = memberships.flatMap { member in
          member.person == leaver ? outside(days, member) : [member]
        }
      }
    }
    removeFormerPeople()
  }

  /// What is left of a membership without some days.
  private func outside(_ days: DayInterval, _ member: FormedMembership) -> [FormedMembership] {
    let before = DayInterval(
      first: member.days.first, last: min(member.days.last, days.first.adding(days: -1)))
    let after = DayInterval(
      first: max(member.days.first, days.last.adding(days: 1)), last: member.days.last)
    let parts = [
      days.first == .earliest ? nil : before, days.last == .latest ? nil : after,
    ]
    return parts.compactMap(\.self).filter { $0.first <= asOf }.map { part in
      var member = member
      member.days = part
      return member
    }
  }

  /// Leaves out those of whose days none is left, and what spoke for them.
  private mutating func removeFormerPeople() {
    let left = Set(memberships.map(\.person))
    let gone = people.filter { !left.contains($0) }
    people.removeAll { gone.contains($0) }
    evidence.removeAll { gone.contains($0.person) || gone.contains($0.other) }
  }
}
