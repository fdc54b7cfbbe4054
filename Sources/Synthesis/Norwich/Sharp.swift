import Vocabulary

extension NorwichFamily {
  /// Jo and her three children: four referrals before anyone stayed.
  ///
  /// Ours: the age of Jo, how many appointments were missed before the first visit of June 2010, and
  /// Tyler, who stands for one of the four children whom the report counts but doesn't name, and who
  /// lives with his father, a former partner.
  static let sharp = NorwichFamily(
    name: "Sharp", shape: .loneParent,
    members: [
      Member("Jo", .female, age: 28, .parent),
      Member("Trisha", .female, age: 11, .child, mother: "Jo"),
      Member("Kayleigh", .female, age: 6, .child, mother: "Jo"),
      Member("Dean", .male, age: 5, .child, mother: "Jo"),
      Member("Tyler", .male, age: 9, .nonResidentChild, mother: "Jo", father: "Jamie"),
      Member("Jamie", .male, age: 30, .nonResidentParent, surname: "Catchpole"),
    ],
    living: [
      Living(["Jo", "Trisha", "Kayleigh", "Dean"], in: "home"),
      Living(["Jamie", "Tyler"], in: "his"),
    ],
    timeline: [
      since(2005, "Jo", is: .incomeSupport),
      at(2007, 9, "Trisha", is: .need(.schoolAction, .moderateLearning)),
      at(
        2008, 2, "Trisha", "Kayleigh", "Dean",
        is: .referred(by: .anonymous, .abuseOrNeglect, .assessment)),
      at(2008, 2, "Trisha", "Kayleigh", "Dean", is: .assessed([.neglect], .noFurtherAction)),
      at(2008, 9, "Jo", is: .visit(.parentingGroup, .groupSession)),
      at(
        2009, 10, "Trisha", "Kayleigh", "Dean",
        is: .referred(by: .healthVisitor, .abuseOrNeglect, .noFurtherAction)),
      at(2010, 3, "Jo", is: .visit(.familySupport, .referralIn)),
      times(
        3, from: .month(2010, 4), through: .month(2010, 6), "Jo",
        .visit(.familySupport, .homeVisit, attended: false)),
      at(2010, 6, "Jo", is: .visit(.familySupport, .homeVisit)),
      at(
        2010, 7, "Jo", "Trisha", "Kayleigh", "Dean", until: .month(2010, 12),
        is: .help(.familyIntervention, lead: "Families unit")),
      at(
        2010, 7, "Trisha", "Kayleigh", "Dean",
        is: .referred(by: .otherCouncil, .abuseOrNeglect, .assessment)),
      at(
        2010, 7, "Trisha", "Kayleigh", "Dean", until: .month(2010, 10),
        is: .inNeed(.abuseOrNeglect, closed: .toEarlyHelp)),
      at(
        2010, 10, "Jo", "Trisha", "Kayleigh", "Dean",
        is: .help(.commonAssessment, lead: "Families unit")),
    ])
}
