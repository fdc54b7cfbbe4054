import Synthesis
import Testing
import Vocabulary

@Suite("The eight families of Norwich")
struct NorwichTests {
  static let world = County(CountySettings(people: 300, seed: 1)).neighbourhood(0)

  /// What the report says of one family.
  struct Story: CustomTestStringConvertible, Sendable {
    var name: String
    var firstConcern: (year: Int, month: Int)
    /// The first plan or statutory event; nil where there was none in the five years.
    var firstPlan: (year: Int, month: Int)?

    var testDescription: String { name }
  }

  static let stories = [
    Story(name: "Brown", firstConcern: (2006, 6), firstPlan: (2007, 10)),
    Story(name: "Ford", firstConcern: (2006, 8), firstPlan: (2007, 8)),
    Story(name: "Heath", firstConcern: (2006, 1), firstPlan: (2009, 5)),
    Story(name: "Jones", firstConcern: (2005, 12), firstPlan: nil),
    Story(name: "Park", firstConcern: (2006, 1), firstPlan: nil),
    Story(name: "Sharp", firstConcern: (2007, 9), firstPlan: (2010, 7)),
    Story(name: "Smith", firstConcern: (2009, 11), firstPlan: (2010, 8)),
    Story(name: "White", firstConcern: (2006, 6), firstPlan: (2006, 6)),
  ]

  static func events(of name: String) -> [Event] {
    guard let family = world.families.first(where: { $0.name == name }) else { return [] }
    let members = Set(family.members.map(\.person))
    return world.events.filter { $0.person.map(members.contains) ?? false }
  }

  @Test("the first concern is in the month of the report", arguments: stories)
  func firstConcern(_ story: Story) {
    let concerns = Self.events(of: story.name).filter { Self.isConcern($0.happening) }
    let first = concerns.map(\.at).min { $0.earliest < $1.earliest }
    #expect(first == PartialDate(year: story.firstConcern.year, month: story.firstConcern.month))
  }

  @Test("the first plan or statutory event is in the month of the report", arguments: stories)
  func firstPlan(_ story: Story) {
    let plans = Self.events(of: story.name).filter { Self.isPlan($0.happening) }
    let first = plans.map(\.at).filter { $0.precision == .month }.min { $0.earliest < $1.earliest }
    #expect(first == story.firstPlan.flatMap { PartialDate(year: $0.year, month: $0.month) })
  }

  @Test("there are 33 children and grandchildren, and six single parents")
  func numbers() {
    let families = Self.world.families.filter { $0.name != nil }
    #expect(families.compactMap(\.name).sorted() == Self.stories.map(\.name))
    let young: Set<Family.Role> = [.child, .adultChild, .grandchild, .nonResidentChild]
    let children = families.flatMap { family in
      Set(family.members.filter { young.contains($0.role) }.map(\.person))
    }
    #expect(children.count == 33)
    let single = families.filter { family in family.members.count { $0.role == .parent } == 1 }
    #expect(single.count == 6)
  }

  @Test("what happened many times happened so many times, from the first month to the last")
  func repeated() {
    expect("Ford", 50, (2006, 8), (2010, 12)) { if case .courtDate = $0 { true } else { false } }
    expect("Ford", 37, (2006, 10), (2010, 5)) {
      switch $0 {
      case .crime, .incident: true
      default: false
      }
    }
    expect("Ford", 11, (2006, 11), (2009, 12)) {
      if case .antisocialCase = $0 { true } else { false }
    }
    expect("Jones", 6, (2008, 5), (2010, 4)) { if case .incident = $0 { true } else { false } }
    expect("Park", 27, (2006, 1), (2010, 3)) {
      switch $0 {
      case .crime, .incident: true
      default: false
      }
    }
    expect("Park", 78, (2010, 5), (2010, 10)) {
      if case .voluntaryContact(let contact) = $0 {
        contact.organisation == .familySupport
      } else {
        false
      }
    }
  }

