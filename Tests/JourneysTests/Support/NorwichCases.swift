import Vocabulary

@testable import Synthesis

/// The eight families of Norwich as a case file: their timelines told as the contracts would tell them.
enum NorwichCases {
  /// A case file of one family.
  static func file(_ name: String) -> CaseFile {
    var builder = CaseBuilder()
    guard let story = NorwichFamily.all.first(where: { $0.name == name }) else {
      return builder.file
    }
    var people: [String: Int] = [:]
    for member in story.members {
      people[member.name] = builder.person(
        born: born(member), role: role(member, in: story), isFemale: member.sex == .female,
        days: days("2005-01-01"))
    }
    var homes: Set<String> = []
    for living in story.living where living.home != "care" && homes.insert(living.home).inserted {
      // The home of a parent who left is that of another family.
      guard
        story.members.contains(where: { $0.name == living.who[0] && $0.role != .nonResidentParent })
      else { continue }
      builder.fact(
        "housing.tenancy", of: people[living.who[0]], living.from, to: living.until,
        with: [("group", living.home)])
    }
    var number = 0
    for entry in story.timeline {
      for time in 0..<entry.times {
        number += 1
        let at = spread(time, of: entry)
        for who in entry.who {
          tell(entry.happening, of: people[who], at, entry.until, number, in: &builder)
        }
      }
    }
    builder.endFamily()
    return builder.file
  }

  /// The report gives the children's ages in December 2010.
  ///
  /// It gives no parent's age, so a year stands for it that makes them adults throughout.
  private static func born(_ member: NorwichFamily.Member) -> PartialDate? {
    guard member.role == .child || member.role == .grandchild else { return date("1975") }
    return PartialDate(day("2010-12-15").adding(months: -member.months).adding(days: -9))
  }

  private static func role(_ member: NorwichFamily.Member, in story: NorwichFamily) -> FamilyRole {
    switch member.role {
    case .parent: .parent
    case .partner: .partner
    case .child: .dependentChild
    case .grandchild: .dependentChild
    case .adultChild: .adultChild
    case .grandparent: .grandparent
    case .nonResidentParent: .nonResidentParent
    case .nonResidentChild: .nonResidentChild
    default: .other
    }
  }

  private static func spread(_ time: Int, of entry: NorwichFamily.Entry) -> PartialDate {
    guard let through = entry.through, entry.times > 1 else { return entry.at }
    let (from, to) = (entry.at.earliest.parts, through.earliest.parts)
    let months = (to.year - from.year) * 12 + to.month - from.month
    let first = entry.at.earliest.adding(months: months * time / (entry.times - 1))
    return PartialDate(.month, containing: first)
  }

  private static func tell(
    _ what: Happening, of person: Int?, _ at: PartialDate, _ until: PartialDate?, _ number: Int,
    in builder: inout CaseBuilder
  ) {
    switch what {
    case .referral(let referral):
      builder.fact(
        "social-care.referral", of: person, at,
        with: [
          ("source", referral.source.rawValue), ("need", referral.need.rawValue),
          ("outcome", word(referral.outcome)),
        ])
    case .socialCareContact(let contact):
      builder.fact(
        "social-care.contact", of: person, at,
        with: [("source", contact.source.rawValue), ("outcome", word(contact.outcome))])
    case .assessment(let assessment):
      builder.fact(
        "social-care.assessment", of: person, at, to: until,
        with: [("outcome", word(assessment.outcome))])
    case .section47(let enquiry):
      builder.fact("social-care.section-47", of: person, at)
      if let on = enquiry.conferenceOn { builder.fact("social-care.conference", of: person, on) }
    case .childInNeed(let need):
      builder.fact(
        "social-care.in-need", of: person, at, to: until, with: [("need", need.need.rawValue)])
    case .protectionPlan:
      builder.fact("social-care.protection-plan", of: person, at, to: until)
    case .lookedAfter(let care):
      builder.fact(
        "social-care.looked-after", of: person, at, to: until,
        with: [("legal", care.legalStatus.rawValue)])
    case .earlyHelp(let help):
      let group = [("group", "\(number)"), ("service", word(help.service))]
      builder.fact("early-help.member", of: person, at, to: until, with: group)
      builder.fact("early-help.plan", of: person, at, to: until, with: group)
      if help.leadProfessional != nil {
        builder.fact(
          "early-help.lead-professional", of: person, at, to: until, with: [("group", "\(number)")])
      }
      if let until, help.ending == .noEngagement || help.ending == .consentWithdrawn {
        builder.fact("early-help.refused", of: person, until, with: [("group", "\(number)")])
      }
    default: tellMore(what, of: person, at, until, number, in: &builder)
    }
  }

