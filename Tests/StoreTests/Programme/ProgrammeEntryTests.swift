import Testing
import TestSupport
import Vocabulary
import YAMLFiles

@testable import Store

@Suite("The programme's entries in the ledger")
struct ProgrammeEntryTests {
  private static func day(_ text: String) -> Day { Day(iso: text) ?? .earliest }

  /// Quotes, line ends, other scripts, what YAML might take for something else.
  private static let words = [
    "", "plain", "with \"quotes\" and \\", "two\nlines", "żółć ☃", "null", "true", "12",
    "- a: b # c", "'", "{x}", "2013-07-22",
  ]

  private struct Maker {
    var random: SplitMix64

    mutating func word() -> String { random.one(of: ProgrammeEntryTests.words) }
    mutating func words() -> [String] { (0..<random.below(3)).map { _ in word() } }
    mutating func day() -> Day {
      ProgrammeEntryTests.day("2012-01-01").adding(days: random.below(2_000))
    }
    mutating func number() -> Int64 { Int64(bitPattern: random.next()) }
    mutating func maybe<Value>(_ value: (inout Maker) -> Value) -> Value? {
      random.below(2) == 0 ? nil : value(&self)
    }

    mutating func row() -> EvidenceRow {
      EvidenceRow(
        key: number(), kind: word(), source: word(), file: word(), line: random.below(9),
        person: maybe { PersonID($0.number()) }, from: maybe { $0.day() },
        until: maybe { $0.day() }, held: maybe { $0.day() })
    }

    mutating func rows() -> [EvidenceRow] { (0..<random.below(3)).map { _ in row() } }

    mutating func element() -> FrozenElement {
      FrozenElement(
        element: word(), answer: random.one(of: FrozenElement.Answer.allCases),
        lines: (0..<random.below(3)).map { _ in
          .init(
            person: maybe { PersonID($0.number()) }, name: word(), days: DayInterval(day()),
            count: random.below(99), outOf: maybe { $0.random.below(99) },
            isCovered: random.below(2) == 0)
        }, rows: rows(), missing: words(), reasons: words())
    }

    mutating func claim() -> FrozenClaim {
      FrozenClaim(
        family: FamilyID(number()), reference: word(),
        people: (0..<random.below(4)).map { _ in
          CountedPerson(
            id: PersonID(number()), role: random.one(of: FamilyRole.allCases),
            records: (0..<random.below(3)).map { _ in RecordKey(random.next()) })
        }, scheme: word(), schemeVersion: word(), planAtAttachment: word(), planAtClaim: word(),
        path: word(), results: words(), amount: Pence(Int64(random.below(400_000)) - 100),
        attachedOn: day(), attachmentYear: FinancialYear(start: 2010 + random.below(9)),
        criteria: words(), eligibilityRows: rows(), elements: [element()], area: word(),
        worker: word(), deliveryAgency: word(), linkDeciders: words(),
        gaps: [ClaimGap(word(), word())], run: word(), asOf: day())
    }

    mutating func claimEvents() -> [ClaimEvent] {
      [
        .prepared(claim(), window: word()), .completed, .sampled(sample: word()),
        .audited(isPassed: true, basis: .itself, reason: word()),
        .audited(isPassed: false, basis: .sample(word()), reason: word()), .signed, .submitted,
        .paid(Pence(-5)), .rejected(reason: word()),
        .amended(claim(), window: word(), reason: word()), .withdrawn(reason: word(), Pence(7)),
        .evidenceChanged(run: word(), words: words()), .imported(claim(), origin: word()),
      ]
    }

    mutating func cohortEvents() -> [CohortEvent] {
      let discretion: [EligibilitySnapshot.Discretion] = [
        .notAsked, .found(word()), .decided(by: word()), .missing,
      ]
      let snapshot = EligibilitySnapshot(
        on: day(), pack: word(), packVersion: word(), run: word(),
        isEligible: random.below(2) == 0, discretion: random.one(of: discretion),
        findings: FindingState.allCases.map {
          FrozenFinding(criterion: word(), answer: $0, evidence: rows())
        })
      let attachment = Attachment(
        year: FinancialYear(start: 2012), area: word(), leadAgency: word(),
        leadProfessional: word(), deliveryAgency: word(), snapshot: snapshot)
      return [
        .identified(area: word()), .confirmed, .attached(attachment),
        .lead(agency: word(), professional: word()), .planned, .assessed,
        .consented(service: maybe { $0.random.one(of: Consent.allCases) }, evaluation: nil),
        .lawfulBasis(reference: word()), .worked, .nominated(service: word()),
        .answered(service: word(), isTaken: random.below(2) == 0),
        .progressed(element: word(), reference: word()), .problem(word()),
        .achieved(result: word()), .closed(reason: word()), .declined, .movedOut(to: word()),
      ]
    }
  }

  @Test("every claim entry comes back as it was", arguments: 0..<20)
  func claims(seed: UInt64) throws {
    var maker = Maker(random: SplitMix64(seed: seed))
    for event in maker.claimEvents() {
      let entry = ClaimEntry(
        claim: ClaimID(7), on: maker.day(), by: "mary", role: .auditor, event: event)
      var mistakes: [YAMLMistake] = []
      let read = ClaimEntryReader.entry(
        entry.content, by: "mary", file: "1", mistakes: &mistakes)
      #expect(mistakes == [])
      #expect(read == entry)
      #expect(!entry.content.contains("\n"))
    }
  }

  @Test("every cohort entry comes back as it was", arguments: 0..<20)
  func cohorts(seed: UInt64) throws {
    var maker = Maker(random: SplitMix64(seed: seed))
    for event in maker.cohortEvents() {
      let entry = CohortEntry(
        family: FamilyID(maker.number()), on: maker.day(), entered: maker.day(), by: "mary",
        event: event)
      var mistakes: [YAMLMistake] = []
      let read = CohortEntryReader.entry(
        entry.content, by: "mary", file: "1", mistakes: &mistakes)
      #expect(mistakes == [])
      #expect(read == entry)
    }
  }

  @Test(
    "what is not an entry is told with its place",
    arguments: [
      "{}", "{\"event\":\"signd\",\"claim\":1,\"on\":\"2013-07-22\",\"role\":\"manager\"}",
      "{\"event\":\"signed\",\"claim\":0,\"on\":\"2013-07-22\",\"role\":\"manager\"}",
      "{\"event\":\"signed\",\"claim\":1,\"on\":\"2013-07-32\",\"role\":\"manager\"}",
      "{\"event\":\"signed\",\"claim\":1,\"on\":\"2013-07-22\",\"role\":\"boss\"}",
      "{\"event\":\"signed\",\"claim\":1,\"on\":\"2013-07-22\",\"role\":\"manager\",\"x\":1}",
      "{", "[]",
    ])
  func mistakes(content: String) {
    var mistakes: [YAMLMistake] = []
    _ = ClaimEntryReader.entry(content, by: "x", file: "9", mistakes: &mistakes)
    #expect(!mistakes.isEmpty)
    #expect(mistakes.allSatisfy { $0.file == "9" })
  }
}
