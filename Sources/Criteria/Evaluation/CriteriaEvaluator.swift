import Vocabulary

/// Asks a program's steps of one family after the other.
///
/// It holds what is shared between families; all lists are made once and used again, so that a family costs
/// no allocation.
struct CriteriaEvaluator {
  let program: CriteriaProgram
  let facts: [CaseFact]
  let people: [CasePerson]
  let memberships: [CaseMembership]
  let attributes: [CaseAttribute]
  let rulings: [CaseRuling]
  /// What people decided about the pack's criteria, for the date.
  let overrides: [CaseOverride]
  var binding: CriteriaBinding

  /// The family at hand.
  var family = 0
  var id = FamilyID(0)
  /// What was decided about it.
  var decided: [CaseOverride] = []
  var members: Range<Int> = 0..<0
  /// Where the facts of each slot begin and end among the facts of the family at hand.
  var starts: [Int]
  var ends: [Int]
  /// How sure it is that each member is in each group at the date, group by group.
  var sureness: [UInt8] = []
  /// Whether each group has anybody, perhaps.
  var groupHasAny: [Bool]
  /// What the criteria came to for the family at hand.
  var outcomes: [Outcome]
  /// Whether the sources of a slot cover a window: 0 not asked yet, 1 they do, 2 they do not.
  var covered: [UInt8]
  var output = Findings()
  /// Values that were seen, for counting distinct ones, and those of them that were seen for certain.
  var seen: [Int64] = []
  var seenForSure: [Int64] = []
  var spells: [DayInterval] = []

  init(_ program: CriteriaProgram, _ binding: CriteriaBinding, _ file: CaseFile) {
    self.program = program
    self.binding = binding
    facts = file.facts
    people = file.people
    memberships = file.memberships
    attributes = file.attributes
    rulings = file.rulings
    overrides = file.overrides.filter {
      $0.pack == program.pack.name && $0.days.contains(binding.date)
    }
    starts = Array(repeating: 0, count: program.kindOfSlot.count)
    ends = starts
    groupHasAny = Array(repeating: false, count: program.pack.groups.count)
    outcomes = Array(
      repeating: Outcome(state: .notApplicable), count: program.roots.count)
    covered = Array(repeating: 0, count: program.kindOfSlot.count * program.windows.count)
  }

  // MARK: A family

  /// Turns to a family: finds its facts of each kind, and who of it is in which group.
  mutating func turn(to family: Int, _ entry: CaseFamily) {
    self.family = family
    id = entry.id
    decided = overrides.isEmpty ? [] : overrides.filter { $0.family == entry.id }
    members = entry.people
    for slot in starts.indices {
      starts[slot] = 0
      ends[slot] = 0
    }
    // The facts lie in the order of their kinds, so each kind is one run.
    var place = entry.facts.lowerBound
    while place < entry.facts.upperBound {
      let kind = facts[place].kind
      var end = place + 1
      while end < entry.facts.upperBound, facts[end].kind == kind { end += 1 }
      let slot = Int(program.slotOfKind[Int(kind)])
      if slot >= 0 {
        starts[slot] = place
        ends[slot] = end
      }
      place = end
    }
    for (place, window) in program.windows.enumerated() where window.dependsOnStart {
      binding.windows[place] = window.days(
        at: binding.date, start: entry.start, terms: binding.terms)
    }
    settleGroups()
  }

  /// Answers every criterion for a family, and keeps the findings.
  mutating func answer(family: Int, _ entry: CaseFamily) {
    turn(to: family, entry)
    for criterion in program.roots.indices {
      let evidence = Int32(output.evidence.count)
      let gaps = Int32(output.gaps.count)
      var outcome = outcome(of: Int(program.roots[criterion]), about: -1)
      if let ruled = override(of: criterion) {
        outcome = Outcome(state: FindingState(ruled.finding))
      }
      outcomes[criterion] = outcome
      // What is missing matters only where it leaves the answer open.
      if outcome.state != .cannotTell { forget(evidence: output.evidence.count, gaps: Int(gaps)) }
      output.findings.append(
        Finding(
          criterion: Int32(criterion), family: Int32(family), date: binding.date,
          state: outcome.state, part: outcome.part, whole: outcome.whole, needed: outcome.needed,
          person: outcome.person < 0 ? nil : outcome.person,
          evidence: evidence..<Int32(output.evidence.count),
          gaps: gaps..<Int32(output.gaps.count)))
    }
  }

  /// What a step comes to, about one person or about the whole family (-1).
  mutating func outcome(of place: Int, about person: Int) -> Outcome {
    let step = program.steps[place]
    switch step.operation {
    case .atLeast: return atLeast(step, person)
    case .allRelevant: return allRelevant(step, person)
    case .not: return negation(step, person)
    case .perhaps: return perhaps(step, person)
    case .some: return some(step, person)
    case .every: return every(step, person)
    case .facts: return counted(step, person)
    case .latest: return latest(step, person)
    case .measure: return measured(step, person)
    case .share: return shared(step, person)
    case .fall: return fallen(step, person)
    case .spell: return lasted(step, person)
    case .unanswered: return unanswered(step, person)
    case .member: return membership(step)
    case .covered: return coverage(step, person)
    case .decision: return ruled(step)
    case .notComputable:
      note(FindingGap(.notComputable))
      return Outcome(state: .cannotTell)
    case .criterion:
      // Asked of the family, it has been answered already: criteria stand after those they speak of.
      return person < 0
        ? outcomes[step.criterion]
        : outcome(of: Int(program.roots[step.criterion]), about: person)
    }
  }

  mutating func note(_ gap: FindingGap) {
    output.gaps.append(gap)
  }

  /// Forgets the evidence and the gaps noted since.
  mutating func forget(evidence: Int, gaps: Int) {
    output.evidence.removeLast(output.evidence.count - evidence)
    output.gaps.removeLast(output.gaps.count - gaps)
  }
}
