import Testing
import Vocabulary

@testable import Reports

@Suite struct ProfileBookTests {
  private static let areas = (1...8).map { Area(district: "Downs", ward: "Ward \($0)") }

  /// 546 families as Hampshire described its own.
  private static func hampshire(_ change: (inout ProfilePicture) -> Void = { _ in }) -> ProfileBook
  {
    var wards: [Area: Int] = [:]
    for area in areas { wards[area] = 18 }
    (wards[areas[0]], wards[areas[1]]) = (238, 200)
    var picture = ProfilePicture(
      title: "The cohort", source: "Report to Cabinet", who: "those in the programme",
      families: 546,
      concentration: .init(percent: 80, wards: 2, allWards: 8, published: 25), wards: wards,
      withoutWard: 0,
      typical: [
        .init(title: "Members", counts: [3: 100, 4: 150, 5: 196, 8: 100], published: 5),
        .init(title: "Children", counts: [2: 250, 3: 296], published: 3),
      ],
      statistics: [
        .init(title: "One parent alone", families: 360, asked: 546, published: 66),
        .init(title: "5 or more children under 16", families: 87, asked: 546, published: 16),
        .init(title: "Mental health issues", families: 120, asked: 546, open: 7, published: 22),
        .init(title: "Substance misuse issues", families: 158, asked: 546, open: 2, published: 29),
        .init(title: "Domestic violence", families: 164, asked: 546, published: 30),
        .init(title: "Living in social housing", families: 437, asked: 546, published: 80),
      ])
    change(&picture)
    return ProfileBook(profile: picture, context: ReportContext())
  }

  /// A cohort like Hampshire's comes out as Hampshire published it, to the percentage point.
  @Test func aCohortLikeHampshiresHasItsFigures() throws {
    let book = Self.hampshire().book
    #expect(book.figures.map(\.figure) == ["546", "25%", "5", "3"])
    #expect(!book.lead.contains("nobody belongs"))
    #expect(Self.hampshire { $0.gone = 13 }.book.lead.hasSuffix("any more are not counted: 13."))
    // A few could be picked out.
    #expect(!Self.hampshire { $0.gone = 3 }.book.lead.contains("counted: 3"))
    let table = try #require(book.tables.first { $0.name == "cohort-profile" })
    for row in table.rows {
      guard case .share(let ours) = row[2], case .share(let published) = row[4] else {
        Issue.record("no share in \(row)")
        continue
      }
      #expect(((ours.thousandths ?? 0) + 5) / 10 == published.part, "\(row[0])")
    }
  }

  @Test func whatPointsAtFewIsLeftOut() throws {
    let book = Self.hampshire { picture in
      picture.statistics[0].families = 4
      picture.statistics[1].families = 543
      picture.wards[Self.areas[7]] = 2
    }.book
    let table = try #require(book.tables.first { $0.name == "cohort-profile" })
    #expect(table.rows[0][1] == .suppressed && table.rows[0][2] == .suppressed)
    // 543 of 546 tells of three.
    #expect(table.rows[1][1] == .suppressed)
    #expect(table.rows[3][3] == .suppressed && table.rows[2][3] == .number(7))
    let wards = try #require(book.tables.first { $0.name == "profile-wards" })
    #expect(wards.rows.count { $0[2] == .suppressed } == 2)
    #expect(book.reach == .publication)
  }

  /// A single family without a ward would be what the wards lack to all.
  @Test func aFamilyWithoutAWardIsHiddenWithAWard() throws {
    let book = Self.hampshire { $0.withoutWard = 1 }.book
    let wards = try #require(book.tables.first { $0.name == "profile-wards" })
    #expect(wards.rows.count { $0[2] == .suppressed } == 1)
    let section = try #require(book.sections.last)
    #expect(section.paragraphs[1].hasPrefix("Of [c] family"))
  }

  /// Whoever is hidden beside a small ward stands with it: neither order nor words tell how large it is.
  @Test func hiddenWardsAreTheLastByTheirNames() throws {
    let book = Self.hampshire { picture in
      picture.wards[Self.areas[1]] = 3
      picture.wards[Self.areas[4]] = 30
      picture.withoutWard = 6
    }.book
    let wards = try #require(book.tables.first { $0.name == "profile-wards" })
    #expect(wards.rows.map { $0[0] } == [1, 5, 3, 4, 6, 7, 8, 2].map { .text("Ward \($0)") })
    #expect(wards.rows.count { $0[2] == .suppressed } == 1)
    let section = try #require(book.sections.last)
    #expect(section.paragraphs[1].hasPrefix("Of [c] families"))
    let two = Self.hampshire { picture in
      (picture.wards[Self.areas[0]], picture.wards[Self.areas[6]]) = (2, 4)
    }.book.tables.first { $0.name == "profile-wards" }
    #expect(two?.rows.suffix(2).map { $0[0] } == [.text("Ward 1"), .text("Ward 7")])
  }

  @Test func theMiddleAndTheMean() {
    let typical = ProfilePicture.Typical(title: "Members", counts: [1: 1, 2: 1], published: nil)
    #expect(typical.middle == 1 && typical.mean == "1.5")
    #expect(ProfilePicture.Typical(title: "", counts: [:], published: nil).middle == nil)
  }
}
