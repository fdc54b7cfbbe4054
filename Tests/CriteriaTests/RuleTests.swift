import Testing
import Vocabulary
import YAMLFiles

@testable import Criteria

/// Rules that councils may write and no shipped pack has, and what they come to.
struct RuleTests {
  /// A pack of one criterion, with one example of it.
  private static func text(_ rule: String, _ facts: [String] = [], _ state: String = "not met")
    -> String
  {
    """
    pack: trial
    title: A trial
    version: 1
    from: 2013-01-01
    until: 2015-05-31
    source: nowhere
    about: Tries one rule.
    eligible: asked
    people:
      child: {under: 18}
      child-at-event: {under: 18, at: event}
    examples:
      date: 2013-07-15
      people:
        ann: {born: 2000-03-14}
        mother: {born: 1980-05-09, role: parent}
    criteria:
      asked:
        title: Asked
        wording: Asked.
        source: nowhere
        confidence: confirmed
        rule: \(rule)
        examples:
          - {title: this, facts: [\(facts.joined(separator: ", "))], then: \(state)}

    """
  }

  private static func read(_ text: String) throws -> (pack: CriteriaPack?, said: [String]) {
    var mistakes: [YAMLMistake] = []
    let document = try YAMLDocument.parse(Array(text.utf8), name: "trial.yaml")
    let pack = CriteriaPack.read(
      document, vocabulary: try ShippedPacks.vocabulary(), collecting: &mistakes)
    return (
      pack, mistakes.map { [$0.what, $0.suggestion].compactMap(\.self).joined(separator: "; ") }
    )
  }

  struct Trial: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rule: String
    let facts: [String]
    let state: String
  }

  private static func incident(_ number: String, _ on: String) -> String {
    "{fact: police.domestic.incident, on: \(on), details: {incident: \(number)}}"
  }

  private static let twoIncidents =
    "{fact: police.domestic.incident, within: 12 months, distinct: incident, count: 2}"

  static let trials = [
    Trial(
      testDescription: "one incident told vaguely and exactly, and another", rule: twoIncidents,
      facts: [
        incident("P1", "2012-07"), incident("P1", "2012-08-15"), incident("P2", "2012-09-15"),
      ],
      state: "met"),
    Trial(
      testDescription: "one incident told vaguely and exactly", rule: twoIncidents,
      facts: [incident("P1", "2012-07"), incident("P1", "2012-08-15")], state: "not met"),
    Trial(
      testDescription: "another incident that may lie in time", rule: twoIncidents,
      facts: [incident("P1", "2012-08-15"), incident("P2", "2012-07")], state: "cannot tell"),
    Trial(
      testDescription: "a kind named twice",
      rule:
        "{fact: [\"police.domestic.*\", police.domestic.incident], within: 12 months, count: 2}",
      facts: [incident("P1", "2012-08-15")], state: "not met"),
    Trial(
      testDescription: "sums that no small number holds",
      rule: "{fact: education.exclusion.fixed, within: 12 months, sum: sessions, count: 10}",
      facts: [
        "{fact: education.exclusion.fixed, of: ann, on: 2013-01-08, details: {sessions: \"2147483647\"}}",
        "{fact: education.exclusion.fixed, of: ann, on: 2013-02-08, details: {sessions: \"2147483647\"}}",
      ], state: "met"),
    Trial(
      testDescription: "a spell that began nobody knows when",
      rule: "{spell: education.missing, within: 12 months, at_least: 26 weeks, who: child}",
      facts: ["{fact: education.missing, of: ann, to: 2013-07-10}"], state: "cannot tell"),
    Trial(
      testDescription: "a spell that ended before it could be long enough",
      rule: "{spell: education.missing, within: 12 months, at_least: 26 weeks, who: child}",
      facts: ["{fact: education.missing, of: ann, to: 2012-09-10}"], state: "not met"),
  ]

  @Test(arguments: trials)
  func `comes to what it says`(trial: Trial) throws {
    let read = try Self.read(Self.text(trial.rule, trial.facts, trial.state))
    #expect(read.said == [])
    let pack = try #require(read.pack)
    let vocabulary = try ShippedPacks.vocabulary()
    let terms = try #require(pack.exampleTerms)
    let engine = CriteriaEngine(CriteriaProgram(pack, vocabulary: vocabulary), terms: terms)
    for example in pack.criteria[0].examples {
      let file = pack.caseFile(of: example, vocabulary: vocabulary)
      let finding = engine.findings(for: file, at: example.date).findings[0]
      #expect(finding.state == example.expected)
    }
  }
}
