/// Every agency's extract, in the order the files are written.
enum AllExtracts {
  static let list: [any Extract] = [
    SchoolCensus(), AttendanceMarks(), AttendanceTotals(), Exclusions(), EducationRegisters(),
    EarlyYears(),
    YouthJustice(), PoliceNominals(), PoliceIncidents(), Probation(), CommunitySafety(),
    Tenancies(), RentAccounts(), HousingAntisocial(), HousingPossession(), HousingReports(),
    CouncilTax(), BenefitMatch(), AdviserLog(),
    SocialCarePeople(), Contacts(), Referrals(), Assessments(), SectionFortySevens(),
    ChildrenInNeed(), ProtectionPlans(), ChildrenLookedAfter(), EarlyHelpTracker(),
    PracticeLists(), Appointments(), ChildHealth(), EmergencyVisits(), MentalHealthCaseload(),
    SubstanceTreatment(),
    VoluntaryLog(), Nominations(),
  ]
}
