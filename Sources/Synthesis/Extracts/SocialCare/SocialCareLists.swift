import Vocabulary

/// What the lists of social care have in common: a child's number, sex and birth date, no name.
enum SocialCareList {
  /// The columns that open every list.
  static func childColumns<Matter>() -> [Field<Matter>] {
    [
      .identifier("LAchildID", .ownNumber, of: "child", \.socialCare),
      .sex("Gender", of: "child"),
      .born("DateOfBirth", of: "child"),
    ]
  }

  /// The entries whose child has a number; without one there is no line.
  static func known<Matter>(_ entries: [Entry<Matter>]) -> [Entry<Matter>] {
    entries.filter { $0.person("child")?.identifiers.socialCare != nil }.map { entry in
      // A list without addresses cannot show an old one.
      var entry = entry
      entry.errors.removeAll { $0 == .oldAddress }
      return entry
    }
  }

  /// How an agency's name for a source of contacts reads.
  static func words(_ source: ReferralSource) -> String {
    switch source {
    case .relative: "1A Family member/relative/carer"
    case .acquaintance: "1B Acquaintance"
    case .themselves: "1C Self"
    case .otherIndividual: "1D Other individual"
    case .school: "2A Schools"
    case .educationService: "2B Education services"
    case .generalPractice: "3A GP"
    case .healthVisitor: "3B Health visitor"
    case .schoolNurse: "3C School nurse"
    case .emergencyDepartment: "3E A&E"
    case .otherHealth: "3F Other health"
    case .housing: "4 Housing"
    case .socialCare: "5A Social care"
    case .otherCouncil: "5B Other internal"
    case .police: "6 Police"
    case .otherLegal: "7 Other legal agency"
    case .voluntary: "8 Other"
    case .anonymous: "9 Anonymous"
    }
  }
}

