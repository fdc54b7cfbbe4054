import Vocabulary

/// A family as it is being gathered.
struct FamilyDraft {
  private let context: FamilyGathering
  private let residents: [Int]
  private let head: Int
  private let roles: HouseholdRoles
  private var memberships: [FormedMembership] = []
  private var evidence: [MemberEvidence] = []
  private(set) var people: [Int] = []

  init(_ context: FamilyGathering, _ residents: [Int], _ head: Int, _ roles: HouseholdRoles) {
    self.context = context
    self.residents = residents
    self.head = head
    self.roles = roles
  }

  private var input: FamilyInput { context.input }
  private var asOf: Day { context.input.asOf }

  var family: FormedFamily {
    var notes: [FamilyNote] = []
    let weak = context.weighing.settings.weak
    var weakest: [Int: Int] = [:]
    for member in memberships where member.days.contains(asOf) && member.role.isResident {
      weakest[member.person] = max(weakest[member.person] ?? 0, member.strength)
    }
    for (person, strength) in weakest.sorted(by: { $0.key < $1.key }) where strength < weak {
      notes.append(FamilyNote(kind: .weak, person: person, other: nil, weight: strength))
    }
    for person in residents where context.isChild[person] {
      let mothers = context.ties.parents(of: person).filter {
        input.people[$0].isFemale == true && residents.contains($0)
      }
      if mothers.count > 1 {
        notes.append(
          FamilyNote(
            kind: .contradiction, person: mothers[0], other: mothers[1], weight: mothers.count))
      }
    }
    return FormedFamily(
      head: head, home: residents,
      members: memberships.sorted { ($0.person, $0.days.first) < ($1.person, $1.days.first) },
      evidence: evidence, notes: notes)
  }

  // MARK: Those who live there

  mutating func addResidents() {
    let dwelling = residents.compactMap { context.homes.last($0)?.dwelling }.first ?? 0
    let all = context.living(in: dwelling, residents)
    for person in residents {
      guard let home = context.homes.last(person) else {
        add(person, roles.role(of: person), from: born(person) ?? .earliest, to: .latest, 0)
        continue
      }
      var best = 0
      for other in residents where other != person {
        guard let theirs = context.homes.last(other) else { continue }
        let adults = context.weighing.adults(among: all, with: home, theirs)
        let found = context.weighing.evidence(home, theirs, adults: adults)
        let weight = found.reduce(0) { $0 + $1.weight }
        if weight >= context.weighing.settings.tie {
          evidence += found.map { MemberEvidence(person: person, other: other, evidence: $0) }
        }
        best = max(best, weight)
      }
      addResident(person, home, best)
    }
  }

  private mutating func addResident(_ person: Int, _ home: HomeSpell, _ strength: Int) {
    let role = roles.role(of: person)
    let from = since(person, role)
    let to = home.last
    switch role {
    case .dependentChild, .adultChild:
      addChild(person, from: from, to: to, strength)
    default: add(person, role, from: from, to: to, strength)
    }
  }

  /// A child until the birthday on which it is grown up, a grown-up child from then on.
  private mutating func addChild(_ person: Int, from: Day, to: Day, _ strength: Int) {
    guard let grown = grownUp(person) else {
      add(person, .adultChild, from: from, to: to, strength)
      return
    }
    if from < grown {
      add(person, .dependentChild, from: from, to: min(to, grown.adding(days: -1)), strength)
    }
    if to >= grown { add(person, .adultChild, from: max(from, grown), to: to, strength) }
  }

