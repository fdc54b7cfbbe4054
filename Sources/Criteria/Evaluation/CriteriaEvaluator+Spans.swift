import Vocabulary

extension CriteriaEvaluator {
  /// What the latest fact of some kinds says of one person; no answer at all says nothing.
  mutating func latest(_ step: Step, _ about: Int) -> Outcome {
    guard let days = binding.windows[step.window] else { return noWindow(step.window) }
    // The answers that may be the latest are those that may be no earlier than the surest one.
    var surest: Day?
    for fact in answers(step, days, about) {
      guard let start = facts[fact].starts, isInTime(fact, .happened, days) == Sureness.yes else {
        continue
      }
      if surest.map({ $0 < start.earliest }) ?? true { surest = start.earliest }
    }
    var (met, failed, silent) = (0, 0, 0)
    for fact in answers(step, days, about)
    where surest.map({ (facts[fact].starts?.latest ?? .latest) >= $0 }) ?? true {
      let slot = program.slotOfKind[Int(facts[fact].kind)]
      output.evidence.append(FindingEvidence(fact: Int32(fact), isCertain: surest != nil))
      if has(step.unknown, slot) {
        silent += 1
      } else if has(step.others, slot) {
        switch step.tests.isEmpty ? Sureness.yes : passes(fact, step.tests) {
        case Sureness.yes: met += 1
        case Sureness.no: failed += 1
        default: silent += 1
        }
      } else {
        failed += 1
      }
    }
    return Outcome(
      state: answer(step, days, about, surest, met, failed, silent), part: Int32(met > 0 ? 1 : 0),
      needed: 1, person: Int32(about))
  }

  private mutating func answer(
    _ step: Step, _ days: DayInterval, _ about: Int, _ surest: Day?, _ met: Int, _ failed: Int,
    _ silent: Int
  ) -> FindingState {
    let kind = program.kindOfSlot[Int(program.slots[Int(step.kinds.lowerBound)])]
    guard met + failed + silent > 0 else {
      note(FindingGap(.notDelivered, kind: kind, days: days, person: Int32(about)))
      return .cannotTell
    }
    guard let surest, let day = DayInterval(first: surest, last: surest) else {
      note(FindingGap(.dateTooVague, kind: kind, days: days, person: Int32(about)))
      return .cannotTell
    }
    // Other sources that tell of these kinds might have told something else that day.
    for place in step.kinds {
      let slot = Int(program.slots[Int(place)])
      for supplier in binding.coverage.suppliers[slot] where supplier.days.firstGap(in: day) != nil
      {
        note(
          FindingGap(
            .notDelivered, kind: program.kindOfSlot[slot], source: supplier.source, days: day))
        return .cannotTell
      }
    }
    if met > 0, surestIsOneDay(step, days, about, surest) || failed + silent == 0 { return .met }
    if silent > 0 || met > 0 {
      note(FindingGap(.sourceCannotSay, kind: kind, days: days, person: Int32(about)))
      return .cannotTell
    }
    return .notMet
  }

  /// Whether all answers that may be the latest are of one known day: then what one of them says is so.
  private func surestIsOneDay(
    _ step: Step, _ days: DayInterval, _ about: Int, _ surest: Day
  ) -> Bool {
    for fact in answers(step, days, about) {
      guard let start = facts[fact].starts else { return false }
      if start.latest >= surest, start.day != surest { return false }
    }
    return true
  }

  private func has(_ kinds: Range<Int32>, _ slot: Int16) -> Bool {
    for place in kinds where program.slots[Int(place)] == slot { return true }
    return false
  }

  /// The facts of the step's kinds about a person that may lie in the window.
  private func answers(_ step: Step, _ days: DayInterval, _ about: Int) -> [Int] {
    var found: [Int] = []
    for place in step.kinds {
      let slot = Int(program.slots[Int(place)])
      for fact in starts[slot]..<ends[slot]
      where facts[fact].person == about && isInTime(fact, .happened, days) > Sureness.no {
        found.append(fact)
      }
    }
    return found
  }

  // MARK: Spells

  /// Enough days of the window within one person's episodes.
  mutating func lasted(_ step: Step, _ about: Int) -> Outcome {
    guard let days = binding.windows[step.window] else { return noWindow(step.window) }
    let certain = length(step, days, about, isCertain: true)
    let possible = length(step, days, about, isCertain: false)
    var state = FindingState.notMet
    if certain >= step.days {
      state = .met
    } else if possible >= step.days {
      state = .cannotTell
    } else if !isCovered(step.kinds, step.window, days, about) {
      state = .cannotTell
    }
    return Outcome(
      state: state, part: Int32(clamping: certain), needed: Int32(clamping: step.days),
      person: Int32(about))
  }

