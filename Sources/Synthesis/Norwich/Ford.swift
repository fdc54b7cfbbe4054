import Vocabulary

extension NorwichFamily {
  /// Jess and her six children; violence at home, two children in care, a move for safety.
  ///
  /// Ours: the age of Jess, the years in which Marie and Ben came into care, the former partner, and
  /// how the 37 incidents divide into crimes and calls.
  static let ford = NorwichFamily(
    name: "Ford", shape: .loneParent,
    members: [
      Member("Jess", .female, age: 35, .parent),
      Member("Jack", .male, age: 17, .child, mother: "Jess"),
      Member("Sara", .female, age: 14, .child, mother: "Jess"),
      Member("Josh", .male, age: 9, .child, mother: "Jess"),
      Member("Becca", .female, age: 9, .child, mother: "Jess", twin: "Josh"),
      Member("Marie", .female, age: 8, .child, mother: "Jess"),
      Member("Ben", .male, age: 2, .child, mother: "Jess"),
      Member("Craig", .male, age: 38, .partner, surname: "Mills"),
    ],
    living: [
      Living(["Jess", "Sara", "Josh", "Becca"], in: "first", until: .month(2010, 7)),
      Living(["Jack"], in: "first", until: .month(2010, 1)),
      Living(["Marie"], in: "first", until: .month(2008, 1)),
      Living(["Ben"], in: "first", until: .month(2009, 6)),
      Living(["Craig"], in: "first", until: .month(2009, 10)),
      Living(["Marie"], in: "care", from: .month(2008, 1)),
      Living(["Ben"], in: "care", from: .month(2009, 6)),
      Living(["Craig"], in: "his", from: .month(2009, 10)),
      Living(["Jack"], in: "room", from: .month(2010, 5)),
      Living(
        ["Jess", "Sara", "Josh", "Becca"], in: "safe", from: .month(2010, 7), isProtected: true),
    ],
    timeline: [
      since(2005, "Jess", is: .incomeSupport),
      times(
        50, from: .month(2006, 8), through: .month(2010, 12), "Jack",
        .courtDate(CourtDate(offence: nil))),
      times(
        18, from: .month(2006, 10), through: .month(2010, 4), "Jess",
        .crime(.commonAssault, .victim, .victimDeclines, isDomestic: true)),
      times(
        19, from: .month(2006, 12), through: .month(2010, 5), "Jess",
        .call(.domestic, .medium, children: true)),
      times(
        11, from: .month(2006, 11), through: .month(2009, 12), "Jack", .complaint(.youths)),
      at(2007, 8, "Sara", "Josh", "Becca", until: .month(2009, 4), is: .atRisk(.physical)),
      since(2008, "Marie", is: .inCare(.careOrder)),
      since(2009, "Ben", is: .inCare(.interimCareOrder)),
      at(2009, 4, "Sara", "Josh", "Becca", until: .month(2010, 1), is: .inNeed(.abuseOrNeglect)),
      at(2009, 6, "Jess", is: .visit(.familySupport, .groupSession)),
      at(2009, 10, "Jess", is: .visit(.familySupport, .referralOut)),
      at(2010, 1, "Jess", is: .visit(.womensAid, .meeting)),
      at(
        2010, 1, "Sara", "Josh", "Becca", until: .month(2010, 12), is: .atRisk(.physical, before: 1)
      ),
      at(
        2010, 1, "Sara", "Josh", "Becca",
        is: .assessed([.parentDomesticAbuse, .parentMentalHealth], .refused)),
      at(
        2010, 1, "Jack",
        is: .youthOffence(
          YouthOffence(
            offence: .breach, gravity: 3, outcome: .detentionAndTraining,
            outcomeOn: .month(2010, 1)))),
      at(
        2010, 1, "Jack", until: .month(2010, 5),
        is: .custody(Custody(kind: .youngOffenderInstitution))),
      at(
        2010, 4, "Jess", until: .month(2010, 12),
        is: .help(.familyIntervention, lead: "Social care")),
      at(2010, 6, "Jess", is: .housing(.transferForSafety)),
      at(2010, 7, "Jess", is: .rehoused),
      at(2010, 12, "Jess", is: .appointment(.adultMentalHealth)),
    ])
}
