import Claims
import Cohorts
import HTTPServing
import Pipelines
import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// What a decision about a family would mean for its claims, and the way to it on the pages.
@Suite struct FamilyPreviewTests {
  /// A stand on which the Vances are attached and a claim of theirs is submitted.
  private static func stand(in folder: String) async throws -> (SiteStand, FamilyID) {
    let stand = try await SiteStand.withFamilies(in: folder)
    let vance = try FamilyPageTests.family("vance", stand)
    var manager = try stand.browser("manager", .familyReview)
    let attachment = [
      ("pack", "tiny-2013"), ("area", "Harbour"), ("agency", "early-help"), ("professional", "W1"),
    ]
    for (step, values) in [
      ("identify", [("area", "Harbour")]), ("confirm", []), ("attach", attachment),
    ] {
      let answer = manager.post(
        Links.enter(vance), [("step", step), ("on", "2013-07-22")] + values)
      #expect(answer.status == 303, "\(step)")
    }
    try submit(vance, stand)
    return (stand, vance)
  }

  private static func submit(_ family: FamilyID, _ stand: SiteStand) throws {
    let on = stand.site.current.run.asOf
    let people = try stand.site.current.read { file in
      try (file.familyAccount(family.value)?.members ?? []).map { member in
        CountedPerson(
          id: PersonID(member.person), role: FamilyRole(rawValue: member.role) ?? .dependentChild,
          records: try file.records(of: PersonID(member.person)))
      }
    }
    let claim = FrozenClaim(
      family: family, reference: "F-1", people: people, scheme: "tf1-2012", schemeVersion: "1",
      path: "troubled-families", results: ["crime-education"], amount: Pence(70_000),
      attachedOn: on, attachmentYear: FinancialYear(containing: on), criteria: ["excluded"],
      area: "Harbour", worker: "W1", run: stand.site.current.run.description, asOf: on)
    let steps: [(ClaimEvent, String, ClaimRole)] = [
      (.prepared(claim, window: "2013-07"), "analyst", .analyst),
      (.completed, "analyst", .analyst),
      (.audited(isPassed: true, basis: .itself, reason: ""), "auditor", .auditor),
      (.signed, "auditor", .auditor), (.signed, "manager", .manager),
      (.submitted, "manager", .manager),
    ]
    var desk = try ProgrammeDesk(
      stand.council.workspace, #require(stand.site.current.pipeline?.programme))
    try desk.enter(
      steps.map { event, by, role in
        ClaimEntry(claim: ClaimID(1), on: on, by: by, role: role, event: event)
      })
  }

  /// What a run says of how its data differs from the claim.
  private static func said(_ stand: SiteStand) throws -> [String] {
    try RunKeeper(stand.council.workspace).claimDifferences()[ClaimID(1)] ?? []
  }

  @Test(arguments: [("leave-family", "vance"), ("join-family", "quill")])
  func theNextRunSaysOfTheClaimWhatThePreviewSays(_ ruling: String, _ whose: String) async throws {
    try await withTemporaryFolder { folder in
      let (stand, vance) = try await Self.stand(in: folder)
      let other = try FamilyPageTests.family(whose, stand)
      let account = try stand.site.current.read { file in try file.familyAccount(other.value) }
      let person = PersonID(try #require(account?.members.last).person)
      let analyst = try stand.browser("analyst", .familyReview)
      var asking = analyst
      let form = [("ruling", ruling), ("person", person.text)]
      #expect(asking.post(Links.preview(vance), [("ruling", ruling)]).status == 422)
      let led = asking.post(Links.preview(vance), form)
      #expect(led.status == 303)
      let page = try await PreviewTests.settled(analyst, led.header("location"))
      #expect(page.text.contains("<h1>If the person"))
      #expect(page.text.contains("Submitted claims whose evidence would be another"))
      // Who may not see claims is told nothing of them.
      let path = Links.with("/api/families/\(vance.text)/preview", form)
      let json = try await PreviewTests.settled(analyst, path)
      #expect(json.text.contains("\"claim\":\"C00001\""))
      let reviewer = try stand.browser("reviewer", .familyReview)
      #expect(try await !PreviewTests.settled(reviewer, path).text.contains("\"claim"))
      #expect(try stand.entries("decision").isEmpty)

      // Decided, the next run says so of the claim.
      var deciding = try stand.browser("reviewer", .familyReview)
      let decided = deciding.post(Links.decide(vance), form + [("reason", "worker-knows")])
      #expect(decided.status == 303)
      let before = try Self.said(stand)
      try await stand.council.publish()
      let words = try Self.said(stand)
      #expect(!words.isEmpty && words != before)
      #expect(
        page.text.contains("<td class=\"wide\">\(words.joined(separator: "; "))</td>"), "\(words)")
    }
  }
}
