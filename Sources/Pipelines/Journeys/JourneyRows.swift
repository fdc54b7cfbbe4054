import Journeys
import SQLiteAccess
import Store
import Vocabulary

/// Turns journeys into rows of the run file.
struct JourneyRows {
  let rules: JourneyRules
  let tiers: TierRules?
  let vocabulary: FactVocabulary
  private(set) var rows: [JourneyTable: [[SQLValue]]] = [:]

  init(_ definition: JourneysDefinition, _ vocabulary: FactVocabulary) {
    rules = definition.rules
    tiers = definition.tiers
    self.vocabulary = vocabulary
  }

  /// Takes the rows that were gathered.
  mutating func take() -> [(JourneyTable, [[SQLValue]])] {
    let taken = JourneyTable.allCases.compactMap { table in rows[table].map { (table, $0) } }
    rows = [:]
    return taken
  }

  mutating func add(_ row: [SQLValue], to table: JourneyTable) {
    rows[table, default: []].append(row)
  }

  /// Adds a family's journey, of which nothing was added yet.
  mutating func add(
    _ journey: Journey, _ tier: TierJudgement?, _ timeline: [TimelineEntry],
    _ visits: [WelcomeVisit], in file: CaseFile
  ) {
    addFamily(journey, tier)
    addSigns(journey, in: file)
    addMissed(journey, in: file)
    addServices(journey)
    addCosts(journey)
    addTimeline(journey, timeline, in: file)
    for visit in visits {
      add(
        [
          .id(journey.family), .from(visit.arrival), .to(visit.arrival), .text(visit.due.iso),
          .text(visit.isMade.rawValue), .text(names(visit.notRegistered)),
        ], to: .visit)
    }
  }

  private mutating func addFamily(_ journey: Journey, _ tier: TierJudgement?) {
    let concern = journey.concern
    let costs = journey.costs
    add(
      [
        .id(journey.family), .from(concern.firstSign?.date), .to(concern.firstSign?.date),
        .from(concern.earliest?.date), .to(concern.earliest?.date), .from(concern.single?.date),
        .to(concern.single?.date), .from(concern.accumulated?.date),
        .to(concern.accumulated?.date), .words(concern.mayBeFrom?.iso),
        .words(journey.headline.map { rules.thresholds[$0.threshold].id }),
        .from(journey.headline?.date), .to(journey.headline?.date),
        .count(journey.lead?.leastDays), .count(journey.lead?.mostDays),
        .count(journey.professionals), .count(journey.agencies), .count(journey.undated),
        .words(tier.flatMap { tiers?.tiers[$0.tier].id }),
        .words(tier?.mayBe.flatMap { tiers?.tiers[$0].id }), .pence(costs?.total),
        .count(costs?.costed), .count(costs?.events), .count(costs?.overlapping),
        .count(costs.map { $0.isLeast ? 1 : 0 }),
      ], to: .journey)
    for threshold in journey.thresholds {
      let rule = rules.thresholds[threshold.threshold]
      add(
        [
          .id(journey.family), .text(rule.id), .text(rule.title), .from(threshold.date),
          .to(threshold.date),
        ], to: .threshold)
    }
  }

  private mutating func addSigns(_ journey: Journey, in file: CaseFile) {
    for (number, sign) in journey.occurrences.enumerated() {
      add(
        [
          .id(journey.family), .count(number), .count(sign.trigger),
          .text(rules.triggers[sign.trigger].steps[sign.step].id), .person(sign.person, file),
          .from(sign.date), .to(sign.date), .count(sign.weight), .count(sign.isCertain ? 1 : 0),
        ], to: .familySign)
      var kinds: [Int64: Int] = [:]
      for fact in sign.facts { kinds[file.facts[fact].key] = Int(file.facts[fact].kind) }
      for (key, kind) in kinds.sorted(by: { $0.key < $1.key }) {
        add([.id(journey.family), .count(number), .integer(key), .count(kind)], to: .signFact)
      }
    }
    for untold in journey.untold {
      let (reason, kind) = Self.words(untold.reason)
      add(
        [
          .id(journey.family), .count(untold.trigger),
          .text(rules.triggers[untold.trigger].steps[untold.step].id),
          .person(untold.person, file), .text(reason), .count(kind),
        ], to: .untold)
    }
  }

