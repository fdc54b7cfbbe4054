import Vocabulary

/// A family as it is being gathered.
struct FamilyDraft {
  let context: FamilyGathering
  let residents: [Int]
  let head: Int
  private let roles: HouseholdRoles
  var memberships: [FormedMembership] = []
  var evidence: [MemberEvidence] = []
  var people: [Int] = []

  init(_ context: FamilyGathering, _ residents: [Int], _ head: Int, _ roles: HouseholdRoles) {
    self.context = context
    self.residents = residents
    self.head = head
    self.roles = roles
  }

  var input: FamilyInput { context.input }
  var asOf: Day { context.input.asOf }

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
    for person in residents {
      guard let home = context.homes.last(person) else {
        add(person, roles.role(of: person), from: born(person) ?? .earliest, to: .latest, 0)
        continue
      }
      let all = context.living(in: home.dwelling, residents)
      var best = 0
      for other in residents where other != person {
        guard let theirs = context.homes.last(other) else { continue }
        let found = context.weighing.evidence(home, theirs, among: all)
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
  mutating func addChild(_ person: Int, from: Day, to: Day, _ strength: Int) {
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

  // MARK: Adding

  func allows(_ person: Int) -> Bool {
    context.apart.allowsOnce(person, residents) && context.apart.allowsOnce(person, people)
  }

  /// The days for which somebody shared homes with the head: from the first to the last.
  func sharedDays(_ person: Int) -> DayInterval? {
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

  mutating func addSaid(_ person: Int, _ other: Int) {
    let always = DayInterval(from: .earliest)
    if let said = context.weighing.said(person, other, in: always) {
      evidence.append(MemberEvidence(person: person, other: other, evidence: said))
    }
  }

  mutating func add(
    _ person: Int, _ role: FamilyRole, from: Day, to: Day, _ strength: Int
  ) {
    // What the days to come bring is not known.
    guard from <= asOf, let days = DayInterval(first: from, last: to >= asOf ? .latest : to)
    else { return }
    if !people.contains(person) { people.append(person) }
    memberships.append(
      FormedMembership(person: person, role: role, days: days, strength: strength))
  }

  func born(_ person: Int) -> Day? { input.people[person].born?.earliest }

  func grownUp(_ person: Int) -> Day? {
    input.people[person].born.map(context.weighing.settings.ages.grownUp)
  }
}
