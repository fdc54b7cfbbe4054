import Claims
import Pipelines
import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// To which family somebody belongs whose address is withheld is for those who may see who is protected.
@Suite struct ProtectedFamilyTests {
  /// A stand on which a list of tenants marks the mother of the Vances as one whose address is withheld.
  private static func stand(in folder: String) async throws -> SiteStand {
    let council = try FamilyCouncil.make(in: folder)
    let contract = SmallCouncil.contract("tenants", "Tenants", "housing", "none")
      .replacing(
        "Postcode: {type: postcode}", with: "Postcode: {type: postcode}\n  Withheld: {type: flag}"
      )
      .replacing("at: home}", with: "at: home, protected: Withheld}")
    let people = contract.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0 != "facts:" }.joined(separator: "\n")
    try council.write(people + "\n", to: "council/sources/tenants.yaml")
    try council.write(
      SmallCouncil.header.replacing("Postcode\n", with: "Postcode,Withheld\n")
        + ",Dale,Petra,10/10/1975,1 Sea Road,PO5 1AB,Y\n,Marlow,Leigh,09/09/2002,9 Far Road,PO5 9ZZ,N\n",
      to: "council/extracts/tenants_2013-07-02.csv")
    return try await SiteStand(council)
  }

  /// The Vances, and of them the daughter, who is shown to everybody, and the mother, who is not.
  private static func vances(
    _ stand: SiteStand
  ) throws -> (family: FamilyID, ana: PersonID, petra: PersonID) {
    let family = try FamilyPageTests.family("vance", stand)
    let people = try stand.site.current.read { try $0.familyAccount(family.value) }?.people ?? []
    let ana = try #require(people.first { !$0.isProtected && $0.name == "Ana Vance" })
    let petra = try #require(people.first { $0.isProtected && $0.name == "Petra Dale" })
    return (family, PersonID(ana.id), PersonID(petra.id))
  }

  @Test(arguments: [("analyst", false), ("reviewer", true)])
  func theFamilysPageNamesThem(_ account: String, _ sees: Bool) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(in: folder)
      let (family, ana, petra) = try Self.vances(stand)
      let browser = try stand.browser(account, .familyReview)
      let page = browser.get(Links.family(family)).text
      #expect(page.contains("value=\"\(ana.text)\""))
      #expect(page.contains("Protected person") != sees)
      for words in [petra.text, "Petra", "1975"] {
        #expect(page.contains(words) == sees, "\(words)")
      }
      let api = browser.get("/api/families/\(family.text)").text
      #expect(api.contains(petra.text) == sees)
    }
  }

  /// The answer is the same for every family, or it would tell which is theirs.
  @Test func nobodyIsToldByAsking() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(in: folder)
      let (vance, _, petra) = try Self.vances(stand)
      let quill = try FamilyPageTests.family("quill", stand)
      var analyst = try stand.browser("analyst", .familyReview)
      var reviewer = try stand.browser("reviewer", .familyReview)
      for family in [vance, quill] {
        for ruling in ["join-family", "leave-family"] {
          let form = [("ruling", ruling), ("person", petra.text), ("reason", "moved")]
          for path in [Links.preview(family), Links.decide(family)] {
            let answer = analyst.post(path, form)
            #expect(
              answer.status == 422 && answer.text.contains("An address of the person is withheld"))
            #expect(!answer.header("location").contains(petra.text))
          }
          let asked = Links.with("/api/families/\(family.text)/preview", Array(form.prefix(2)))
          #expect(analyst.get(asked).status == 404)
        }
      }
      let leaves = [("ruling", "leave-family"), ("person", petra.text), ("reason", "moved")]
      #expect(reviewer.post(Links.decide(vance), leaves).status == 303)

      // What the reviewer decided says whom it is about to those who may know it.
      let number = try #require(stand.entries("decision").first).number
      let keys = try stand.site.book.decisions().holding[0].decision.subject.records.map(\.text)
      for (browser, sees) in [(analyst, false), (reviewer, true)] {
        let page = browser.get("/decision/\(number)").text
        #expect(page.contains("Whom it is about is not shown to your role.") != sees)
        for words in [Links.person(petra), "Petra", "Vance"] {
          #expect(page.contains(words) == sees, "\(words)")
        }
        let all = browser.get("/api/decisions").text
        #expect(all.contains("leave-family") && keys.allSatisfy { all.contains($0) } == sees)
      }
    }
  }

  /// Who is who is decided by analysts as well: they see the person, and not the family.
  @Test(arguments: [("analyst", false), ("reviewer", true)])
  func thePersonsPagesLeadToTheFamily(_ account: String, _ sees: Bool) async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(in: folder)
      let (family, ana, petra) = try Self.vances(stand)
      let browser = try stand.browser(account)
      #expect(browser.get(Links.person(ana)).text.contains(Links.family(family)))
      let records = try stand.site.current.read { try $0.records(of: petra) }
      let pair = try #require(RecordPair(records[0], records[1]))
      for page in [Links.person(petra), Links.pair(pair)] {
        let answer = browser.get(page)
        #expect(answer.status == 200 && answer.text.contains("Withheld"))
        #expect(answer.text.contains(family.text) == sees, "\(page)")
        #expect(answer.text.contains("/preview") == sees, "\(page)")
      }
      for preview in [
        Links.preview(pair, .notMatch),
        Links.with(Links.preview(petra), [("record", records[0].text)]),
        "/api/pairs/\(pair.left.text)/\(pair.right.text)/preview?ruling=not-match",
      ] {
        #expect((browser.get(preview).status == 403) != sees, "\(preview)")
      }
    }
  }

  @Test func aClaimsPageLeadsToWhomTheRoleMaySee() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await Self.stand(in: folder)
      let (family, ana, petra) = try Self.vances(stand)
      let day = stand.site.current.run.asOf
      let days = try #require(DayInterval(first: day, last: day))
      let lines = [ana, petra].map {
        FrozenElement.Line(person: $0, name: "now", days: days, count: 1, isCovered: true)
      }
      let claim = FrozenClaim(
        family: family, reference: "F-1",
        people: [
          CountedPerson(id: ana, role: .dependentChild), CountedPerson(id: petra, role: .parent),
        ], scheme: "tf1-2012", schemeVersion: "1", path: "troubled-families",
        results: ["crime-education"], amount: Pence(70_000), attachedOn: day,
        attachmentYear: FinancialYear(containing: day), criteria: ["excluded"],
        elements: [FrozenElement(element: "school", answer: .achieved, lines: lines)],
        area: "Harbour", worker: "W1", run: stand.site.current.run.description, asOf: day)
      var desk = try ProgrammeDesk(
        stand.council.workspace, #require(stand.site.current.pipeline?.programme))
      try desk.enter([
        ClaimEntry(
          claim: ClaimID(1), on: day, by: "analyst", role: .analyst,
          event: .prepared(claim, window: "2013-07"))
      ])
      for (account, sees) in [("analyst", false), ("manager", true)] {
        let page = try stand.browser(account, .claimAudit).get("/claim/C00001").text
        #expect(page.contains(Links.person(ana)) && page.contains("Person 2"))
        #expect(page.contains(Links.person(petra)) == sees, "\(account)")
      }
    }
  }
}
