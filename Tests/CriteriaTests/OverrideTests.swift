import Testing
import Vocabulary

@testable import Criteria

/// Decisions in place of what rules say, on families that the national pack's examples describe.
@Suite struct OverrideTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Which example of `eligible` the family is.
    let example: String
    var pack = "tf1-2012"
    var criterion: String?
    let finding: RuledFinding
    var since = "2013-01-01"
    var until = "2014-12-31"
    /// What comes out of the filter of concern, and of who is eligible.
    let expected: [FindingState]
  }

  static let plain = Case(
    testDescription: "nothing is decided", example: "two, and no concern", pack: "harrow-2013",
    finding: .met, expected: [.notMet, .notMet])

  static let cases = [
    plain,
    Case(
      testDescription: "discretion settles what is left to a decision, and the rest follows",
      example: "two, and no concern", finding: .met, expected: [.met, .met]),
    Case(
      testDescription: "discretion does not stand in for the national criteria",
      example: "one, and every concern", finding: .met, expected: [.met, .notMet]),
    Case(
      testDescription: "whoever is kept out is not eligible, whatever is met",
      example: "all three, whatever the filter says", finding: .notMet,
      expected: [.notMet, .notMet]),
    Case(
      testDescription: "a finding that is put in place of the rule's is what others rest on",
      example: "two, and a child in need", criterion: "two-of-three", finding: .notMet,
      expected: [.met, .notMet]),
    Case(
      testDescription: "what was decided of the filter", example: "two, and no concern",
      criterion: "high-concern", finding: .met, expected: [.met, .met]),
    Case(
      testDescription: "what was decided of who is eligible", example: "two, and no concern",
      criterion: "eligible", finding: .cannotTell, expected: [.notMet, .cannotTell]),
    Case(
      testDescription: "a decision of another pack", example: "two, and a child in need",
      pack: "sf-2022", criterion: "eligible", finding: .notMet, expected: [.met, .met]),
    Case(
      testDescription: "one that no longer holds", example: "two, and a child in need",
      criterion: "eligible", finding: .notMet, until: "2013-03-31", expected: [.met, .met]),
    Case(
      testDescription: "one that does not hold yet", example: "two, and a child in need",
      criterion: "eligible", finding: .notMet, since: "2014-06-01", expected: [.met, .met]),
  ]

  private static func asked(_ cases: [Case]) throws -> (
    engine: CriteriaEngine, file: CaseFile, date: Day
  ) {
    let vocabulary = try ShippedPacks.vocabulary()
    let pack = try ShippedPacks.pack("tf1-2012", vocabulary)
    let terms = try #require(pack.exampleTerms)
    let eligible = try #require(pack.criteria.first { $0.name == "eligible" })
    let example = try #require(eligible.examples.first { $0.title == cases[0].example })
    var file = pack.caseFile(of: example, vocabulary: vocabulary)
    for (number, entry) in cases.enumerated() {
      let first = try #require(Day(iso: entry.since))
      let last = try #require(Day(iso: entry.until))
      let days = try #require(DayInterval(first: first, last: last))
      file.overrides.append(
        CaseOverride(
          entry: number + 1, family: FamilyID(1), pack: entry.pack, criterion: entry.criterion,
          finding: entry.finding, days: days))
    }
    let engine = CriteriaEngine(CriteriaProgram(pack, vocabulary: vocabulary), terms: terms)
    return (engine, file, example.date)
  }

  private static func states(_ cases: [Case]) throws -> [FindingState] {
    let (engine, file, date) = try asked(cases)
    let findings = engine.findings(for: file, at: date).findings
    return ["high-concern", "eligible"].compactMap { name in
      engine.program.pack.place(of: name).map { findings[$0].state }
    }
  }

  @Test(arguments: cases)
  func `stand in place of rules, for their pack and their days`(_ entry: Case) throws {
    #expect(try Self.states([entry]) == entry.expected)
  }

  @Test func `count for the family alone, and the newest counts`() throws {
    var first = Self.plain
    first.pack = "tf1-2012"
    first.criterion = "eligible"
    let second = Case(
      testDescription: "", example: first.example, criterion: "eligible", finding: .notMet,
      expected: [])
    #expect(try Self.states([first]) == [.notMet, .met])
    #expect(try Self.states([first, second]) == [.notMet, .notMet])
    var (engine, file, date) = try Self.asked([first])
    file.families.insert(
      CaseFamily(id: FamilyID(2), people: 0..<0, facts: 0..<0), at: 0)
    let eligible = try #require(engine.program.pack.place(of: "eligible"))
    let found = engine.findings(for: file, at: date).findings
      .filter { Int($0.criterion) == eligible }.map(\.state)
    #expect(found.count == 2 && found[0] != .met && found[1] == .met)
    // Whoever is asked since when is told of the day from which the decision holds.
    let met = engine.firstMet(eligible, by: [1], of: file, until: date)
    #expect(met.map(\.month.first) == [Day(iso: "2013-01-01")])
  }

  @Test func `are told with what the rule alone would say`() throws {
    var entry = Self.plain
    entry.pack = "tf1-2012"
    entry.criterion = "high-concern"
    let (engine, file, date) = try Self.asked([entry])
    let told = engine.explanations(ofFamily: 0, in: file, at: date)
    let sentence = try #require(told.first { $0.criterion == "high-concern" }).sentence
    #expect(
      sentence.hasPrefix(
        "The council's filter of high cost or concern: met, since it was decided so (entry 1); "
          + "by its rule alone: not met, for "))
  }

  @Test func `the reason is that of the rule, not of what was decided`() throws {
    var entry = Self.plain
    entry.pack = "tf1-2012"
    entry.criterion = "two-of-three"
    let ruled = Case(
      testDescription: "", example: entry.example, criterion: "high-concern",
      finding: .notApplicable, expected: [])
    let (engine, file, date) = try Self.asked([entry, ruled])
    let told = engine.explanations(ofFamily: 0, in: file, at: date)
    let sentence = try #require(told.first { $0.criterion == "high-concern" }).sentence
    #expect(
      sentence.contains(
        ": not applicable, since it was decided so (entry 2); by its rule alone: not met, for "))
    #expect(!sentence.contains("nobody in the family"))
  }
}