  /// Since when somebody belongs to the family: since birth as a child of it, else since living with another of it.
  private func since(_ person: Int, _ role: FamilyRole) -> Day {
    let isOwnChild = role == .dependentChild || role == .adultChild
    if isOwnChild, let born = born(person),
      residents.contains(where: { context.ties.isParent($0, of: person) })
    {
      return born
    }
    var first: Day?
    for spell in context.homes.of(person) {
      for other in residents where other != person {
        for theirs in context.homes.of(other) where theirs.dwelling == spell.dwelling {
          guard let days = spell.days.overlap(with: theirs.days) else { continue }
          first = min(first ?? days.first, days.first)
        }
      }
    }
    let start = first ?? context.homes.last(person)?.first ?? .earliest
    guard !isOwnChild, let grown = grownUp(person) else { return start }
    // Whoever heads a family was a child of another before.
    let child = residents.filter { context.ties.isParent(person, of: $0) }.compactMap(born).min()
    return max(start, min(grown, child ?? grown))
  }

  // MARK: Those elsewhere

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
      for other in context.residents.spells(in: spell.dwelling, context.homes) {
        let child = Int(other.person)
        guard let taken = context.care.since(child), other.first < taken,
          !people.contains(child), context.ties.parents(of: child).isEmpty, allows(child)
        else { continue }
        let before = HomeSpell(
          person: other.person, dwelling: other.dwelling, first: other.first,
          last: min(other.last, taken), vouched: other.vouched, told: other.told,
          held: other.held, row: other.row)
        let found = context.weighing.evidence(spell, before, adults: 1)
        let weight = found.reduce(0) { $0 + $1.weight }
        guard weight >= context.weighing.settings.tie else { continue }
        let start = max(born(child) ?? other.first, other.first)
        if start < taken { addChild(child, from: start, to: taken.adding(days: -1), weight) }
        add(child, .lookedAfterChild, from: taken, to: .latest, weight)
        evidence += found.map { MemberEvidence(person: child, other: head, evidence: $0) }
      }
    }
  }

  // MARK: Those who left

  /// Who lived with the head before, and was of the family then.
  mutating func addFormer() {
    for spell in context.homes.of(head) where spell.dwelling >= 0 && !hidesSomebody(spell) {
      let isHead = isHead(in: spell)
      for other in context.residents.spells(in: spell.dwelling, context.homes) {
        let person = Int(other.person)
        // Whoever is still there and is not of the household was kept out of it.
        guard person != head, !people.contains(person), !context.isLeftOut[person],
          !(spell.last == .latest && other.last == .latest),
          let days = spell.days.overlap(with: other.days),
          days.dayCount >= context.weighing.settings.home.leastDays, allows(person)
        else { continue }
        let found = context.weighing.evidence(spell, other, adults: 2)
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

  // MARK: Adding

  private func allows(_ person: Int) -> Bool {
    context.apart.allows([person], residents) && context.apart.allows([person], people)
  }

  /// The days for which somebody shared homes with the head: from the first to the last.
  private func sharedDays(_ person: Int) -> DayInterval? {
    var found: DayInterval?
    for spell in context.homes.of(person) where !spell.isVague {
      for own in context.homes.of(head) where own.dwelling == spell.dwelling && !own.isVague {
        guard let days = own.days.overlap(with: spell.days),
          days.dayCount >= context.weighing.settings.home.leastDays
        else { continue }
        found = DayInterval(
          first: min(found?.first ?? days.first, days.first),
          last: max(found?.last ?? days.last, days.last))
      }
    }
    return found
  }

  private mutating func addSaid(_ person: Int, _ other: Int) {
    let always = DayInterval(from: .earliest)
    if let said = context.weighing.said(person, other, in: always) {
      evidence.append(MemberEvidence(person: person, other: other, evidence: said))
    }
  }

  private mutating func add(
    _ person: Int, _ role: FamilyRole, from: Day, to: Day, _ strength: Int
  ) {
    // What the days to come bring is not known.
    guard from <= asOf, let days = DayInterval(first: from, last: to >= asOf ? .latest : to)
    else { return }
    if !people.contains(person) { people.append(person) }
    memberships.append(
      FormedMembership(person: person, role: role, days: days, strength: strength))
  }

  private func born(_ person: Int) -> Day? { input.people[person].born?.earliest }

  private func grownUp(_ person: Int) -> Day? {
    born(person)?.adding(months: 12 * context.weighing.settings.ages.grownUp)
  }
}
