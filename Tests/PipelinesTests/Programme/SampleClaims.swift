import Claims
import Cohorts
import Disk
import Reports
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// The claims of the sample council's window of July 2013, taken through audit and signatures to their files, which are kept whole.
///
/// A run's name follows from everything that went into it, the program too; it and what is hashed with it are left out.
enum SampleClaims {
  private static let window = "2013-07"

  static func check(
    _ desk: inout ProgrammeDesk, _ best: ClaimID, _ keeper: RunKeeper, _ pipeline: LoadedPipeline,
    _ scheme: ClaimScheme
  ) throws {
    try submit(&desk, scheme)
    try checkClaimFile(desk, scheme)
    try checkPack(desk, best, keeper, pipeline)
    try checkWorkbooks(desk, scheme, keeper, pipeline)
  }

  /// Every claim of which nothing is missing is completed, audited by the window's sample, signed by two people and submitted.
  private static func submit(_ desk: inout ProgrammeDesk, _ scheme: ClaimScheme) throws {
    let on = day("2013-07-22")
    func entry(_ id: ClaimID, _ event: ClaimEvent, _ by: String, _ role: ClaimRole) -> ClaimEntry {
      ClaimEntry(claim: id, on: on, by: by, role: role, event: event)
    }
    let sound = desk.claims(in: window, scheme.name).filter { $0.current.gaps.isEmpty }.map(\.id)
    try desk.enter(sound.map { entry($0, .completed, "ann", .analyst) })
    let drawn = try desk.sample(window, scheme, seed: 42, by: "oscar", on: on)
    let passed = ClaimEvent.audited(isPassed: true, basis: .itself, reason: "")
    try desk.enter(drawn.map { entry($0, passed, "oscar", .auditor) })
    let rest = try desk.acceptRest(window, scheme, by: "oscar", on: on)
    #expect(drawn.count + rest == sound.count)
    for (event, by, role) in [
      (ClaimEvent.signed, "oscar", ClaimRole.auditor), (.signed, "mary", .manager),
      (.submitted, "mary", .manager),
    ] {
      try desk.enter(sound.map { entry($0, event, by, role) })
    }
    #expect(desk.claims(in: window, scheme.name).count { $0.status == .submitted } == sound.count)
    try checkResults(desk, scheme)
  }

  /// What was claimed counts as reached from the day of the claim on, though nobody has noted it besides.
  private static func checkResults(_ desk: ProgrammeDesk, _ scheme: ClaimScheme) throws {
    let before = desk.cohort(upTo: day("2013-07-21"))
    let after = desk.cohort(upTo: day("2013-07-22"))
    var claimed: Set<FamilyID> = []
    for state in desk.claims(in: window, scheme.name) where state.status == .submitted {
      let family = state.current.family
      claimed.insert(family)
      #expect(before[family]?.results == [] && after[family]?.results == state.current.results)
    }
    #expect(!claimed.isEmpty)
    #expect(after.lives.allSatisfy { $0.results.isEmpty || claimed.contains($0.family) })
  }

  // MARK: The claim file

  private static func checkClaimFile(_ desk: ProgrammeDesk, _ scheme: ClaimScheme) throws {
    let file = try ClaimFile(desk, window: window, scheme: scheme.name, authority: "820")
    var text = String(decoding: file.csv, as: UTF8.self)
    for state in desk.claims(in: window, scheme.name) {
      text = text.replacing(desk.references.digest(of: state.current), with: "<digest>")
    }
    try expectSnapshot(
      of: text.replacing("\r\n", with: "\n"), named: "sample-claim-file.txt")
    let metadata = String(decoding: file.metadata, as: UTF8.self)
    try expectSnapshot(
      of: metadata.replacing(file.name, with: "<name>"), named: "sample-claim-file-metadata.txt")
  }

  // MARK: The evidence of one claim

  private static func checkPack(
    _ desk: ProgrammeDesk, _ claim: ClaimID, _ keeper: RunKeeper, _ pipeline: LoadedPipeline
  ) throws {
    let state = try #require(desk.claims[claim])
    let pack = try desk.evidence(keeper, pipeline).pack(of: state)
    let files = pack.files(in: "packs")
    let json = try #require(files.first { $0.path.hasSuffix(".json") }).bytes
    let check = try #require(try EvidenceCheck(json, name: "pack"))
    #expect(check.holds && check.stated == desk.references.digest(of: state.current))
    // The first line of the evidence names the run, so its salt is another one in every version of the program.
    let head = try #require(pack.evidence.lines.first)
    let text = String(decoding: json, as: UTF8.self)
      .replacing(check.stated, with: "<digest>").replacing(head.salt, with: "<salt>")
      .replacing(state.current.run, with: "<run>")
      .replacing("Kindred \(Program.version)", with: "<program>")
    // A member and a line each on a line of its own, to be read where they differ.
    let lines = text.replacing(",\"", with: ",\n\"").replacing("},{", with: "},\n{")
    try expectSnapshot(of: lines, named: "sample-pack-json.txt")
    let rows = try #require(files.first { $0.path.hasSuffix("-rows.csv") }).bytes
    try expectSnapshot(
      of: String(decoding: rows, as: UTF8.self).replacing("\r\n", with: "\n"),
      named: "sample-pack-rows.txt")
  }

  // MARK: The window's workbooks

  private static func checkWorkbooks(
    _ desk: ProgrammeDesk, _ scheme: ClaimScheme, _ keeper: RunKeeper, _ pipeline: LoadedPipeline
  ) throws {
    let picture = try #require(
      desk.picture(
        of: window, scheme, families: try keeper.reconciledFamilies(), pipeline.definition,
        on: day("2013-07-22")))
    var text = try WorkbookText.of(
      picture.register(in: "w") + picture.reconciliation(in: "w") + picture.auditForm(in: "w"))
    for state in desk.claims(in: window, scheme.name) {
      text = text.replacing(desk.references.digest(of: state.current), with: "<digest>")
    }
    text = text.replacing("Kindred \(Program.version)", with: "<program>")
    try expectSnapshot(of: text, named: "sample-window-workbooks.txt")
  }
}
