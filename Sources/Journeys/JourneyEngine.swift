public import Vocabulary

/// Follows families' journeys: one engine for one case file, family after family.
public struct JourneyEngine {
  /// The rules by which it follows them.
  public let rules: JourneyRules
  let vocabulary: FactVocabulary
  var detector: Detector
  let reckoning: CostReckoning?
  /// What the facts of the family that was followed last cost.
  var priced: [PricedFact] = []

  /// Makes an engine for a case file as known on a day; without a table of costs, journeys have no costs.
  public init(
    _ rules: JourneyRules, costs: CostTable?, vocabulary: FactVocabulary, file: CaseFile,
    asOf: Day
  ) {
    self.rules = rules
    self.vocabulary = vocabulary
    detector = Detector(rules, vocabulary: vocabulary, file: file, asOf: asOf)
    reckoning = costs.map {
      CostReckoning($0, vocabulary: vocabulary, contacts: rules.contacts)
    }
  }

  /// The triggers that no feed of the file can ever show, the same for every family.
  public var unfed: [UntoldTrigger] { detector.unfed }

  /// From when each agency's data tell anything, the same for every family.
  public var observed: [ObservedSince] { detector.observed }

  /// Follows a family of the file.
  public mutating func journey(of family: CaseFamily) -> Journey {
    detector.detect(family)
    let occurrences = detector.occurrences
    let agencies = detector.agencies
    let file = detector.scene.file
    let concern = EarliestConcern(
      occurrences, rules: rules.concern, triggers: rules.triggers,
      agencies: { facts in facts.map { agencies.agency[Int(file.facts[$0].kind)] } })
    var journey = Journey(family: family.id, concern: concern)
    journey.occurrences = occurrences
    journey.untold = detector.untold
    journey.undated = detector.scene.undated
    addThresholds(to: &journey)
    addInvolvement(to: &journey)
    addOpportunities(to: &journey)
    addCosts(to: &journey)
    return journey
  }

  private mutating func addThresholds(to journey: inout Journey) {
    for (place, selector) in detector.contacts.thresholds.enumerated() {
      guard detector.scene.has(anyOf: selector.kinds) else { continue }
      detector.gather(selector)
      let sure = detector.moments.filter(\.isCertain)
      guard let first = sure.map(\.first).min(), let last = sure.map(\.last).min(),
        let date = DayInterval(first: Day(clamping: first), last: Day(clamping: last))
      else { continue }
      let facts = sure.filter { $0.first <= last }.map { Int($0.fact) }.sorted()
      journey.thresholds.append(ThresholdDate(threshold: place, date: date, facts: facts))
    }
    let named = journey.thresholds.filter {
      rules.headline.contains(rules.thresholds[$0.threshold].id)
    }
    journey.headline = named.min {
      ($0.date.first, $0.date.last, $0.threshold) < ($1.date.first, $1.date.last, $1.threshold)
    }
    guard let headline = journey.headline else { return }
    journey.leadFromFirstSign = journey.concern.firstSign.map {
      LeadTime(from: $0.date, to: headline.date)
    }
    journey.lead = journey.concern.earliest.map { LeadTime(from: $0.date, to: headline.date) }
  }

  private mutating func addCosts(to journey: inout Journey) {
    guard let reckoning else { return }
    let (costs, facts) = reckoning.reckon(
      detector.scene, concern: journey.concern.earliest?.date, threshold: journey.headline?.date)
    journey.costs = costs
    priced = facts
    for place in journey.opportunities.indices {
      let day = journey.opportunities[place].date.last.daysSince1970
      journey.opportunities[place].costAfter = facts.reduce(.zero) {
        $1.first > day ? $0 + $1.amount : $0
      }
    }
  }
}
