import Vocabulary

/// A span for which something was counted, put together from the measures that share it.
private struct CountedSpan {
  var person: Int32
  var first: Int32
  var last: Int32
  var part: Int
  var whole: Int
  var facts: [Int]
  var isCertain: Bool

  /// Whether it comes next after a span of the person's: with less between them than either of them lasts.
  ///
  /// Half-terms have holidays between them and rents have free weeks; where a whole span is missing, nobody knows what it said.
  func follows(_ other: CountedSpan) -> Bool {
    first - other.last - 1 < min(last - first, other.last - other.first) + 1
  }

  /// The days between it and the span before.
  func gap(after other: CountedSpan) -> DayInterval? {
    DayInterval(first: Day(clamping: other.last + 1), last: Day(clamping: first - 1))
  }
}

// Rules about measures: shares of sessions, numbers of them, and arrears that grow.
extension Detector {
  mutating func follow(_ rate: TriggerRule.Rate, _ mark: StepMark) {
    let spans = spans(mark)
    for place in spans.indices {
      let span = spans[place]
      var part = 0
      var whole = 0
      var facts: [Int] = []
      for other in spans[...place] where other.person == span.person {
        guard
          other.last == span.last
            || rate.within.map({ other.first > $0.lastDayBefore(windowTo: span.last) }) == true
        else { continue }
        part += other.part
        whole += other.whole
        facts += other.facts
      }
      guard whole >= rate.leastWhole, part * 100 >= whole * rate.percent, whole > 0 else {
        continue
      }
      if let points = rate.risingBy {
        guard place > 0, spans[place - 1].person == span.person,
          isRisen(by: points, from: spans[place - 1], to: span)
        else { continue }
        guard span.follows(spans[place - 1]) else {
          cannotTell(mark, span, after: spans[place - 1])
          continue
        }
        facts += spans[place - 1].facts
      }
      // The share is known when the span is over, and no day within it is the day.
      occur(mark, span.person, span.last, span.last, isCertain: span.isCertain, facts: facts)
    }
  }

  private func isRisen(by points: Int, from one: CountedSpan, to other: CountedSpan) -> Bool {
    guard one.whole > 0, other.whole > 0 else { return false }
    // Each may be as large as a number in a file, so their products need twice the width.
    let (part, whole) = (Int128(other.part), Int128(other.whole))
    let risen = part * Int128(one.whole) - Int128(one.part) * whole
    return 100 * risen >= Int128(points) * Int128(one.whole) * whole
  }

  /// Notes that nobody can tell for want of what lies between two spans.
  private mutating func cannotTell(
    _ mark: StepMark, _ span: CountedSpan, after other: CountedSpan
  ) {
    let kind = selectors[mark.trigger][mark.step][0].kinds.first
    guard let kind, let days = span.gap(after: other) else { return }
    cannotTell(mark, span.person, .notCovered(kind: kind, days: days))
  }

  /// So many within so many days, told by spans of which some may be longer and some shorter.
  mutating func follow(_ amount: TriggerRule.Amount, _ mark: StepMark) {
    let spans = spans(mark)
    var start = 0
    for (place, span) in spans.enumerated() where span.part > 0 {
      if spans[start].person != span.person {
        start = spans[...place].firstIndex { $0.person == span.person } ?? place
      }
      let near = spans[start...place]
      if isAlone(amount, span) {
        occur(mark, span.person, span.first, span.last, isCertain: true, facts: span.facts)
        start = place + 1
      } else if let set = within(amount, near) {
        occur(
          mark, span.person, span.first, span.last, isCertain: true, facts: set.flatMap(\.facts))
        start = place + 1
      } else if let set = perhapsWithin(amount, near) {
        let first = set.filter { $0.last >= span.first }.reduce(span.first) { min($0, $1.first) }
        occur(
          mark, span.person, first, span.last, isCertain: false, facts: set.flatMap(\.facts))
        cannotTell(mark, span.person, .vague)
      }
      if start >= spans.count { return }
    }
  }

  /// Whether a span by itself shows so many: they cannot lie so far apart that no window holds enough.
  private func isAlone(_ amount: TriggerRule.Amount, _ span: CountedSpan) -> Bool {
    let days = Int(span.last - span.first) + 1
    let windows = (days + amount.days - 1) / amount.days
    return span.part > (amount.atLeast - 1) * windows && span.isCertain
  }

