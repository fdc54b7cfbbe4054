import Vocabulary

extension Explainer {
  // MARK: Words

  /// The titles of the kinds at places of the program.
  func titles(_ kinds: Range<Int32>) -> String {
    var titles: [String] = []
    for place in kinds {
      let kind = program.kindOfSlot[Int(program.slots[Int(place)])]
      titles.append(Spoken.small(program.vocabulary.kinds[Int(kind)].title))
    }
    if titles.count > 3 { titles = Array(titles.prefix(2)) + ["the like"] }
    return Spoken.list(titles, "or")
  }

  func window(_ step: Step) -> String {
    step.timing == .open ? "on the date" : program.windows[step.window].title
  }

  func title(ofKind kind: UInt16) -> String {
    Spoken.small(program.vocabulary.kinds[Int(kind)].title)
  }

  /// A reason with what is missing, where that leaves it open.
  func settled(_ text: String, _ outcome: Outcome, _ found: Findings) -> Reason {
    guard outcome.state == .cannotTell else { return Reason(text: text) }
    var (texts, changes): ([String], [String]) = ([], [])
    for gap in found.gaps {
      let (what, change) = words(for: gap)
      if !texts.contains(what) { texts.append(what) }
      if !changes.contains(change) { changes.append(change) }
    }
    if texts.isEmpty { return Reason(text: text) }
    return Reason(text: Spoken.list(Array(texts.prefix(3))), changes: changes)
  }

  /// What a gap is, and what would close it.
  func words(for gap: FindingGap) -> (what: String, change: String) {
    let kind = gap.kind.map { "«\(title(ofKind: $0))»" } ?? "what it asks for"
    let days = gap.days.map { " for \(Spoken.days($0))" } ?? ""
    switch gap.reason {
    case .notDelivered:
      let who =
        gap.unit.map { "the school or unit \(file.words[$0])" }
        ?? gap.source.flatMap {
          file.sources.indices.contains(Int($0)) ? "the source \(file.sources[Int($0)])" : nil
        }
      guard let who else {
        return (
          "nobody returned \(kind) for the person\(days)", "if \(kind) is returned for the person"
        )
      }
      return ("\(who) sent no \(kind)\(days)", "if \(who) sends \(kind)\(days)")
    case .noSource:
      return ("no source of the council tells of \(kind)", "if a source of \(kind) is added")
    case .unitUnknown:
      return (
        "it is not known at which school or unit the person was, so silence about \(kind) says nothing",
        "if it is known where the person was"
      )
    case .dateTooVague:
      return ("the date of a \(kind) is too vague", "if the date of the \(kind) is found out")
    case .ageUnknown:
      return ("a birth date is missing or too vague", "if the birth date is found out")
    case .detailMissing:
      return (
        "a \(kind) lacks the detail that decides", "if that detail of the \(kind) is found out"
      )
    case .tooFew: return ("there is too little to work a share out from", "if more is delivered")
    case .sourceCannotSay:
      return (
        "the source answered that it could not say", "if the match is repeated and finds the person"
      )
    case .notProven:
      return ("something points to it and nothing proves it", "if somebody looks into it")
    case .noTerms: return ("the calendar lacks the terms", "if the calendar of terms is filled in")
    case .startUnknown:
      return (
        "it is not known since when the family is worked with",
        "if the start of the work is entered"
      )
    case .awaitsDecision: return ("nobody has decided", "if it is decided")
    case .notComputable: return ("no kind of fact says it", "if a kind of fact says it")
    }
  }

  // MARK: Leaves

