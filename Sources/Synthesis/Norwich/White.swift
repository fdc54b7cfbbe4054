import Vocabulary

extension NorwichFamily {
  /// Gina, Wayne and their three children: four evictions, twice at risk, twice better.
  ///
  /// Ours: the parents' ages, and Reece, who stands for one of the four children whom the report
  /// counts but doesn't name, and who lives with his father, a former partner.
  static let white = NorwichFamily(
    name: "White", shape: .coupleWithChildren,
    members: [
      Member("Gina", .female, age: 31, .parent),
      Member("Wayne", .male, age: 34, .parent, surname: "Fisher"),
      Member("Ed", .male, age: 9, .child, surname: "White", mother: "Gina", father: "Wayne"),
      Member("Fiona", .female, age: 7, .child, surname: "White", mother: "Gina", father: "Wayne"),
      Member("Ian", .male, age: 6, .child, surname: "White", mother: "Gina", father: "Wayne"),
      Member("Reece", .male, age: 12, .nonResidentChild, mother: "Gina", father: "Neil"),
      Member("Neil", .male, age: 35, .nonResidentParent, surname: "Bunn"),
    ],
    living: [
      Living(["Gina", "Wayne", "Ed", "Fiona", "Ian"], in: "evicted", until: .month(2006, 6)),
      Living(
        ["Gina", "Wayne", "Ed", "Fiona", "Ian"], in: "temporary", from: .month(2006, 6),
        until: .month(2007, 1)),
      Living(["Gina", "Wayne", "Ed", "Fiona", "Ian"], in: "home", from: .month(2007, 1)),
      Living(["Neil", "Reece"], in: "his"),
    ],
    timeline: [
      since(2005, "Wayne", is: .benefit(BenefitSpell(benefit: .jobseekersAllowance, regime: nil))),
      at(
        2006, 6, "Gina",
        is: .possessionStep(PossessionStep(tenancy: nil, step: .eviction, ground: .nuisance))),
      at(2006, 6, "Gina", is: .housing(.homelessApplication)),
      at(2007, 1, "Gina", is: .rehoused),
      at(2007, 5, "Gina", is: .housing(.referralMade)),
      at(
        2007, 6, "Gina", "Wayne", "Ed", "Fiona", "Ian", until: .month(2008, 6),
        is: .help(.familyIntervention, lead: "Families unit", ended: .outcomesMet)),
      at(
        2007, 7, "Gina",
        is: .possessionStep(PossessionStep(tenancy: nil, step: .courtHearing, ground: .arrears))),
      at(2007, 10, "Ed", "Fiona", "Ian", is: .enquiry(conference: .month(2007, 10))),
      at(2007, 10, "Ed", "Fiona", "Ian", until: .month(2008, 3), is: .atRisk(.neglect)),
      at(
        2008, 3, "Ed", "Fiona", "Ian", until: .month(2008, 3),
        is: .inNeed(.abuseOrNeglect, closed: .ceased)),
      at(
        2008, 11, "Ed", "Fiona", "Ian",
        is: .referred(by: .otherCouncil, .dysfunction, .assessment)),
      at(2008, 11, "Ed", is: .referred(by: .relative, .unacceptableBehaviour, .assessment)),
      at(2008, 12, "Ed", "Fiona", "Ian", is: .assessed([.neglect], .childInNeed)),
      at(
        2009, 1, "Gina", "Wayne", "Ed", "Fiona", "Ian", until: .month(2009, 12),
        is: .help(.familyIntervention, lead: "Families unit", ended: .outcomesMet)),
      at(
        2009, 4, "Ed", "Fiona", "Ian", until: .month(2009, 7), is: .atRisk(.neglect, before: 1)),
      times(3, from: .month(2009, 5), through: .month(2009, 5), "Gina", .complaint(.noise)),
      at(2009, 6, "Gina", is: .complaint(.harassment, made: true)),
      at(2009, 6, "Gina", is: .crime(.harassment, .victim, .evidentialDifficulty)),
      at(
        2009, 7, "Ed", "Fiona", "Ian", until: .month(2010, 4),
        is: .inNeed(.dysfunction, closed: .ceased)),
    ])
}
