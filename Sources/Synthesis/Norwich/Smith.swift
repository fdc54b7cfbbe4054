import Vocabulary

extension NorwichFamily {
  /// Gary and Mary, who find learning hard, and their two small children.
  ///
  /// Ours: the parents' ages.
  static let smith = NorwichFamily(
    name: "Smith", shape: .coupleWithChildren,
    members: [
      Member("Gary", .male, age: 23, .parent),
      Member("Mary", .female, age: 22, .parent, surname: "O'Donnell"),
      Member("Charlotte", .female, months: 30, .child, mother: "Mary", father: "Gary"),
      Member("Finn", .male, months: 18, .child, mother: "Mary", father: "Gary"),
    ],
    living: [
      // Mile Cross, before they came to the neighbourhood.
      Living(["Gary", "Mary", "Charlotte", "Finn"], in: "before", until: .month(2009, 11)),
      Living(["Gary", "Mary", "Charlotte", "Finn"], in: "home", from: .month(2009, 11)),
    ],
    timeline: [
      since(2008, "Gary", is: .benefit(BenefitSpell(benefit: .employmentAndSupport, regime: nil))),
      at(2009, 11, "Gary", is: .rehoused),
      at(2010, 1, "Gary", is: .housing(.referralMade)),
      at(2010, 1, "Charlotte", "Finn", is: .appointment(.healthVisitor)),
      at(2010, 1, "Mary", is: .visit(.childrensCentre, .referralIn)),
      at(
        2010, 2, "Gary", "Mary", "Charlotte", "Finn",
        is: .help(.familyIntervention, lead: "Families unit")
      ),
      at(2010, 3, "Mary", is: .visit(.childrensCentre, .referralIn)),
      at(2010, 5, "Charlotte", is: .visit(.childrensCentre, .groupSession)),
      at(2010, 5, "Mary", is: .visit(.childrensCentre, .homeVisit)),
      at(2010, 7, "Gary", "Mary", is: .appointment(.learningDisability)),
      at(2010, 8, "Charlotte", "Finn", is: .enquiry(conference: .month(2010, 8))),
      at(2010, 8, "Charlotte", "Finn", is: .atRisk(.neglect)),
      at(2010, 10, "Gary", "Mary", is: .visit(.childrensCentre, .groupSession)),
      at(2010, 10, "Gary", "Mary", is: .visit(.parentingGroup, .groupSession)),
      at(2010, 11, "Gary", is: .visit(.childrensCentre, .meeting)),
      at(
        2010, 12, "Gary", "Mary", "Charlotte", "Finn",
        is: .help(.familyGroupConference, lead: "Social care")
      ),
    ])
}
