import Testing
import Vocabulary

@testable import Journeys

/// Hearing of no plan and of nobody in the lead means something only for days of which somebody told.
@Suite struct SilenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// The first day of which early help told.
    var told: String
    /// The day of the third agency.
    var third: String
    /// When nobody is seen to be in the lead.
    var sign: String?
    var isUntold: Bool
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "told all along", told: "2006-01-01", third: "2006-11-01", sign: "2006-11-01",
      isUntold: false),
    Case(
      name: "told from the day", told: "2006-11-01", third: "2006-11-01", sign: "2006-11-01",
      isUntold: false),
    Case(
      name: "told from the day after", told: "2006-11-02", third: "2006-11-01", sign: nil,
      isUntold: true),
    Case(
      name: "told of a part of the month", told: "2006-11-15", third: "2006-11", sign: nil,
      isUntold: true),
  ]

  private static let lead = "early-help.lead-professional"

  private func journey(
    _ agencies: [(String, String)], told: String, of kind: String = Self.lead,
    _ describe: (inout CaseBuilder, Int) -> Void = { _, _ in }
  ) throws -> (Journey, JourneyRules) {
    var builder = CaseBuilder()
    let child = builder.person(
      born: date("2002-03-15"), role: .dependentChild, days: days("2002-03-15"))
    for (kind, on) in agencies { builder.fact(kind, of: child, date(on)) }
    describe(&builder, child)
    builder.endFamily()
    let others = Shipped.vocabulary.kinds.map(\.name).filter { $0 != kind }
    builder.cover(days("2000-01-01", "2013-07-22"), others)
    builder.cover(days(told, "2013-07-22"), [kind])
    let rules = try Shipped.rules()
    var engine = JourneyEngine(
      rules, costs: nil, vocabulary: Shipped.vocabulary, file: builder.file,
      asOf: day("2013-07-22"))
    return (engine.journey(of: builder.file.families[0]), rules)
  }

  @Test(arguments: cases) func nobodyIsInTheLeadWhereThatIsTold(_ expected: Case) throws {
    let (journey, rules) = try journey(
      [
        ("police.concern", "2006-09-03"), ("housing.condition", "2006-10-03"),
        ("voluntary.contact", expected.third),
      ], told: expected.told)
    let seen = journey.occurrences.filter { rules.triggers[$0.trigger].id == "W36" }
    #expect(seen.filter(\.isCertain).map(\.date.dateText) == [expected.sign].compactMap { $0 })
    let reasons = journey.untold.filter { rules.triggers[$0.trigger].id == "W36" }.map(\.reason)
    let days = date(expected.third).interval
    #expect(
      reasons
        == (expected.isUntold
          ? [.notCovered(kind: Shipped.kind(Self.lead), days: days)] : []))
  }

  @Test func theSignIsSeenOnTheFirstDayThatIsTold() throws {
    let (journey, rules) = try journey(
      [
        ("police.concern", "2006-09-03"), ("housing.condition", "2006-10-03"),
        ("voluntary.contact", "2006-11-01"), ("police.concern", "2007-06-03"),
      ], told: "2007-06-01")
    let seen = journey.occurrences.filter { rules.triggers[$0.trigger].id == "W36" }
    #expect(seen.filter(\.isCertain).map(\.date.dateText) == ["2007-06-03"])
  }

  @Test func daysOfWhichNobodyToldWhoLeadsAreNotUncoordinated() throws {
    let (journey, _) = try journey([], told: "2007-06-01") { builder, child in
      builder.fact("social-care.in-need", of: child, date("2006-02-01"))
      builder.fact("youth.intervention", of: child, date("2006-03-01"))
      builder.fact(Self.lead, of: child, date("2008-01-01"), to: date("2008-12-31"))
    }
    #expect(
      journey.uncoordinated.map(\.days)
        == [days("2007-06-01", "2007-12-31"), days("2009-01-01", "2013-07-22")])
  }

  @Test(
    arguments: [
      ("2006-09-03", 1), ("2006-09-04", 0), ("2006-10-02", 0),
    ]) func aSignWithoutAPlanIsMissedWherePlansAreTold(_ told: String, _ count: Int) throws
  {
    for kind in ["early-help.plan", "social-care.looked-after"] {
      let (journey, _) = try journey(
        [("education.exclusion.fixed", "2006-09-03")], told: told, of: kind)
      #expect(journey.opportunities.filter { $0.reason == .noPlan }.count == count, "\(kind)")
    }
  }
}