  private static func words(_ reason: UntoldTrigger.Reason) -> (String, Int?) {
    switch reason {
    case .noKind: ("no-kind", nil)
    case .noFeed(let kind): ("no-feed", kind)
    case .notCovered(let kind, _): ("not-covered", kind)
    case .vague: ("vague", nil)
    }
  }

  private mutating func addMissed(_ journey: Journey, in file: CaseFile) {
    for (number, missed) in journey.opportunities.enumerated() {
      let fact = missed.facts.first.map { file.facts[$0] }
      add(
        [
          .id(journey.family), .count(number), .from(missed.date), .to(missed.date),
          .text(vocabulary.agencies[missed.agency].name),
          .text(missed.reason == .outcome ? "outcome" : "no-plan"), .text(names(missed.known)),
          .text(names(missed.knownElsewhere)), .from(missed.next), .to(missed.next),
          .count(missed.lost?.leastDays), .count(missed.lost?.mostDays),
          .pence(journey.costs.map { _ in missed.costAfter }),
          .count(fact.map { Int($0.extract) }), .count(fact.map { Int($0.line) }),
        ], to: .missed)
    }
  }

  private mutating func addServices(_ journey: Journey) {
    for service in journey.involvement {
      add(
        [
          .id(journey.family), .text(vocabulary.agencies[service.agency].name),
          .count(service.contacts), .count(service.missed), .count(service.assessments),
          .count(service.plans), .count(service.episodes), .count(service.openDays),
          .count(service.professionals), .count(service.services), .count(service.facts),
        ], to: .agency)
    }
    for spell in journey.uncoordinated {
      let agencies = spell.agencies.map { vocabulary.agencies[$0].name }
      add(
        [
          .id(journey.family), .from(spell.days), .to(spell.days),
          .text(agencies.joined(separator: " ")),
        ], to: .uncoordinated)
    }
  }

  private mutating func addCosts(_ journey: Journey) {
    guard let costs = journey.costs else { return }
    for line in costs.lines {
      add(
        [
          .id(journey.family), .text(vocabulary.agencies[line.agency].name),
          .text(line.stance.rawValue), .text(line.stage.word), .pence(line.amount),
          .count(line.events),
        ], to: .cost)
    }
    for kind in costs.notCosted {
      add([.id(journey.family), .count(kind.kind), .count(kind.facts)], to: .notCosted)
    }
  }

  private mutating func addTimeline(
    _ journey: Journey, _ timeline: [TimelineEntry], in file: CaseFile
  ) {
    for (number, entry) in timeline.enumerated() {
      let fact = file.facts[entry.fact]
      add(
        [
          .id(journey.family), .count(number), .person(entry.person, file), .count(entry.kind),
          .text(entry.date.text), .words(entry.ends?.text), .count(entry.weight),
          .text(names(entry.triggers)), .pence(entry.cost), .count(Int(fact.extract)),
          .count(Int(fact.line)),
        ], to: .entry)
    }
  }

  /// The names of signs, with blanks between.
  func names(_ triggers: [Int]) -> String {
    triggers.map { rules.triggers[$0].id }.joined(separator: " ")
  }
}

extension JourneyCosts.Stage {
  /// The word by which run file and lists name it.
  var word: String {
    switch self {
    case .before: "before"
    case .between: "between"
    case .after: "after"
    case .straddling: "straddling"
    case .noConcern: "no-concern"
    }
  }
}

extension SQLValue {
  fileprivate static func id(_ family: FamilyID) -> SQLValue { .integer(family.value) }

  fileprivate static func words(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }

  fileprivate static func count(_ number: Int?) -> SQLValue {
    number.map { .integer(Int64($0)) } ?? .null
  }

  fileprivate static func pence(_ amount: Pence?) -> SQLValue {
    amount.map { .integer($0.count) } ?? .null
  }

  fileprivate static func from(_ days: DayInterval?) -> SQLValue { words(days?.first.iso) }

  fileprivate static func to(_ days: DayInterval?) -> SQLValue { words(days?.last.iso) }

  fileprivate static func person(_ place: Int?, _ file: CaseFile) -> SQLValue {
    place.map { .integer(file.people[$0].id.value) } ?? .null
  }
}
