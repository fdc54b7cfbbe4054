import Foundation
import Testing
import YAMLFiles

@testable import Journeys

/// Every mistake in a pack or a table is told with its place and the nearest word.
@Suite struct ReadingTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    var name: String
    var wrong: String
    var right: String
    var message: String
    var testDescription: String { name }
  }

  static let slips = [
    Slip(
      name: "a mistyped kind", wrong: "each: {kinds: [health.apointment.missed]",
      right: "each: {kinds: [health.appointment.missed]",
      message:
        "no kind of fact is called 'health.apointment.missed'; did you mean 'health.appointment.missed'?"
    ),
    Slip(
      name: "a detail that a kind does not have", wrong: "where: {acuty: [low]}",
      right: "where: {acuity: [low]}",
      message: "'health.emergency' has no 'acuty'; did you mean 'acuity'?"),
    Slip(
      name: "an unknown key", wrong: "confidance: published\n    steps",
      right: "confidence: published\n    steps",
      message: "unknown key 'confidance'; did you mean 'confidence'?"),
    Slip(
      name: "a rule that there is not", wrong: "departur: true", right: "departure: true",
      message: "has no rule; give one of first, each"),
    Slip(
      name: "a measure of time", wrong: "within: 183 hours", right: "within: 183 days",
      message: "'hours' is no measure of time; use days, weeks or months"),
    Slip(
      name: "a threshold of no such name", wrong: "headline: [protecton",
      right: "headline: [protection",
      message: "'protecton' is no value of item 1 of 'headline'; did you mean 'protection'?"),
    Slip(
      name: "another trigger of no such name", wrong: "with: [W98, W09, W10]",
      right: "with: [W08, W09, W10]", message: "'W12' goes together with 'W98', which is no trigger"
    ),
    Slip(
      name: "an outcome", wrong: "then: does not ocur", right: "then: does not occur",
      message: "'does not ocur' is no outcome; write a date, 'does not occur' or 'cannot tell'"),
    Slip(
      name: "nobody of that name", wrong: "of: mothr", right: "of: mother",
      message: "nobody is called 'mothr'; name one of mother, father"),
    Slip(
      name: "a list that is none", wrong: "listed: [housing.repair]",
      right: "listed: [health.registration]",
      message: "'housing.repair' is no episode but event"),
    Slip(
      name: "a weight beyond the scale", wrong: "{weight: 5, departure",
      right: "{weight: 1, departure",
      message: "'weight' has to be from 0 to 4"),
  ]

  @Test(arguments: slips) func mistakesOfAPackAreToldWithTheirPlace(_ slip: Slip) throws {
    let text = try Shipped.text("criteria/earliest-concern.yaml")
    let place = try #require(text.range(of: slip.right))
    let wrong = text.replacingCharacters(in: place, with: slip.wrong)
    let document = try YAMLDocument.parse(wrong, name: "pack.yaml")
    var mistakes: [YAMLMistake] = []
    _ = JourneyRules.read(document, vocabulary: Shipped.vocabulary, collecting: &mistakes)
    #expect(mistakes.contains { $0.description.contains(slip.message) }, "\(mistakes)")
    #expect(mistakes.allSatisfy { $0.line > 1 && $0.file == "pack.yaml" })
  }

  @Test func aKindThatIsNamedTwiceCountsOnce() throws {
    let text = try Shipped.text("criteria/earliest-concern.yaml").replacing(
      "kinds: [voluntary.food-bank]", with: "kinds: [voluntary.*, voluntary.food-bank]")
    var mistakes: [YAMLMistake] = []
    let rules = JourneyRules.read(
      try YAMLDocument.parse(text, name: "pack.yaml"), vocabulary: Shipped.vocabulary,
      collecting: &mistakes)
    try #require(mistakes == [])
    let bank = try #require(rules?.triggers.first { $0.id == "W39" })
    let kinds = bank.steps[0].rule.selectors[0].kinds
    #expect(kinds.count { $0 == Shipped.kind("voluntary.food-bank") } == 1)
  }

  @Test func aTierIsOpenWhileAnEpisodeIs() throws {
    let text = try Shipped.text("criteria/tiers.yaml")
    let place = try #require(text.range(of: "open: ["))
    let wrong = text.replacingCharacters(in: place, with: "open: [police.domestic.incident, ")
    var mistakes: [YAMLMistake] = []
    _ = TierRules.read(
      try YAMLDocument.parse(wrong, name: "tiers.yaml"), vocabulary: Shipped.vocabulary,
      collecting: &mistakes)
    let message = "'police.domestic.incident' is no episode but event"
    #expect(mistakes.count == 1 && mistakes[0].description.contains(message), "\(mistakes)")
  }

  @Test(
    arguments: [
      ("year: 2013/14", "year: 1913/14", "the deflator has no year '1913/14'"),
      ("per: half-year", "per: halfyear", "did you mean 'half-year'?"),
      ("  asb.simple:", "  asb.simpel:", "the vocabulary's cost 'asb.simple' has no row"),
      ("pounds: 1515", "pounds: 1515.505", "is no amount"),
      ("quality: amber", "quality: yellow", "is no value of 'quality'"),
      ("2010/11: 179.907", "2010/11: 179.9071", "more than three decimals"),
    ]) func mistakesOfATableAreTold(_ right: String, _ wrong: String, _ message: String) throws
  {
    let text = try Shipped.text("costs/unit-costs-2015.yaml")
    let place = try #require(text.range(of: right))
    let document = try YAMLDocument.parse(
      text.replacingCharacters(in: place, with: wrong), name: "costs.yaml")
    var mistakes: [YAMLMistake] = []
    _ = CostTable.read(document, vocabulary: Shipped.vocabulary, collecting: &mistakes)
    #expect(mistakes.contains { $0.description.contains(message) }, "\(mistakes)")
  }
}
