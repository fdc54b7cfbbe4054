import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// What a family's page shows, and to whom.
@Suite struct FamilyPageTests {
  /// The family of somebody by a word of the name.
  static func family(_ name: String, _ stand: SiteStand) throws -> FamilyID {
    let index = stand.site.current.index
    return index.lines[try #require(index.search(name, seesProtected: true).first)].id
  }

  @Test func aFamilyIsShownWithItsStory() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let browser = try stand.browser("manager", .familyReview)
      let family = try Self.family("vance", stand)
      let answer = browser.get(Links.family(family))
      #expect(answer.status == 200)
      for words in [
        "Ana Vance", "Petra Dale", "Dependent child", "Out by:", "<svg class=\"genogram\"",
        "<svg class=\"timeline\"", "one home", "A child permanently excluded", "Met",
        "offences_2013-07-02.csv", "Put forward", "Where the id comes from",
      ] {
        #expect(answer.text.contains(words), "\(words)")
      }
      let views = try stand.entries("view")
      #expect(views.count == 1 && views[0].content.contains(family.text))
      #expect(browser.get("/family/0000000000000001").status == 404)
      #expect(browser.get("/family/nonsense").status == 404)
    }
  }

  /// A role without the source learns that a criterion is met, and no row of it.
  @Test func rowsThatARoleMayNotSeeAreNotThere() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let family = try Self.family("vance", stand)
      let page = try stand.browser("analyst", .familyReview).get(Links.family(family)).text
      #expect(page.contains("A child with a proven offence"))
      #expect(page.contains("What it rests on is not shown to your role."))
      #expect(page.contains("are not shown to your role"))
      #expect(page.contains("exclusions_2013-07-02.csv"))
      #expect(!page.contains("offences_2013-07-02.csv"))
      #expect(!page.contains("Young person") && !page.contains("First proven offence"))
      #expect(!page.contains("Youth offending"))
      let all = try stand.browser("auditor", .claimAudit).get(Links.family(family)).text
      #expect(all.contains("offences_2013-07-02.csv") && all.contains("First proven offence"))
    }
  }

  @Test func theIndexFindsNamesThatAreSpeltOtherwise() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand.withFamilies(in: folder)
      let index = stand.site.current.index
      let vance = try Self.family("vance", stand)
      for wanted in ["Vance", "ANA vance", "vanse", "van", "petra 1975", "anna vance", "petra ana"]
      {
        #expect(
          index.search(wanted, seesProtected: true).map { index.lines[$0].id } == [vance],
          "\(wanted)")
      }
      for wanted in ["", "   ", "zzz", "vance quill", "1999"] {
        #expect(index.search(wanted, seesProtected: true).isEmpty, "\(wanted)")
      }
      #expect(index[vance]?.eligible == .met)
      let quill = try #require(index[try Self.family("quill", stand)])
      #expect(quill.eligible != .met && quill.met.count == 1)
    }
  }

  /// The day of a concern tells of the rows that it rests on, so only who may see these is told.
  @Test func theDayOfAConcernIsForWhoMaySeeItsRows() async throws {
    try await withTemporaryFolder { folder in
      let council = try FamilyCouncil.make(in: folder)
      // Tess has a proven offence before her exclusion; Ana's exclusion comes first.
      try council.write(
        SmallCouncil.header.replacing("Postcode\n", with: "Postcode,Date\n")
          + "M820200012015,Vance,Ana,14/05/2001,1 Sea Road,PO5 1AB,02/04/2013\n,Quill,Tess,07/07/2001,7 Park Road,PO5 7NP,05/02/2013\n",
        to: "council/extracts/offences_2013-07-02.csv")
      let stand = try await SiteStand(council)
      let analyst = try stand.browser("analyst", .familyReview)
      let manager = try stand.browser("manager", .familyReview)
      var (open, hidden) = (0, 0)
      for line in stand.site.current.index.lines {
        let journey = try #require(
          try stand.site.current.read { try $0.journeyAccount(line.id.value) })
        guard let day = journey.values["concern_to"], let first = line.concern else { continue }
        #expect(line.isConcernOrdinary == journey.isOrdinary(until: day))
        let words = try #require(FamilyView.date(journey.values["concern_from"], day))
        let row = "<dt>Earliest concern</dt><dd>\(words)</dd>"
        #expect(manager.get(Links.family(line.id)).text.contains(row))
        #expect(analyst.get(Links.family(line.id)).text.contains(row) == line.isConcernOrdinary)
        let api = analyst.get("/api/families/\(line.id.text)").text
        #expect(api.contains("\"concern_from\":\"\(first)\"") == line.isConcernOrdinary)
        open += line.isConcernOrdinary ? 1 : 0
        hidden += line.isConcernOrdinary ? 0 : 1
      }
      #expect(open > 0 && hidden > 0)
    }
  }
}
