import Vocabulary

/// Families that professionals nominate on the programme's own form.
struct Nominations: Extract {
  let source = "nominations"
  let fileName: @Sendable (Day) -> String = { "nominations_\($0.iso).csv" }
  let schedule = Schedule(months: 3, count: 2, lag: 5, contents: .snapshot)
  let isTypedByHand = true

  let fields: [Field<Nomination>] = [
    Field("NominationRef", .reference) { "NOM\($0.key % 1_000_000_007)" },
    Field("NominatedBy") { $0.matter.agency.rawValue },
    .from("Date"),
    .surname("Surname", of: "person"),
    .forename("Forename", of: "person"),
    .born("DOB", of: "person"),
    .address("Address"),
    .postcode("Postcode"),
    Field("Concern", .code) { Self.words($0.matter.concern) },
  ]

  func entries(in scene: Scene) -> [Entry<Nomination>] {
    scene.entries(of: .nomination, as: "person") {
      if case .nomination(let nomination) = $0 { nomination } else { nil }
    }
  }

  private static func words(_ concern: Nomination.Concern) -> String {
    switch concern {
    case .crime: "Crime/ASB"
    case .schoolAbsence: "School attendance"
    case .parenting: "Parenting"
    case .worklessness: "Out of work"
    case .domesticAbuse: "Domestic abuse"
    case .mentalHealth: "Mental health"
    case .substanceMisuse: "Drugs/alcohol"
    case .debt: "Debt"
    case .homeConditions: "Home conditions"
    case .childAtRisk: "Child needs help"
    }
  }
}
