import Vocabulary

extension CriteriaEvaluator {
  // MARK: One fact

  /// How sure it is that a fact counts for a step.
  mutating func counts(_ fact: Int, _ step: Step, _ days: DayInterval, _ about: Int) -> UInt8 {
    let inTime = isInTime(fact, step.timing, days)
    guard inTime > Sureness.no else { return Sureness.no }
    let person = isAbout(fact, step, about)
    guard person > Sureness.no else { return Sureness.no }
    let details = step.tests.isEmpty ? Sureness.yes : passes(fact, step.tests)
    guard details > Sureness.no else { return Sureness.no }
    if inTime == Sureness.maybe { note(gap(.dateTooVague, fact)) }
    if person == Sureness.maybe { note(gap(.ageUnknown, fact)) }
    if details == Sureness.maybe { note(gap(.detailMissing, fact)) }
    return min(inTime, person, details)
  }

  private func gap(_ reason: FindingGap.Reason, _ fact: Int) -> FindingGap {
    FindingGap(
      reason, kind: facts[fact].kind, person: facts[fact].person.map(Int32.init),
      fact: Int32(fact))
  }

  /// Whether a fact lies in time as it has to.
  func isInTime(_ fact: Int, _ timing: FactTiming, _ days: DayInterval) -> UInt8 {
    guard let start = facts[fact].starts else { return Sureness.maybe }
    let first = start.earliest
    if timing == .happened {
      if start.precision == .day { return days.contains(first) ? Sureness.yes : Sureness.no }
      let last = start.latest
      guard first <= days.last, days.first <= last else { return Sureness.no }
      return days.first <= first && last <= days.last ? Sureness.yes : Sureness.maybe
    }
    // An episode is going on at the last day, or at any day, if it began by then and had not ended.
    let begins =
      first > days.last ? Sureness.no : start.latest <= days.last ? Sureness.yes : Sureness.maybe
    guard begins > Sureness.no, let end = facts[fact].ends else { return begins }
    let until = timing == .open ? days.last : days.first
    if end.earliest >= until { return begins }
    return end.latest < until ? Sureness.no : Sureness.maybe
  }

  /// Whether a fact's details pass every test.
  func passes(_ fact: Int, _ tests: Range<Int32>) -> UInt8 {
    var sure = Sureness.yes
    for place in tests {
      let test = program.tests[Int(place)]
      guard let value = detail(of: fact, named: test.name) else {
        sure = Sureness.maybe
        continue
      }
      var isAmong = false
      for allowed in test.values where binding.words[allowed] == value { isAmong = true }
      if isAmong == test.isOpposite { return Sureness.no }
    }
    return sure
  }

  /// A detail of a fact, by the number of its word.
  func detail(of fact: Int, named name: Int) -> Int32? {
    let word = binding.words[name]
    for place in facts[fact].attributes where attributes[Int(place)].name == word {
      return attributes[Int(place)].value
    }
    return nil
  }

  // MARK: Many facts

  /// So many facts of the step's kinds.
  mutating func counted(_ step: Step, _ about: Int) -> Outcome {
    guard let days = binding.windows[step.window] else { return noWindow(step.window) }
    if about < 0, step.group >= 0, !groupHasAny[step.group] {
      return Outcome(state: .notApplicable, needed: step.least)
    }
    var (certain, possible) = (Int64(0), Int64(0))
    seen.removeAll(keepingCapacity: true)
    seenForSure.removeAll(keepingCapacity: true)
    for place in step.kinds {
      let slot = Int(program.slots[Int(place)])
      for fact in starts[slot]..<ends[slot] {
        let sure = counts(fact, step, days, about)
        guard sure > Sureness.no else { continue }
        output.evidence.append(FindingEvidence(fact: Int32(fact), isCertain: sure == Sureness.yes))
        let worth = worth(of: fact, step, isSure: sure == Sureness.yes)
        certain += worth.certain
        possible += worth.possible
      }
    }
    return settle(step, days, about, certain, possible)
  }

  private mutating func settle(
    _ step: Step, _ days: DayInterval, _ about: Int, _ certain: Int64, _ possible: Int64
  ) -> Outcome {
    var state = FindingState.notMet
    if certain >= Int64(step.least) {
      state = .met
    } else if possible >= Int64(step.least) {
      state = .cannotTell
    } else if !step.isSilenceTrusted, !isCovered(step.kinds, step.window, days, about) {
      state = .cannotTell
    }
    return Outcome(
      state: state, part: Int32(clamping: certain), needed: step.least, person: Int32(about))
  }

  /// What a fact adds to the count: at least so much, and at most so much.
  private mutating func worth(
    of fact: Int, _ step: Step, isSure: Bool
  ) -> (certain: Int64, possible: Int64) {
    let value: Int64?
    switch step.dimension {
    case .facts: return (isSure ? 1 : 0, 1)
    case .amount:
      let word = detail(of: fact, named: step.attribute)
      let amount = word.flatMap { binding.amount(ofWord: $0) }.map(Int64.init)
      return (isSure ? amount ?? 0 : 0, amount ?? Int64(step.least))
    case .days: value = facts[fact].starts?.day.map { Int64($0.daysSince1970) }
    case .agencies: value = Int64(program.agencyOfKind[Int(facts[fact].kind)])
    case .people: value = facts[fact].person.map(Int64.init)
    case .professionals:
      value =
        facts[fact].professional == 0 ? nil : Int64(bitPattern: facts[fact].professional)
    case .attribute: value = detail(of: fact, named: step.attribute).map(Int64.init)
    }
    // What is not named may be one more, or one of those there are.
    guard let value else { return (0, 1) }
    // A value counts for certain with the first certain fact of it, wherever that stands among the others.
    return (isSure && isNew(value, among: &seenForSure) ? 1 : 0, isNew(value, among: &seen) ? 1 : 0)
  }

  private func isNew(_ value: Int64, among seen: inout [Int64]) -> Bool {
    if seen.contains(value) { return false }
    seen.append(value)
    return true
  }

  mutating func noWindow(_ window: Int) -> Outcome {
    let isTerms = program.windows[window].unit == .terms
    note(FindingGap(isTerms ? .noTerms : .startUnknown))
    return Outcome(state: .cannotTell)
  }
}
