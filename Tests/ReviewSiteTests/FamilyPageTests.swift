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
}
