public import Journeys
public import Reports
import YAMLFiles

/// How families' journeys are followed.
public struct JourneysDefinition: Sendable {
  /// The signs of need and how a journey is measured.
  public var rules: JourneyRules
  /// What things cost; without it, journeys have no costs.
  public var costs: CostTable?
  /// The tiers of need; without it, families stand in none.
  public var tiers: TierRules?
  /// How much of reactive costs earlier help is assumed to avoid; without it, no balance is drawn.
  public var avoided: AvoidedShares?
}

extension PipelineSettings {
  /// The files by which journeys are followed, as `pipeline.yaml` names them.
  struct Journeys {
    var signs: String
    var costs: String?
    var tiers: String?
    var avoided: AvoidedShares?

    static func read(_ mapping: inout MappingReader) -> Journeys? {
      let signs = mapping.required("signs") { $0.string() }
      let costs = mapping.optional("costs") { $0.string() }
      let tiers = mapping.optional("tiers") { $0.string() }
      let avoided = mapping.optional("avoided") { $0.mapping { AvoidedShares.read(&$0) } }
      return signs.map { Journeys(signs: $0, costs: costs, tiers: tiers, avoided: avoided) }
    }
  }
}

extension AvoidedShares {
  fileprivate static func read(_ mapping: inout MappingReader) -> AvoidedShares? {
    let source = mapping.required("source") { $0.string() }
    let percents = mapping.risingPercents()
    guard let source, let percents else { return nil }
    return AvoidedShares(source: source, percents: percents)
  }
}
