import Vocabulary

/// What one child's schooling came to.
private enum Schooled {
  case kept, broken, unknown, hasLeft, tooYoung
}

extension ClaimCase {
  /// Measures each child's absence and exclusions over the last completed terms.
  ///
  /// One child over a threshold breaks it, whoever had the problem before. A child who has left school is neutral. A term
  /// in which a school of the child sent nothing is unknown, and unknown is never kept.
  func measure(
    _ asked: Measure.Schooling, element: String, isIdentified: Bool
  ) -> FrozenElement {
    var found = FrozenElement(element: element, answer: .cannotTell)
    guard
      let terms = context.calendar.lastTerms(
        asked.terms, at: asOf, .completed, authority: context.authority)
    else {
      found.missing.append("the calendar does not hold the last \(asked.terms) terms")
      return found
    }
    let children = residents.filter { isUnder18($0, on: PartialDate(asOf)) != .no }
    let outcomes = children.map { schooling(of: $0, terms, asked, &found) }
    let hadPupils = outcomes.contains(.kept)
    if outcomes.contains(.broken) {
      found.answer = .notAchieved
    } else if outcomes.contains(.unknown) {
      found.answer = .cannotTell
    } else if hadPupils {
      found.answer = isIdentified ? .achieved : .notRelevant
    } else {
      found.answer = outcomes.contains(.hasLeft) && isIdentified ? .neutral : .notRelevant
    }
    return found
  }

  private func schooling(
    of child: Int, _ terms: [TermSpan], _ asked: Measure.Schooling, _ found: inout FrozenElement
  ) -> Schooled {
    guard let born = file.people[child].born else {
      found.missing.append("a child's birth date")
      return .unknown
    }
    switch SchoolAge.hasLeft(by: asOf, born: born) {
    case .yes: return .hasLeft
    case .cannotTell:
      found.missing.append("a child's exact birth date")
      return .unknown
    case .no: break
    }
    let asks = terms.map { SchoolAge.contains($0.days.first, born: born) }
    guard !asks.contains(.cannotTell) else {
      found.missing.append("a child's exact birth date")
      return .unknown
    }
    let own = zip(terms, asks).filter { $0.1 == .yes }.map(\.0)
    guard let first = own.first, let last = own.last,
      let time = DayInterval(first: first.days.first, last: last.days.last)
    else { return .tooYoung }
    let results = [
      absence(of: child, own, asked, &found), exclusions(of: child, over: time, asked, &found),
    ]
    if results.contains(.broken) { return .broken }
    return results.contains(.unknown) ? .unknown : .kept
  }

  // MARK: Absence

  private func absence(
    of child: Int, _ terms: [TermSpan], _ asked: Measure.Schooling, _ found: inout FrozenElement
  ) -> Schooled {
    var all = Proportion(0, of: 0)
    var isComplete = true
    for term in terms {
      let sent = sessions(of: child, in: term.days, asked)
      found.rows += sent.rows
      all = all + sent.missed
      let isRightlyAway = isElsewhere(child, during: term.days, asked)
      let isWhole = isRightlyAway || sent.missing.isEmpty
      found.lines.append(
        FrozenElement.Line(
          person: file.people[child].id, name: term.term.text, days: term.days,
          count: sent.missed.numerator, outOf: sent.missed.denominator, isCovered: isWhole))
      guard !isWhole else { continue }
      isComplete = false
      found.missing += sent.missing.map { "\($0) in \(term.term.text)" }
    }
    let isBelow = all.isBelow(tenthsOfPercent: asked.belowTenths)
    if !isComplete { return .unknown }
    switch isBelow {
    case .yes: return .kept
    case .cannotTell: return .kept  // Rightly at no school in all of the terms.
    case .no:
      found.reasons.append(
        "a child missed \(all.numerator) of \(all.denominator) sessions, and less than "
          + "\(Self.percent(asked.belowTenths)) is asked")
      return .broken
    }
  }

  /// The sessions that a child missed in a term, and which schools sent nothing.
  private func sessions(
    of child: Int, in days: DayInterval, _ asked: Measure.Schooling
  ) -> (missed: Proportion, missing: [String], rows: [EvidenceRow]) {
    struct Span: Hashable {
      var school: String
      var days: DayInterval
    }
    var spans: [Span: (parts: [UInt16: Int], whole: Int)] = [:]
    var rows: [EvidenceRow] = []
    for fact in facts(of: asked.absence, about: child) {
      guard let starts = fact.starts?.earliest,
        let time = DayInterval(first: starts, last: fact.ends?.latest ?? starts),
        time.intersects(days)
      else { continue }
      let span = Span(school: detail("school", of: fact) ?? "", days: time)
      var sent = spans[span] ?? ([:], 0)
      sent.parts[fact.kind, default: 0] += Int(fact.part)
      sent.whole = max(sent.whole, Int(fact.whole))
      spans[span] = sent
      rows.append(row(of: fact))
    }
    var missed = Proportion(0, of: 0)
    var missing: [String] = []
    for span in spans.values {
      if span.parts.count < asked.absence.count { missing.append("one kind of absence") }
      missed = missed + Proportion(span.parts.values.reduce(0, +), of: span.whole)
    }
    for stay in stays(of: child, during: days, asked) {
      let own = spans.keys.filter { stay.school == nil || $0.school == stay.school }
      if Self.hasGap(own.map(\.days), in: stay.days) {
        missing.append("attendance from \(stay.school.map { "school \($0)" } ?? "a school")")
      }
    }
    if missed.denominator == 0, missing.isEmpty { missing.append("attendance") }
    return (missed, missing.sorted(), rows)
  }

