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

  /// So many within so many days, of a span that may be longer: certain where they cannot lie so far apart.
  mutating func follow(_ amount: TriggerRule.Amount, _ mark: StepMark) {
    for span in spans(mark) where span.part >= amount.atLeast {
      let days = Int(span.last - span.first) + 1
      let windows = (days + amount.days - 1) / amount.days
      let isSure = span.part > (amount.atLeast - 1) * windows && span.isCertain
      occur(mark, span.person, span.first, span.last, isCertain: isSure, facts: span.facts)
      if !isSure { cannotTell(mark, span.person, .vague) }
    }
  }

  mutating func follow(_ growth: TriggerRule.Growth, _ mark: StepMark) {
    let spans = spans(mark)
    var risen = 0
    for place in spans.indices {
      let span = spans[place]
      let isMore =
        place > 0 && spans[place - 1].person == span.person && span.part > spans[place - 1].part
      risen = span.part <= 0 ? 0 : isMore ? risen + 1 : 1
      guard risen >= growth.periods else { continue }
      let run = spans[(place - growth.periods + 1)...place]
      occur(
        mark, span.person, span.last, span.last, isCertain: run.allSatisfy(\.isCertain),
        facts: run.flatMap(\.facts))
      risen = 0
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