  private mutating func length(
    _ step: Step, _ days: DayInterval, _ about: Int, isCertain: Bool
  ) -> Int {
    spells.removeAll(keepingCapacity: true)
    for place in step.kinds {
      let slot = Int(program.slots[Int(place)])
      for fact in starts[slot]..<ends[slot] where facts[fact].person == about {
        // Of which nobody knows the beginning may have begun before all time, and for certain with its last day at most.
        let start = facts[fact].starts
        guard let first = isCertain ? start?.latest : start?.earliest ?? .earliest else { continue }
        let last = facts[fact].ends.map { isCertain ? $0.earliest : $0.latest } ?? .latest
        guard let spell = DayInterval(first: first, last: last)?.overlap(with: days) else {
          continue
        }
        spells.append(spell)
        if !isCertain {
          let isExact = start?.day != nil && facts[fact].ends?.precision ?? .day == .day
          if !isExact { note(FindingGap(.dateTooVague, kind: facts[fact].kind, fact: Int32(fact))) }
          output.evidence.append(FindingEvidence(fact: Int32(fact), isCertain: isExact))
        }
      }
    }
    spells.merge()
    var (sum, longest) = (0, 0)
    for spell in spells {
      sum += spell.dayCount
      longest = max(longest, spell.dayCount)
    }
    return step.isUnbroken ? longest : sum
  }

  // MARK: What was not answered

  /// Something that was due to one person longer ago than the days of grace, and for which nothing came up to the date.
  mutating func unanswered(_ step: Step, _ about: Int) -> Outcome {
    guard let days = binding.windows[step.window] else { return noWindow(step.window) }
    var (certain, possible) = (Int32(0), Int32(0))
    for place in step.kinds {
      let slot = Int(program.slots[Int(place)])
      for fact in starts[slot]..<ends[slot] where facts[fact].person == about {
        let sure = min(
          isInTime(fact, .happened, days), isOverdue(fact, step), isUnanswered(fact, step))
        guard sure > Sureness.no else { continue }
        if sure == Sureness.maybe {
          note(FindingGap(.dateTooVague, kind: facts[fact].kind, fact: Int32(fact)))
        }
        output.evidence.append(FindingEvidence(fact: Int32(fact), isCertain: sure == Sureness.yes))
        if sure == Sureness.yes { certain += 1 }
        possible += 1
      }
    }
    // Silence about the answers is what the rule is about, so it has to mean something.
    let isComplete =
      possible > 0
      ? isCovered(step.others, step.window, days, about)
      : isCovered(step.kinds, step.window, days, about)
    let state: FindingState =
      if !isComplete { .cannotTell } else if certain > 0 { .met } else if possible > 0 {
        .cannotTell
      } else { .notMet }
    return Outcome(state: state, part: certain, needed: 1, person: Int32(about))
  }

  private func isOverdue(_ fact: Int, _ step: Step) -> UInt8 {
    guard let due = facts[fact].starts else { return Sureness.maybe }
    if due.earliest.adding(days: step.days) >= binding.date { return Sureness.no }
    return due.latest.adding(days: step.days) < binding.date ? Sureness.yes : Sureness.maybe
  }

  private func isUnanswered(_ asked: Int, _ step: Step) -> UInt8 {
    var sure = Sureness.yes
    let wanted = step.attribute >= 0 ? detail(of: asked, named: step.attribute) : nil
    for place in step.others {
      let slot = Int(program.slots[Int(place)])
      for fact in starts[slot]..<ends[slot] where facts[fact].person == facts[asked].person {
        if step.attribute >= 0 {
          guard let found = detail(of: fact, named: step.attribute), let wanted else {
            sure = min(sure, Sureness.maybe)
            continue
          }
          guard found == wanted else { continue }
        }
        guard let given = facts[fact].starts else {
          sure = min(sure, Sureness.maybe)
          continue
        }
        // With a name in common an answer may come early; without one it has to come after the question.
        let isLate = given.earliest > binding.date
        let isEarly =
          step.attribute < 0 && given.latest < facts[asked].starts?.earliest ?? .earliest
        if isLate || isEarly { continue }
        let isVague =
          given.latest > binding.date
          || (step.attribute < 0 && given.earliest < facts[asked].starts?.latest ?? .earliest)
        if isVague {
          sure = min(sure, Sureness.maybe)
        } else {
          return Sureness.no
        }
      }
    }
    return sure
  }

  // MARK: Decisions

  /// What people decided last, by the date; nobody having decided is not yet a yes.
  mutating func ruled(_ step: Step) -> Outcome {
    var latest: CaseRuling?
    for ruling in rulings
    where ruling.family == id && ruling.matter == binding.words[step.attribute]
      && ruling.day <= binding.date
    {
      if latest.map({ $0.day <= ruling.day }) ?? true { latest = ruling }
    }
    let answer = latest?.isSo ?? discretion
    if answer == nil { note(FindingGap(.awaitsDecision)) }
    let isSo = answer ?? false
    return Outcome(state: isSo ? .met : .notMet, part: isSo ? 1 : 0, needed: 1)
  }
}
