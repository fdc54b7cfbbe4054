import Vocabulary

// Short words for what fills the timelines. Numbers of cases are nought here; the builder gives
// each its own.
extension Happening {
  static let incomeSupport = Happening.benefit(BenefitSpell(benefit: .incomeSupport, regime: nil))
  static let poorHome = Happening.housingReport(HousingReport(kind: .poorCondition))
  static let rubbish = Happening.housingReport(HousingReport(kind: .rubbish))
  static let rehoused = Happening.housingReport(HousingReport(kind: .rehoused))

  static func housing(_ kind: HousingReport.Kind) -> Happening {
    .housingReport(HousingReport(kind: kind))
  }

  static func contact(
    from source: ReferralSource, _ outcome: SocialCareContact.Outcome
  ) -> Happening {
    .socialCareContact(SocialCareContact(source: source, outcome: outcome))
  }

  static func referred(
    by source: ReferralSource, _ need: PrimaryNeed, _ outcome: Referral.Outcome
  ) -> Happening {
    .referral(Referral(source: source, need: need, outcome: outcome))
  }

  static func assessed(
    _ factors: AssessmentFactors, _ outcome: Assessment.Outcome
  ) -> Happening {
    .assessment(Assessment(factors: factors, outcome: outcome))
  }

  static func atRisk(_ category: ProtectionPlan.Category, before plans: UInt8 = 0) -> Happening {
    .protectionPlan(ProtectionPlan(category: category, previousPlans: plans))
  }

  static func inNeed(_ need: PrimaryNeed, closed: ChildInNeed.Closure? = nil) -> Happening {
    .childInNeed(ChildInNeed(need: need, closure: closed))
  }

  static func enquiry(conference: PartialDate) -> Happening {
    .section47(SectionFortySeven(conferenceOn: conference))
  }

  static func inCare(
    _ status: LookedAfter.LegalStatus, _ placement: LookedAfter.Placement = .fosterCarer
  ) -> Happening {
    .lookedAfter(
      LookedAfter(
        legalStatus: status, placement: placement, need: .abuseOrNeglect, carer: nil, ending: nil))
  }

  static func help(
    _ service: EarlyHelp.Service, lead: String?, ended: EarlyHelp.Ending? = nil
  ) -> Happening {
    .earlyHelp(
      EarlyHelp(
        episode: 0, family: Family.ID(neighbourhood: 0, place: 0), service: service, role: .child,
        consent: true, leadProfessional: lead, ending: ended))
  }

  static func crime(
    _ offence: Offence, _ role: CrimeRole.Role, _ outcome: CrimeRole.Outcome,
    isDomestic: Bool = false
  ) -> Happening {
    .crime(
      CrimeRole(
        crime: 0, offence: offence, role: role, outcome: outcome, isDomestic: isDomestic))
  }

  static func call(
    _ kind: Incident.Kind, _ risk: Incident.Risk? = nil, children: Bool = false
  ) -> Happening {
    .incident(
      Incident(incident: 0, kind: kind, risk: risk, childrenPresent: children, isSubject: false))
  }

  static func complaint(_ nature: AntisocialCase.Nature, made: Bool = false) -> Happening {
    .antisocialCase(AntisocialCase(number: 0, nature: nature, isComplainant: made))
  }

  static func order(
    _ kind: ProbationOrder.Kind, _ offence: Offence, drugs: Bool, breached: PartialDate? = nil
  ) -> Happening {
    .probationOrder(
      ProbationOrder(
        reference: "X104207", kind: kind, offence: offence, riskOfHarm: 1,
        drugRehabilitation: drugs, breachedOn: breached))
  }

  static func visit(
    _ organisation: VoluntaryContact.Organisation, _ kind: VoluntaryContact.Kind,
    attended: Bool = true
  ) -> Happening {
    .voluntaryContact(
      VoluntaryContact(organisation: organisation, kind: kind, attended: attended))
  }

  static func appointment(
    _ clinic: Appointment.Clinic, _ attendance: Appointment.Attendance = .attended
  ) -> Happening {
    .appointment(Appointment(clinic: clinic, attendance: attendance))
  }

  static func treatment(_ subject: Treatment.Subject) -> Happening {
    .treatment(Treatment(subject: subject, discharge: nil))
  }

  static func need(_ stage: SpecialNeeds.Stage, _ need: SpecialNeeds.Need) -> Happening {
    .specialNeeds(SpecialNeeds(stage: stage, need: need))
  }
}
