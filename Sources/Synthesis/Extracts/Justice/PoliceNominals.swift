import Vocabulary

/// Crimes with everyone's part in them, in the capitals of the police system.
struct PoliceNominals: Extract {
  let source = "police-nominals"
  let fileName: @Sendable (Day) -> String = {
    "SOLCON_CRIME_NOMINALS_\(DateStyle.packed.text($0)).csv"
  }
  let shape = FileShape(
    preamble: { _ in ["NOT PROTECTIVELY MARKED"] }, footer: { ["", "\($0) rows selected."] })
  let schedule = Schedule(months: 1, count: 3, lag: 4, contents: .increment(overlap: 92))

  let fields: [Field<CrimeRole>] = [
    Field("CrimeNo", .reference) { Self.number($0.matter.crime, $0.start) },
    Field("RecordedDate", .date(.slashesWithTime)) {
      DateStyle.slashesWithTime.text($0.start.adding(days: $0.number(below: 3)))
    },
    .from("OccurredFrom", .slashesWithTime),
    Field("OffenceTitle") { $0.matter.offence.title },
    Field("Role", .code) { $0.matter.role.rawValue },
    Field("NominalRef", .ownNumber, of: "nominal") { entry in
      entry.person("nominal").map { "N\(5_000_000 + $0.id.neighbourhood * 1_000 + $0.id.place)" }
        ?? ""
    },
    Field("Surname", .surname, of: "nominal") { $0.name("nominal")?.surname.uppercased() ?? "" },
    Field("Forename1", .forename, of: "nominal") {
      $0.name("nominal")?.forename.uppercased() ?? ""
    },
    Field("Forename2", .otherName, of: "nominal") {
      $0.name("nominal")?.middleNames.uppercased() ?? ""
    },
    .born("DOB", of: "nominal"),
    .sex("Sex", of: "nominal"),
    Field("Address", .wholeAddress) { $0.home?.lines.joined(separator: " ").uppercased() ?? "" },
    .postcode("Postcode"),
    .identifier("PNCID", .otherIdentifier, of: "nominal", \.pnc),
    .identifier("CRO", .otherIdentifier, of: "nominal", \.cro),
    Field("Outcome", .code) { Self.words($0.matter.outcome) },
    Field("DAflag") { $0.matter.isDomestic ? "Y" : "N" },
  ]

  func entries(in scene: Scene) -> [Entry<CrimeRole>] {
    scene.entries(of: .crime, as: "nominal") {
      if case .crime(let role) = $0 { role } else { nil }
    }
  }

  private static func number(_ crime: Int, _ day: Day) -> String {
    "44\(day.year % 100 < 10 ? "0" : "")\(day.year % 100)\(String(crime + 10_000_000).suffix(7))"
  }

  private static func words(_ outcome: CrimeRole.Outcome) -> String {
    switch outcome {
    case .charged: "Charged/Summonsed"
    case .adultCaution: "Caution - Adult"
    case .youthCaution: "Caution - Youth"
    case .penaltyNotice: "Penalty Notice for Disorder"
    case .cannabisWarning: "Cannabis Warning"
    case .communityResolution: "Community Resolution"
    case .notInPublicInterest: "Not in Public Interest"
    case .victimDeclines: "Victim Declines to Prosecute"
    case .evidentialDifficulty: "Evidential Difficulties"
    case .noSuspect: "Investigation Complete: No Suspect Identified"
    case .underInvestigation: "Under Investigation"
    }
  }
}