  private static func tellMore(
    _ what: Happening, of person: Int?, _ at: PartialDate, _ until: PartialDate?, _ number: Int,
    in builder: inout CaseBuilder
  ) {
    switch what {
    case .crime(let crime):
      let isProven = crime.outcome == .charged
      let kind =
        switch crime.role {
        case .victim: "police.offence.victim"
        case .witness: "police.offence.witness"
        default: isProven ? "police.offence.proven" : "police.offence.suspected"
        }
      builder.fact(kind, of: person, at, with: [("crime", "\(number)")])
    case .incident(let incident):
      let kind = incident.kind == .domestic ? "police.domestic.incident" : "police.concern"
      builder.fact(kind, at, with: [("incident", "\(number)")])
    case .youthOffence(let offence):
      builder.fact(
        offence.outcome.isProven ? "youth.offence.proven" : "youth.offence.unproven", of: person, at
      )
    case .courtDate: builder.fact("youth.court", of: person, at)
    case .custody(let custody):
      builder.fact(
        custody.kind == .prison ? "probation.custody" : "youth.custody", of: person, at, to: until)
    case .probationOrder(let order):
      builder.fact("probation.order", of: person, at, to: until)
      if let on = order.breachedOn { builder.fact("probation.breach", of: person, on) }
    case .antisocialCase(let matter):
      builder.fact(
        matter.isComplainant ? "housing.antisocial.complainant" : "housing.antisocial.against",
        of: person, at, with: [("case", "\(number)")])
    case .possessionStep(let step):
      guard step.step == .eviction else { return }
      builder.fact(
        step.ground == .nuisance ? "housing.eviction.nuisance" : "housing.eviction.arrears",
        of: person, at)
    default: tellOfServices(what, of: person, at, until, number, in: &builder)
    }
  }

  private static func tellOfServices(
    _ what: Happening, of person: Int?, _ at: PartialDate, _ until: PartialDate?, _ number: Int,
    in builder: inout CaseBuilder
  ) {
    switch what {
    case .housingReport(let report):
      switch report.kind {
      case .poorCondition, .rubbish: builder.fact("housing.condition", of: person, at)
      case .homelessApplication: builder.fact("housing.homeless", of: person, at)
      case .welcomeVisit: builder.fact("housing.visit", of: person, at)
      default: return
      }
    case .appointment(let appointment):
      let clinic = [("clinic", word(appointment.clinic))]
      let isMissed = appointment.attendance == .didNotAttend
      builder.fact(
        isMissed ? "health.appointment.missed" : "health.appointment.attended", of: person, at,
        with: clinic)
      if !isMissed,
        appointment.clinic == .childMentalHealth || appointment.clinic == .adultMentalHealth
      {
        builder.fact("health.appointment.mental-health", of: person, at, with: clinic)
      }
    case .treatment(let treatment):
      let kind =
        treatment.subject.isSubstance ? "substance.treatment" : "health.mental-health.treatment"
      builder.fact(kind, of: person, at, to: until)
    case .voluntaryContact(let contact):
      let organisation = [("organisation", contact.organisation.rawValue)]
      let kind =
        switch contact.kind {
        case .selfReferral, .referralIn, .referralOut: "voluntary.referral"
        default: contact.attended ? "voluntary.contact" : "voluntary.missed"
        }
      builder.fact(kind, of: person, at, with: organisation)
    case .specialNeeds:
      builder.fact("education.special-needs", of: person, at, to: until)
    case .benefit:
      builder.fact("dwp.benefit.out-of-work", of: person, at)
    default: return
    }
  }

  private static func word(_ outcome: Referral.Outcome) -> String {
    switch outcome {
    case .noFurtherAction: "none"
    case .signposted: "advice"
    case .earlyHelp: "early-help"
    case .assessment: "assessment"
    case .strategyDiscussion: "strategy"
    }
  }

  private static func word(_ outcome: SocialCareContact.Outcome) -> String {
    switch outcome {
    case .noFurtherAction: "none"
    case .informationAndAdvice: "advice"
    case .earlyHelpReferral: "early-help"
    case .referral: "referral"
    }
  }

  private static func word(_ outcome: Assessment.Outcome) -> String {
    switch outcome {
    case .noFurtherAction: "none"
    case .earlyHelp: "early-help"
    case .childInNeed: "in-need"
    case .strategyDiscussion: "strategy"
    case .refused: "refused"
    }
  }

  private static func word(_ service: EarlyHelp.Service) -> String {
    switch service {
    case .commonAssessment: "common-assessment"
    case .familyIntervention: "intervention"
    case .familyGroupConference: "conference"
    case .troubledFamilies: "troubled-families"
    }
  }

  private static func word(_ clinic: Appointment.Clinic) -> String {
    switch clinic {
    case .childMentalHealth: "CAMHS"
    case .adultMentalHealth: "Adult mental health"
    case .counselling: "Counselling"
    case .neurology: "Neurology"
    case .generalPractice: "GP"
    default: clinic.rawValue
    }
  }
}