  func counted(_ step: Step, _ outcome: Outcome, _ found: Findings) -> Reason {
    let what = "«\(titles(step.kinds))»"
    let certain = found.evidence.filter(\.isCertain)
    let dates = certain.compactMap { file.facts[Int($0.fact)].starts }
      .sorted { PartialDate.orderedByEarliest($0, $1) }.map(\.spoken)
    let told = dates.isEmpty || dates.count > 6 ? "" : " (\(Spoken.list(dates)))"
    let count = outcome.part == 0 ? "no" : "\(outcome.part)"
    let needed = step.least == 1 ? "" : ", and it takes \(step.least)"
    var reason = settled(
      "there is \(count) \(what) \(window(step))\(told)\(needed)", outcome, found)
    let lacking = Int(step.least - outcome.part)
    let days = certain.compactMap { file.facts[Int($0.fact)].starts?.earliest }.sorted()
    if lacking > 0 {
      let until = step.least > 1 ? days.first.flatMap { leaving($0, step) } : nil
      let by = until.map { " before \(Spoken.day($0))" } ?? ""
      reason.changes.append("\(Spoken.number(lacking)) more \(what)\(by)")
    } else if step.dimension == .facts, step.timing == .happened,
      days.indices.contains(Int(outcome.part - step.least)),
      let end = leaving(days[Int(outcome.part - step.least)], step)
    {
      reason.ends.append("from \(Spoken.day(end)) it is no longer met, unless more happens")
    }
    return reason
  }

  /// The first day on which what happened on a day has left a step's window.
  func leaving(_ day: Day, _ step: Step) -> Day? {
    let window = program.windows[step.window]
    guard step.timing == .happened, !window.dependsOnStart else { return nil }
    var next = date
    switch window.unit {
    case .ever, .sinceStart: return nil
    case .days: next = day.adding(days: window.count)
    case .weeks: next = day.adding(days: 7 * window.count)
    case .months:
      next = day.adding(months: window.count)
      while next.adding(months: -window.count) < day { next = next.adding(days: 1) }
    case .terms:
      for _ in 0...window.count {
        guard let end = engine.terms.nextTermEnd(after: next) else { return nil }
        next = end.adding(days: 1)
        guard let days = window.days(at: next, start: nil, terms: engine.terms) else { return nil }
        if days.first > day { return next }
      }
      return nil
    }
    return next > date ? next : nil
  }

  func shared(_ step: Step, _ outcome: Outcome, _ found: Findings) -> Reason {
    let percent = "\(step.part * 1000 / step.whole / 10)%"
    let threshold =
      switch step.comparison {
      case .atLeast: "\(percent) or more"
      case .moreThan: "more than \(percent)"
      case .atMost: "\(percent) or less"
      case .below: "less than \(percent)"
      }
    let text =
      "\(titles(step.kinds)) is \(outcome.part) of \(outcome.whole) \(window(step)), and the threshold is \(threshold)"
    var reason = settled(text, outcome, found)
    let isFromBelow = step.comparison == .atLeast || step.comparison == .moreThan
    if outcome.state == .notMet, isFromBelow, outcome.needed > outcome.part {
      reason.changes.append(
        "\(outcome.needed - outcome.part) more of the same \(outcome.whole)")
    }
    if outcome.state == .cannotTell, outcome.whole > 0 {
      reason.text += " (what is known: \(outcome.part) of \(outcome.whole))"
    }
    return reason
  }

  func latest(_ step: Step, _ outcome: Outcome, _ found: Findings) -> Reason {
    let dates = Set(found.evidence.compactMap { file.facts[Int($0.fact)].starts?.spoken })
    let day = dates.count == 1 ? dates.first.map { " of \($0)" } ?? "" : ""
    // What a return of the benefits system says is never shown, only what follows from it.
    return settled(
      outcome.state == .met
        ? "the latest return\(day) says so" : "the latest return\(day) says otherwise",
      outcome, found)
  }

  func fallen(_ step: Step, _ outcome: Outcome, _ found: Findings) -> Reason {
    let before = program.windows[step.otherWindow].title
    return settled(
      "there were \(outcome.whole) «\(titles(step.kinds))» \(before) and \(outcome.part) \(window(step)), and \(outcome.needed) at most is enough",
      outcome, found)
  }
}
