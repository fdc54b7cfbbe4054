import Testing
import Vocabulary

@testable import Criteria

/// The sentences that a manager reads out, on examples of the national pack.
struct ExplanationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let criterion: String
    let example: String
    let sentence: String
    let changes: [String]
    var testDescription: String { "\(criterion): \(example)" }
  }

  static let cases = [
    Case(
      criterion: "often-excluded", example: "two",
      sentence:
        "A child with 3 or more fixed exclusions in the last 3 terms: not met, for there is 2 «fixed-term exclusion (suspension)» in the last 3 terms (1 October 2012 and 4 February 2013), and it takes 3.",
      changes: ["one more «fixed-term exclusion (suspension)» before 21 December 2013"]),
    Case(
      criterion: "truant", example: "an academy sent no attendance for the spring",
      sentence:
        "A child with 15% or more unauthorised absence over the last 3 terms: cannot tell, since the school or unit 8204000 sent no «unauthorised absence, in sessions» for 1 January 2013 to 31 March 2013 (what is known: 2 of 260).",
      changes: []),
    Case(
      criterion: "work", example: "in no return",
      sentence: "An adult on an out-of-work benefit: cannot tell, since nobody returned",
      changes: []),
    Case(
      criterion: "young-offender", example: "a caution in the spring",
      sentence:
        "A child with a proven offence in the last 12 months: met, for there is 1 «young person's proven offence or offence with a charge, caution or conviction» in the last 12 months (2 April 2013).",
      changes: ["from 2 April 2014 it is no longer met, unless more happens"]),
    Case(
      criterion: "two-of-three", example: "crime and work",
      sentence:
        "Two of the three national criteria: met, for «Crime and anti-social behaviour» is met and «An adult on an out-of-work benefit» is met.",
      changes: []),
  ]

  @Test(arguments: cases)
  func `says why, and what would change it`(test: Case) throws {
    let vocabulary = try ShippedPacks.vocabulary()
    let pack = try ShippedPacks.pack("tf1-2012", vocabulary)
    let place = try #require(pack.place(of: test.criterion))
    let example = try #require(
      pack.criteria[place].examples.first { $0.title == test.example })
    let terms = try #require(pack.exampleTerms)
    let engine = CriteriaEngine(CriteriaProgram(pack, vocabulary: vocabulary), terms: terms)
    let file = pack.caseFile(of: example, vocabulary: vocabulary)
    let explanation = engine.explanations(ofFamily: 0, in: file, at: example.date)[place]
    #expect(explanation.sentence.hasPrefix(test.sentence), "\(explanation.sentence)")
    if !test.changes.isEmpty { #expect(explanation.changes == test.changes) }
  }

  @Test(arguments: ["tf1-2012", "sf-2022"])
  func `agrees with the findings it explains`(name: String) throws {
    let vocabulary = try ShippedPacks.vocabulary()
    let pack = try ShippedPacks.pack(name, vocabulary)
    let terms = try #require(pack.exampleTerms)
    let engine = CriteriaEngine(CriteriaProgram(pack, vocabulary: vocabulary), terms: terms)
    for criterion in pack.criteria {
      for example in criterion.examples {
        let file = pack.caseFile(of: example, vocabulary: vocabulary)
        let findings = engine.findings(for: file, at: example.date).findings
        let explained = engine.explanations(ofFamily: 0, in: file, at: example.date)
        #expect(findings.map(\.state) == explained.map(\.state))
        #expect(explained.allSatisfy { $0.sentence.hasSuffix(".") && !$0.sentence.contains("  ") })
      }
    }
  }
}
