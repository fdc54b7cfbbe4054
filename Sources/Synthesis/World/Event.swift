public import Vocabulary

/// Something that happened to a person or at a dwelling, and that some agency wrote down.
public struct Event: Sendable {
  /// Who it happened to or who did it; nil for what is known only of an address.
  public var person: Person.ID?
  /// Where, for what is recorded by address: incidents, tenancies, visits.
  public var dwelling: Dwelling.ID?
  /// When it happened or began.
  public var at: PartialDate
  /// When an episode ended; nil for a moment and for what is still open.
  public var until: PartialDate?
  /// What happened.
  public var happening: Happening
}

/// Everything that can happen, grouped by the agency that records it.
///
/// `case` numbers are unique in the county; several events with one number are one case seen
/// through several people.
public enum Happening: Sendable {
  // Schools and the education service.
  case enrolment(Enrolment)
  case attendance(TermAttendance)
  case exclusion(Exclusion)
  case specialNeeds(SpecialNeeds)
  case missingEducation(MissingEducation)

  // Youth justice, police, probation.
  case youthOffence(YouthOffence)
  case youthIntervention(YouthIntervention)
  case courtDate(CourtDate)
  case crime(CrimeRole)
  case incident(Incident)
  case probationOrder(ProbationOrder)
  case custody(Custody)

  // Anti-social behaviour, housing, benefits.
  case antisocialCase(AntisocialCase)
  case antisocialAction(AntisocialAction)
  case tenancy(Tenancy)
  case rentMonth(RentMonth)
  case possessionStep(PossessionStep)
  case housingReport(HousingReport)
  case benefit(BenefitSpell)

  // Children's social care and early help.
  case socialCareContact(SocialCareContact)
  case referral(Referral)
  case assessment(Assessment)
  case section47(SectionFortySeven)
  case childInNeed(ChildInNeed)
  case protectionPlan(ProtectionPlan)
  case lookedAfter(LookedAfter)
  case earlyHelp(EarlyHelp)

  // Health and treatment.
  case practiceRegistration(PracticeRegistration)
  case appointment(Appointment)
  case immunisation(Immunisation)
  case developmentCheck(DevelopmentCheck)
  case emergencyAttendance(EmergencyAttendance)
  case treatment(Treatment)

  // The voluntary sector and professionals' own judgement.
  case voluntaryContact(VoluntaryContact)
  case nomination(Nomination)
}
