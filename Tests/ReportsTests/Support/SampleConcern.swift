import Vocabulary

@testable import Reports
@testable import Store

/// Invented journeys in numbers: who was seen when, and what it cost.
enum SampleConcern {
  static func family(
    _ id: Int64, children: Int = 2, adults: Int = 1, concern: String? = nil,
    threshold: String? = nil, lead: Int? = nil, mayBeEarlier: Bool = false, missed: Int = 0,
    turnedAway: Int = 0, postcode: String? = nil
  ) -> ConcernSummary.Family {
    ConcernSummary.Family(
      id: id, residents: children + adults, children: children, adults: adults,
      concern: concern.map { .init(from: $0, to: $0) }, mayBeEarlier: mayBeEarlier,
      threshold: threshold.map { .init(from: $0, to: $0) },
      lead: lead.map { .init(least: $0, most: $0) }, tier: "targeted", agencies: 3,
      missed: missed, turnedAway: turnedAway, pence: 10_000, costed: 2, events: 5,
      isLeast: id == 1, postcode: postcode)
  }

  static func cost(
    _ family: Int64, _ agency: String, preventive: Bool = false, _ stage: String, _ pence: Int
  ) -> ConcernSummary.Cost {
    ConcernSummary.Cost(
      family: family, agency: agency, isPreventive: preventive, stage: stage, pence: pence,
      events: 1)
  }

  static func summary(
    _ families: [ConcernSummary.Family], costs: [ConcernSummary.Cost] = [],
    basis: [String: String] = ["costs": "unit-costs", "costs_title": "Unit costs 2015"]
  ) -> ConcernSummary {
    ConcernSummary(
      families: families,
      missed: [
        .init(agency: "Police", turnedAway: 1, noPlan: 2, families: 2, lost: [10, 90, 400])
      ],
      signs: [
        .init(
          name: "W01", title: "Missed appointment", certain: 4, families: 3, untold: 2,
          isUnfed: false),
        .init(name: "W02", title: "=SUM(A1)", certain: 0, families: 0, untold: 0, isUnfed: true),
      ], costs: costs,
      notCosted: [.init(title: "Food bank", agency: "Voluntary", facts: 8, families: 5)],
      observations: [
        .init(agency: "Police", since: "2006-01-01"), .init(agency: "Fire", since: nil),
      ],
      basis: basis)
  }

  static let areas = ["Bay", "Quay"].map { Area(district: "\($0) district", ward: $0) }

  static func areaTable() throws -> AreaTable {
    try AreaTable(zip(["SX1", "SX2"], areas).map { AreaTable.Row($0, $1) })
  }
}
