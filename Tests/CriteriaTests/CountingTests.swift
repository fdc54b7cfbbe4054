import Testing
import Vocabulary
import YAMLFiles

@testable import Criteria

/// What is counted, however large, in whatever order it comes, and however often it is named.
@Suite struct CountingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var rule: String
    var facts: String
    var expected: FindingState
    var testDescription: String { name }
  }

  private static let sum =
    "{fact: education.exclusion.fixed, sum: sessions, count: 5, within: 12 months}"
  private static let incidents =
    "{fact: police.domestic.incident, distinct: incident, count: 2, within: 12 months}"
  private static let spell =
    "{spell: youth.intervention, who: child, within: 12 months, at_least: 4 weeks}"

  static let cases = [
    Case(
      name: "a sum beyond every number of a file", rule: sum,
      facts:
        "[{fact: education.exclusion.fixed, of: ann, on: [2013-02-04, 2013-03-04], details: {sessions: 2147483647}}]",
      expected: .met),
    Case(
      name: "a sum of what nobody counted", rule: sum,
      facts: "[{fact: education.exclusion.fixed, of: ann, on: [2013-02-04, 2013-03-04]}]",
      expected: .cannotTell),
    Case(
      name: "one that may be too old before the same one that is not", rule: incidents,
      facts: """
        [{fact: police.domestic.incident, on: 2012-07, details: {incident: A1}},
         {fact: police.domestic.incident, on: 2012-08-03, details: {incident: A1}},
         {fact: police.domestic.incident, on: 2012-09-03, details: {incident: A2}}]
        """, expected: .met),
    Case(
      name: "one that may be too old after the same one that is not", rule: incidents,
      facts: """
        [{fact: police.domestic.incident, on: 2013-07-02, details: {incident: A1}},
         {fact: police.domestic.incident, on: 2013-07, details: {incident: A1}}]
        """, expected: .notMet),
    Case(
      name: "one that may be too old and another", rule: incidents,
      facts: """
        [{fact: police.domestic.incident, on: 2012-07, details: {incident: A1}},
         {fact: police.domestic.incident, on: 2012-09-03, details: {incident: A2}}]
        """, expected: .cannotTell),
    Case(
      name: "a kind that is named twice",
      rule:
        "{fact: [police.domestic.*, police.domestic.incident], count: 2, within: 12 months}",
      facts: "[{fact: police.domestic.incident, on: 2012-09-03}]", expected: .notMet),
    Case(
      name: "a spell of which nobody knows the beginning", rule: spell,
      facts: "[{fact: youth.intervention, of: ann, to: 2013-06-30}]", expected: .cannotTell),
    Case(
      name: "one that ended too early, whenever it began", rule: spell,
      facts: "[{fact: youth.intervention, of: ann, to: 2012-08-11}]", expected: .notMet),
    Case(
      name: "one that may have been long enough", rule: spell,
      facts: "[{fact: youth.intervention, of: ann, to: 2012-08-12}]", expected: .cannotTell),
  ]

  @Test(arguments: cases) func comesToWhatItIs(_ expected: Case) throws {
    let vocabulary = try ShippedPacks.vocabulary()
    var mistakes: [YAMLMistake] = []
    let examples = "[{title: tried, facts: \(expected.facts), then: met}]"
    let pack = try #require(
      try ShippedPacks.tried(
        expected.rule, examples: examples, vocabulary, collecting: &mistakes))
    try #require(mistakes == [])
    let terms = try #require(pack.exampleTerms)
    let example = pack.criteria[0].examples[0]
    let file = pack.caseFile(of: example, vocabulary: vocabulary)
    let engine = CriteriaEngine(CriteriaProgram(pack, vocabulary: vocabulary), terms: terms)
    #expect(engine.findings(for: file, at: example.date).findings[0].state == expected.expected)
    let plain = PlainEvaluator(pack, vocabulary, terms, file, at: example.date)
    #expect(plain.state(of: 0) == expected.expected)
  }
}
