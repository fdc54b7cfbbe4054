import Vocabulary

extension CriteriaEvaluator {
  /// So many of the rules; one that does not apply counts as not met, unless none applies.
  mutating func atLeast(_ step: Step, _ person: Int) -> Outcome {
    var (met, open, applying) = (Int32(0), Int32(0), 0)
    var about: Int32 = -1
    for child in step.children {
      let outcome = quietly(child, person)
      switch outcome.state {
      case .met:
        met += 1
        if about < 0 { about = outcome.person }
      case .cannotTell: open += 1
      case .notMet: break
      case .notApplicable: continue
      }
      applying += 1
    }
    let state: FindingState =
      if met >= step.least { .met } else if met + open >= step.least {
        .cannotTell
      } else if applying == 0 { .notApplicable } else { .notMet }
    let isAboutOne = step.least == 1 && state == .met
    return Outcome(
      state: state, part: met, needed: step.least, person: isAboutOne ? about : -1)
  }

  /// All rules that apply.
  mutating func allRelevant(_ step: Step, _ person: Int) -> Outcome {
    var (met, failed, applying) = (Int32(0), false, Int32(0))
    for child in step.children {
      let outcome = quietly(child, person)
      if outcome.state == .notApplicable { continue }
      applying += 1
      if outcome.state == .met { met += 1 }
      if outcome.state == .notMet { failed = true }
    }
    let state: FindingState =
      if applying == 0 { .notApplicable } else if failed { .notMet } else if met == applying {
        .met
      } else { .cannotTell }
    return Outcome(state: state, part: met, needed: applying)
  }

  /// The opposite; it is met by what is not there, so it has no count.
  mutating func negation(_ step: Step, _ person: Int) -> Outcome {
    let outcome = outcome(of: child(step.children.lowerBound), about: person)
    return Outcome(state: outcome.state.negated, person: outcome.person)
  }

  /// What points to it without proving it: met, it leaves the answer open.
  mutating func perhaps(_ step: Step, _ person: Int) -> Outcome {
    var outcome = outcome(of: child(step.children.lowerBound), about: person)
    if outcome.state == .met {
      outcome.state = .cannotTell
      note(FindingGap(.notProven, person: person < 0 ? nil : Int32(person)))
    }
    return outcome
  }

  /// One person of the group who meets the rule.
  mutating func some(_ step: Step, _ about: Int) -> Outcome {
    // Within another quantifier the group only narrows whom the rule is about.
    guard about < 0 else { return narrowed(step, about) }
    var best = Outcome(state: .notApplicable)
    guard groupHasAny[step.group] else { return best }
    let start = (evidence: output.evidence.count, gaps: output.gaps.count)
    for person in members {
      let sure = sureness(ofGroup: step.group, person)
      guard sure > Sureness.no else { continue }
      let mark = (evidence: output.evidence.count, gaps: output.gaps.count)
      var outcome = outcome(of: child(step.children.lowerBound), about: person)
      outcome.person = Int32(person)
      if sure == Sureness.maybe, outcome.state == .met {
        outcome.state = .cannotTell
        note(FindingGap(.ageUnknown, person: Int32(person)))
      }
      let (rank, bestRank) = (outcome.rank, best.rank)
      if rank > bestRank || (rank == bestRank && rank == 1 && outcome.isNearer(than: best)) {
        output.evidence.removeSubrange(start.evidence..<mark.evidence)
        output.gaps.removeSubrange(start.gaps..<mark.gaps)
        best = outcome
      } else if rank < bestRank || rank < 2 {
        forget(evidence: mark.evidence, gaps: mark.gaps)
      } else if outcome.isNearer(than: best) {
        best = outcome
      }
    }
    return best
  }

  /// Every person of the group meets the rule.
  mutating func every(_ step: Step, _ about: Int) -> Outcome {
    guard about < 0 else { return narrowed(step, about) }
    guard groupHasAny[step.group] else { return Outcome(state: .notApplicable) }
    var (met, asked, state) = (Int32(0), Int32(0), FindingState.notApplicable)
    var who: Int32 = -1
    for person in members {
      let sure = sureness(ofGroup: step.group, person)
      guard sure > Sureness.no else { continue }
      var answer = outcome(of: child(step.children.lowerBound), about: person).state
      if answer == .notApplicable { continue }
      if sure == Sureness.maybe, answer == .notMet {
        answer = .cannotTell
        note(FindingGap(.ageUnknown, person: Int32(person)))
      }
      asked += 1
      if answer == .met { met += 1 }
      if answer == .notMet { who = Int32(person) }
      state = Self.both(state, answer)
    }
    return Outcome(state: state, part: met, needed: asked, person: who)
  }

  private func child(_ place: Int32) -> Int { Int(program.children[Int(place)]) }

  /// Answers a part of a rule, and keeps only such evidence and gaps as bear on the whole.
  private mutating func quietly(_ place: Int32, _ person: Int) -> Outcome {
    let (evidence, gaps) = (output.evidence.count, output.gaps.count)
    let outcome = outcome(of: child(place), about: person)
    switch outcome.state {
    case .met: forget(evidence: output.evidence.count, gaps: gaps)
    case .cannotTell: break
    case .notMet, .notApplicable: forget(evidence: evidence, gaps: gaps)
    }
    return outcome
  }

  private mutating func narrowed(_ step: Step, _ person: Int) -> Outcome {
    let sure = sureness(ofGroup: step.group, person)
    guard sure > Sureness.no else { return Outcome(state: .notApplicable) }
    var outcome = outcome(of: child(step.children.lowerBound), about: person)
    let wouldSettle = step.operation == .some ? FindingState.met : .notMet
    if sure == Sureness.maybe, outcome.state == wouldSettle {
      outcome.state = .cannotTell
      note(FindingGap(.ageUnknown, person: Int32(person)))
    }
    return outcome
  }

  private static func both(_ one: FindingState, _ other: FindingState) -> FindingState {
    if one == .notApplicable { return other }
    if one == .notMet || other == .notMet { return .notMet }
    return one == .met && other == .met ? .met : .cannotTell
  }
}
