import Vocabulary

extension ClaimCase {
  /// Measures whether an adult left out-of-work benefits for work that lasted as long as the benefit asks.
  ///
  /// A professional's note of the start is not enough: the work comes from a source, the end of the benefit from a match
  /// after the weeks have passed. Work that another scheme pays for does not count, and neither does work that was there
  /// before the family was attached.
  func measure(_ asked: Measure.Employment, element: String) -> FrozenElement {
    var found = FrozenElement(element: element, answer: .notRelevant)
    var answers: [FrozenElement.Answer] = []
    for adult in residents where isUnder18(adult, on: PartialDate(asOf)) == .no {
      answers.append(working(adult, asked, &found))
    }
    for answer in [FrozenElement.Answer.achieved, .cannotTell, .notAchieved]
    where answers.contains(answer) {
      found.answer = answer
      break
    }
    if found.answer == .achieved { (found.missing, found.reasons) = ([], []) }
    return found
  }

  private func working(
    _ adult: Int, _ asked: Measure.Employment, _ found: inout FrozenElement
  ) -> FrozenElement.Answer {
    let matches = facts(of: [asked.benefit], about: adult).filter { dated($0) <= asOf }
    let spells = facts(of: [asked.work], about: adult).filter { dated($0) <= asOf }
    guard let before = matches.min(by: { dated($0) < dated($1) }) else { return .notRelevant }
    found.rows += matches.map(row(of:)) + spells.map(row(of:))
    if let bar = facts(of: asked.barring, about: adult).first(where: { dated($0) <= asOf }) {
      found.rows.append(row(of: bar))
      found.reasons.append("another scheme already pays for this adult's way into work")
      return .notAchieved
    }
    let latest = matches.map(dated).max() ?? dated(before)
    let begun = spells.filter { dated($0) > dated(before) }
    guard !begun.isEmpty else { return withoutWork(adult, latest: latest, asked, &found) }
    if let answer = atAttachment(adult, begun, latest: latest, asked, &found) { return answer }
    let since = begun.filter { isSinceAttachment($0) == .yes }.map(dated).sorted()
      .filter { $0 > latest }
    guard let start = since.first(where: { reached(from: $0, adult, asked) != nil }) ?? since.first
    else {
      found.reasons.append("a match after the work began shows the benefit still open")
      return .notAchieved
    }
    let spell = spell(before: start, matches, asked)
    guard let spell else {
      found.missing.append("how long work has to last after this benefit")
      return .cannotTell
    }
    let time = DayInterval(first: start, last: min(asOf, start.adding(days: spell.within * 7 - 1)))
    found.lines.append(
      FrozenElement.Line(
        person: file.people[adult].id, name: "days in work", days: time ?? DayInterval(start),
        count: worked(adult, during: time ?? DayInterval(start), asked), outOf: spell.weeks * 7,
        isCovered: true))
    guard let end = reached(from: start, adult, asked) else {
      found.reasons.append(
        "the work has not lasted \(spell.weeks) weeks within \(spell.within)")
      return .notAchieved
    }
    let closing = facts(of: [asked.traced], about: adult).first {
      dated($0) >= end && dated($0) <= asOf
    }
    guard let closing else {
      found.missing.append("a benefit match on or after \(end.iso)")
      return .cannotTell
    }
    found.rows.append(row(of: closing))
    return .achieved
  }

  /// What work says that nobody began since attachment, or that went on through it; nil where other work can count.
  private func atAttachment(
    _ adult: Int, _ begun: [CaseFact], latest: Day, _ asked: Measure.Employment,
    _ found: inout FrozenElement
  ) -> FrozenElement.Answer? {
    let sureness = begun.map(isSinceAttachment)
    // Whoever changes from work to work did not come to it since.
    let eve = life.attachedOn.map { DayInterval($0.adding(days: -1)) }
    let wasWorking = eve.map { latest <= $0.last && worked(adult, during: $0, asked) > 0 } ?? false
    if sureness.contains(.yes), !wasWorking { return nil }
    guard wasWorking || !sureness.contains(.cannotTell) else {
      found.missing.append("when the work began, before attachment or after it")
      return .cannotTell
    }
    found.reasons.append("the work began before attachment")
    return .notAchieved
  }

  private func isSinceAttachment(_ fact: CaseFact) -> Certainty {
    guard let attached = life.attachedOn else { return .yes }
    return fact.starts?.isOnOrAfter(attached) ?? .cannotTell
  }

  private func withoutWork(
    _ adult: Int, latest: Day, _ asked: Measure.Employment, _ found: inout FrozenElement
  ) -> FrozenElement.Answer {
    let traced = facts(of: [asked.traced], about: adult).map(dated).filter { $0 <= asOf }.max()
    if let traced, traced > latest {
      found.missing.append("when the work began, from a source and not from a note")
      return .cannotTell
    }
    found.reasons.append("the last match shows an adult on an out-of-work benefit")
    return .notAchieved
  }

  /// The day on which the work that began then has lasted as long as it has to; nil where it has not.
  private func reached(from start: Day, _ adult: Int, _ asked: Measure.Employment) -> Day? {
    let matches = facts(of: [asked.benefit], about: adult).filter { dated($0) <= asOf }
    guard let spell = spell(before: start, matches, asked) else { return nil }
    for day in spell.weeks * 7 - 1..<spell.within * 7 {
      let end = start.adding(days: day)
      guard end <= asOf, let time = DayInterval(first: start, last: end) else { return nil }
      if worked(adult, during: time, asked) >= spell.weeks * 7 { return end }
    }
    return nil
  }

  private func spell(
    before start: Day, _ matches: [CaseFact], _ asked: Measure.Employment
  ) -> Measure.Employment.Spell? {
    let last = matches.filter { dated($0) < start }.max { dated($0) < dated($1) }
    let benefit = last.flatMap { detail(asked.attribute, of: $0) }
    return asked.spells.first { $0.benefit == benefit }
  }

  private func worked(
    _ adult: Int, during days: DayInterval, _ asked: Measure.Employment
  ) -> Int {
    let times = facts(of: [asked.work], about: adult).compactMap { fact -> DayInterval? in
      guard let starts = fact.starts?.latest,
        let time = DayInterval(first: starts, last: fact.ends?.earliest ?? .latest)
      else { return nil }
      return time.overlap(with: days)
    }
    var count = 0
    var next = days.first
    for time in times.sorted(by: { $0.first < $1.first }) where time.last >= next {
      count += max(time.first, next).days(until: time.last) + 1
      next = time.last.adding(days: 1)
    }
    return count
  }

  /// The last day that a fact may begin: what is vague begins late.
  private func dated(_ fact: CaseFact) -> Day { fact.starts?.latest ?? .latest }
}
