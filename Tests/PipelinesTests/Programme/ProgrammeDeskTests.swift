import Claims
import Cohorts
import Disk
import Store
import TestSupport
import Testing
import Vocabulary
import YAMLFiles

@testable import Pipelines

@Suite("Where the programme is kept")
struct ProgrammeDeskTests {
  private static let package = Path(
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/"))

  private static func day(_ text: String) -> Day { Day(iso: text) ?? .earliest }

  private func definition() throws -> ProgrammeDefinition {
    let pipeline = try LoadedPipeline.load(Self.package.joining("pipelines/solentshire"))
    return try #require(pipeline.definition.programme)
  }

  private func frozen(_ number: Int) -> FrozenClaim {
    FrozenClaim(
      family: FamilyID(Int64(number)), reference: "F-\(number)",
      people: [CountedPerson(id: PersonID(Int64(number)), role: .dependentChild)],
      scheme: "tf1-2012", schemeVersion: "1", path: "troubled-families",
      results: ["crime-education"], amount: Pence(70_000), attachedOn: Self.day("2012-09-01"),
      attachmentYear: FinancialYear(start: 2012), criteria: ["crime", "education"],
      area: "Solenthaven", worker: "w\(number)", run: "r", asOf: Self.day("2013-07-15"))
  }

  private func entry(
    _ number: Int, _ event: ClaimEvent, _ by: String, _ role: ClaimRole
  ) -> ClaimEntry {
    ClaimEntry(
      claim: ClaimID(number), on: Self.day("2013-07-20"), by: by, role: role, event: event)
  }

  private func prepared(_ desk: inout ProgrammeDesk, _ count: Int) throws {
    for number in 1...count {
      try desk.enter([
        entry(number, .prepared(frozen(number), window: "2013-07"), "ann", .analyst),
        entry(number, .completed, "ann", .analyst),
      ])
    }
  }

  @Test("the sample council's definition has everything")
  func definitions() throws {
    let definition = try definition()
    #expect(definition.schemes.map(\.name) == ["sf-2022", "tf1-2012", "tf2-2015"])
    #expect(definition.programme.areas.count == 5)
    #expect(definition.layout != nil && !definition.windows.windows.isEmpty)
    #expect(definition.programme.roles["auditor"] == ["olga", "oscar"])
  }

  @Test("lives and claims come back from the ledger as they were entered")
  func reopened() throws {
    try withTemporaryFolder { folder in
      let workspace = Workspace(Path(folder))
      let definition = try definition()
      var desk = try ProgrammeDesk(workspace, definition)
      let family = FamilyID(7)
      try desk.enter([
        CohortEntry(
          family: family, on: Self.day("2012-07-01"), by: "ann",
          event: .identified(area: "Solenthaven")),
        CohortEntry(family: family, on: Self.day("2012-08-01"), by: "mary", event: .confirmed),
      ])
      try prepared(&desk, 2)
      try desk.explain("2013-07", by: "mary", "a new team")
      let again = try ProgrammeDesk(workspace, definition)
      #expect(again.cohort.lives == desk.cohort.lives)
      #expect(again.claims.all == desk.claims.all)
      #expect(again.explanations == ["2013-07": "a new team"])
    }
  }

  @Test("what is refused leaves the ledger as it was, also what came before it in the same lot")
  func allOrNothing() throws {
    try withTemporaryFolder { folder in
      let workspace = Workspace(Path(folder))
      var desk = try ProgrammeDesk(workspace, try definition())
      try prepared(&desk, 1)
      var ledger = try workspace.openLedger()
      let before = try ledger.entries()
      let signed = entry(1, .signed, "mary", .manager)
      let audited = entry(
        1, .audited(isPassed: true, basis: .itself, reason: ""), "oscar", .auditor)
      #expect(throws: ProgrammeProblem.self) { try desk.enter([audited, signed, signed]) }
      #expect(try ledger.entries() == before)
      #expect(desk.claims[ClaimID(1)]?.status == .complete)
    }
  }

  @Test(
    "what was judged before somebody else entered something is not entered, and no claim is lost")
  func atOnce() throws {
    try withTemporaryFolder { folder in
      let workspace = Workspace(Path(folder))
      var (ann, ben) = (
        try ProgrammeDesk(workspace, try definition()),
        try ProgrammeDesk(workspace, try definition())
      )
      try prepared(&ann, 1)
      var ledger = try workspace.openLedger()
      let before = try ledger.entries()
      #expect(throws: ProgrammeProblem.self) { try prepared(&ben, 1) }
      #expect(try ledger.entries() == before)
      // What has nothing to do with the programme does not matter, and one desk goes on after its own entries.
      try ledger.append(kind: "sample", at: "2013-07-22T00:00:00.000Z", by: "x", content: "{}")
      try ann.explain("2013-07", by: "mary", "a new team")
      var again = try ProgrammeDesk(workspace, try definition())
      try again.explain("2013-10", by: "mary", "a new team")
      #expect(throws: ProgrammeProblem.self) {
        try ann.explain("2013-07", by: "mary", "another new team")
      }
    }
  }

