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

  /// What stands on a page between two pieces of it; empty where they are not there.
  private static func part(of page: String, after start: String, before end: String) -> String {
    let halves = page.split(separator: start, maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return "" }
    return String(halves[1].split(separator: end, maxSplits: 1).first ?? "")
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

  /// A name of a sign says nothing of one row: what rests on a row that is hidden is hidden, whoever else has the same sign.
  @Test func aSignIsToldToWhoMaySeeItsOwnRows() async throws {
    try await withTemporaryFolder { folder in
      let council = try FamilyCouncil.make(
        in: folder, rows: ",Vance,Ben,02/02/2003,1 Sea Road,PO5 1AB\n")
      // Ana's first dealings with the police are an offence, Ben's that he was missing, which everybody may know.
      try FamilyCouncil.tell(
        ",Vance,Ben,02/02/2003,1 Sea Road,PO5 1AB,05/04/2013\n", in: "missing", by: "police",
        of: "police.missing", to: council)
      let stand = try await SiteStand(council)
      let family = try Self.family("vance", stand)
      func shown(_ role: String) throws -> (table: String, marks: Int, row: String, tier: String) {
        let page = try stand.browser(role, .familyReview).get(Links.family(family)).text
        func part(_ start: String, _ end: String) -> String {
          Self.part(of: page, after: start, before: end)
        }
        let title = "<title>First dealings of a child with the police"
        return (
          part("id=\"signs-caption\"", "</table>"), page.split(separator: title).count - 1,
          part("id=\"entries-caption\"", "</table>"), part("<dt>Tier of need</dt>", "</dd>")
        )
      }
      let all = try shown("manager")
      #expect(all.table.split(separator: "<small>W20</small>").count == 3)
      #expect(all.marks == 2 && all.row.contains("W20") && !all.tier.contains("not shown"))
      let some = try shown("analyst")
      let police = some.table.split(separator: "<small>W20</small>")
      #expect(police.count == 2 && police.last?.prefix(60).contains("Ben Vance") == true)
      #expect(some.marks == 1 && !some.row.contains("W20") && some.row.contains("W21"))
      #expect(some.tier.contains("not shown to your role"))
      let index = stand.site.current.index
      #expect(index[family]?.isOrdinary == false)
      let quill = try Self.family("quill", stand)
      #expect(index[quill]?.isOrdinary == true)
      let open = try stand.browser("analyst", .familyReview).get(Links.family(quill)).text
      #expect(open.contains("<dt>Tier of need</dt>"))
      #expect(!open.contains("not shown to your role"))
    }
  }

  /// Who newly is of concern is listed for everybody; the tier, which sums up every row, is not.
  @Test func theTierOfWhomTodayListsIsForWhoMaySeeItsRows() async throws {
    try await withTemporaryFolder { folder in
      let council = try FamilyCouncil.make(in: folder)
      // In the run before, somebody else was excluded and had an offence.
      try FamilyCouncil.tellEvents(
        ",Harper,Jon,06/06/2001,6 Park Road,PO5 6LM,11/03/2013\n",
        ",Harper,Jon,06/06/2001,6 Park Road,PO5 6LM,02/04/2013\n", to: council)
      try await council.publish("2013-07-21")
      try FamilyCouncil.tellEvents(to: council)
      let stand = try await SiteStand(council)
      let listed = try #require(stand.site.current.wobbles?.listed)
      let index = stand.site.current.index
      let hidden = listed.filter { index[FamilyID($0.family)]?.isOrdinary == false }
      #expect(!hidden.isEmpty && hidden.allSatisfy { $0.tier != nil })
      func cells(_ role: String) throws -> [String] {
        let page = try stand.browser(role, .familyReview).get("/today").text
        return hidden.map { row in
          Self.part(
            of: page, after: "<code>\(FamilyID(row.family).text)</code>", before: "</tr>")
        }
      }
      for (row, cell) in zip(hidden, try cells("manager")) {
        #expect(cell.contains(row.tier ?? "?"))
      }
      for (row, cell) in zip(hidden, try cells("analyst")) {
        #expect(!cell.isEmpty && !cell.contains(row.tier ?? "?"))
      }
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