  /// The spans up to the last one that lie wholly within the days and come to the number; of two that overlap, one may
  /// tell what the other tells, and the later counts.
  private func within(
    _ amount: TriggerRule.Amount, _ near: ArraySlice<CountedSpan>
  ) -> [CountedSpan]? {
    guard let end = near.last else { return nil }
    var set: [CountedSpan] = []
    for span in near.reversed()
    where span.isCertain && Int(end.last - span.first) < amount.days
      && span.last < set.last?.first ?? .max
    {
      set.append(span)
    }
    guard set.first?.last == end.last, set.first?.first == end.first else { return nil }
    return set.reduce(0) { $0 + $1.part } >= amount.atLeast ? set.reversed() : nil
  }

  /// The spans up to the last one of which some days lie near enough to come to the number.
  private func perhapsWithin(
    _ amount: TriggerRule.Amount, _ near: ArraySlice<CountedSpan>
  ) -> [CountedSpan]? {
    guard let end = near.last else { return nil }
    let set = near.filter { Int(end.first - $0.last) < amount.days }
    return set.reduce(0) { $0 + $1.part } >= amount.atLeast ? set : nil
  }

  mutating func follow(_ growth: TriggerRule.Growth, _ mark: StepMark) {
    let spans = spans(mark)
    var risen = 0
    // The same as if nothing were missing between two spans, and the last place where something is.
    var perhaps = 0
    var hole = 0
    for place in spans.indices {
      let span = spans[place]
      let isMore =
        place > 0 && spans[place - 1].person == span.person && span.part > spans[place - 1].part
      let isNext = isMore && span.follows(spans[place - 1])
      if isMore, !isNext { hole = place }
      risen = span.part <= 0 ? 0 : isNext ? risen + 1 : 1
      perhaps = span.part <= 0 ? 0 : isMore ? perhaps + 1 : 1
      if risen >= growth.periods {
        let run = spans[(place - growth.periods + 1)...place]
        occur(
          mark, span.person, span.last, span.last, isCertain: run.allSatisfy(\.isCertain),
          facts: run.flatMap(\.facts))
        (risen, perhaps) = (0, 0)
      } else if perhaps >= growth.periods {
        cannotTell(mark, spans[hole], after: spans[hole - 1])
        perhaps = 0
      }
    }
  }

  /// The measures that a step looks at, those of one person and one span summed, in order.
  ///
  /// Authorised and unauthorised absence state the same possible sessions twice, so the parts are summed and the
  /// whole is taken once for each school.
  private mutating func spans(_ mark: StepMark) -> [CountedSpan] {
    let selector = selectors[mark.trigger][mark.step][0]
    guard scene.has(anyOf: selector.kinds) else { return [] }
    gather(selector)
    let keyed = moments.map { key($0) }.sorted { $0.isBefore($1) }
    var spans: [CountedSpan] = []
    var wholes: [UInt16: Int] = [:]
    for key in keyed {
      let fact = scene.file.facts[Int(key.fact)]
      let (person, last, first) = (key.person, key.last, key.first)
      guard last <= scene.asOf else { continue }
      if let open = spans.last, open.person == person, open.first == first, open.last == last {
        wholes[fact.kind, default: 0] += Int(fact.whole)
        spans[spans.count - 1].part += Int(fact.part)
        spans[spans.count - 1].facts.append(Int(key.fact))
        spans[spans.count - 1].whole = wholes.values.reduce(0, max)
        if !key.isCertain { spans[spans.count - 1].isCertain = false }
      } else {
        wholes = [fact.kind: Int(fact.whole)]
        spans.append(
          CountedSpan(
            person: person, first: first, last: last, part: Int(fact.part), whole: Int(fact.whole),
            facts: [Int(key.fact)], isCertain: key.isCertain))
      }
    }
    return spans
  }

  private func key(_ moment: Moment) -> SpanKey {
    let end = scene.file.facts[Int(moment.fact)].ends?.latest.daysSince1970 ?? moment.last
    return SpanKey(
      person: moment.person, last: max(end, moment.first), first: moment.first, fact: moment.fact,
      isCertain: moment.isCertain)
  }
}

/// Whose measure it is and for which days: what measures are put together by.
private struct SpanKey {
  var person: Int32
  var last: Int32
  var first: Int32
  var fact: Int32
  var isCertain: Bool

  func isBefore(_ other: SpanKey) -> Bool {
    (person, last, first, fact) < (other.person, other.last, other.first, other.fact)
  }
}
