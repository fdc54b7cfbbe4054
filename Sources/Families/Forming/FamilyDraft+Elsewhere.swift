import Vocabulary

/// Those who belong to the family and live elsewhere.
extension FamilyDraft {
  mutating func addElsewhere() {
    for person in residents where context.isChild[person] { addAbsentParents(of: person) }
    for person in residents where !context.isChild[person] { addAbsentChildren(of: person) }
    addInCareWithoutTie()
  }

  private mutating func addAbsentParents(of child: Int) {
    for parent in context.ties.parents(of: child) where !people.contains(parent) {
      guard !residents.contains(parent), allows(parent), !context.isChild[parent] else { continue }
      let start = max(born(child) ?? .earliest, born(parent) ?? .earliest)
      let shared = sharedDays(parent)
      let end = input.people[parent].left ?? .latest
      if let shared {
        add(parent, .parent, from: shared.first, to: min(shared.last, end), 100)
        let after = shared.last.adding(days: 1)
        if after <= end { add(parent, .nonResidentParent, from: after, to: end, 100) }
      } else if start <= end {
        add(parent, .nonResidentParent, from: start, to: end, 100)
      }
      addSaid(parent, child)
    }
  }

  private mutating func addAbsentChildren(of parent: Int) {
    for child in context.ties.children(of: parent) where !people.contains(child) {
      guard !residents.contains(child), allows(child), context.ties.meant[Int32(child)] == nil
      else { continue }
      let start = born(child) ?? .earliest
      if let taken = context.care.since(child) {
        if start < taken { addChild(child, from: start, to: taken.adding(days: -1), 100) }
        add(child, .lookedAfterChild, from: max(start, taken), to: .latest, 100)
        addSaid(child, parent)
      } else {
        addAbsentChild(child, of: parent, from: start)
      }
    }
  }

  /// A child who lives elsewhere, or did until it was grown up.
  private mutating func addAbsentChild(_ child: Int, of parent: Int, from start: Day) {
    let shared = sharedDays(child)
    guard context.isChild[child] || shared != nil else { return }
    if let shared { addChild(child, from: start, to: shared.last, 100) }
    let after = shared.map { $0.last.adding(days: 1) } ?? start
    let grown = grownUp(child)?.adding(days: -1) ?? .latest
    add(child, .nonResidentChild, from: after, to: context.isChild[child] ? .latest : grown, 100)
    addSaid(child, parent)
  }

  /// A child in care of whom no row says whose it is: it lived with the family before.
  private mutating func addInCareWithoutTie() {
    for spell in context.homes.of(head) where spell.dwelling >= 0 {
      let all = context.residents.spells(in: spell.dwelling, context.homes)
      for other in all {
        let child = Int(other.person)
        guard let taken = context.care.since(child), other.first < taken,
          !people.contains(child), context.ties.parents(of: child).isEmpty, allows(child)
        else { continue }
        let before = HomeSpell(
          person: other.person, dwelling: other.dwelling, first: other.first,
          last: min(other.last, taken), vouched: other.vouched, told: other.told,
          held: other.held, row: other.row)
        let found = context.weighing.evidence(spell, before, among: all)
        let weight = found.reduce(0) { $0 + $1.weight }
        guard weight >= context.weighing.settings.tie else { continue }
        let start = max(born(child) ?? other.first, other.first)
        if start < taken { addChild(child, from: start, to: taken.adding(days: -1), weight) }
        add(child, .lookedAfterChild, from: taken, to: .latest, weight)
        evidence += found.map { MemberEvidence(person: child, other: head, evidence: $0) }
      }
    }
  }
}
