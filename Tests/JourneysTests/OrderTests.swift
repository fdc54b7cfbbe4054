import Journeys
import TestSupport
import Testing
import Vocabulary

/// What is found depends on what is known, not on the order in which it came.
@Suite struct OrderTests {
  private static let kinds = [
    "police.domestic.incident", "police.call", "social-care.contact", "social-care.referral",
    "health.appointment.missed", "health.appointment.attended", "housing.condition",
    "education.exclusion.fixed", "early-help.plan", "early-help.lead-professional",
    "housing.tenancy", "youth.court", "social-care.section-47", "voluntary.contact",
  ]

  private struct Given {
    var kind: String
    var person: Int?
    var starts: PartialDate
    var outcome: String
  }

  private static func history(_ random: inout SplitMix64) -> [Given] {
    (0..<4 + random.below(20)).map { _ in
      let first = day("2010-01-01").adding(days: random.below(1_000))
      let precision = DatePrecision.allCases[min(random.below(6), 3)]
      return Given(
        kind: random.one(of: kinds), person: random.below(4) == 0 ? nil : random.below(3),
        starts: random.below(3) > 0
          ? PartialDate(first) : PartialDate(precision, containing: first),
        outcome: random.one(of: ["none", "assessment", "advice"]))
    }
  }

  private static func file(_ history: [Given], inOrder: Bool) -> CaseFile {
    var builder = CaseBuilder()
    for born in ["1980-06-01", "1996-01-20", "2008-03-15"] {
      builder.person(
        born: date(born), role: born < "1990" ? .parent : .dependentChild,
        days: days(max(born, "2005-01-01")))
    }
    for given in history {
      let hasOutcome =
        given.kind.hasPrefix("social-care.") && given.kind != "social-care.section-47"
      builder.fact(
        given.kind, of: given.person, given.starts,
        with: hasOutcome ? [("outcome", given.outcome), ("source", "2A")] : [])
    }
    builder.endFamily(inOrder: inOrder)
    builder.cover(days("2009-01-01", "2013-07-22"))
    return builder.file
  }

  /// A journey with facts told by their keys' content, which the order does not change.
  private static func told(_ journey: Journey, _ file: CaseFile) -> [String] {
    var lines = journey.occurrences.map {
      "\($0.trigger).\($0.step) \($0.person ?? -1) \($0.date.dateText) \($0.weight) \($0.isCertain)"
    }
    lines.append("single \(journey.concern.single?.date.dateText ?? "-")")
    lines.append("accumulated \(journey.concern.accumulated?.date.dateText ?? "-")")
    lines.append("headline \(journey.headline?.date.dateText ?? "-")")
    lines += journey.opportunities.map {
      "missed \($0.date.dateText) \($0.agency) \($0.known.sorted()) \($0.costAfter)"
    }
    lines.append("cost \(journey.costs?.total.text ?? "-") \(journey.costs?.basis ?? "-")")
    lines += journey.involvement.map { "\($0)" }
    return lines.sorted()
  }

  @Test func theOrderOfFactsDoesNotMatter() throws {
    let rules = try Shipped.rules()
    let costs = try Shipped.costs()
    var random = SplitMix64(seed: 5)
    for _ in 0..<60 {
      let history = Self.history(&random)
      let shuffled = history.shuffled(using: &random)
      let (one, other) = (Self.file(history, inOrder: true), Self.file(shuffled, inOrder: false))
      var first = JourneyEngine(
        rules, costs: costs, vocabulary: Shipped.vocabulary, file: one, asOf: day("2013-07-22"))
      var second = JourneyEngine(
        rules, costs: costs, vocabulary: Shipped.vocabulary, file: other, asOf: day("2013-07-22"))
      let told = Self.told(first.journey(of: one.families[0]), one)
      let same = Self.told(second.journey(of: other.families[0]), other)
      #expect(told.filter { !same.contains($0) } == [])
      #expect(same.filter { !told.contains($0) } == [])
    }
  }

  @Test func anotherFactNeverTakesASignAway() throws {
    let rules = try Shipped.rules()
    var random = SplitMix64(seed: 6)
    for _ in 0..<40 {
      let history = Self.history(&random).filter { $0.kind != "early-help.lead-professional" }
      let more =
        history + [
          Given(kind: "police.call", person: nil, starts: date("2011-05-03"), outcome: "none")
        ]
      let (one, other) = (Self.file(history, inOrder: true), Self.file(more, inOrder: true))
      var first = JourneyEngine(
        rules, costs: nil, vocabulary: Shipped.vocabulary, file: one, asOf: day("2013-07-22"))
      var second = JourneyEngine(
        rules, costs: nil, vocabulary: Shipped.vocabulary, file: other, asOf: day("2013-07-22"))
      let before = first.journey(of: one.families[0]).concern.earliest?.date
      let after = second.journey(of: other.families[0]).concern.earliest?.date
      guard let before else { continue }
      let after1 = try #require(after)
      #expect(after1.first <= before.first && after1.last <= before.last)
    }
  }

  @Test func oneEngineGivesEachFamilyWhatItWouldGetAlone() throws {
    let rules = try Shipped.rules()
    var random = SplitMix64(seed: 7)
    let histories = (0..<6).map { _ in Self.history(&random) }
    for history in histories {
      let file = Self.file(history, inOrder: true)
      var engine = JourneyEngine(
        rules, costs: nil, vocabulary: Shipped.vocabulary, file: file, asOf: day("2013-07-22"))
      let first = Self.told(engine.journey(of: file.families[0]), file)
      #expect(first == Self.told(engine.journey(of: file.families[0]), file))
    }
  }
}
