import Vocabulary

extension ClaimCase {
  /// Measures whether a count fell by the share, between equal people and over covered windows.
  ///
  /// It holds only if it holds for the most there may have been lately against the least there was before. A person who
  /// had no part in it before attachment and begins breaks it, however far the count fell.
  func measure(_ asked: Measure.Reduction, element: String) -> FrozenElement {
    var found = FrozenElement(element: element, answer: .cannotTell)
    guard let before = monthsBeforeAttachment(asked.baselineMonths) else {
      found.missing.append("the day of attachment")
      return found
    }
    let latest = lastMonths(asked.months, of: asked.kinds)
    let base = tally(asked.kinds, asked.whose, in: before)
    let now = tally(asked.kinds, asked.whose, in: latest, until: asOf)
    found.rows = base.rows + now.rows
    found.lines = [
      .init(name: "before", days: before, count: base.least, isCovered: base.most != nil),
      .init(name: "now", days: latest, count: now.least, isCovered: now.most != nil),
    ]
    guard isSinceAttachment(latest, &found) else { return found }
    found.answer = answer(from: base, to: now, asked, &found)
    if found.answer == .cannotTell {
      tellMissing(asked.kinds, over: [before, latest], &found)
    }
    return found
  }

  /// Whether all of the days are days on which the family is attached, since what came about before is not paid for.
  private func isSinceAttachment(_ days: DayInterval, _ found: inout FrozenElement) -> Bool {
    guard let attached = life.attachedOn, days.first < attached else { return true }
    found.reasons.append("the time to measure reaches back before attachment")
    found.answer = .notAchieved
    return false
  }

  private func answer(
    from base: Tally, to now: Tally, _ asked: Measure.Reduction, _ found: inout FrozenElement
  ) -> FrozenElement.Answer {
    func holds(_ base: Int, _ now: Int) -> Bool {
      asked.downBy.isFall(
        from: base, in: asked.baselineMonths, to: now, in: asked.months)
    }
    if base.most == 0, now.least > 0 {
      found.reasons.append("nobody had the problem before attachment, and somebody has it now")
      return .notAchieved
    }
    if let most = base.most, !holds(most, now.least) {
      found.reasons.append(
        "\(now.least) now after \(base.least) before is no fall by \(asked.downBy.part) of "
          + "\(asked.downBy.whole)")
      return .notAchieved
    }
    if now.people.contains(where: { hasBegun($0, asked) == .yes }) {
      found.reasons.append("somebody who did not have the problem before attachment has it now")
      return .notAchieved
    }
    guard let mostNow = now.most else { return .cannotTell }
    if base.most == 0 { return mostNow == 0 ? .notRelevant : .cannotTell }
    guard base.least > 0, holds(base.least, mostNow) else { return .cannotTell }
    // Nobody may have begun, neither who has it now nor who might.
    return now.possiblePeople.allSatisfy { hasBegun($0, asked) == .no } ? .achieved : .cannotTell
  }

  /// Whether a person had none of it before attachment: that nothing is told says so only where sources do tell.
  private func hasBegun(_ person: Int, _ asked: Measure.Reduction) -> Certainty {
    guard let attached = life.attachedOn, let base = monthsBeforeAttachment(asked.baselineMonths)
    else { return .cannotTell }
    var hadIt = Certainty.no
    for fact in facts(of: asked.kinds, about: person) {
      hadIt = hadIt.or(fact.starts?.isBefore(attached) ?? .cannotTell)
    }
    guard hadIt == .no else { return hadIt.negated }
    return holes(in: asked.kinds, over: base).isEmpty ? .yes : .cannotTell
  }

  /// Measures whether nothing happened in the last months.
  func measure(none asked: Measure.Occurrence, element: String) -> FrozenElement {
    var (found, days, now) = lately(asked, element)
    guard isSinceAttachment(days, &found) else { return found }
    if now.least > 0 {
      found.answer = .notAchieved
      found.reasons.append("\(now.least) in the last \(asked.months) months, and none is asked")
    } else if now.most != 0 {
      found.answer = .cannotTell
      tellMissing(asked.kinds, over: [days], &found)
    }
    return found
  }

  /// Measures whether something happened in the last months.
  func measure(present asked: Measure.Occurrence, element: String) -> FrozenElement {
    var (found, days, now) = lately(asked, element)
    guard isSinceAttachment(days, &found) else { return found }
    if now.least == 0 {
      found.answer = now.most == 0 ? .notAchieved : .cannotTell
      if now.most == 0 {
        found.reasons.append("none in the last \(asked.months) months")
      } else {
        tellMissing(asked.kinds, over: [days], &found)
      }
    }
    return found
  }

  /// What happened in the last months, as an element that is reached until something speaks against it.
  private func lately(
    _ asked: Measure.Occurrence, _ element: String
  ) -> (found: FrozenElement, days: DayInterval, now: Tally) {
    let days = lastMonths(asked.months, of: asked.kinds)
    let now = tally(asked.kinds, asked.whose, in: days, until: asOf)
    let line = FrozenElement.Line(
      name: "now", days: days, count: now.least, isCovered: now.most != nil)
    return (
      FrozenElement(element: element, answer: .achieved, lines: [line], rows: now.rows), days, now
    )
  }

  private func tellMissing(
    _ kinds: [UInt16], over windows: [DayInterval], _ found: inout FrozenElement
  ) {
    for days in windows {
      found.missing += holes(in: kinds, over: days)
    }
    if found.missing.isEmpty { found.missing.append("exact dates, or who of them was how old") }
  }

  /// Looks for progress that a professional recorded, with what shows it.
  func measure(recordedIn months: Int, element: String) -> FrozenElement {
    let days = lastMonths(months)
    let records = life.progress.filter {
      $0.element == element && days.contains($0.on) && $0.entered <= asOf
        && $0.on >= (life.attachedOn ?? .earliest) && !$0.reference.isEmpty
    }
    var found = FrozenElement(
      element: element, answer: records.isEmpty ? .cannotTell : .achieved,
      lines: [.init(name: "recorded", days: days, count: records.count, isCovered: true)])
    found.rows = records.map {
      EvidenceRow(
        key: 0, kind: "progress.\(element)", source: "practitioner", file: $0.reference,
        from: $0.on, until: $0.on, held: $0.entered)
    }
    if records.isEmpty {
      found.missing.append("a professional's record of progress in the last \(months) months")
    }
    return found
  }
}