  /// The stays at schools during some days; one at an unknown school where no roll tells.
  private func stays(
    of child: Int, during days: DayInterval, _ asked: Measure.Schooling
  ) -> [(school: String?, days: DayInterval)] {
    let rolls = asked.roll.map { facts(of: [$0], about: child) } ?? []
    let stays = rolls.compactMap { fact -> (school: String?, days: DayInterval)? in
      guard let starts = fact.starts?.earliest,
        let time = DayInterval(first: starts, last: fact.ends?.latest ?? .latest),
        let part = time.overlap(with: days)
      else { return nil }
      return (detail("school", of: fact), part)
    }
    return stays.isEmpty ? [(nil, days)] : stays
  }

  /// Holidays within a term leave gaps of nine days; longer ones mean that something was not sent.
  private static func hasGap(_ sent: [DayInterval], in days: DayInterval) -> Bool {
    let longest = 16
    var next = days.first
    for interval in sent.sorted(by: { $0.first < $1.first }) {
      if next.days(until: interval.first) > longest { return true }
      next = max(next, interval.last.adding(days: 1))
    }
    return next.days(until: days.last) >= longest
  }

  private func isElsewhere(
    _ child: Int, during days: DayInterval, _ asked: Measure.Schooling
  ) -> Bool {
    let times = facts(of: asked.elsewhere, about: child).compactMap { fact in
      fact.starts.flatMap {
        DayInterval(first: $0.latest, last: fact.ends?.earliest ?? .latest)
      }
    }
    return Self.fill(times, days)
  }

  // MARK: Exclusions

  private func exclusions(
    of child: Int, over days: DayInterval, _ asked: Measure.Schooling,
    _ found: inout FrozenElement
  ) -> Schooled {
    let counted = periods(of: asked.exclusions, child, in: days, &found)
    let never = periods(of: asked.never, child, in: days, &found)
    let units = stays(of: child, during: days, asked).compactMap { stay in
      stay.school.flatMap(file.words.known)
    }
    let kinds = asked.exclusions + asked.never
    let silent = holes(in: kinds, over: days, units: units)
    if !kinds.isEmpty {
      found.lines.append(
        FrozenElement.Line(
          person: file.people[child].id, name: "exclusions", days: days,
          count: counted.least + never.least, isCovered: silent.isEmpty))
    }
    if never.least > 0 || (!asked.exclusions.isEmpty && counted.least >= asked.fewerThan) {
      found.reasons.append(
        never.least > 0
          ? "a child was permanently excluded"
          : "a child was excluded \(Numbers.counted(counted.least, "time")), "
            + "and fewer than \(asked.fewerThan) is asked"
      )
      return .broken
    }
    found.missing += silent
    let mayBeBroken = never.most > 0 || counted.most >= asked.fewerThan && counted.most > 0
    if mayBeBroken { found.missing.append("the exact date of an exclusion") }
    return mayBeBroken || !silent.isEmpty ? .unknown : .kept
  }

  /// Exclusion periods, not days and not rows: one that starts on the same day is the same.
  ///
  /// Of two in one month it is not known whether they are the same, nor of one without a date when it was.
  private func periods(
    of kinds: [UInt16], _ child: Int, in time: DayInterval, _ found: inout FrozenElement
  ) -> (least: Int, most: Int) {
    var certain: [PartialDate] = []
    var days: Set<Day> = []
    var vague = 0
    for fact in facts(of: kinds, about: child) {
      let isIn = fact.starts?.isWithin(time) ?? .cannotTell
      guard isIn != .no else { continue }
      if let day = fact.starts?.day { days.insert(day) } else { vague += 1 }
      if isIn == .yes, let starts = fact.starts { certain.append(starts) }
      found.rows.append(row(of: fact))
    }
    return (Self.fewestDays(certain), days.count + vague)
  }

  /// The fewest days on which all of the dates can be.
  private static func fewestDays(_ dates: [PartialDate]) -> Int {
    var count = 0
    var last: Day?
    for date in dates.sorted(by: { $0.latest < $1.latest }) {
      if let last, date.earliest <= last { continue }
      last = date.latest
      count += 1
    }
    return count
  }

  /// Tenths of a percent as in `15%` or `2.5%`.
  static func percent(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}
