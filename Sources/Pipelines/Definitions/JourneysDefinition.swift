public import Journeys
import YAMLFiles

/// How families' journeys are followed.
public struct JourneysDefinition: Sendable {
  /// The signs of need and how a journey is measured.
  public var rules: JourneyRules
  /// What things cost; without it, journeys have no costs.
  public var costs: CostTable?
  /// The tiers of need; without it, families stand in none.
  public var tiers: TierRules?
}

extension PipelineSettings {
  /// The files by which journeys are followed, as `pipeline.yaml` names them.
  struct Journeys {
    var signs: String
    var costs: String?
    var tiers: String?

    static func read(_ mapping: inout MappingReader) -> Journeys? {
      let signs = mapping.required("signs") { $0.string() }
      let costs = mapping.optional("costs") { $0.string() }
      let tiers = mapping.optional("tiers") { $0.string() }
      return signs.map { Journeys(signs: $0, costs: costs, tiers: tiers) }
    }
  }
}
