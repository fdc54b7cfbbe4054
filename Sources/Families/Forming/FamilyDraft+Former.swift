import Vocabulary

/// Those who lived with the family and left.
extension FamilyDraft {
  /// Who lived with the head before, and was of the family then.
  mutating func addFormer() {
    for spell in context.homes.of(head) where spell.dwelling >= 0 && !hidesSomebody(spell) {
      let isHead = isHead(in: spell)
      let all = context.residents.spells(in: spell.dwelling, context.homes)
      let known = all.filter { !$0.isVague && context.ties.meant[$0.person] == nil }
      for other in all {
        let person = Int(other.person)
        let hasLeft = context.apart.leavings(of: person, from: residents).contains(where: \.holds)
        // Whoever is still there and is not of the household was kept out of it, unless it was decided since when.
        guard person != head, !people.contains(person), !context.isLeftOut[person],
          hasLeft || !(spell.last == .latest && other.last == .latest),
          let overlap = spell.days.overlap(with: other.days),
          overlap.dayCount >= context.weighing.settings.home.leastDays, allows(person)
        else { continue }
        let days = hasLeft ? sharedDays(person) ?? overlap : overlap
        let found = context.weighing.evidence(spell, other, among: known)
        let weight = found.reduce(0) { $0 + $1.weight }
        guard weight >= context.weighing.settings.tie else { continue }
        if isElder(person) {
          addElder(person, days, weight)
        } else if isHead {
          addFormer(person, days, weight)
        } else {
          continue
        }
        evidence += found.map { MemberEvidence(person: person, other: head, evidence: $0) }
      }
    }
  }

  /// Whether somebody was at home there whose address is now kept from this household: then nobody of that time is
  /// shown with it, since who belongs to whom no file says.
  private func hidesSomebody(_ spell: HomeSpell) -> Bool {
    context.residents.spells(in: spell.dwelling, context.homes).contains { other in
      other.days.intersects(spell.days)
        && context.apart.isHidden(Int(other.person), from: residents)
    }
  }

  /// A grandparent with whom the head lived together with children of their own.
  private mutating func addElder(_ person: Int, _ days: DayInterval, _ weight: Int) {
    let children = residents.filter { context.ties.isParent(head, of: $0) }.compactMap(born)
    guard let first = children.min(), first <= days.last else { return }
    add(person, .grandparent, from: max(first, days.first), to: days.last, weight)
  }

  private mutating func addFormer(_ person: Int, _ days: DayInterval, _ weight: Int) {
    let gap = context.weighing.years(from: head, to: person) ?? 0
    let isChild =
      context.ties.isParent(head, of: person) || gap >= context.weighing.settings.ages.parentLeast
    if isChild {
      addChild(person, from: max(days.first, born(person) ?? days.first), to: days.last, weight)
    } else if context.weighing.isOneGeneration(head, person) {
      let isParent = residents.contains { context.ties.isParent(person, of: $0) }
      add(person, isParent ? .parent : .partner, from: days.first, to: days.last, weight)
    } else {
      add(person, .other, from: days.first, to: days.last, weight)
    }
  }

  /// Whether the head led a home: nobody of the generation before lived there.
  private func isHead(in spell: HomeSpell) -> Bool {
    !context.residents.spells(in: spell.dwelling, context.homes).contains { other in
      let person = Int(other.person)
      return person != head && !residents.contains(person) && isElder(person)
        && other.days.intersects(spell.days)
    }
  }

  /// Whether somebody is of the generation before the head, and a relative.
  private func isElder(_ person: Int) -> Bool {
    if context.ties.isParent(person, of: head) { return true }
    guard let gap = context.weighing.years(from: person, to: head),
      gap >= context.weighing.settings.ages.parentLeast + 2
    else { return false }
    return context.weighing.shareSurname(person, head)
  }
}
