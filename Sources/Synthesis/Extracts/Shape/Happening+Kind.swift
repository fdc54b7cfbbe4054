extension Happening {
  /// What happened, without its details; the truth names events by these words.
  enum Kind: Int, Sendable, CaseIterable {
    case enrolment, attendance, exclusion, specialNeeds
    case missingEducation, youthOffence, youthIntervention, courtDate
    case crime, incident, probationOrder, custody
    case antisocialCase, antisocialAction, tenancy, rentMonth
    case possessionStep, housingReport, benefit, socialCareContact
    case referral, assessment, section47, childInNeed
    case protectionPlan, lookedAfter, earlyHelp, practiceRegistration
    case appointment, immunisation, developmentCheck, emergencyAttendance
    case treatment, voluntaryContact, nomination
  }

  /// The kind of this happening.
  var kind: Kind {
    switch self {
    case .enrolment: .enrolment
    case .attendance: .attendance
    case .exclusion: .exclusion
    case .specialNeeds: .specialNeeds
    case .missingEducation: .missingEducation
    case .youthOffence: .youthOffence
    case .youthIntervention: .youthIntervention
    case .courtDate: .courtDate
    case .crime: .crime
    case .incident: .incident
    case .probationOrder: .probationOrder
    case .custody: .custody
    case .antisocialCase: .antisocialCase
    case .antisocialAction: .antisocialAction
    case .tenancy: .tenancy
    case .rentMonth: .rentMonth
    case .possessionStep: .possessionStep
    case .housingReport: .housingReport
    case .benefit: .benefit
    case .socialCareContact: .socialCareContact
    case .referral: .referral
    case .assessment: .assessment
    case .section47: .section47
    case .childInNeed: .childInNeed
    case .protectionPlan: .protectionPlan
    case .lookedAfter: .lookedAfter
    case .earlyHelp: .earlyHelp
    case .practiceRegistration: .practiceRegistration
    case .appointment: .appointment
    case .immunisation: .immunisation
    case .developmentCheck: .developmentCheck
    case .emergencyAttendance: .emergencyAttendance
    case .treatment: .treatment
    case .voluntaryContact: .voluntaryContact
    case .nomination: .nomination
    }
  }
}
