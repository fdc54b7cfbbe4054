import Testing
import YAMLFiles

@testable import Criteria

/// What a pack gets wrong is told with its place, and is never left out without a word.
@Suite struct ReadingTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    var name: String
    var rule: String
    var message: String
    var testDescription: String { name }
  }

  static let slips = [
    Slip(
      name: "any of nothing", rule: "{any: []}", message: "'any' has no rules; name one or more"),
    Slip(
      name: "all of nothing", rule: "{all: []}", message: "'all' has no rules; name one or more"),
    Slip(
      name: "so many of nothing", rule: "{of: [], at_least: 1}",
      message: "'of' has no rules; name one or more"),
    Slip(
      name: "all relevant of nothing", rule: "{all_relevant: []}",
      message: "'all_relevant' has no rules; name one or more"),
    Slip(
      name: "facts of no kind", rule: "{fact: [], within: 12 months}",
      message: "no kind of fact is named; name one or more"),
    Slip(
      name: "an event that is going on", rule: "{state: police.domestic.incident}",
      message: "'police.domestic.incident' is no episode but event; count it with 'fact'"),
    Slip(
      name: "an event that went on", rule: "{during: police.domestic.incident, within: 12 months}",
      message: "'police.domestic.incident' is no episode but event; count it with 'fact'"),
    Slip(
      name: "a spell of sessions",
      rule: "{spell: education.late, who: child, within: 12 months, at_least: 4 weeks}",
      message: "'education.late' is no episode but measure; compare it with 'measure'"),
  ]

  /// Rules about people, with a place for the group.
  static let ofPeople = [
    "{some: WHO, is: {fact: police.missing, within: 12 months}}",
    "{every: WHO, is: {fact: police.missing, within: 12 months}}",
    "{member: WHO}",
    "{latest: [dwp.benefit.out-of-work], is: dwp.benefit.out-of-work, who: WHO, within: 12 months}",
    "{measure: education.absence.unauthorised, who: WHO, within: 3 terms, at_least: 15%}",
    "{spell: youth.intervention, who: WHO, within: 12 months, at_least: 4 weeks}",
    "{unanswered: health.check.due, by: health.check.done, who: WHO, after: 30 days, within: 12 months}",
  ]

  @Test(arguments: ofPeople) func whoeverIsMeantIsMeantAtTheDate(_ rule: String) throws {
    #expect(try Self.mistakes(rule.replacing("WHO", with: "child")) == [])
    let mistakes = try Self.mistakes(rule.replacing("WHO", with: "offender"))
    let message =
      "'offender' is asked at the event, and here there is none; put it under 'who' of the fact"
    #expect(mistakes.count == 1 && mistakes[0].contains(message), "\(mistakes)")
  }

  /// The mistakes of a pack with one criterion of the rule.
  static func mistakes(_ rule: String) throws -> [String] {
    var mistakes: [YAMLMistake] = []
    let pack = try ShippedPacks.tried(
      rule, try ShippedPacks.vocabulary(), collecting: &mistakes)
    #expect(!mistakes.isEmpty || pack?.criteria.count == 1)
    #expect(mistakes.allSatisfy { $0.line > 1 && $0.file == "tried.yaml" })
    return mistakes.map(\.description)
  }

  @Test(arguments: slips) func whatIsWrongWithARuleIsTold(_ slip: Slip) throws {
    let mistakes = try Self.mistakes(slip.rule)
    #expect(mistakes.count == 1 && mistakes[0].contains(slip.message), "\(mistakes)")
  }

  @Test(arguments: [
    "{member: child}", "{any: [{member: child}]}",
    "{fact: police.missing, who: offender, within: 12 months}",
    "{fact: police.missing, who: offender, per: person, within: 12 months}",
  ])
  func whatIsRightIsRead(_ rule: String) throws {
    #expect(try Self.mistakes(rule) == [])
  }
}