  private func expect(
    _ name: String, _ count: Int, _ from: (Int, Int), _ to: (Int, Int),
    where isCounted: (Happening) -> Bool
  ) {
    let found = Self.events(of: name).filter { isCounted($0.happening) }.map(\.at.earliest)
    #expect(found.count == count, "\(name)")
    #expect(found.min() == Day(year: from.0, month: from.1, day: 1), "\(name)")
    #expect(found.max() == Day(year: to.0, month: to.1, day: 1), "\(name)")
  }

  @Test("ages in December 2010 are those of the report")
  func ages() {
    let december = Day(year: 2010, month: 12, day: 31)
    let expected: [String: Int] = [
      "Ruby": 8, "Ella": 4, "Kieran": 6, "Jack": 17, "Sara": 14, "Josh": 9, "Becca": 9, "Marie": 8,
      "Ben": 2, "Kelly": 15, "Miah": 9, "Liam": 16, "Trisha": 11, "Kayleigh": 6, "Dean": 5,
      "Finn": 1, "Charlotte": 2, "Ed": 9, "Ian": 6, "Fiona": 7,
    ]
    let people = Self.world.families.filter { $0.name != nil }
      .flatMap { Set($0.members.map(\.person)) }.map { Self.world[$0] }
    for (name, age) in expected {
      let found = people.first { $0.names[0].forename == name }
      #expect(december.flatMap { found?.age(on: $0) } == age, "\(name)")
    }
  }

  @Test("Jess and the three with her live at a protected address, away from him")
  func protected() {
    let protected = Self.world.residences.filter(\.isProtected)
    let names = protected.map { Self.world[$0.person].names[0].forename }.sorted()
    #expect(names == ["Becca", "Jess", "Josh", "Sara"])
    let fears = Self.world.relations.filter { $0.kind == .protectedFrom }
    #expect(fears.count == 4)
    for stay in protected {
      for other in Self.world.residences where other.dwelling == stay.dwelling {
        #expect(!fears.contains { $0.second == other.person })
      }
    }
  }

  @Test("each family knew between five and eleven agencies", arguments: stories)
  func agencies(_ story: Story) {
    let agencies = Set(Self.events(of: story.name).compactMap { Self.agency($0.happening) })
    #expect((5...11).contains(agencies.count), "\(agencies.sorted())")
  }

  /// The agency behind a happening, over and above what everyone has.
  private static func agency(_ happening: Happening) -> String? {
    switch happening {
    case .youthOffence(let offence): offence.outcome.isProven ? "youth offending" : "police"
    case .courtDate, .youthIntervention: "youth offending"
    case .crime, .incident: "police"
    case .probationOrder: "probation"
    case .custody: "prison"
    case .antisocialCase, .antisocialAction: "wardens"
    case .housingReport, .possessionStep: "housing"
    case .socialCareContact, .referral, .assessment, .section47, .childInNeed, .protectionPlan,
      .lookedAfter:
      "social care"
    // A common assessment is a way of working together and no agency of its own.
    case .earlyHelp(let help): help.service == .commonAssessment ? nil : "families unit"
    case .appointment(let appointment): provider(of: appointment.clinic)
    case .treatment(let treatment):
      treatment.subject == .trauma ? "childMentalHealth" : "practice or drug service"
    case .specialNeeds, .exclusion: "school"
    case .voluntaryContact(let contact): "voluntary: \(contact.organisation)"
    default: nil
    }
  }

  private static func provider(of clinic: Appointment.Clinic) -> String {
    switch clinic {
    case .generalPractice, .counselling: "practice or drug service"
    default: clinic.rawValue
    }
  }

  /// Whether a happening is more than what everyone has, or what all eight have in common.
  private static func isConcern(_ happening: Happening) -> Bool {
    switch happening {
    case .enrolment, .practiceRegistration, .tenancy, .benefit: false
    default: true
    }
  }

  private static func isPlan(_ happening: Happening) -> Bool {
    switch happening {
    case .section47, .protectionPlan, .childInNeed: true
    case .possessionStep(let step): step.step == .eviction
    case .earlyHelp(let help): help.service == .commonAssessment
    default: false
    }
  }
}
