import Claims
import Cohorts
import Pipelines
import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// The whole life of claims on the site: each step by whoever may, on the page that is for it.
@Suite struct ClaimLifeTests {
  private static let path = "/claims/2013-07/tf1-2012"

  private static func frozen(_ number: Int) -> FrozenClaim {
    FrozenClaim(
      family: FamilyID(Int64(number)), reference: "F-\(number)",
      people: [CountedPerson(id: PersonID(Int64(number)), role: .dependentChild)],
      scheme: "tf1-2012", schemeVersion: "1", path: "troubled-families",
      results: ["crime-education"], amount: Pence(70_000),
      attachedOn: Day(iso: "2012-09-01") ?? .earliest,
      attachmentYear: FinancialYear(start: 2012), criteria: ["crime", "education"],
      area: "Harbour", worker: "w\(number)", run: "r", asOf: Day(iso: "2013-07-15") ?? .earliest)
  }

  /// A stand with so many drafts, of which the last lacks something.
  private static func stand(_ count: Int, in folder: String) async throws -> SiteStand {
    let stand = try await SiteStand.withFamilies(in: folder)
    let definition = try #require(stand.site.current.pipeline?.programme)
    var desk = try ProgrammeDesk(stand.council.workspace, definition)
    let on = stand.site.current.run.asOf
    try desk.enter(
      (1...count).map { number in
        var claim = frozen(number)
        if number == count { claim.gaps = [ClaimGap("no-plan", "there is no plan")] }
        return ClaimEntry(
          claim: ClaimID(number), on: on, by: "analyst", role: .analyst,
          event: .prepared(claim, window: "2013-07"))
      })
    return stand
  }

