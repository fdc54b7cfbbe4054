import Vocabulary

/// A fact with what it cost.
struct PricedFact {
  var place: Int
  var agency: Int
  var amount: Pence
  var first: Int32
}

/// Reckons what the facts of one family after another cost.
struct CostReckoning {
  let vocabulary: FactVocabulary
  let agencies: AgencyIndex
  /// The cost of each kind, by its place.
  let costs: [UnitCost?]
  let overlaps: [CostOverlap]
  /// Whether facts of the kind are events that cost something, known or not.
  private let isEvent: [Bool]

  init(_ table: CostTable, vocabulary: FactVocabulary, contacts: ContactRules) {
    self.vocabulary = vocabulary
    agencies = AgencyIndex(vocabulary)
    let rows = [String: UnitCost](table.costs.map { ($0.key, $0) }) { first, _ in first }
    costs = vocabulary.kinds.map { $0.cost.flatMap { rows[$0] } }
    overlaps = table.overlaps
    let busy = Set(contacts.met + contacts.missed + contacts.assessments)
    isEvent = vocabulary.kinds.enumerated().map { place, kind in
      kind.sensitivity != .benefit && kind.shape != .measure
        && (kind.level > 0 || busy.contains(place) || kind.cost != nil)
    }
  }

  /// Reckons a family's costs, and gives what each fact cost for sums from a day on.
  func reckon(
    _ scene: FamilyScene, concern: DayInterval?, threshold: DayInterval?
  ) -> (costs: JourneyCosts, priced: [PricedFact]) {
    var result = JourneyCosts()
    var uncosted: [Int] = Array(repeating: 0, count: vocabulary.kinds.count)
    let overlapped = overlapping(scene)
    var priced: [PricedFact] = []
    for place in scene.family.facts {
      let fact = scene.file.facts[place]
      let kind = Int(fact.kind)
      guard let moment = scene.moment(of: Int32(place)), moment.isCertain else { continue }
      guard let cost = costs[kind], reaches(cost, fact) else {
        guard isEvent[kind] else { continue }
        result.events += 1
        uncosted[kind] += 1
        continue
      }
      result.events += 1
      result.costed += 1
      if overlapped.contains(place) {
        result.overlapping += 1
        continue
      }
      let stages = Stages(concern: concern, threshold: threshold)
      let amount = add(cost, of: moment, in: scene, stages, to: &result)
      priced.append(
        PricedFact(
          place: place, agency: agencies.agency[kind], amount: amount, first: moment.first))
    }
    for kind in uncosted.indices where uncosted[kind] > 0 {
      result.notCosted.append(.init(kind: kind, facts: uncosted[kind]))
    }
    result.lines.sort {
      ($0.agency, $0.stance.rawValue, $0.stage.rawValue)
        < ($1.agency, $1.stance.rawValue, $1.stage.rawValue)
    }
    return (result, priced)
  }

  private func reaches(_ cost: UnitCost, _ fact: CaseFact) -> Bool {
    guard let percent = cost.fromPercent else { return true }
    return fact.whole > 0 && Int(fact.part) * 100 >= Int(fact.whole) * percent
  }

  /// Adds a fact's cost to its parts of the journey, and gives the whole of it.
  private func add(
    _ cost: UnitCost, of moment: Moment, in scene: FamilyScene, _ stages: Stages,
    to result: inout JourneyCosts
  ) -> Pence {
    let agency = agencies.agency[Int(scene.file.facts[Int(moment.fact)].kind)]
    guard let unitDays = cost.unit.days, isLasting(moment, in: scene) else {
      // By the year where there is no end to count to: an event brings about a year's cost.
      let stage = stages.stage(moment.first, moment.last)
      result.add(agency, cost.stance, stage, cost.amount)
      return cost.amount
    }
    guard let days = scene.surelyLasts(moment.fact), days.lowerBound <= scene.asOf else {
      result.isLeast = true
      return .zero
    }
    if scene.isVague(moment.fact) { result.isLeast = true }
    var whole = Pence.zero
    for (stage, span) in stages.parts(of: days.lowerBound...min(days.upperBound, scene.asOf)) {
      let amount = cost.amount.times(Int(span.upperBound - span.lowerBound) + 1, over: unitDays)
      result.add(agency, cost.stance, stage, amount)
      whole += amount
    }
    return whole
  }

  private func isLasting(_ moment: Moment, in scene: FamilyScene) -> Bool {
    vocabulary.kinds[Int(scene.file.facts[Int(moment.fact)].kind)].shape != .event
  }
}

extension JourneyCosts {
  fileprivate mutating func add(
    _ agency: Int, _ stance: UnitCost.Stance, _ stage: Stage, _ amount: Pence
  ) {
    for place in lines.indices
    where lines[place].agency == agency && lines[place].stance == stance
      && lines[place].stage == stage
    {
      lines[place].amount += amount
      lines[place].events += 1
      return
    }
    lines.append(
      Line(agency: agency, stance: stance, stage: stage, amount: amount, events: 1))
  }
}

/// The days that part a journey: compared by the earliest that they may be, as all dates of a journey are.
private struct Stages {
  var concern: Int32?
  var threshold: Int32?

  init(concern: DayInterval?, threshold: DayInterval?) {
    self.concern = concern?.first.daysSince1970
    self.threshold = threshold?.first.daysSince1970
  }

  /// The part in which something was that was on one of some days.
  func stage(_ first: Int32, _ last: Int32) -> JourneyCosts.Stage {
    let stage = stage(of: first)
    return stage == self.stage(of: last) ? stage : .straddling
  }

  private func stage(of day: Int32) -> JourneyCosts.Stage {
    guard let concern else { return .noConcern }
    if let threshold, day >= threshold { return .after }
    return day < concern ? .before : .between
  }

  /// An episode's days, cut where the journey's parts meet.
  func parts(of days: ClosedRange<Int32>) -> [(JourneyCosts.Stage, ClosedRange<Int32>)] {
    var parts: [(JourneyCosts.Stage, ClosedRange<Int32>)] = []
    var start = days.lowerBound
    let cuts = [concern, threshold].compactMap { $0 }.sorted()
    for cut in cuts where cut > start && cut <= days.upperBound {
      parts.append((stage(of: start), start...cut - 1))
      start = cut
    }
    parts.append((stage(of: start), start...days.upperBound))
    return parts
  }
}
