import Criteria
public import Disk
import Journeys
public import Vocabulary

/// The journeys of families in plain tables, followed without a run: to try other signs, or to measure.
public struct JourneyTrial: Sendable {
  /// A sign of need, and how many families showed it.
  public struct Sign: Hashable, Sendable {
    /// Its short name, as W01.
    public var id: String
    /// What people call it.
    public var title: String
    /// How many families showed it for certain.
    public var families = 0
  }

  /// What people call the pack of signs.
  public var title: String
  /// The signs, in the order of the pack.
  public var signs: [Sign]
  /// How many families there were.
  public var families = 0
  /// How many facts there were.
  public var facts = 0
  /// How many families have an earliest concern.
  public var concerned = 0
  /// How many missed opportunities there were.
  public var missed = 0
  /// How long the following itself took, without the reading: the time of all cores together.
  public var following = Duration.zero

  /// Follows the families of `people.csv` and `facts.csv` in a folder by a pipeline's signs, costs and tiers, on so many
  /// cores at once.
  public static func follow(
    _ tables: Path, _ journeys: JourneysDefinition, _ vocabulary: FactVocabulary, at date: Day,
    threads: Int
  ) async throws -> JourneyTrial {
    let none = JourneyTrial(
      title: journeys.rules.title,
      signs: journeys.rules.triggers.map { Sign(id: $0.id, title: $0.title) })
    var trial = none
    try await FamilyTables.forEach(of: tables, vocabulary, threads: threads) { cases in
      var part = none
      part.follow(cases, journeys, vocabulary, at: date)
      return part
    } handOn: { part in
      trial.add(part)
    }
    return trial
  }

  private mutating func follow(
    _ cases: CaseFile, _ journeys: JourneysDefinition, _ vocabulary: FactVocabulary, at date: Day
  ) {
    let clock = ContinuousClock()
    let start = clock.now
    var engine = JourneyEngine(
      journeys.rules, costs: journeys.costs, vocabulary: vocabulary, file: cases, asOf: date)
    for family in cases.families {
      let journey = engine.journey(of: family)
      if let tiers = journeys.tiers { _ = engine.tier(of: journey, by: tiers) }
      count(journey)
    }
    following = clock.now - start
    (families, facts) = (cases.families.count, cases.facts.count)
  }

  private mutating func count(_ journey: Journey) {
    for sign in Set(journey.occurrences.filter(\.isCertain).map(\.trigger)) {
      signs[sign].families += 1
    }
    concerned += journey.concern.earliest == nil ? 0 : 1
    missed += journey.opportunities.count
  }

  private mutating func add(_ part: JourneyTrial) {
    for place in signs.indices { signs[place].families += part.signs[place].families }
    families += part.families
    facts += part.facts
    concerned += part.concerned
    missed += part.missed
    following += part.following
  }
}
