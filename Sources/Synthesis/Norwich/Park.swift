import Vocabulary

extension NorwichFamily {
  /// Angela, her three grown-up sons who are fathers, and five grandchildren, one in care.
  ///
  /// Ours: the names of all but Angela, all ages, that one mother, Kirsty, is told of and lives nearby, the
  /// year in which Tia came into care, and how the 26 reports divide into crimes and calls. The nine
  /// children whom Angela took in over the years without any order are not among the 33 and not here.
  static let park = NorwichFamily(
    name: "Park", shape: .threeGenerations,
    members: [
      Member("Angela", .female, age: 52, .parent),
      Member("Darren", .male, age: 27, .adultChild, mother: "Angela"),
      Member("Lee", .male, age: 24, .adultChild, mother: "Angela"),
      Member("Shane", .male, age: 21, .adultChild, mother: "Angela"),
      Member("Kirsty", .female, age: 23, .nonResidentParent, surname: "Howes"),
      Member("Jayden", .male, age: 6, .grandchild, father: "Darren"),
      Member("Kacey", .female, age: 5, .grandchild, father: "Darren"),
      Member("Tia", .female, age: 4, .grandchild, mother: "Kirsty", father: "Lee"),
      Member("Logan", .male, age: 2, .grandchild, mother: "Kirsty", father: "Lee"),
      Member("Alfie", .male, age: 1, .grandchild, father: "Shane"),
    ],
    living: [
      Living(["Angela", "Darren", "Shane", "Jayden", "Kacey", "Logan", "Alfie"], in: "home"),
      Living(["Lee"], in: "home", until: .month(2010, 9)),
      Living(["Kirsty"], in: "hers"),
      Living(["Tia"], in: "hers", until: .month(2010, 1)),
      Living(["Tia"], in: "care", from: .month(2010, 1)),
    ],
    timeline: [
      since(2005, "Angela", is: .benefit(BenefitSpell(benefit: .incapacity, regime: nil))),
      at(2006, 1, "Angela", is: .crime(.theft, .victim, .noSuspect)),
      times(
        20, from: .month(2007, 1), through: .month(2010, 3), "Darren",
        .crime(.criminalDamage, .suspect, .evidentialDifficulty)),
      times(
        6, from: .month(2007, 3), through: .month(2010, 2), "Angela", .call(.domestic, .standard)),
      at(2007, 6, "Angela", is: .complaint(.noise, made: true)),
      at(2007, 6, "Angela", is: .complaint(.harassment, made: true)),
      at(2007, 6, "Shane", is: .complaint(.youths)),
      at(2007, 9, "Angela", is: .complaint(.harassment)),
      at(2009, 6, "Kirsty", is: .visit(.childrensCentre, .homeVisit)),
      since(2010, "Tia", is: .inCare(.accommodated)),
      times(
        78, from: .month(2010, 5), through: .month(2010, 10), "Angela",
        .visit(.familySupport, .homeVisit)),
      at(2010, 9, "Lee", is: .custody(Custody(kind: .prison))),
    ])
}
