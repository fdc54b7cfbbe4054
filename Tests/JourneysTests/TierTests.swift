import Journeys
import Testing
import Vocabulary
import YAMLFiles

/// A family stands in the highest tier of which something holds on the day.
@Suite struct TierTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var tier: String
    var mayBe: String?
    var describe: @Sendable (inout CaseBuilder, Int) -> Void
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "nothing known", tier: "universal") { _, _ in },
    Case(name: "one missed appointment", tier: "universal-plus") { builder, child in
      builder.fact("health.appointment.missed", of: child, date("2013-05-03"))
    },
    Case(name: "one missed appointment a year ago to the day", tier: "universal") {
      builder, child in
      builder.fact("health.appointment.missed", of: child, date("2012-07-22"))
    },
    Case(name: "a year less a day", tier: "universal-plus") { builder, child in
      builder.fact("health.appointment.missed", of: child, date("2012-07-23"))
    },
    Case(name: "in a month that straddles the year", tier: "universal", mayBe: "universal-plus") {
      builder, child in
      builder.fact("health.appointment.missed", of: child, date("2012-07"))
    },
    Case(name: "an exclusion", tier: "additional") { builder, child in
      builder.fact("education.exclusion.fixed", of: child, date("2013-05-03"))
    },
    Case(name: "an open plan", tier: "targeted") { builder, child in
      builder.fact("early-help.plan", of: child, date("2012-02-03"))
    },
    Case(name: "a plan that ended", tier: "universal") { builder, child in
      builder.fact("early-help.plan", of: child, date("2012-02-03"), to: date("2012-07-21"))
    },
    Case(name: "a plan that ends within the month", tier: "universal", mayBe: "targeted") {
      builder, child in
      builder.fact("early-help.plan", of: child, date("2012-02-03"), to: date("2013-07"))
    },
    Case(name: "a child protection plan", tier: "statutory") { builder, child in
      builder.fact("social-care.protection-plan", of: child, date("2011-02-03"))
    },
  ]

  static func rules() throws -> TierRules {
    var mistakes: [YAMLMistake] = []
    let tiers = TierRules.read(
      try Shipped.document("criteria/tiers.yaml"), vocabulary: Shipped.vocabulary,
      collecting: &mistakes)
    try #require(mistakes == [])
    return try #require(tiers)
  }

  private func judge(
    _ describe: (inout CaseBuilder, Int) -> Void, covering kinds: [String]? = nil
  ) throws -> (TierJudgement, TierRules) {
    var builder = CaseBuilder()
    let child = builder.person(
      born: date("2002-03-15"), role: .dependentChild, days: days("2002-03-15"))
    describe(&builder, child)
    builder.endFamily()
    builder.cover(days("2000-01-01", "2013-07-22"), kinds)
    var engine = JourneyEngine(
      try Shipped.rules(), costs: nil, vocabulary: Shipped.vocabulary, file: builder.file,
      asOf: day("2013-07-22"))
    let tiers = try Self.rules()
    return (engine.tier(of: engine.journey(of: builder.file.families[0]), by: tiers), tiers)
  }

  @Test(arguments: cases) func theTierIsThatOfTheDay(_ expected: Case) throws {
    let (judgement, tiers) = try judge(expected.describe)
    #expect(tiers.tiers[judgement.tier].id == expected.tier)
    #expect(judgement.mayBe.map { tiers.tiers[$0].id } == expected.mayBe)
    #expect(judgement.undelivered == [])
  }

  @Test func whatWasNotDeliveredIsNamed() throws {
    let (judgement, _) = try judge({ _, _ in }, covering: ["health.appointment.missed"])
    #expect(judgement.undelivered.contains(Shipped.kind("social-care.protection-plan")))
  }
}