/// Contacts at the front door.
struct Contacts: Extract {
  let source = "social-care-contacts"
  let fileName: @Sendable (Day) -> String = { "csc_contacts_\($0.iso).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<SocialCareContact>] =
    SocialCareList.childColumns() + [
      .from("DateOfContact"),
      Field("ContactSource") { SocialCareList.words($0.matter.source) },
      Field("ContactOutcome", .code) { Self.words($0.matter.outcome) },
      Field("Worker") { $0.pick(Workers.officers) },
    ]

  func entries(in scene: Scene) -> [Entry<SocialCareContact>] {
    SocialCareList.known(
      scene.entries(of: .socialCareContact, as: "child") {
        if case .socialCareContact(let contact) = $0 { contact } else { nil }
      })
  }

  private static func words(_ outcome: SocialCareContact.Outcome) -> String {
    switch outcome {
    case .noFurtherAction: "NFA"
    case .informationAndAdvice: "Information and Advice"
    case .earlyHelpReferral: "EH Referral"
    case .referral: "CIN Referral"
    }
  }
}

/// Referrals.
struct Referrals: Extract {
  let source = "social-care-referrals"
  let fileName: @Sendable (Day) -> String = { "csc_referrals_\($0.iso).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<Referral>] =
    SocialCareList.childColumns() + [
      .from("ReferralDate"),
      Field("ReferralSource") { $0.matter.source.rawValue },
      Field("PrimaryNeedCode", .code) { $0.matter.need.rawValue },
      Field("ReferralNFA") { $0.matter.outcome == .noFurtherAction ? "1" : "0" },
      Field("ReferralOutcome", .code) { Self.words($0.matter.outcome) },
      Field("AllocatedWorker") { $0.pick(Workers.officers) },
    ]

  func entries(in scene: Scene) -> [Entry<Referral>] {
    SocialCareList.known(
      scene.entries(of: .referral, as: "child") {
        if case .referral(let referral) = $0 { referral } else { nil }
      })
  }

  private static func words(_ outcome: Referral.Outcome) -> String {
    switch outcome {
    case .noFurtherAction: "NFA"
    case .signposted: "Signposted"
    case .earlyHelp: "Early Help"
    case .assessment: "Assessment"
    case .strategyDiscussion: "Strategy Discussion"
    }
  }
}

/// Assessments with up to six factors each.
struct Assessments: Extract {
  let source = "social-care-assessments"
  let fileName: @Sendable (Day) -> String = { "csc_assessments_\($0.iso).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<Assessment>] =
    SocialCareList.childColumns()
    + [
      .from("AssessmentStart"),
      .until("AssessmentAuthorised"),
      Field("Outcome", .code) { Self.words($0.matter.outcome) },
    ]
    + (0..<6).map { place in
      Field("Factor\(place + 1)") { entry in
        let codes = entry.matter.factors.codes
        return place < codes.count ? codes[place] : ""
      }
    } + [Field("Worker") { $0.pick(Workers.officers) }]

  func entries(in scene: Scene) -> [Entry<Assessment>] {
    SocialCareList.known(
      scene.entries(of: .assessment, as: "child") {
        if case .assessment(let assessment) = $0 { assessment } else { nil }
      })
  }

  private static func words(_ outcome: Assessment.Outcome) -> String {
    switch outcome {
    case .noFurtherAction: "NFA"
    case .earlyHelp: "Early Help"
    case .childInNeed: "CIN"
    case .strategyDiscussion: "Strategy Discussion"
    case .refused: "Refused"
    }
  }
}

/// Enquiries under section 47.
struct SectionFortySevens: Extract {
  let source = "social-care-section-47"
  let fileName: @Sendable (Day) -> String = { "csc_s47_\($0.iso).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<Day?>] =
    SocialCareList.childColumns() + [
      .from("S47ActualStartDate"),
      Field("DateOfInitialCPC", .date(.slashes)) { DateStyle.slashes.text($0.matter) },
      Field("ICPCnotRequired") { $0.matter == nil ? "1" : "0" },
    ]

  func entries(in scene: Scene) -> [Entry<Day?>] {
    SocialCareList.known(
      scene.entries(of: .section47, as: "child") { happening -> Day?? in
        guard case .section47(let enquiry) = happening else { return nil }
        return .some(scene.shown(enquiry.conferenceOn))
      })
  }
}

/// Children in need.
struct ChildrenInNeed: Extract {
  let source = "social-care-in-need"
  let fileName: @Sendable (Day) -> String = { "csc_cin_\($0.iso).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<ChildInNeed>] =
    SocialCareList.childColumns() + [
      .from("CINStartDate"),
      .until("CINClosureDate"),
      Field("PrimaryNeedCode", .code) { $0.matter.need.rawValue },
      Field("ReasonForClosure", .code) { entry in
        entry.until == nil ? "" : entry.matter.closure?.rawValue ?? ""
      },
      Field("AllocatedWorker") { $0.pick(Workers.officers) },
    ]

  func entries(in scene: Scene) -> [Entry<ChildInNeed>] {
    SocialCareList.known(
      scene.entries(of: .childInNeed, as: "child") {
        if case .childInNeed(let need) = $0 { need } else { nil }
      })
  }
}

/// Child protection plans.
struct ProtectionPlans: Extract {
  let source = "social-care-protection-plans"
  let fileName: @Sendable (Day) -> String = { "csc_cpp_\($0.iso).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<ProtectionPlan>] =
    SocialCareList.childColumns() + [
      .from("ChildProtectionPlanStartDate"),
      .until("ChildProtectionPlanEndDate"),
      Field("InitialCategoryOfAbuse", .code) { $0.matter.category.rawValue },
      Field("NumberOfPreviousCPP") { "\($0.matter.previousPlans)" },
      Field("AllocatedWorker") { $0.pick(Workers.officers) },
    ]

  func entries(in scene: Scene) -> [Entry<ProtectionPlan>] {
    SocialCareList.known(
      scene.entries(of: .protectionPlan, as: "child") {
        if case .protectionPlan(let plan) = $0 { plan } else { nil }
      })
  }
}

/// Children looked after, with the postcode of the placement.
struct ChildrenLookedAfter: Extract {
  let source = "social-care-looked-after"
  let fileName: @Sendable (Day) -> String = { "csc_lac_\($0.iso).csv" }
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<LookedAfter>] =
    SocialCareList.childColumns() + [
      .from("DECOM"),
      .until("DEC"),
      Field("LS", .code) { $0.matter.legalStatus.rawValue },
      Field("PLACE") { $0.matter.placement.rawValue },
      Field("CIN") { $0.matter.need.rawValue },
      Field("REC") { $0.until == nil ? "" : $0.matter.ending?.rawValue ?? "" },
      .postcode("PL_POST"),
    ]

  func entries(in scene: Scene) -> [Entry<LookedAfter>] {
    SocialCareList.known(
      scene.entries(of: .lookedAfter, as: "child") {
        if case .lookedAfter(let matter) = $0 { matter } else { nil }
      })
  }
}
