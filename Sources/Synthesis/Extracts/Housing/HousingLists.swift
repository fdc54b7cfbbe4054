import Vocabulary

/// The landlord's cases of anti-social behaviour, with both sides of each.
struct HousingAntisocial: Extract {
  /// A case, or a step in one.
  struct Matter: Sendable {
    var number: Int
    var isComplainant: Bool
    var nature: String
    var step: AntisocialAction.Step?
    var opened: Day?
  }

  let source = "housing-antisocial"
  let fileName: @Sendable (Day) -> String = { "asb_cases_\($0.iso).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<Matter>] = [
    Field("ASBcaseRef", .reference) { "\($0.matter.number)" },
    Field("Party", .code) { $0.matter.isComplainant ? "Complainant" : "Perpetrator" },
    .fullName("Name", of: "party", .formal),
    Field("TenancyRef", .reference) { _ in "" },
    .address("Address"),
    .postcode("Postcode"),
    Field("ASBopened") { DateStyle.slashes.text($0.matter.opened ?? $0.start) },
    Field("ASBtype") { $0.matter.nature },
    Field("Action", .code) { $0.matter.step.map(Self.words) ?? "" },
    Field("ActionDate") { $0.matter.step == nil ? "" : DateStyle.slashes.text($0.start) },
    Field("Officer") { $0.pick(Workers.officers) },
  ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    let cases = scene.entries(of: .antisocialCase, as: "party") { happening -> Matter? in
      guard case .antisocialCase(let matter) = happening else { return nil }
      return Matter(
        number: matter.number, isComplainant: matter.isComplainant,
        nature: matter.nature.rawValue)
    }
    // A step stands on a row of its own, with the day that its case was opened.
    let opened = Self.openings(in: scene)
    let steps = scene.entries(of: .antisocialAction, as: "party") { happening -> Matter? in
      guard case .antisocialAction(let action) = happening else { return nil }
      return Matter(
        number: action.number, isComplainant: false, nature: "", step: action.step,
        opened: opened[action.number])
    }
    return cases + steps
  }

  private static func openings(in scene: Scene) -> [Int: Day] {
    var openings: [Int: Day] = [:]
    for number in scene.index.events(of: .antisocialCase) {
      let event = scene.neighbourhood.events[number]
      guard case .antisocialCase(let matter) = event.happening, !matter.isComplainant,
        openings[matter.number] == nil
      else { continue }
      openings[matter.number] = event.at.earliest
    }
    return openings
  }

  private static func words(_ step: AntisocialAction.Step) -> String {
    switch step {
    case .warningLetter: "Warning letter"
    case .visit: "Visit"
    case .mediation: "Mediation"
    case .acceptableBehaviourContract: "ABC"
    case .parentingContract: "Parenting contract"
    case .injunction: "Injunction"
    case .antisocialBehaviourOrder: "ASBO"
    case .noticeOnNuisanceGround: "NOSP ground 2"
    case .demotion: "Demotion"
    }
  }
}

/// Notices, orders and evictions.
struct HousingPossession: Extract {
  let source = "housing-possession"
  let fileName: @Sendable (Day) -> String = { "possession_\($0.iso).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<PossessionStep>] = [
    Field("TenancyRef", .reference) { $0.matter.tenancy.map(TenancyNumber.text) ?? "" },
    .fullName("Tenant", of: "tenant", .surnameFirst),
    .born("DOB", of: "tenant"),
    .address("Address"),
    .postcode("Postcode"),
    Field("Step", .code) { Self.words($0.matter.step) },
    Field("Ground", .code) { $0.matter.ground == .arrears ? "Ground 1" : "Ground 2" },
    .from("StepDate"),
  ]

  func entries(in scene: Scene) -> [Entry<PossessionStep>] {
    scene.entries(of: .possessionStep, as: "tenant") {
      if case .possessionStep(let step) = $0 { step } else { nil }
    }
  }

  private static func words(_ step: PossessionStep.Step) -> String {
    switch step {
    case .noticeOfSeekingPossession: "NOSP"
    case .courtHearing: "Hearing"
    case .suspendedOrder: "SPO"
    case .outrightOrder: "Outright"
    case .eviction: "Eviction"
    }
  }
}

/// What housing officers noted on visits and took in at the counter.
struct HousingReports: Extract {
  let source = "housing-reports"
  let fileName: @Sendable (Day) -> String = { "housing_reports_\($0.iso).csv" }
  let schedule = Schedule.quarterlySnapshots
  let isTypedByHand = true

  let fields: [Field<HousingReport>] = [
    .fullName("Tenant", of: "tenant", .plain),
    .born("DOB", of: "tenant"),
    .address("Address"),
    .postcode("Postcode"),
    .from("Date"),
    Field("Report", .code) { Self.words($0.matter.kind) },
  ]

  func entries(in scene: Scene) -> [Entry<HousingReport>] {
    scene.entries(of: .housingReport, as: "tenant") {
      if case .housingReport(let report) = $0 { report } else { nil }
    }
  }

  private static func words(_ kind: HousingReport.Kind) -> String {
    switch kind {
    case .poorCondition: "Property condition"
    case .rubbish: "Rubbish / garden"
    case .repairRequest: "Repair request"
    case .homelessApplication: "Homeless application"
    case .transferRequest: "Transfer request"
    case .transferForSafety: "Transfer - safety"
    case .welcomeVisit: "Welcome visit"
    case .referralMade: "Referral made"
    case .rehoused: "Rehoused"
    }
  }
}
