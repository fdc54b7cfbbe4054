import Vocabulary

extension CriteriaEvaluator {
  /// Whether silence about the kinds in a window means that nothing happened; notes what is missing.
  mutating func isCovered(
    _ kinds: Range<Int32>, _ window: Int, _ days: DayInterval, _ about: Int
  ) -> Bool {
    var isComplete = true
    for place in kinds {
      let slot = Int(program.slots[Int(place)])
      if !isCovered(slot, window, days, about) { isComplete = false }
    }
    return isComplete
  }

  private mutating func isCovered(
    _ slot: Int, _ window: Int, _ days: DayInterval, _ about: Int
  ) -> Bool {
    let needed = neededDays(days)
    let place = slot * program.windows.count + window
    let isFixed = !program.windows[window].dependsOnStart
    if isFixed, covered[place] == 1 { return true }
    let gaps = output.gaps.count
    noteSources(slot, needed)
    guard output.gaps.count == gaps else { return false }
    guard binding.coverage.suppliers[slot].contains(where: \.isByUnit) else {
      if isFixed { covered[place] = 1 }
      return true
    }
    guard about >= 0 else {
      for person in members where sureness(ofGroup: 0, person) > Sureness.no {
        noteUnits(slot, needed, person)
      }
      return output.gaps.count == gaps
    }
    noteUnits(slot, needed, about)
    return output.gaps.count == gaps
  }

  /// The days that have to be covered: sources may be a little behind, and nobody covers all time.
  func neededDays(_ days: DayInterval) -> DayInterval {
    let last = min(days.last, binding.date.adding(days: -program.pack.lag))
    let first = days.first == .earliest ? last : min(days.first, last)
    return DayInterval(first: first, last: last) ?? days
  }

  /// Notes every source that has not told of all the days.
  private mutating func noteSources(_ slot: Int, _ days: DayInterval) {
    let kind = program.kindOfSlot[slot]
    let suppliers = binding.coverage.suppliers[slot]
    if suppliers.isEmpty { note(FindingGap(.noSource, kind: kind, days: days)) }
    for supplier in suppliers where !supplier.isByUnit {
      if let missing = supplier.days.firstGap(in: days) {
        note(FindingGap(.notDelivered, kind: kind, source: supplier.source, days: missing))
      }
    }
  }

  /// Notes every unit of a person that was not told of.
  ///
  /// Where the person was has to be known for all of the days, or a school that nobody has heard of would
  /// pass for one that has nothing to tell.
  private mutating func noteUnits(_ slot: Int, _ days: DayInterval, _ person: Int) {
    let kind = program.kindOfSlot[slot]
    if binding.coverage.suppliers[slot].contains(where: { $0.days.firstGap(in: days) == nil }) {
      return
    }
    let listing = program.listingSlot[slot]
    guard listing >= 0 else {
      note(FindingGap(.unitUnknown, kind: kind, days: days, person: Int32(person)))
      return
    }
    noteSources(Int(listing), days)
    var isListed = false
    for fact in starts[Int(listing)]..<ends[Int(listing)]
    where facts[fact].person == person && isInTime(fact, .overlaps, days) > Sureness.no {
      isListed = true
      noteUnit(ofListing: fact, slot, days, person)
    }
    if !isListed {
      note(FindingGap(.unitUnknown, kind: kind, days: days, person: Int32(person)))
    }
  }

  private mutating func noteUnit(
    ofListing fact: Int, _ slot: Int, _ days: DayInterval, _ person: Int
  ) {
    let kind = program.kindOfSlot[slot]
    guard let unit = detail(of: fact, named: program.unitName[slot]) else {
      note(FindingGap(.unitUnknown, kind: kind, days: days, person: Int32(person)))
      return
    }
    let first = max(days.first, facts[fact].starts?.earliest ?? days.first)
    let last = min(days.last, facts[fact].ends?.latest ?? days.last)
    guard let there = DayInterval(first: first, last: last) else { return }
    if let missing = binding.coverage.days(ofUnit: unit, slot: slot).firstGap(in: there) {
      note(
        FindingGap(
          .notDelivered, kind: kind, unit: unit, days: missing, person: Int32(person)))
    }
  }

  /// Whether sources cover the time that a rule names.
  mutating func coverage(_ step: Step, _ about: Int) -> Outcome {
    guard let days = binding.windows[step.window] else { return noWindow(step.window) }
    return Outcome(
      state: isCovered(step.kinds, step.window, days, about) ? .met : .cannotTell)
  }
}
