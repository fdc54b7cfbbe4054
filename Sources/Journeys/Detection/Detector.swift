import Vocabulary

/// Finds a family's triggers over its whole history.
///
/// A detector is made for one case file, whose words and coverage it has compiled, and is used for family after family.
struct Detector {
  let rules: JourneyRules
  let vocabulary: FactVocabulary
  let coverage: CoverageIndex
  /// The steps in their order, each with what it takes to be looked at.
  private let steps: [PlannedStep]
  /// From when each agency's data tell anything, the same for every family.
  let observed: [ObservedSince]
  /// The selectors of each step, by trigger and step.
  let selectors: [[[CompiledSelector]]]
  /// The steps that no feed of the file could ever show, the same for every family.
  let unfed: [UntoldTrigger]
  let contacts: CompiledContacts
  let agencies: AgencyIndex
  var scene: FamilyScene
  var occurrences: [TriggerOccurrence] = []
  var untold: [UntoldTrigger] = []
  var moments: [Moment] = []

  init(_ rules: JourneyRules, vocabulary: FactVocabulary, file: CaseFile, asOf: Day) {
    self.rules = rules
    self.vocabulary = vocabulary
    let coverage = CoverageIndex(file.coverage, kinds: vocabulary.kinds.count)
    self.coverage = coverage
    selectors = rules.triggers.map { trigger in
      trigger.steps.map { step in
        step.rule.selectors.map { CompiledSelector($0, words: file.words) }
      }
    }
    unfed = Self.unfed(rules, coverage)
    let agencies = AgencyIndex(vocabulary)
    self.agencies = agencies
    steps = PlannedStep.all(of: rules)
    observed = vocabulary.agencies.indices.map { agency in
      let kinds = vocabulary.kinds.indices.filter { agencies.agency[$0] == agency }
      return ObservedSince(agency: agency, day: kinds.compactMap { coverage.start(of: $0) }.min())
    }
    contacts = CompiledContacts(rules, words: file.words)
    scene = FamilyScene(
      file, kinds: vocabulary.kinds.count, asOf: asOf, founders: rules.concern.founders)
  }

  private static func unfed(_ rules: JourneyRules, _ coverage: CoverageIndex) -> [UntoldTrigger] {
    var unfed: [UntoldTrigger] = []
    for (trigger, definition) in rules.triggers.enumerated() {
      for (step, way) in definition.steps.enumerated() {
        if case .untold = way.rule {
          unfed.append(UntoldTrigger(trigger: trigger, step: step, person: nil, reason: .noKind))
        }
        for kind in way.rule.needed where !coverage.hasFeed(of: kind) {
          unfed.append(
            UntoldTrigger(trigger: trigger, step: step, person: nil, reason: .noFeed(kind: kind)))
          break
        }
      }
    }
    return unfed
  }

  /// Finds the triggers of a family, in the order of date, trigger and person.
  mutating func detect(_ family: CaseFamily) {
    scene.enter(family)
    occurrences.removeAll(keepingCapacity: true)
    untold.removeAll(keepingCapacity: true)
    for place in steps.indices where steps[place].kinds.map({ scene.has(anyOf: $0) }) ?? true {
      follow(steps[place].rule, steps[place].mark)
    }
    weighTogether()
    occurrences.sort(by: Self.inOrder)
  }

  private mutating func follow(_ rule: TriggerRule, _ mark: StepMark) {
    switch rule {
    case .events(let events): follow(events, mark)
    case .rate(let rate): follow(rate, mark)
    case .amount(let amount): follow(amount, mark)
    case .growth(let growth): follow(growth, mark)
    case .overdue(let overdue): follow(overdue, mark)
    case .unregistered(let list): follow(list, mark)
    case .arrival(let arrival): follow(arrival, mark)
    case .coming(let coming): follow(coming, mark)
    case .birth(let age): followBirths(motherUnder: age, mark)
    case .cycles(let cycles): follow(cycles, mark)
    case .load(let load): follow(load, mark)
    case .uncoordinated(let agencies): followUncoordinated(agencies, mark)
    case .missed(let missed): follow(missed, mark)
    case .departure: followDepartures(mark)
    case .untold: break
    }
  }

