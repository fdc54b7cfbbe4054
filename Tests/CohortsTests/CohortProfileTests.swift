import Testing
import Vocabulary
import YAMLFiles

@testable import Cohorts

@Suite struct CohortProfileTests {
  private static let day = Day(iso: "2013-07-22") ?? .earliest

  private static let definition = ProfileDefinition(
    title: "", source: "", wardPercent: 80, manyChildren: 3, childAge: 16,
    needs: [
      .init(name: "treated", title: "", kinds: [0], episodes: [0], months: 12),
      .init(name: "housed", title: "", kinds: [0], episodes: [0], months: nil),
      .init(name: "called", title: "", kinds: [1], episodes: [], months: 12),
    ], published: .init())

  /// Someone of a family: a part, and a birth date as exact as it is known.
  private struct Member {
    var role: FamilyRole
    var born: String?
    var died: String?
    var from = "2000-01-01"
    var until: String?
  }

  private static func profile(
    _ members: [Member], facts: [CaseFact] = [], in area: Area? = nil
  ) throws -> CohortProfile {
    var file = CaseFile()
    for (place, member) in members.enumerated() {
      let first = try #require(Day(iso: member.from))
      let last = member.until.flatMap { Day(iso: $0) } ?? .latest
      file.memberships.append(
        CaseMembership(
          role: member.role, days: try #require(DayInterval(first: first, last: last))))
      file.people.append(
        CasePerson(
          id: PersonID(Int64(place)), born: member.born.flatMap { PartialDate(text: $0) },
          died: member.died.flatMap { PartialDate(text: $0) }, memberships: place..<place + 1))
    }
    file.facts = facts
    let family = CaseFamily(
      id: FamilyID(1), people: 0..<members.count, facts: 0..<facts.count)
    var profile = CohortProfile(definition, on: day)
    profile.add(family, of: file, in: area)
    return profile
  }

  @Test func membersAreThoseWhoLiveThereOnTheDay() throws {
    let profile = try Self.profile([
      Member(role: .parent, born: "1980-02-01"), Member(role: .dependentChild, born: "2001-02-01"),
      Member(role: .nonResidentParent, born: "1979"),
      Member(role: .lookedAfterChild, born: "2005-02-01"),
      Member(role: .adultChild, born: "1993-02-01", until: "2013-07-21"),
      Member(role: .grandparent, born: "1950-02-01", died: "2013-06"),
    ])
    #expect(profile.sizes == [2: 1] && profile.children == [1: 1])
    #expect(profile.loneParents == 1 && profile.withChildren == 1)
  }

  @Test(arguments: [
    ([FamilyRole.parent, .dependentChild], 1), ([.parent, .parent, .dependentChild], 0),
    ([.parent, .partner, .dependentChild], 0), ([.parent, .grandparent, .dependentChild], 0),
    ([.parent, .adultChild], 0), ([.parent, .adultChild, .dependentChild], 1),
  ])
  func aLoneParentIsTheOnlyGrownUpWhoIsNoChildOfTheFamily(
    _ roles: [FamilyRole], _ expected: Int
  ) throws {
    let members = roles.map { Member(role: $0, born: $0 == .dependentChild ? "2005-01-01" : nil) }
    #expect(try Self.profile(members).loneParents == expected)
  }

  @Test(arguments: [
    // Sixteen on the day is not under 16; a birth in that month may be either.
    (["2000-01-01", "2001-01-01", "1997-07-22"], 0, 0),
    (["2000-01-01", "2001-01-01", "1997-07-23"], 1, 0),
    (["2000-01-01", "2001-01-01", "1997-07"], 0, 1),
    (["2000-01-01", "2001-01-01", ""], 0, 1),
    (["2000-01-01", "2001-01-01"], 0, 0),
  ])
  func manyChildrenAreCountedByWhatIsCertain(
    _ births: [String], _ certain: Int, _ open: Int
  ) throws {
    let profile = try Self.profile(births.map { Member(role: .dependentChild, born: $0) })
    #expect((profile.manyChildren, profile.perhapsManyChildren) == (certain, open))
  }

  /// A fact by its kind and dates, and for each need `+` if it is certain, `?` if open, `-` if neither.
  static let facts: [(kind: UInt16, from: String, to: String?, needs: String)] = [
    (0, "2013-01-01", nil, "++-"), (0, "2010-01-01", "2013-07-22", "++-"),
    (0, "2010-01-01", "2013-07-21", "+--"), (0, "2010-01-01", "2012-07-23", "+--"),
    (0, "2010-01-01", "2012-07-22", "---"), (0, "2010-01-01", "2012-07", "?--"),
    (0, "2010-01-01", "2013-07", "+?-"), (0, "2013-07-23", nil, "---"), (0, "2013-07", nil, "??-"),
    (1, "2012-07-23", nil, "--+"), (1, "2012-07-22", nil, "---"), (1, "2012-07", nil, "--?"),
    (1, "2013-07-22", nil, "--+"), (1, "2013-07", nil, "--?"), (1, "2013", nil, "--?"),
  ]

  @Test(arguments: facts)
  func aNeedIsThereWhereAFactHoldsForCertain(
    _ kind: UInt16, _ from: String, _ to: String?, _ needs: String
  ) throws {
    let fact = CaseFact(
      key: 1, kind: kind, starts: PartialDate(text: from),
      ends: to.flatMap { PartialDate(text: $0) })
    let found = try Self.profile([Member(role: .parent)], facts: [fact]).needs
    let signs = found.map { $0.certain == 1 ? "+" : $0.open == 1 ? "?" : "-" }
    #expect(signs.joined() == needs)
  }

  @Test func aFamilyToWhichNobodyBelongsAnyMoreIsNotCounted() throws {
    let left = try Self.profile([
      Member(role: .parent, born: "1980", until: "2013-07-21"),
      Member(role: .grandparent, born: "1950", died: "2013-06"),
    ])
    #expect(left.families == 0 && left.gone == 1 && left.sizes == [:] && left.areas == [:])
    // On its last day it is one yet; somebody who lives elsewhere belongs to it too.
    let last = try Self.profile([Member(role: .parent, born: "1980", until: "2013-07-22")])
    #expect(last.families == 1 && last.gone == 0)
    let away = try Self.profile([Member(role: .lookedAfterChild, born: "2005")])
    #expect(away.families == 1 && away.sizes == [0: 1])
  }

  @Test func familiesLiveInAsFewWardsAsHoldThem() throws {
    let areas = ["a", "b", "c", "d"].map { Area(district: "d", ward: $0) }
    var profile = CohortProfile(Self.definition, on: Self.day)
    var file = CaseFile()
    file.memberships = [
      CaseMembership(
        role: .parent, days: try #require(DayInterval(first: .earliest, last: .latest)))
    ]
    file.people = [CasePerson(id: PersonID(1), memberships: 0..<1)]
    let family = CaseFamily(id: FamilyID(1), people: 0..<1, facts: 0..<0)
    for (area, count) in zip(areas, [6, 2, 1, 1]) {
      for _ in 0..<count { profile.add(family, of: file, in: area) }
    }
    profile.add(family, of: file, in: nil)
    let eighty = try #require(profile.concentration(percent: 80, of: areas))
    #expect(eighty == (2, 4) && profile.withoutArea == 1)
    #expect(try #require(profile.concentration(percent: 81, of: areas)) == (3, 4))
    #expect(
      CohortProfile(Self.definition, on: Self.day).concentration(percent: 80, of: areas) == nil)
  }

  @Test func theTypicalAndTheMean() {
    #expect(CohortProfile.typical([2: 1, 3: 2, 9: 1]) == 3)
    #expect(CohortProfile.typical([2: 2, 9: 2]) == 2)
    #expect(CohortProfile.typical([:]) == nil)
    #expect(CohortProfile.meanInTenths([2: 1, 3: 1]) == 25)
    #expect(CohortProfile.meanInTenths([:]) == nil)
  }
}
