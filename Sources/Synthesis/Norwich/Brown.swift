import Vocabulary

extension NorwichFamily {
  /// Mel and her three children; prison, the grandmother, a new home.
  ///
  /// Ours: the age of Mel, her mother Linda, and Callum, who stands for one of the four children
  /// whom the report counts but doesn't name, and who lives with his father, a former partner.
  static let brown = NorwichFamily(
    name: "Brown", shape: .loneParent,
    members: [
      Member("Mel", .female, age: 28, .parent, mother: "Linda"),
      Member("Ruby", .female, age: 8, .child, mother: "Mel"),
      Member("Kieran", .male, age: 6, .child, mother: "Mel"),
      Member("Ella", .female, age: 4, .child, mother: "Mel"),
      Member("Linda", .female, age: 51, .grandparent),
      Member("Callum", .male, age: 11, .nonResidentChild, mother: "Mel", father: "Scott"),
      Member("Scott", .male, age: 32, .nonResidentParent, surname: "Larter"),
    ],
    living: [
      Living(["Mel"], in: "first", until: .month(2007, 12)),
      Living(["Ruby", "Kieran", "Ella"], in: "first", until: .month(2007, 12)),
      Living(["Linda"], in: "grandmother"),
      // Mel is in prison until February and comes to her mother's house.
      Living(
        ["Ruby", "Kieran", "Ella"], in: "grandmother", from: .month(2007, 12),
        until: .month(2008, 10)),
      Living(["Mel"], in: "grandmother", from: .month(2008, 2), until: .month(2008, 10)),
      Living(["Mel", "Ruby", "Kieran", "Ella"], in: "new", from: .month(2008, 10)),
      Living(["Scott", "Callum"], in: "his"),
    ],
    timeline: [
      since(2005, "Mel", is: .incomeSupport),
      at(2006, 6, "Mel", is: .poorHome),
      at(2006, 6, "Ruby", "Kieran", is: .referred(by: .housing, .abuseOrNeglect, .signposted)),
      at(2007, 2, "Mel", is: .crime(.handling, .offender, .charged)),
      at(2007, 2, "Mel", is: .crime(.heroinPossession, .offender, .charged)),
      at(
        2007, 3, "Mel", until: .month(2007, 12),
        is: .order(.suspendedSentence, .handling, drugs: false, breached: .month(2007, 7))),
      at(2007, 3, "Mel", is: .visit(.drugService, .meeting)),
      at(2007, 5, "Ruby", "Kieran", "Ella", is: .contact(from: .otherLegal, .noFurtherAction)),
      at(
        2007, 7, "Mel", until: .month(2007, 12),
        is: .order(.suspendedSentence, .breach, drugs: true, breached: .month(2007, 12))),
      at(2007, 7, "Mel", is: .treatment(.heroin)),
      at(2007, 7, "Ruby", "Kieran", "Ella", is: .contact(from: .otherLegal, .informationAndAdvice)),
      at(
        2007, 10, "Ruby", "Kieran", "Ella", is: .enquiry(conference: .month(2007, 10))),
      at(2007, 10, "Ruby", "Kieran", is: .contact(from: .school, .referral)),
      at(
        2007, 11, "Ruby", "Kieran", "Ella", until: .month(2009, 2), is: .atRisk(.neglect)),
      at(2007, 12, "Mel", until: .month(2008, 2), is: .custody(Custody(kind: .prison))),
      at(
        2008, 2, "Mel",
        is: .possessionStep(PossessionStep(tenancy: nil, step: .eviction, ground: .arrears))),
      at(2008, 3, "Mel", is: .visit(.drugService, .meeting)),
      at(
        2008, 4, "Mel", until: .month(2008, 10), is: .help(.familyIntervention, lead: "Social care")
      ),
      at(
        2008, 10, "Ruby", "Kieran", "Ella", until: .month(2009, 1),
        is: .assessed([.parentDrugs, .neglect], .childInNeed)),
      at(2008, 10, "Mel", is: .rehoused),
      at(2008, 11, "Mel", is: .rubbish),
      at(2008, 12, "Mel", is: .rubbish),
      at(
        2009, 2, "Ruby", "Kieran", "Ella", until: .month(2009, 9), is: .inNeed(.abuseOrNeglect)),
      at(
        2009, 2, "Mel", "Ruby", "Kieran", "Ella", until: .month(2009, 9),
        is: .help(.commonAssessment, lead: "Social care", ended: .outcomesMet)),
      at(2010, 7, "Mel", is: .visit(.familySupport, .selfReferral)),
      at(2010, 7, "Mel", is: .rubbish),
    ])
}
