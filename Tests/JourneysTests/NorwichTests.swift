import Journeys
import Testing
import Vocabulary

/// The eight families of Norwich give the dates that the report gives, and no more exact ones.
@Suite struct NorwichTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var family: String
    var firstSign: String
    var headline: String?
    var lead: String?
    var reached: [String: String] = [:]
    var testDescription: String { family }
  }

  static let cases = [
    Case(
      family: "Brown", firstSign: "2006-06", headline: "2007-10", lead: "16 months",
      reached: [
        "conference": "2007-10", "protection-plan": "2007-11", "common-assessment": "2009-02",
      ]),
    Case(
      family: "Ford", firstSign: "2006-08", headline: "2007-08", lead: "12 months",
      reached: ["protection-plan": "2007-08"]),
    Case(
      family: "Heath", firstSign: "2006-01", headline: "2009-05", lead: "40 months",
      reached: ["common-assessment": "2009-05", "conviction": "2010-10"]),
    Case(family: "Jones", firstSign: "2005-12", headline: nil, lead: nil),
    // The report dates neither the grandchild's care nor the son's prison; the year 2010 is ours.
    Case(
      family: "Park", firstSign: "2006-01", headline: "2010", lead: "1431 to 1825 days",
      reached: ["looked-after": "2010", "custody": "2010-09"]),
    Case(
      family: "Sharp", firstSign: "2007-09", headline: "2010-07", lead: "34 months",
      reached: ["in-need": "2010-07", "common-assessment": "2010-10"]),
    Case(
      family: "Smith", firstSign: "2009-11", headline: "2010-08", lead: "9 months",
      reached: ["protection-plan": "2010-08", "early-help": "2010-02"]),
    Case(
      family: "White", firstSign: "2006-06", headline: "2007-10", lead: "16 months",
      reached: ["enquiry": "2007-10", "eviction": "2006-06"]),
  ]

  /// The report's five years, and what of it every agency told.
  static func journey(_ name: String) throws -> (Journey, JourneyRules, CaseFile) {
    var file = NorwichCases.file(name)
    for (kind, definition) in Shipped.vocabulary.kinds.enumerated() {
      // Of the children's centre the report tells for the Smiths alone, from their move on.
      let isCentre = definition.name == "education.childrens-centre"
      if isCentre && name != "Smith" || definition.name == "education.early-years.place" {
        continue
      }
      if definition.name == "health.registration" || definition.name == "education.enrolment" {
        continue
      }
      let first = isCentre ? "2009-11-01" : "2005-12-01"
      file.coverage.append(
        CaseCoverage(source: 0, kind: UInt16(kind), days: days(first, "2010-12-31")))
    }
    // The places taken up are told where the centre is.
    if name == "Smith" {
      let kind = UInt16(Shipped.kind("education.early-years.place"))
      file.coverage.append(
        CaseCoverage(source: 0, kind: kind, days: days("2009-11-01", "2010-12-31")))
    }
    let rules = try Shipped.rules()
    var engine = JourneyEngine(
      rules, costs: try Shipped.costs(), vocabulary: Shipped.vocabulary, file: file,
      asOf: day("2010-12-31"))
    return (engine.journey(of: file.families[0]), rules, file)
  }

  @Test(arguments: cases) func theDatesAreThoseOfTheReport(_ expected: Case) throws {
    let (journey, rules, _) = try Self.journey(expected.family)
    #expect(journey.concern.firstSign?.date.dateText == expected.firstSign)
    #expect(journey.headline?.date.dateText == expected.headline)
    #expect(journey.leadFromFirstSign?.text == expected.lead)
    let reached = Dictionary(
      uniqueKeysWithValues: journey.thresholds.map {
        (rules.thresholds[$0.threshold].id, $0.date.dateText)
      })
    for (threshold, date) in expected.reached {
      #expect(reached[threshold] == date, "\(threshold)")
    }
  }

  @Test(arguments: [("V2", "2012-05-03"), ("V3", nil), ("V4", nil)])
  func shortBreaksAreNoThreshold(_ legal: String, _ headline: String?) throws {
    var builder = CaseBuilder()
    let child = builder.person(
      born: date("2002-03-15"), role: .dependentChild, days: days("2002-03-15"))
    builder.fact(
      "social-care.looked-after", of: child, date("2012-05-03"), with: [("legal", legal)])
    builder.endFamily()
    builder.cover(days("2000-01-01", "2013-07-22"))
    var engine = JourneyEngine(
      try Shipped.rules(), costs: nil, vocabulary: Shipped.vocabulary, file: builder.file,
      asOf: day("2013-07-22"))
    let journey = engine.journey(of: builder.file.families[0])
    #expect(journey.headline?.date.dateText == headline)
  }

  @Test func theBrownsAreTheirPlanSeventeenMonthsAfterTheFirstSign() throws {
    let (journey, rules, _) = try Self.journey("Brown")
    let plan = try #require(
      journey.thresholds.first { rules.thresholds[$0.threshold].id == "protection-plan" })
    let sign = try #require(journey.concern.firstSign)
    #expect(LeadTime(from: sign.date, to: plan.date).text == "17 months")
  }

  @Test func theHeathsAllegationIsTheConcernByItself() throws {
    let (journey, rules, _) = try Self.journey("Heath")
    #expect(journey.concern.single?.date.dateText == "2006-12")
    let assessment = try #require(
      journey.thresholds.first { rules.thresholds[$0.threshold].id == "common-assessment" })
    let single = try #require(journey.concern.single)
    #expect(LeadTime(from: single.date, to: assessment.date).text == "29 months")
  }

  @Test(
    arguments: [
      ("Brown", ["2007-05", "2007-07"]), ("Sharp", ["2008-02", "2009-10", "2010-03"]),
      ("Smith", ["2010-01", "2010-03"]), ("Heath", ["2006-12"]),
    ]) func opportunitiesOfTheTextAreFound(_ family: String, _ expected: [String]) throws
  {
    let dates = try Self.journey(family).0.opportunities.map(\.date.dateText)
    for date in expected { #expect(dates.contains(date), "\(date) of \(dates)") }
  }

  @Test func theSharpsAreARevolvingDoor() throws {
    let (journey, rules, _) = try Self.journey("Sharp")
    let door = journey.occurrences.filter { rules.triggers[$0.trigger].id == "W27" }
    #expect(door.contains { $0.date.dateText == "2010-07" })
  }

  @Test func oneInFourOfKellysAppointmentsWasMissed() throws {
    let (journey, rules, _) = try Self.journey("Heath")
    let health = try #require(
      journey.involvement.first { Shipped.vocabulary.agencies[$0.agency].name == "health" })
    #expect(health.missed == 5)
    let missed = journey.occurrences.filter { rules.triggers[$0.trigger].id == "W37" }
    #expect(!missed.isEmpty)
  }

  @Test func threeHadACommonAssessmentAndNoneIsInvented() throws {
    var assessed: [String] = []
    var planned: [String] = []
    for expected in Self.cases {
      let (journey, rules, _) = try Self.journey(expected.family)
      let reached = Set(journey.thresholds.map { rules.thresholds[$0.threshold].id })
      if reached.contains("common-assessment") { assessed.append(expected.family) }
      if reached.contains("protection-plan") { planned.append(expected.family) }
    }
    #expect(assessed == ["Brown", "Heath", "Sharp"])
    #expect(planned == ["Brown", "Ford", "Smith", "White"])
  }

  @Test(arguments: cases) func noDateIsMoreExactThanTheReport(_ expected: Case) throws {
    let (journey, rules, file) = try Self.journey(expected.family)
    for occurrence in journey.occurrences where !occurrence.facts.isEmpty {
      // A birthday is a day, whatever the facts beside it.
      if rules.triggers[occurrence.trigger].id == "W31" { continue }
      let exact = occurrence.facts.compactMap { file.facts[$0].starts }.map {
        $0.interval.dayCount
      }
      #expect(occurrence.date.dayCount >= (exact.min() ?? 1))
    }
  }

  @Test func whatNobodyToldIsNotSaidNotToBe() throws {
    let (journey, rules, _) = try Self.journey("Brown")
    let untold = Set(journey.untold.map { rules.triggers[$0.trigger].id })
    #expect(untold.isSuperset(of: ["W08", "W09", "W10"]))
  }

  @Test(arguments: cases) func costsAreBasedOnWhatIsCosted(_ expected: Case) throws {
    let costs = try #require(try Self.journey(expected.family).0.costs)
    #expect(costs.costed <= costs.events)
    #expect(costs.notCosted.reduce(0) { $0 + $1.facts } == costs.events - costs.costed)
    #expect(costs.total > .zero)
    #expect(
      JourneyCosts.Stage.allCases.reduce(Pence.zero) { $0 + costs.total(in: $1) } == costs.total)
  }
}