  private static func desk(_ stand: SiteStand) throws -> ProgrammeDesk {
    try ProgrammeDesk(
      stand.council.workspace, #require(stand.site.current.pipeline?.programme))
  }

  private static func states(_ stand: SiteStand, _ status: ClaimStatus) throws -> [ClaimID] {
    try desk(stand).claims.all.filter { $0.status == status }.map(\.id)
  }

  @Test func fromDraftToPaidRejectedAmendedAndWithdrawn() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(14, in: folder)
      var analyst = try stand.browser("analyst", .claimAudit)
      var manager = try stand.browser("manager", .claimAudit)
      var auditor = try stand.browser("auditor", .claimAudit)
      func act(_ browser: inout Browser, _ act: String, _ more: [(String, String)] = []) -> Int {
        browser.post(Self.path + "/act", [("act", act)] + more).status
      }
      func claim(
        _ browser: inout Browser, _ number: Int, _ act: String, _ more: [(String, String)] = []
      ) -> Int {
        browser.post(Links.claim(ClaimID(number)) + "/act", [("act", act)] + more).status
      }
      // What has a gap stays a draft, and keeps nobody else back.
      #expect(act(&analyst, "complete") == 303)
      #expect(try Self.states(stand, .complete).count == 13)
      #expect(try Self.states(stand, .draft) == [ClaimID(14)])
      #expect(act(&analyst, "complete") == 422)
      #expect(act(&manager, "sign") == 422)
      #expect(act(&auditor, "sample", [("seed", "7")]) == 303)
      let drawn = try Self.states(stand, .inSample)
      #expect(drawn.count == 10)
      #expect(act(&auditor, "accept-rest") == 422)
      try audit(drawn, &auditor, stand)
      #expect(act(&auditor, "accept-rest") == 303)
      #expect(act(&manager, "submit") == 422)
      #expect(act(&auditor, "sign") == 303)
      #expect(act(&auditor, "sign") == 422)
      #expect(act(&manager, "sign") == 303)
      #expect(act(&manager, "submit") == 303)
      #expect(try Self.states(stand, .submitted).count == 13)
      #expect(claim(&manager, 1, "pay") == 303 && claim(&manager, 2, "pay") == 303)
      #expect(claim(&manager, 3, "reject") == 422)
      #expect(claim(&manager, 3, "reject", [("reason", "no register")]) == 303)
      #expect(claim(&manager, 4, "withdraw", [("reason", "moved")]) == 303)
      let amended = [("reason", "the amount"), ("window", "2013-10")]
      #expect(claim(&manager, 2, "amend", amended) == 303)
      #expect(claim(&manager, 5, "amend", [("reason", "x"), ("window", "2099-01")]) == 422)
      let desk = try Self.desk(stand)
      #expect(desk.claims[ClaimID(2)]?.window == "2013-10")
      #expect(desk.claims[ClaimID(2)]?.status == .draft)
      #expect(desk.claims[ClaimID(1)]?.paid == Pence(70_000))
      let scheme = try #require(desk.definition.scheme(named: "tf1-2012"))
      #expect(desk.sheet(of: "2013-07", scheme).broken.isEmpty)
      #expect(analyst.get(Links.claim(ClaimID(1))).text.contains("Paid"))
    }
  }

  /// The auditor's form: nothing is noted while one answer lacks its reason, and then every answer at once.
  private func audit(
    _ drawn: [ClaimID], _ auditor: inout Browser, _ stand: SiteStand
  ) throws {
    let path = Self.path + "/audit"
    #expect(auditor.get(path).text.contains("name=\"answer-\(drawn[0].text)\""))
    #expect(auditor.post(path).status == 422)
    let answers = drawn.map { ("answer-\($0.text)", "pass") }
    let wrong = auditor.post(
      path, Array(answers.dropLast()) + [("answer-\(drawn[9].text)", "fail")])
    #expect(wrong.status == 422 && wrong.text.contains("it is not said why"))
    // What was chosen is still chosen.
    #expect(wrong.text.contains("value=\"fail\" checked"))
    #expect(try Self.states(stand, .inSample).count == 10)
    let some = Array(answers.prefix(3)) + [("answer-C99999", "pass")]
    #expect(auditor.post(path, some).status == 303)
    #expect(try Self.states(stand, .audited) == Array(drawn.prefix(3)))
    #expect(auditor.post(path, answers).status == 303)
    #expect(try Self.states(stand, .audited).count == 10)
    #expect(auditor.get(path).text.contains("No claim that was drawn waits"))
  }

  /// The claims that a page of the window's list names, in its order.
  private static func listed(_ browser: Browser, _ query: String) -> [String] {
    let page = browser.get(Self.path + query).text
    return page.split(separator: "href=\"/claim/").dropFirst().map { String($0.prefix(6)) }
  }

  @Test func aWindowsListIsShownAPageAtATime() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(60, in: folder)
      var analyst = try stand.browser("analyst", .claimAudit)
      let all = (1...60).map { ClaimID($0).text }
      #expect(Self.listed(analyst, "") == Array(all[..<25]))
      #expect(Self.listed(analyst, "?page=2") == Array(all[25..<50]))
      #expect(Self.listed(analyst, "?page=3") == Array(all[50...]))
      #expect(Self.listed(analyst, "?page=9") == Array(all[50...]))
      // Who looked is noted with the claims of that page and no others.
      let note = try #require(stand.entries("view").last).content
      #expect(note.contains("C00060") && note.contains("C00051") && !note.contains("C00050"))
      #expect(analyst.post(Self.path + "/act", [("act", "complete")]).status == 303)
      #expect(Self.listed(analyst, "?state=draft") == [all[59]])
      #expect(Self.listed(analyst, "?state=evidence-complete&page=2") == Array(all[25..<50]))
      let page = analyst.get(Self.path + "?state=evidence-complete&page=2").text
      #expect(page.contains("Page 2 of 3"))
      #expect(page.contains("href=\"\(Self.path)?state=evidence-complete&amp;page=3\""))
      #expect(page.contains("Evidence complete (59)") && page.contains("Draft (1)"))
      let none = analyst.get(Self.path + "?state=paid").text
      #expect(none.contains("No claim of the window stands there."))
    }
  }

  @Test func whatTodaysDataSaysOtherwiseIsShownWithTheMoneyAtRisk() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(2, in: folder)
      let on = stand.site.current.run.asOf
      let steps: [(ClaimEvent, String, ClaimRole)] = [
        (.completed, "analyst", .analyst),
        (.audited(isPassed: true, basis: .itself, reason: ""), "auditor", .auditor),
        (.signed, "auditor", .auditor), (.signed, "manager", .manager),
        (.submitted, "manager", .manager), (.paid(Pence(70_000)), "manager", .manager),
      ]
      var desk = try Self.desk(stand)
      try desk.enter(
        steps.map { event, by, role in
          ClaimEntry(claim: ClaimID(1), on: on, by: by, role: role, event: event)
        })
      let before = try stand.browser("manager", .claimAudit).get(Links.claims).text
      #expect(!before.contains("At risk"))
      // A night that knows of the claim finds that its family is not there.
      let later = try await SiteStand(stand.council)
      let differences = try #require(try later.site.current.claimDifferences()[ClaimID(1)])
      let claims = try later.browser("manager", .claimAudit).get(Links.claims).text
      #expect(claims.contains("At risk") && claims.contains("£700"))
      let page = try later.browser("manager", .claimAudit).get(Links.claim(ClaimID(1))).text
      #expect(page.contains("Today's data says otherwise") && page.contains(differences[0]))
      let draft = try later.browser("manager", .claimAudit).get(Links.claim(ClaimID(2))).text
      #expect(!draft.contains("Today's data says otherwise"))
    }
  }

  @Test func whatWasDoneIsToldInTheOrderOfTime() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(2, in: folder)
      let on = stand.site.current.run.asOf
      var later = Self.frozen(1)
      later.amount = Pence(80_000)
      let steps: [(ClaimEvent, String, ClaimRole)] = [
        (.completed, "analyst", .analyst),
        (.audited(isPassed: true, basis: .itself, reason: ""), "auditor", .auditor),
        (.signed, "auditor", .auditor), (.signed, "manager", .manager),
        (.submitted, "manager", .manager), (.paid(Pence(70_000)), "manager", .manager),
        (.amended(later, window: "2013-07", reason: "work too"), "manager", .manager),
        (.completed, "analyst", .analyst),
        (.audited(isPassed: false, basis: .itself, reason: "no payslip"), "auditor", .auditor),
      ]
      var desk = try Self.desk(stand)
      try desk.enter(
        steps.map { event, by, role in
          ClaimEntry(claim: ClaimID(1), on: on, by: by, role: role, event: event)
        })
      let page = try stand.browser("manager", .claimAudit).get(Links.claim(ClaimID(1))).text
      let told = [
        "prepared for 2013-07 by analyst", "called complete by analyst",
        "passed internal audit by auditor", "signed by auditor as auditor",
        "signed by manager as manager", "submitted in 2013-07 by manager, and locked",
        "£700.00 paid, noted by manager", "amended for 2013-07 by manager: work too",
        "called complete by analyst", "did not pass internal audit by auditor: no payslip",
      ]
      var rest = page[...]
      for words in told {
        let parts = rest.split(separator: words, maxSplits: 1, omittingEmptySubsequences: false)
        #expect(parts.count == 2, "\(words)")
        rest = parts.last ?? rest
      }
      #expect(!rest.contains("<li><time"))
    }
  }

  @Test func aClaimThatDoesNotPassKeepsTheRestBack() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(13, in: folder)
      var analyst = try stand.browser("analyst", .claimAudit)
      var auditor = try stand.browser("auditor", .claimAudit)
      #expect(analyst.post(Self.path + "/act", [("act", "complete")]).status == 303)
      let seed = [("act", "sample"), ("seed", "1")]
      #expect(auditor.post(Self.path + "/act", seed).status == 303)
      let drawn = try Self.states(stand, .inSample)
      let answers = drawn.map { ("answer-\($0.text)", $0 == drawn[0] ? "fail" : "pass") }
      #expect(
        auditor.post(Self.path + "/audit", answers + [("note-\(drawn[0].text)", "no register")])
          .status == 303)
      let rest = auditor.post(Self.path + "/act", [("act", "accept-rest")])
      #expect(rest.status == 422 && rest.text.contains("draw a further sample"))
      #expect(try Self.desk(stand).claims[drawn[0]]?.reason == "no register")
    }
  }

  @Test func aClaimIsPreparedForTheFamilyThatIsNamed() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      var analyst = try stand.browser("analyst", .claimAudit)
      let vance = try FamilyPageTests.family("vance", stand)
      let definition = try #require(stand.site.current.pipeline?.programme)
      var desk = try ProgrammeDesk(stand.council.workspace, definition)
      let on = stand.site.current.run.asOf
      try desk.enter([
        CohortEntry(family: vance, on: on, by: "manager", event: .identified(area: "Harbour"))
      ])
      func prepare(_ family: String, _ result: String = "") -> Int {
        analyst.post(
          Self.path + "/act", [("act", "prepare"), ("family", family), ("result", result)]
        ).status
      }
      #expect(prepare("the Vances") == 422)
      #expect(try Self.desk(stand).claims.all.isEmpty)
      #expect(prepare(vance.text, "employment") == 303)
      #expect(try Self.desk(stand).claims.all.map(\.current.family) == [vance])
    }
  }

  @Test(arguments: [
    ("files/register", "_register.xlsx"), ("files/summary", "_summary.html"),
    ("files/audit-form", "_audit-form.xlsx"), ("files/reconciliation", "_reconciliation.xlsx"),
    ("file.csv", ".csv"),
  ])
  func aWindowsFiles(_ path: String, _ ending: String) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(2, in: folder)
      let answer = try stand.browser("manager", .claimAudit).get(Self.path + "/" + path)
      #expect(answer.status == 200)
      #expect(answer.header("content-disposition").hasPrefix("attachment; filename=\""))
      #expect(answer.header("content-disposition").hasSuffix(ending + "\""))
      if ending.hasSuffix("xlsx") { #expect(answer.text.hasPrefix("PK")) }
    }
  }

  @Test(arguments: [("page", "<title>"), ("rows", ","), ("data", "\"evidence_digest\"")])
  func aClaimsEvidence(_ form: String, _ words: String) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(2, in: folder)
      let path = Links.pack(ClaimID(1), form)
      let answer = try stand.browser("auditor", .claimAudit).get(path)
      #expect(answer.status == 200 && answer.text.contains(words))
      // Whoever may not see sensitive rows gets no file of them, nor a link to one.
      let analyst = try stand.browser("analyst", .claimAudit)
      #expect(analyst.get(path).status == 403)
      #expect(!analyst.get(Links.claim(ClaimID(1))).text.contains("/pack/"))
    }
  }
}
