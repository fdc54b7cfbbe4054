import Claims
import Cohorts
import Disk
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// The cohort and the claims of the sample council, kept in a file so that a change of them is seen in review.
///
/// Ids, digests and the run's name are left out: they follow from everything, and would hide what matters.
enum SampleProgramme {
  static func check(_ outcome: RunOutcome, _ keeper: RunKeeper, _ pipeline: LoadedPipeline) throws {
    let file = outcome.folder.joining("run.db").text
    var lines = ["Where families stand"]
    lines += try rows(
      "SELECT standing, count(*) FROM cohort_family GROUP BY standing ORDER BY standing", in: file)
    lines += ["", "Who waits, by area and place: points, reasons, criteria"]
    lines += try rows(
      """
      SELECT area, place, points, reasons, criteria FROM cohort_family WHERE place IS NOT NULL
      ORDER BY area, place
      """, in: file)
    lines += try claims(outcome, keeper, pipeline, file)
    try expectSnapshot(of: lines.joined(separator: "\n") + "\n", named: "sample-programme.txt")
  }

  /// Families with children and concern, attached by hand, and what their claims come to.
  private static func claims(
    _ outcome: RunOutcome, _ keeper: RunKeeper, _ pipeline: LoadedPipeline, _ file: String
  ) throws -> [String] {
    let definition = try #require(pipeline.definition.programme)
    // A key that is always the same, so that families and people have the same references in every run of the test.
    try Files.writeAtomically(
      [UInt8](repeating: 7, count: 32), to: keeper.workspace.referenceKey)
    var desk = try ProgrammeDesk(keeper.workspace, definition)
    let families = try rows(
      "SELECT family_id FROM cohort_family WHERE children > 0 ORDER BY family_id", in: file)
    try desk.enter(families.compactMap { Int64($0) }.flatMap { entries(FamilyID($0)) })
    let scheme = try #require(definition.scheme(named: "tf1-2012"))
    var cases = try ProgrammeCases(keeper, pipeline)
    let prepared = try desk.prepare(
      [], "2013-07", scheme, wanted: nil, from: &cases, by: "ann", on: day("2013-07-22"))
    #expect(prepared.count == families.count)
    var gaps: [String: Int] = [:]
    for claim in prepared {
      let codes = Set(claim.gaps.map(\.code)).sorted().joined(separator: " ")
      let told = claim.refusal == nil ? (codes.isEmpty ? "nothing is missing" : codes) : "refused"
      gaps[told, default: 0] += 1
    }
    let complete = desk.claims.all.filter { $0.current.gaps.isEmpty }
    var results: [String: Int] = [:]
    for claim in complete { results[claim.current.results.joined(separator: " "), default: 0] += 1 }
    for wanted in ["progress-to-work", "employment"] {
      #expect(complete.contains { $0.current.results.contains(wanted) }, "\(wanted)")
    }
    let sound = desk.claims.all.filter { $0.current.gaps.isEmpty }.max { one, other in
      (weight(one.current), other.id) < (weight(other.current), one.id)
    }
    let best = try #require(sound)
    try SampleClaims.check(&desk, best.id, keeper, pipeline, scheme)
    try checkElsewhere(&desk, &cases, scheme, file)
    return ["", "What is missing of \(prepared.count) claims"]
      + gaps.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      + ["", "What is claimed where nothing is missing"]
      + results.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      + ["", "A claim of which nothing is missing"] + told(best.current)
  }

  /// A family that another council claimed is not claimed here again.
  private static func checkElsewhere(
    _ desk: inout ProgrammeDesk, _ cases: inout ProgrammeCases, _ scheme: ClaimScheme,
    _ file: String
  ) throws {
    let others = try rows(
      """
      SELECT id FROM family WHERE children > 0
        AND id NOT IN (SELECT family_id FROM cohort_family) ORDER BY id LIMIT 1
      """, in: file)
    let family = FamilyID(try #require(others.first.flatMap { Int64($0) }))
    let on = day("2013-07-22")
    let noted = try desk.noteElsewhere(
      family, scheme, origin: "another council", from: &cases, by: "ann", on: on)
    #expect(desk.claims[noted]?.origin == "another council")
    #expect(desk.claims[noted]?.current.people.isEmpty == false)
    try desk.enter(entries(family))
    let prepared = try desk.prepare(
      [family], "2013-07", scheme, wanted: nil, from: &cases, by: "ann", on: on)
    #expect(prepared.map(\.refusal) == ["the family is claimed already in \(noted.text)"])
    let unknown = try desk.prepare(
      [FamilyID(1)], "2013-07", scheme, wanted: nil, from: &cases, by: "ann", on: on)
    #expect(unknown.map(\.refusal) == ["the family was never put forward for the programme"])
  }

  private static func weight(_ claim: FrozenClaim) -> Int {
    claim.elements.filter { $0.answer == .achieved }.count * 1_000 + claim.rows.count
  }

  private static func entries(_ family: FamilyID) -> [CohortEntry] {
    func entry(_ on: String, _ event: CohortEvent) -> CohortEntry {
      CohortEntry(family: family, on: day(on), by: "mary", event: event)
    }
    return [
      entry("2012-06-01", .identified(area: "Solenthaven")), entry("2012-06-15", .confirmed),
      entry(
        "2012-07-02",
        .attached(
          ByHand.attachment(
            on: day("2012-07-02"), area: "Solenthaven", agency: "early-help", professional: "EH-1",
            delivery: "", pack: "tf1-2012", version: "1",
            criteria: ["crime", "education", "work"], concern: "", packs: []))),
      entry("2012-07-10", .assessed), entry("2012-07-20", .planned),
      entry("2012-07-20", .lawfulBasis(reference: "PN-1")),
    ]
  }

  private static func told(_ claim: FrozenClaim) -> [String] {
    var lines = ["\(claim.results.joined(separator: " ")) \(claim.amount.text)"]
    lines += claim.people.map(\.role.rawValue).sorted()
    for element in claim.elements {
      lines.append("\(element.element): \(element.answer.rawValue), \(element.rows.count) rows")
      let counts = element.lines.map { line in
        "  \(line.person == nil ? "family" : "person"), \(line.name), \(line.days.first.iso) to "
          + "\(line.days.last.iso): \(line.count)" + (line.outOf.map { " of \($0)" } ?? "")
          + (line.isCovered ? "" : ", not covered")
      }
      lines += counts.sorted()
    }
    return lines
  }
}
