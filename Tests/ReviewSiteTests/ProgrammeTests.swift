import Claims
import Cohorts
import Pipelines
import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// The cohort and the claims: entered on pages, judged by the terminal's rules.
@Suite struct ProgrammeTests {
  private func enter(
    _ browser: inout Browser, _ family: FamilyID, _ step: String,
    _ values: [(String, String)] = [], on day: String = "2013-07-22"
  ) -> Browser.Answer {
    browser.post(Links.enter(family), [("step", step), ("on", day)] + values)
  }

  private static let attachment = [
    ("pack", "tiny-2013"), ("area", "Harbour"), ("agency", "early-help"), ("professional", "W1"),
  ]

  @Test func aFamilyIsConfirmedAndAttachedAsTheRulesWantIt() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var manager = try stand.browser("manager", .familyReview)
      let vance = try FamilyPageTests.family("vance", stand)
      let quill = try FamilyPageTests.family("quill", stand)
      // Nothing is attached that nobody confirmed, nor what does not meet the pack; each refusal writes nothing.
      #expect(enter(&manager, vance, "attach", Self.attachment).status == 422)
      #expect(enter(&manager, vance, "identify", [("area", "Nowhere")]).status == 422)
      #expect(try stand.entries(CohortEntry.entryKind).isEmpty)
      for family in [vance, quill] {
        #expect(enter(&manager, family, "identify", [("area", "Harbour")]).status == 303)
        #expect(enter(&manager, family, "confirm").status == 303)
      }
      #expect(enter(&manager, vance, "attach", Self.attachment).status == 303)
      let refused = enter(&manager, quill, "attach", Self.attachment)
      #expect(refused.status == 422 && refused.text.contains("does not meet"))
      #expect(enter(&manager, vance, "attach", Array(Self.attachment.dropFirst())).status == 422)
      let entries = try stand.entries(CohortEntry.entryKind)
      #expect(entries.count == 5 && entries.allSatisfy { $0.by == "manager" })
      // The terminal's desk reads the same lives.
      let definition = try #require(stand.site.current.pipeline?.programme)
      let desk = try ProgrammeDesk(stand.council.workspace, definition)
      #expect(desk.cohort[vance]?.status == .attached && desk.cohort[quill]?.status == .confirmed)
      #expect(desk.cohort[vance]?.attachment?.snapshot.met == ["excluded", "offence", "eligible"])
      let page = manager.get("/cohort?status=attached").text
      #expect(page.contains(vance.text) && !page.contains(quill.text))
      let csv = manager.get(Links.familyList)
      #expect(csv.header("content-type").hasPrefix("text/csv") && csv.text.contains(vance.text))
      #expect(!csv.text.contains("Vance"))
    }
  }

  @Test func whatTheTerminalEntersIsSeenAtOnce() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let browser = try stand.browser("manager", .familyReview)
      let vance = try FamilyPageTests.family("vance", stand)
      #expect(browser.get(Links.family(vance)).text.contains("Nobody has entered the family"))
      let definition = try #require(stand.site.current.pipeline?.programme)
      var desk = try ProgrammeDesk(stand.council.workspace, definition)
      let day = stand.site.current.run.asOf
      try desk.enter([
        CohortEntry(family: vance, on: day, by: "manager", event: .identified(area: "Harbour"))
      ])
      #expect(browser.get(Links.family(vance)).text.contains("Identified"))
    }
  }

  @Test func whatSchemesNameIsChosenAndNotTyped() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var manager = try stand.browser("manager", .familyReview)
      let vance = try FamilyPageTests.family("vance", stand)
      for (step, values) in [
        ("identify", [("area", "Harbour")]), ("confirm", []), ("attach", Self.attachment),
      ] {
        #expect(enter(&manager, vance, step, values).status == 303)
      }
      let page = manager.get(Links.family(vance)).text
      let definition = try #require(stand.site.current.pipeline?.programme)
      for (field, word) in [
        ("progress-element", SchemeWord.element), ("problem-name", .problem),
        ("achieve-name", .result),
      ] {
        let names = definition.names(of: word, attachedBy: Self.attachment[0].1)
        #expect(page.contains(names.isEmpty ? "<input id=\"\(field)\"" : "<select id=\"\(field)\""))
        for name in names { #expect(page.contains("<option value=\"\(name)\""), "\(name)") }
      }
      let result = try #require(definition.names(of: .result, attachedBy: "tf1-2012").first)
      #expect(enter(&manager, vance, "achieve", [("name", result)]).status == 303)
      #expect(enter(&manager, vance, "achieve", [("name", result + "x")]).status == 422)
    }
  }

  @Test func claimsGoThroughTwoPeopleAndAnAudit() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var manager = try stand.browser("manager", .claimAudit)
      var analyst = try stand.browser("analyst", .claimAudit)
      var auditor = try stand.browser("auditor", .claimAudit)
      let vance = try FamilyPageTests.family("vance", stand)
      for (step, values) in [
        ("identify", [("area", "Harbour")]), ("confirm", []), ("attach", Self.attachment),
      ] {
        #expect(enter(&manager, vance, step, values).status == 303)
      }
      let path = "/claims/2013-07/tf1-2012"
      #expect(analyst.post(path + "/act", [("act", "prepare")]).status == 303)
      // Only whose part it is may do it.
      #expect(manager.post(path + "/act", [("act", "prepare")]).status == 403)
      #expect(analyst.post(path + "/act", [("act", "submit")]).status == 403)
      #expect(manager.post(path + "/act", [("act", "sample"), ("seed", "1")]).status == 403)
      #expect(auditor.post(path + "/act", [("act", "sample")]).status == 422)
      #expect(analyst.post(path + "/act", [("act", "nonsense")]).status == 422)
      let page = analyst.get("/claim/C00001")
      #expect(page.status == 200 && page.text.contains("Missing:"))
      // With gaps it is not complete, and so never submitted.
      let complete = analyst.post("/claim/C00001/act", [("act", "complete")])
      #expect(complete.status == 422 && complete.text.contains("is not complete"))
      #expect(manager.post("/claim/C00001/act", [("act", "sign")]).status == 422)
      #expect(manager.post("/claim/C00001/act", [("act", "withdraw")]).status == 422)
      #expect(
        auditor.post("/claim/C00001/act", [("act", "withdraw"), ("reason", "x")]).status == 403)
      let entries = try stand.entries(ClaimEntry.entryKind)
      #expect(entries.count == 1 && entries[0].by == "analyst")
      #expect(manager.get("/claims").text.contains("closes in 18 days"))
      #expect(manager.get("/today").text.contains("closes in 18 days"))
      #expect(manager.get(path + "/file.csv").status == 200)
      #expect(analyst.get("/api/claims").text.contains("\"claim\":\"C00001\""))
    }
  }

  @Test(arguments: ["", "2013-13-01", "tomorrow", "2013-07-23", "9999-12-31"])
  func aDayThatIsNoneIsRefused(_ day: String) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var manager = try stand.browser("manager", .familyReview)
      let vance = try FamilyPageTests.family("vance", stand)
      #expect(
        enter(&manager, vance, "identify", [("area", "Harbour")], on: day).status == 422)
      #expect(enter(&manager, vance, "nonsense").status == 422)
      #expect(try stand.entries(CohortEntry.entryKind).isEmpty)
    }
  }

  /// What happens after the day of the run is entered when it has happened, under the day of the clock.
  @Test func aDayIsEnteredOnceItHasCome() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let vance = try FamilyPageTests.family("vance", stand)
      stand.clock.move(seconds: 2 * 86_400)
      var manager = try stand.browser("manager", .familyReview)
      func identify(_ day: String) -> Browser.Answer {
        enter(&manager, vance, "identify", [("area", "Harbour")], on: day)
      }
      #expect(identify("2013-07-25").status == 422)
      #expect(identify("2013-07-23").status == 303)
      let entry = try #require(try stand.entries(CohortEntry.entryKind).first)
      #expect(entry.content.contains("\"entered\":\"2013-07-24\""))
    }
  }

  /// Who is eligible, and who is counted as identified, is what the run found by all packs that put families forward.
  @Test func thePacksThatPutFamiliesForwardDecide() async throws {
    try await withTemporaryFolder { folder in
      let council = try FamilyCouncil.make(in: folder)
      try FamilyCouncil.addSecondPack(to: council)
      let stand = try await SiteStand(council)
      let vance = try FamilyPageTests.family("vance", stand)
      let quill = try FamilyPageTests.family("quill", stand)
      let index = stand.site.current.index
      let met = index.lines.filter { $0.eligible == .met }.map(\.id)
      #expect(Set(met) == [vance, quill])
      let frost = try FamilyPageTests.family("frost", stand)
      #expect(index[frost]?.eligible == .cannotTell)
      var manager = try stand.browser("manager", .familyReview)
      let list = manager.get("/api/cohort?status=eligible").text
      #expect(list.contains(vance.text) && list.contains(quill.text))
      #expect(manager.get(Links.family(quill)).text.contains("The run puts the family forward"))
      // The site counts the families that the run's report counts.
      let generation = stand.site.current
      let told = try #require(try generation.read { try $0.programmeSummary() })
      func figures() throws -> [[Int]] {
        let funnel = try #require(try stand.site.programme.funnel(generation))
        return funnel.rows.map { [$0.identified, $0.confirmed, $0.attached, $0.lost] }
      }
      #expect(
        try figures() == told.steps.map { [$0.identified, $0.confirmed, $0.attached, $0.lost] })
      #expect(try figures().first == [2, 0, 0, 0])
      // What is entered of the run's day counts at once, what is of a later day does not.
      stand.clock.move(seconds: 2 * 86_400)
      manager = try stand.browser("manager", .familyReview)
      #expect(enter(&manager, quill, "identify", [("area", "Harbour")]).status == 303)
      #expect(enter(&manager, quill, "confirm").status == 303)
      #expect(try figures().first == [2, 1, 0, 0])
      #expect(enter(&manager, vance, "identify", [("area", "Harbour")]).status == 303)
      #expect(enter(&manager, vance, "confirm", on: "2013-07-23").status == 303)
      #expect(enter(&manager, quill, "decline", on: "2013-07-24").status == 303)
      #expect(try figures().first == [2, 1, 0, 0])
    }
  }
}
