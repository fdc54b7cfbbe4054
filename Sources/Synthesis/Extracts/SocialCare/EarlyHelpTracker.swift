import Vocabulary

/// The early help tracker: a spreadsheet of families, saved as text with its day numbers.
struct EarlyHelpTracker: Extract {
  let source = "early-help"
  let fileName: @Sendable (Day) -> String = { "CAF_tracker_\($0.iso).csv" }
  let shape = FileShape(encoding: .windows1252)
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<EarlyHelp>] = [
    Field("EpisodeID", .reference) { "EH\($0.matter.episode)" },
    Field("FamilyID", .reference) {
      "F\(20_000 + $0.matter.family.neighbourhood * 1_000 + $0.matter.family.place)"
    },
    .fullName("Name", of: "member", .surnameFirst),
    .born("DOB", of: "member", .serial),
    .identifier("NHSNumber", .nhsNumber, of: "member", \.nhsNumber),
    Field("Role") { $0.matter.role.rawValue },
    .address("Address"),
    .postcode("Postcode"),
    Field("Service", .code) { Self.words($0.matter.service) },
    .from("Start", .serial),
    .until("End", .serial),
    Field("EndReason", .code) { entry in
      entry.until == nil ? "" : entry.matter.ending.map(Self.words) ?? ""
    },
    Field("ConsentGiven") { entry in entry.matter.consent.map { $0 ? "Y" : "N" } ?? "" },
    Field("LeadProfessional") { $0.matter.leadProfessional ?? "" },
  ]

  func entries(in scene: Scene) -> [Entry<EarlyHelp>] {
    scene.entries(of: .earlyHelp, as: "member") {
      if case .earlyHelp(let help) = $0 { help } else { nil }
    }
  }

  private static func words(_ service: EarlyHelp.Service) -> String {
    switch service {
    case .commonAssessment: "CAF"
    case .familyIntervention: "FIP"
    case .familyGroupConference: "FGC"
    case .troubledFamilies: "TF"
    }
  }

  private static func words(_ ending: EarlyHelp.Ending) -> String {
    switch ending {
    case .outcomesMet: "Outcomes met"
    case .steppedUp: "Step-up"
    case .noEngagement: "No engagement"
    case .movedAway: "Moved away"
    case .consentWithdrawn: "Consent withdrawn"
    }
  }
}