  @Test("who is not listed for a role cannot act in it")
  func roles() throws {
    try withTemporaryFolder { folder in
      var desk = try ProgrammeDesk(Workspace(Path(folder)), try definition())
      try prepared(&desk, 1)
      let audited = ClaimEvent.audited(isPassed: true, basis: .itself, reason: "")
      #expect(throws: ProgrammeProblem.self) {
        try desk.enter([entry(1, audited, "ann", .auditor)])
      }
      try desk.enter([entry(1, audited, "oscar", .auditor)])
      #expect(throws: ProgrammeProblem.self) { try desk.explain("2013-07", by: "ann", "x") }
    }
  }

  @Test("sample, audit, sign, submit; the same file again, byte for byte")
  func window() throws {
    try withTemporaryFolder { folder in
      let definition = try definition()
      var desk = try ProgrammeDesk(Workspace(Path(folder)), definition)
      let scheme = try #require(definition.scheme(named: "tf1-2012"))
      try prepared(&desk, 12)
      let on = Self.day("2013-07-20")
      let drawn = try desk.sample("2013-07", scheme, seed: 42, by: "oscar", on: on)
      #expect(drawn.count == 10)
      #expect(throws: ProgrammeProblem.self) {
        try desk.acceptRest("2013-07", scheme, by: "oscar", on: on)
      }
      for id in drawn {
        try desk.enter([
          entry(
            id.number, .audited(isPassed: true, basis: .itself, reason: ""), "oscar", .auditor)
        ])
      }
      #expect(try desk.acceptRest("2013-07", scheme, by: "oscar", on: on) == 2)
      for number in 1...12 {
        try desk.enter([
          entry(number, .signed, "oscar", .auditor), entry(number, .signed, "mary", .manager),
          entry(number, .submitted, "mary", .manager),
        ])
      }
      let file = try ClaimFile(desk, window: "2013-07", scheme: "tf1-2012", authority: "820")
      let again = try ClaimFile(
        try ProgrammeDesk(Workspace(Path(folder)), definition), window: "2013-07",
        scheme: "tf1-2012", authority: "820")
      #expect(file.csv == again.csv && file.name == again.name && file.metadata == again.metadata)
      #expect(file.count == 12)
      #expect(file.name.hasPrefix("820_tf1-2012_2013-07_v1_"))
      let text = String(decoding: file.csv, as: UTF8.self)
      #expect(text.hasPrefix("claim_id,window,version,la_code,family_ref,"))
      #expect(text.contains("\r\nC00001,2013-07,1,820,F-1,tf1-2012,1,,,2012-09-01,2012/13,"))
      #expect(text.contains(",700.00,"))
      let metadata = String(decoding: file.metadata, as: UTF8.self)
      #expect(metadata.contains("http://www.w3.org/ns/csvw") && metadata.contains(file.name))
      // An amendment that is a draft, here for another window, leaves what was submitted where it was.
      try desk.enter([
        entry(2, .amended(frozen(2), window: "2013-10", reason: "x"), "mary", .manager)
      ])
      let amending = try ClaimFile(desk, window: "2013-07", scheme: "tf1-2012", authority: "820")
      #expect(amending.csv == file.csv && amending.name == file.name)
      let next = try ClaimFile(desk, window: "2013-10", scheme: "tf1-2012", authority: "820")
      #expect(next.count == 0)
      // Withdrawn claims leave the file, and its name says that it is another one.
      try desk.enter([entry(1, .withdrawn(reason: "x", .zero), "mary", .manager)])
      let fewer = try ClaimFile(desk, window: "2013-07", scheme: "tf1-2012", authority: "820")
      #expect(fewer.count == 11 && fewer.name != file.name)
    }
  }

  @Test(
    "problems, elements and results are those of schemes that could claim for the family",
    arguments: [
      (CohortEvent.problem("education"), nil),
      (.problem("eduction"), "the problem 'eduction': did you mean 'education'?"),
      (.problem("domestic-abuse"), "the problem 'domestic-abuse'"),
      (.progressed(element: "offending", reference: "r1"), nil),
      (.progressed(element: "ofending", reference: "r1"), "did you mean 'offending'?"),
      (.achieved(result: "employment"), nil),
      (.achieved(result: "emploiment"), "did you mean 'employment'?"),
    ] as [(CohortEvent, String?)])
  func words(event: CohortEvent, refusal: String?) throws {
    try withTemporaryFolder { folder in
      var desk = try ProgrammeDesk(Workspace(Path(folder)), try definition())
      let family = FamilyID(7)
      func entry(_ event: CohortEvent, _ on: String) -> CohortEntry {
        CohortEntry(family: family, on: Self.day(on), by: "mary", event: event)
      }
      let attachment = ByHand.attachment(
        on: Self.day("2012-09-01"), area: "Solenthaven", agency: "early-help", professional: "x",
        delivery: "", pack: "tf1-2012", version: "1", criteria: ["crime", "education", "work"],
        concern: "", packs: [])
      try desk.enter([
        entry(.identified(area: "Solenthaven"), "2012-07-01"), entry(.confirmed, "2012-08-01"),
        entry(.attached(attachment), "2012-09-01"),
      ])
      do {
        try desk.enter([entry(event, "2013-01-10")])
        #expect(refusal == nil)
      } catch let problem as ProgrammeProblem {
        guard case .refused(let words) = problem else { throw problem }
        #expect(words.contains(try #require(refusal)))
      }
    }
  }

  @Test("an entry of the ledger that cannot be read is told by its number")
  func unreadable() throws {
    try withTemporaryFolder { folder in
      let workspace = Workspace(Path(folder))
      _ = try ProgrammeDesk(workspace, try definition())
      var ledger = try workspace.openLedger()
      try ledger.append(kind: "claim", at: "2013-07-20T00:00:00Z", by: "x", content: "{}")
      let definition = try definition()
      #expect(throws: ProgrammeProblem.self) { try ProgrammeDesk(workspace, definition) }
    }
  }

  @Test(
    "two of three criteria that somebody names are not enough without the local concern",
    arguments: [
      ("crime education work", "tf1-2012", "", true), ("crime education", "tf1-2012", "", false),
      ("crime education", "tf1-2012", "high-concern", true),
      ("crime education", "harrow-2013", "", true),
    ])
  func localConcern(criteria: String, pack: String, concern: String, isIn: Bool) throws {
    let pipeline = try LoadedPipeline.load(Self.package.joining("pipelines/solentshire"))
    let text = """
      family,area,identified,confirmed,attached,agency,professional,pack,criteria,local_concern
      0000000000000001,Solenthaven,2012-07-01,2012-08-01,2012-09-01,early-help,EH-1,\(pack),\(criteria),\(concern)
      """
    try withTemporaryFolder { folder in
      var desk = try ProgrammeDesk(Workspace(Path(folder)), try definition())
      let rows = try CohortTable.rows(
        Array(text.utf8), on: Self.day("2013-07-22"), entered: Self.day("2013-07-22"), by: "ann",
        packs: pipeline.definition.criteria)
      do {
        try desk.enter(rows)
        #expect(isIn)
      } catch let problem as ProgrammeProblem {
        guard case .lines(let lines) = problem else { throw problem }
        #expect(!isIn && lines.map(\.number) == [2])
        #expect(lines[0].words.contains("asks for a local concern, and none is recorded"))
      }
    }
  }

  @Test("a table of families, and every line of it that is at fault")
  func table() throws {
    let text = """
      family,area,identified,confirmed,confirmed_by,attached,agency,professional,pack,criteria,assessed,planned
      0000000000000001,Solenthaven,2012-07-01,2012-08-01,mary,2012-09-01,early-help,EH-1,tf1-2012,crime education,2012-09-01,2012-09-10
      0000000000000002,Solenthaven,2012-07-01,,,,,,,,,
      """
    // As spreadsheets save it: with a mark before the first heading.
    let rows = try CohortTable.rows(
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), on: Self.day("2013-07-22"),
      entered: Self.day("2013-07-22"), by: "ann", packs: [])
    let entries = rows.flatMap(\.entries)
    #expect(rows.map(\.line) == [2, 3])
    #expect(entries.count == 6)
    #expect(entries.map(\.by) == ["ann", "mary", "ann", "ann", "ann", "ann"])
    try withTemporaryFolder { folder in
      var desk = try ProgrammeDesk(Workspace(Path(folder)), try definition())
      try desk.enter(rows)
      #expect(desk.cohort.lives.map(\.status) == [.attached, .identified])
      #expect(desk.cohort.lives[0].attachment?.snapshot.met == ["crime", "education"])
      #expect(desk.cohort.lives[0].attachment?.snapshot.run == "by hand")
    }
    try refusedLines()
    let wrong = """
      family,area,attached,pack,criteria,colour
      1,x,,,,
      0000000000000001,x,01/09/2012,,,
      0000000000000001,x,2012-09-01,,,
      """
    do {
      _ = try CohortTable.rows(
        Array(wrong.utf8), on: Self.day("2013-07-22"), entered: Self.day("2013-07-22"), by: "ann",
        packs: [])
      Issue.record("nothing was told")
    } catch let problem as ProgrammeProblem {
      guard case .lines(let lines) = problem else { throw problem }
      #expect(lines.map(\.number) == [1, 2, 3, 4, 4])
    }
  }
  /// Every line that a rule refuses is told with its place, and no other line is entered.
  private func refusedLines() throws {
    let text = """
      family,area,identified,confirmed,attached,agency,professional,pack,criteria
      0000000000000001,Solenthaven,2012-07-01,,,,,,
      0000000000000002,Nowhere,2012-07-01,,,,,,
      0000000000000003,Solenthaven,2012-07-01,2012-08-01,2012-07-15,early-help,EH-1,tf1-2012,crime
      """
    try withTemporaryFolder { folder in
      let workspace = Workspace(Path(folder))
      var desk = try ProgrammeDesk(workspace, try definition())
      let rows = try CohortTable.rows(
        Array(text.utf8), on: Self.day("2013-07-22"), entered: Self.day("2013-07-22"), by: "ann",
        packs: [])
      do {
        try desk.enter(rows)
        Issue.record("nothing was told")
      } catch let problem as ProgrammeProblem {
        guard case .lines(let lines) = problem else { throw problem }
        #expect(lines.map(\.number) == [3, 4])
        #expect(lines[0].words == "the programme has no area 'Nowhere'")
      }
      #expect(desk.cohort.lives.isEmpty)
      #expect(try ProgrammeDesk(workspace, definition()).cohort.lives.isEmpty)
    }
  }
}
