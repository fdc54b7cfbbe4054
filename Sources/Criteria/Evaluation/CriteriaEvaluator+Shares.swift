import Vocabulary

/// How far a share may lie from its threshold, whatever is not known: `whole × part − share × of`, exact.
struct ShareBounds {
  let step: Step
  private(set) var part: Int64 = 0
  private(set) var whole: Int64 = 0
  private(set) var least: Int64 = 0
  private(set) var most: Int64 = 0

  init(_ step: Step) {
    self.step = step
  }

  mutating func add(part more: Int64) {
    part += more
    least += step.whole * more
    most += step.whole * more
  }

  mutating func add(whole more: Int64) {
    whole += more
    least -= step.part * more
    most -= step.part * more
  }

  /// Adds a part of a whole of which an unknown share lies in the window.
  mutating func addPerhaps(part: Int64, whole: Int64) {
    least -= step.part * max(0, whole - part)
    most += (step.whole - min(step.part, whole > 0 ? step.part : 0)) * part
  }

  /// Whether the share passes: yes, no, or it depends on what is not known.
  var answer: Certainty {
    let (low, high) = (passes(least), passes(most))
    return low == high ? Certainty(low) : .cannotTell
  }

  private func passes(_ distance: Int64) -> Bool {
    switch step.comparison {
    case .atLeast: distance >= 0
    case .moreThan: distance > 0
    case .atMost: distance <= 0
    case .below: distance < 0
    }
  }

  /// The least part of the whole that reaches the threshold from below, or the most that stays under it.
  var needed: Int64 {
    let product = step.part * whole
    switch step.comparison {
    case .atLeast: return (product + step.whole - 1) / step.whole
    case .moreThan: return product / step.whole + 1
    case .atMost: return product / step.whole
    case .below: return product > 0 ? (product - 1) / step.whole : 0
    }
  }

  func outcome(_ state: FindingState, about person: Int) -> Outcome {
    Outcome(
      state: state, part: Int32(clamping: part), whole: Int32(clamping: whole),
      needed: Int32(clamping: needed), person: Int32(person))
  }
}

extension CriteriaEvaluator {
  /// So large a part of what is measured, summed over one person's facts.
  mutating func measured(_ step: Step, _ about: Int) -> Outcome {
    guard let days = binding.windows[step.window] else { return noWindow(step.window) }
    var bounds = ShareBounds(step)
    let wholeSlot = program.slots[Int(step.others.lowerBound)]
    for place in step.kinds {
      let slot = program.slots[Int(place)]
      addMeasures(ofSlot: Int(slot), isPart: true, isWhole: slot == wholeSlot, days, about, &bounds)
    }
    let isAmongKinds = step.kinds.contains { program.slots[Int($0)] == wholeSlot }
    if !isAmongKinds {
      addMeasures(ofSlot: Int(wholeSlot), isPart: false, isWhole: true, days, about, &bounds)
    }
    // A share of what was delivered says little of the share of everything, either way.
    var isComplete = isCovered(step.kinds, step.window, days, about)
    if !isAmongKinds, !isCovered(step.others, step.window, days, about) { isComplete = false }
    if bounds.whole < Int64(step.minimum) {
      note(FindingGap(.tooFew, days: days, person: Int32(about)))
      isComplete = false
    }
    return bounds.outcome(isComplete ? FindingState(bounds.answer) : .cannotTell, about: about)
  }

  private mutating func addMeasures(
    ofSlot slot: Int, isPart: Bool, isWhole: Bool, _ days: DayInterval, _ about: Int,
    _ bounds: inout ShareBounds
  ) {
    for fact in starts[slot]..<ends[slot] where facts[fact].person == about {
      let part = isPart ? Int64(facts[fact].part) : 0
      let whole = isWhole ? Int64(facts[fact].whole) : 0
      let sure = isInside(fact, days)
      guard sure > Sureness.no else { continue }
      output.evidence.append(FindingEvidence(fact: Int32(fact), isCertain: sure == Sureness.yes))
      if sure == Sureness.yes {
        bounds.add(part: part)
        bounds.add(whole: whole)
      } else {
        note(FindingGap(.dateTooVague, kind: facts[fact].kind, days: days, fact: Int32(fact)))
        bounds.addPerhaps(part: part, whole: whole)
      }
    }
  }

