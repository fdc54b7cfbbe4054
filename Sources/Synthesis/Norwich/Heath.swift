import Vocabulary

extension NorwichFamily {
  /// Carol, ill and with many agencies; Kelly, whose allegation stayed unresolved; Liam, Miah.
  ///
  /// Ours: the age of Carol, and which quarter of Kelly's sessions she missed.
  static let heath = NorwichFamily(
    name: "Heath", shape: .loneParent,
    members: [
      Member("Carol", .female, age: 42, .parent),
      Member("Liam", .male, age: 16, .child, mother: "Carol"),
      Member("Kelly", .female, age: 15, .child, mother: "Carol"),
      Member("Miah", .female, age: 9, .child, mother: "Carol"),
    ],
    living: [Living(["Carol", "Liam", "Kelly", "Miah"], in: "home")],
    timeline: [
      since(2005, "Carol", is: .incomeSupport),
      times(
        5, from: .month(2006, 1), through: .month(2006, 12), "Carol", .appointment(.counselling)),
      at(2006, 12, "Kelly", is: .referred(by: .school, .abuseOrNeglect, .assessment)),
      at(2006, 12, "Kelly", is: .assessed([.sexualAbuse], .refused)),
      times(
        48, from: .month(2007, 1), through: .month(2010, 12), "Miah",
        .visit(.youngCarers, .groupSession)),
      at(2008, 10, "Carol", until: .month(2009, 1), is: .visit(.counselling, .groupSession)),
      at(2009, 3, "Kelly", is: .appointment(.generalPractice)),
      at(2009, 3, "Carol", is: .appointment(.neurology)),
      at(2009, 4, "Kelly", is: .appointment(.childMentalHealth)),
      at(2009, 5, "Kelly", is: .treatment(.trauma)),
      times(
        14, from: .month(2009, 6), through: .month(2010, 12), "Kelly",
        .appointment(.childMentalHealth)),
      times(
        5, from: .month(2009, 7), through: .month(2010, 11), "Kelly",
        .appointment(.childMentalHealth, .didNotAttend)),
      at(
        2009, 5, "Carol", "Liam", "Kelly", "Miah", until: .month(2010, 3),
        is: .help(.commonAssessment, lead: "Child mental health", ended: .noEngagement)),
      at(2009, 11, "Carol", is: .visit(.adviceCentre, .meeting)),
      times(
        13, from: .month(2009, 12), through: .month(2010, 12), "Kelly",
        .visit(.youngCarers, .groupSession)),
      at(2010, 3, "Carol", is: .appointment(.neurology)),
      at(2010, 6, "Carol", is: .visit(.familySupport, .selfReferral)),
      at(
        2010, 6, "Carol",
        is: .benefit(BenefitSpell(benefit: .disabilityLiving, regime: nil))),
      at(2010, 10, "Liam", is: .crime(.affray, .suspect, .charged)),
      at(
        2010, 10, "Liam",
        is: .youthOffence(
          YouthOffence(offence: .affray, gravity: 3, outcome: .pending, outcomeOn: nil))),
    ])
}
