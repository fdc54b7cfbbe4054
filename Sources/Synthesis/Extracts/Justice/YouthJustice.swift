import Vocabulary

/// Offences, interventions, court days and custody of young people.
struct YouthJustice: Extract {
  /// A line of the case file.
  struct Matter: Sendable {
    var record: String
    var offence: Offence?
    var gravity: UInt8?
    var outcome: String
    var outcomeOn: Day?
    var intervention: String
    var isSpan: Bool
  }

  let source = "youth-justice"
  let fileName: @Sendable (Day) -> String = { "YOT_\(DateStyle.packed.text($0)).txt" }
  let shape = FileShape(encoding: .utf16LittleEndian, separator: "\t")
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<Matter>] = [
    Field("RecordType", .code) { $0.matter.record },
    Field("YOISID", .ownNumber, of: "young-person") { Self.caseNumber($0) },
    .surname("Surname", of: "young-person"),
    .forename("Forename", of: "young-person"),
    Field("Alias", .otherName, of: "young-person") { $0.person("young-person")?.knownAs ?? "" },
    .born("DOB", of: "young-person"),
    .sex("Sex", of: "young-person"),
    .ethnicity("Ethnicity", of: "young-person"),
    .address("Address"),
    .postcode("Postcode"),
    .identifier("PNCID", .otherIdentifier, of: "young-person", \.pnc),
    Field("OffenceDate") { $0.matter.isSpan ? "" : DateStyle.slashes.text($0.start) },
    Field("Offence") { $0.matter.offence?.title ?? "" },
    Field("GravityScore") { entry in entry.matter.gravity.map { "\($0)" } ?? "" },
    Field("OutcomeDate", .date(.slashes)) { DateStyle.slashes.text($0.matter.outcomeOn) },
    Field("OutcomeType", .code) { $0.matter.outcome },
    Field("InterventionType") { $0.matter.intervention },
    Field("StartDate") { $0.matter.isSpan ? DateStyle.slashes.text($0.start) : "" },
    Field("EndDate") { $0.matter.isSpan ? DateStyle.slashes.text($0.until) : "" },
    Field("CaseManager") { $0.pick(Workers.officers) },
  ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    let offences = scene.entries(of: .youthOffence, as: "young-person") {
      if case .youthOffence(let offence) = $0 { Self.line(offence, on: scene.day) } else { nil }
    }
    let interventions = scene.entries(of: .youthIntervention, as: "young-person") {
      if case .youthIntervention(let work) = $0 {
        Self.span("Intervention", work.kind.rawValue)
      } else {
        nil
      }
    }
    let court = scene.entries(of: .courtDate, as: "young-person") {
      if case .courtDate(let date) = $0 { Self.span("Court", "", date.offence) } else { nil }
    }
    let custody = scene.entries(of: .custody, as: "young-person") {
      if case .custody(let custody) = $0 {
        Self.span("Custody", custody.kind.rawValue)
      } else {
        nil
      }
    }
    // The court and custody lists of adults are the probation service's.
    return offences + interventions
      + (court + custody).filter { entry in
        entry.slots[0].person.age(on: entry.start) < 18
      }
  }

  private static func caseNumber(_ entry: Entry<Matter>) -> String {
    guard let id = entry.person("young-person")?.id else { return "" }
    return "Y\(100_000 + id.neighbourhood * 1_000 + id.place)"
  }

  private static func line(_ offence: YouthOffence, on day: Day) -> Matter {
    let ended = offence.outcomeOn?.earliest
    let isKnown = ended.map { $0 <= day } ?? true
    return Matter(
      record: "Offence", offence: offence.offence, gravity: offence.gravity,
      outcome: isKnown ? words(offence.outcome) : "Pending", outcomeOn: isKnown ? ended : nil,
      intervention: "", isSpan: false)
  }

  private static func span(_ record: String, _ kind: String, _ offence: Offence? = nil) -> Matter {
    Matter(
      record: record, offence: offence, gravity: nil, outcome: "", outcomeOn: nil,
      intervention: kind, isSpan: true)
  }

  private static func words(_ outcome: YouthOffence.Outcome) -> String {
    switch outcome {
    case .reprimand: "Reprimand"
    case .finalWarning: "Final Warning"
    case .youthCaution: "Youth Caution"
    case .youthConditionalCaution: "Youth Conditional Caution"
    case .communityResolution: "Community Resolution"
    case .restorativeDisposal: "Youth Restorative Disposal"
    case .referralOrder: "Referral Order"
    case .reparationOrder: "Reparation Order"
    case .rehabilitationOrder: "Youth Rehabilitation Order"
    case .fine: "Fine"
    case .conditionalDischarge: "Conditional Discharge"
    case .detentionAndTraining: "Detention and Training Order"
    case .noFurtherAction: "No Further Action"
    case .dismissed: "Dismissed"
    case .pending: "Pending"
    }
  }
}
