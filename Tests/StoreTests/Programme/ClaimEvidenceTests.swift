import Testing
import Vocabulary

@testable import Store

/// A claim taken apart into lines: everything counts, nothing that may not be shown is shown, and it can be put together again.
@Suite("The lines of a claim's evidence")
struct ClaimEvidenceTests {
  private static func day(_ text: String) -> Day { Day(iso: text) ?? .earliest }

  private static func row(_ kind: String, _ line: Int) -> EvidenceRow {
    EvidenceRow(
      key: 9, kind: kind, source: "s", file: "ab", line: line, person: PersonID(5),
      from: day("2013-01-02"), until: day("2013-01-02"), held: day("2013-02-01"))
  }

  private static let claim = FrozenClaim(
    family: FamilyID(77), reference: "F-1",
    people: [CountedPerson(id: PersonID(5), role: .parent, records: [RecordKey(0xABCDE)])],
    scheme: "tf1-2012", schemeVersion: "1", path: "p", results: ["r"], amount: Pence(70_000),
    attachedOn: day("2012-09-03"), attachmentYear: FinancialYear(start: 2012), criteria: ["work"],
    eligibilityRows: [row("dwp.benefit", 3)],
    elements: [
      FrozenElement(
        element: "education", answer: .achieved,
        lines: [
          .init(
            person: PersonID(5), name: "now", days: DayInterval(day("2013-01-01")), count: 1,
            outOf: 9, isCovered: true)
        ], rows: [row("education.absence", 4)], missing: ["m"], reasons: ["why"])
    ], area: "a", worker: "w", linkDeciders: ["ben"], gaps: [ClaimGap("code", "words")], run: "run",
    asOf: day("2013-07-22"))

  private static func evidence(
    _ claim: FrozenClaim, hiding hidden: Set<String> = []
  ) -> ClaimEvidence {
    ClaimEvidence(
      claim, naming: { "P-\($0.value)" }, salting: { "salt \($0.utf8.count) " },
      hiding: hidden.contains)
  }

  private static let changes: [(String, @Sendable (inout FrozenClaim) -> Void)] = [
    ("reference", { $0.reference = "F-2" }), ("amount", { $0.amount = Pence(1) }),
    ("scheme version", { $0.schemeVersion = "2" }), ("plan", { $0.planAtClaim = "2" }),
    ("results", { $0.results.append("s") }), ("attached", { $0.attachedOn = day("2012-09-04") }),
    ("criteria", { $0.criteria = [] }), ("worker", { $0.worker = "x" }),
    ("delivery", { $0.deliveryAgency = "x" }), ("deciders", { $0.linkDeciders = [] }),
    ("run", { $0.run = "x" }), ("a person", { $0.people[0].id = PersonID(6) }),
    ("a role", { $0.people[0].role = .dependentChild }),
    ("a record", { $0.people[0].records.append(RecordKey(1)) }),
    ("an eligibility row", { $0.eligibilityRows[0].line = 8 }),
    ("a row's kind", { $0.eligibilityRows[0].kind = "x" }),
    ("a row more", { $0.elements[0].rows.append(row("education.absence", 4)) }),
    ("a row's days", { $0.elements[0].rows[0].until = nil }),
    ("an answer", { $0.elements[0].answer = .neutral }),
    ("a count", { $0.elements[0].lines[0].count = 2 }),
    ("coverage", { $0.elements[0].lines[0].isCovered = false }),
    ("what is missing", { $0.elements[0].missing = [] }),
    ("a reason", { $0.elements[0].reasons = [] }), ("a gap", { $0.gaps = [] }),
  ]

  @Test("whatever changes, the digest does", arguments: changes.indices)
  func everythingCounts(place: Int) {
    var other = Self.claim
    Self.changes[place].1(&other)
    #expect(
      Self.evidence(other).digest != Self.evidence(Self.claim).digest, "\(Self.changes[place].0)")
  }

  @Test("what is hidden counts as before and is not handed on")
  func hidden() {
    let shown = Self.evidence(Self.claim)
    let closed = Self.evidence(Self.claim, hiding: ["dwp.benefit"])
    #expect(shown.digest == closed.digest && shown.digest.utf8.count == 64)
    let text = JSONValue.list(closed.lines.map(\.json)).line
    #expect(!text.contains("dwp.benefit") && text.contains("education.absence"))
    // Neither an id of the team's nor a record's key is in any line that is shown.
    let keys = [FamilyID(77).text, PersonID(5).text, RecordKey(0xABCDE).text]
    for key in keys { #expect(!text.contains(key)) }
  }

  @Test("two lines that say the same do not look the same")
  func repeated() {
    var twice = Self.claim
    twice.eligibilityRows.append(twice.eligibilityRows[0])
    var salts = 0
    let evidence = ClaimEvidence(twice, naming: { _ in "P" }) { line in
      salts += 1
      return line
    }
    #expect(Set(evidence.lines.map(\.digest)).count == evidence.lines.count)
    #expect(salts == evidence.lines.count)
  }

  // MARK: Checking

  private func file(
    _ evidence: ClaimEvidence, digest: String? = nil, pence: Int = 70_000, without: Int? = nil
  ) -> [UInt8] {
    var lines = evidence.lines.map(\.json)
    if let without { lines.remove(at: without) }
    let object = JSONValue.members([
      ("claim", .text("C00001")), ("family", .text("F-1")), ("scheme", .text("tf1-2012")),
      ("scheme_version", .text("1")), ("plan_at_attachment", .text("")),
      ("plan_at_claim", .text("")), ("path", .text("p")), ("pence", .number(pence)),
      ("attachment_year", .text("2012/13")), ("area", .text("a")), ("run", .text("run")),
      ("as_of", .text("2013-07-22")), ("evidence_digest", .text(digest ?? evidence.digest)),
      ("evidence", .list(lines)),
    ])
    return Array(object.line.utf8)
  }

  @Test("a file that was not touched holds; a line less, another digest or another amount does not")
  func checking() throws {
    let evidence = Self.evidence(Self.claim, hiding: ["dwp.benefit"])
    let check = try #require(try EvidenceCheck(file(evidence), name: "f"))
    #expect(check.holds && check.claim == "C00001")
    #expect(check.lines == evidence.lines.count && check.hidden == 2)
    for place in evidence.lines.indices {
      let less = try #require(try EvidenceCheck(file(evidence, without: place), name: "f"))
      #expect(!less.holds && less.found != evidence.digest)
    }
    let other = try #require(try EvidenceCheck(file(evidence, digest: "00"), name: "f"))
    #expect(!other.holds && other.found == evidence.digest)
    let dearer = try #require(try EvidenceCheck(file(evidence, pence: 80_000), name: "f"))
    #expect(!dearer.holds && dearer.contradictions == ["pence"])
  }

  @Test("what is no evidence is not taken for it", arguments: ["{}", "[]", "{\"claim\":\"C1\"}"])
  func other(text: String) throws {
    #expect(try EvidenceCheck(Array(text.utf8), name: "f") == nil)
  }
}