  /// Gathers the moments of the facts that a selector names, in the order of person and date.
  mutating func gather(_ selector: CompiledSelector) {
    moments.removeAll(keepingCapacity: true)
    gather(more: selector)
    if moments.count > 1 { moments.sort(by: Moment.inOrder) }
  }

  /// Adds the moments of a selector's facts, in no order.
  mutating func gather(more selector: CompiledSelector) {
    for kind in selector.kinds {
      for place in scene.facts(of: kind) {
        guard var moment = scene.moment(of: place) else { continue }
        let fact = scene.file.facts[Int(place)]
        let holds = selector.holds(of: fact, in: scene.file)
          .and(scene.isAged(selector.ages, moment.person, moment.first, moment.last))
        if holds == .no { continue }
        if holds == .cannotTell { moment.isCertain = false }
        moments.append(moment)
      }
    }
  }

  /// Notes that a trigger occurred.
  mutating func occur(
    _ mark: StepMark, _ person: Int32, _ first: Int32, _ last: Int32, isCertain: Bool,
    facts: [Int]
  ) {
    guard first <= scene.asOf,
      let date = DayInterval(first: Day(clamping: first), last: Day(clamping: max(first, last)))
    else { return }
    occurrences.append(
      TriggerOccurrence(
        trigger: mark.trigger, step: mark.step, person: person < 0 ? nil : Int(person), date: date,
        weight: mark.weight, isCertain: isCertain, facts: facts.sorted()))
  }

  /// Notes that nobody can tell.
  mutating func cannotTell(_ mark: StepMark, _ person: Int32, _ reason: UntoldTrigger.Reason) {
    let untold = UntoldTrigger(
      trigger: mark.trigger, step: mark.step, person: person < 0 ? nil : Int(person),
      reason: reason)
    if self.untold.last != untold { self.untold.append(untold) }
  }

  /// Steps that weigh more when others of the family are near.
  private mutating func weighTogether() {
    for step in steps {
      guard let together = step.together else { continue }
      weigh(step.mark, together)
    }
  }

  private mutating func weigh(_ mark: StepMark, _ together: TriggerStep.Together) {
    for place in occurrences.indices
    where occurrences[place].trigger == mark.trigger && occurrences[place].step == mark.step {
      let occurrence = occurrences[place]
      let isJoined = occurrences.contains { other in
        other.isCertain && together.with.contains(rules.triggers[other.trigger].id)
          && abs(other.date.last.days(until: occurrence.date.first)) <= together.days
          && abs(other.date.first.days(until: occurrence.date.last)) <= together.days
      }
      if isJoined { occurrences[place].weight = together.weight }
    }
  }

  private static func inOrder(_ left: TriggerOccurrence, _ right: TriggerOccurrence) -> Bool {
    let one = (left.date.first, left.date.last, left.trigger, left.step)
    let other = (right.date.first, right.date.last, right.trigger, right.step)
    if one != other { return one < other }
    if left.person != right.person { return (left.person ?? -1) < (right.person ?? -1) }
    return left.facts.lexicographicallyPrecedes(right.facts)
  }
}

/// A step with the kinds without which there is nothing to look at.
private struct PlannedStep {
  var mark: StepMark
  var rule: TriggerRule
  var together: TriggerStep.Together?
  /// The kinds of which the family has to have one; nil where the step looks at more than facts.
  var kinds: [Int]?

  static func all(of rules: JourneyRules) -> [PlannedStep] {
    rules.triggers.enumerated().flatMap { trigger, definition in
      definition.steps.enumerated().map { step, way in
        PlannedStep(
          mark: StepMark(trigger: trigger, step: step, weight: way.weight), rule: way.rule,
          together: way.together,
          kinds: way.rule.selectors.isEmpty ? nil : way.rule.selectors.flatMap(\.kinds))
      }
    }
  }
}

/// Which step of which trigger is followed, and what it weighs.
struct StepMark {
  var trigger: Int
  var step: Int
  var weight: Int
}