  /// Whether the whole span of a fact lies in the window.
  private func isInside(_ fact: Int, _ days: DayInterval) -> UInt8 {
    guard let start = facts[fact].starts else {
      // What ended before the window is not in it, whenever it began.
      let isOver = facts[fact].ends.map { $0.latest < days.first } ?? false
      return isOver ? Sureness.no : Sureness.maybe
    }
    let last = facts[fact].ends?.latest ?? start.latest
    guard start.earliest <= days.last, last >= days.first else { return Sureness.no }
    return days.first <= start.earliest && last <= days.last ? Sureness.yes : Sureness.maybe
  }

  /// The facts of some kinds as a part of those of more kinds.
  mutating func shared(_ step: Step, _ about: Int) -> Outcome {
    guard let days = binding.windows[step.window] else { return noWindow(step.window) }
    var bounds = ShareBounds(step)
    var perhaps: Int64 = 0
    for place in step.others {
      let slot = program.slots[Int(place)]
      let isPart = step.kinds.contains { program.slots[Int($0)] == slot }
      for fact in starts[Int(slot)]..<ends[Int(slot)] {
        let sure = counts(fact, step, days, about)
        guard sure > Sureness.no else { continue }
        if isPart {
          output.evidence.append(
            FindingEvidence(fact: Int32(fact), isCertain: sure == Sureness.yes))
        }
        if sure == Sureness.yes {
          bounds.add(part: isPart ? 1 : 0)
          bounds.add(whole: 1)
        } else {
          perhaps += 1
          bounds.addPerhaps(part: isPart ? 1 : 0, whole: 1)
        }
      }
    }
    let isComplete = isCovered(step.others, step.window, days, about)
    let minimum = Int64(step.minimum)
    var state = isComplete ? FindingState(bounds.answer) : .cannotTell
    if bounds.whole < minimum {
      state = isComplete && bounds.whole + perhaps < minimum ? .notMet : .cannotTell
      if state == .cannotTell { note(FindingGap(.tooFew, days: days)) }
    }
    return bounds.outcome(state, about: about)
  }

  /// Fewer facts in one window than in another; nothing before means that there was nothing to reduce.
  mutating func fallen(_ step: Step, _ about: Int) -> Outcome {
    guard let now = binding.windows[step.window] else { return noWindow(step.window) }
    guard let before = binding.windows[step.otherWindow] else { return noWindow(step.otherWindow) }
    let later = tally(step, now, about)
    let earlier = tally(step, before, about)
    var isComplete = isCovered(step.kinds, step.window, now, about)
    if !isCovered(step.kinds, step.otherWindow, before, about) { isComplete = false }
    var answers: Set<FindingState> = []
    for base in Set([earlier.certain, earlier.possible]) {
      for count in Set([later.certain, later.possible]) {
        answers.insert(Self.fall(from: base, to: count, step))
      }
    }
    let state = isComplete && answers.count == 1 ? answers.first ?? .cannotTell : .cannotTell
    let most = Int64(earlier.certain) * (step.whole - step.part) / step.whole
    return Outcome(
      state: state, part: later.certain, whole: earlier.certain, needed: Int32(clamping: most),
      person: Int32(about))
  }

  private static func fall(from base: Int32, to count: Int32, _ step: Step) -> FindingState {
    if base == 0 { return count == 0 ? .notApplicable : .notMet }
    return step.whole * Int64(base - count) >= step.part * Int64(base) ? .met : .notMet
  }

  private mutating func tally(
    _ step: Step, _ days: DayInterval, _ about: Int
  ) -> (certain: Int32, possible: Int32) {
    var (certain, possible) = (Int32(0), Int32(0))
    for place in step.kinds {
      let slot = Int(program.slots[Int(place)])
      for fact in starts[slot]..<ends[slot] {
        let sure = counts(fact, step, days, about)
        guard sure > Sureness.no else { continue }
        output.evidence.append(FindingEvidence(fact: Int32(fact), isCertain: sure == Sureness.yes))
        if sure == Sureness.yes { certain += 1 }
        possible += 1
      }
    }
    return (certain, possible)
  }
}
