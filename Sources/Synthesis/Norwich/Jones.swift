import Vocabulary

extension NorwichFamily {
  /// Viv and her grown-up son David, whose ADHD outlasts the services for children.
  ///
  /// Ours: their ages, the kinds of the six calls, and Lisa, who stands for one of the four children
  /// whom the report counts but doesn't name: a young adult who left for a home of her own.
  static let jones = NorwichFamily(
    name: "Jones", shape: .loneParent,
    members: [
      Member("Viv", .female, age: 44, .parent),
      Member("David", .male, age: 18, .child, mother: "Viv"),
      Member("Lisa", .female, age: 23, .adultChild, mother: "Viv"),
    ],
    living: [
      Living(["Viv", "David"], in: "home"),
      Living(["Lisa"], in: "home", until: .month(2008, 9)),
      Living(["Lisa"], in: "room", from: .month(2008, 9)),
    ],
    timeline: [
      since(2005, "Viv", is: .incomeSupport),
      at(2005, 12, "Viv", is: .treatment(.anxiety)),
      times(
        4, from: .month(2005, 12), through: .month(2007, 6), "David",
        .appointment(.childMentalHealth)),
      at(2006, 1, "David", is: .appointment(.paediatrics)),
      at(2008, 1, "David", is: .appointment(.childMentalHealth)),
      times(
        3, from: .month(2008, 5), through: .month(2010, 2), "Viv", .call(.domestic, .medium)),
      times(
        3, from: .month(2008, 8), through: .month(2010, 4), "Viv", .call(.concernForSafety)),
      at(2009, 1, "Viv", is: .visit(.adviceCentre, .meeting)),
      at(2010, 1, "David", is: .visit(.counselling, .referralIn)),
      at(2010, 8, "Viv", is: .visit(.familySupport, .selfReferral)),
      at(2010, 8, "Viv", is: .visit(.familySupport, .homeVisit)),
      at(
        2010, 10, "Viv",
        is: .benefit(BenefitSpell(benefit: .disabilityLiving, regime: nil))),
      at(2010, 11, "Viv", is: .visit(.adviceCentre, .referralIn)),
      at(2010, 12, "Viv", is: .visit(.familySupport, .meeting)),
      at(2010, 12, "David", is: .appointment(.generalPractice)),
    ])
}
