import Disk
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// The families of the sample council, against the truth and the report on the eight of Norwich.
enum SampleFamilies {
  /// One of the eight families in December 2010: of each member the forename, the birth and the part.
  struct Expected {
    var family: String
    var members: [String]
    /// The children and grandchildren whom the report counts, wherever they live, grown up or not.
    var children: [String]
    /// Who of them had left for a home of their own by then.
    var left: [String] = []
  }

  static let norwich: [Expected] = [
    Expected(
      family: "Brown",
      members: [
        "Callum 1999-05-05 non-resident-child", "Ella 2006-07-30 dependent-child",
        "Kieran 2004-09-11 dependent-child",
        "Mel 1982-12-06 parent", "Ruby 2002-10-24 dependent-child",
      ], children: ["Callum", "Ella", "Kieran", "Ruby"]),
    Expected(
      family: "Ford",
      members: [
        "Becca 2001-07-30 dependent-child", "Ben 2008-12-06 looked-after-child",
        "Jack 1993-10-24 non-resident-child", "Jess 1975-12-06 parent",
        "Josh 2001-07-30 dependent-child", "Marie 2002-05-05 looked-after-child",
        "Sara 1996-09-11 dependent-child",
      ], children: ["Becca", "Ben", "Jack", "Josh", "Marie", "Sara"]),
    Expected(
      family: "Heath",
      members: [
        "Carol 1968-12-06 parent", "Kelly 1995-09-11 dependent-child",
        "Liam 1994-10-24 dependent-child", "Miah 2001-07-30 dependent-child",
      ], children: ["Kelly", "Liam", "Miah"]),
    Expected(
      family: "Jones", members: ["David 1992-10-24 adult-child", "Viv 1966-12-06 parent"],
      children: ["David", "Lisa"], left: ["Lisa 1987-09-11 adult-child"]),
    Expected(
      family: "Park",
      members: [
        "Alfie 2009-12-06 dependent-child", "Angela 1958-12-06 grandparent",
        "Darren 1983-10-24 parent", "Jayden 2004-05-05 dependent-child",
        "Kacey 2005-03-23 dependent-child", "Kirsty 1987-06-17 non-resident-parent",
        "Lee 1986-09-11 adult-child", "Logan 2008-12-06 dependent-child",
        "Shane 1989-07-30 adult-child",
        "Tia 2006-02-08 looked-after-child",
      ], children: ["Alfie", "Darren", "Jayden", "Kacey", "Lee", "Logan", "Shane", "Tia"]),
    Expected(
      family: "Sharp",
      members: [
        "Dean 2005-07-30 dependent-child", "Jo 1982-12-06 parent",
        "Kayleigh 2004-09-11 dependent-child", "Trisha 1999-10-24 dependent-child",
        "Tyler 2001-06-17 non-resident-child",
      ], children: ["Dean", "Kayleigh", "Trisha", "Tyler"]),
    Expected(
      family: "Smith",
      members: [
        "Charlotte 2008-06-06 dependent-child", "Finn 2009-06-06 dependent-child",
        "Gary 1987-12-06 parent", "Mary 1988-10-24 parent",
      ], children: ["Charlotte", "Finn"]),
    Expected(
      family: "White",
      members: [
        "Ed 2001-09-11 dependent-child", "Fiona 2003-07-30 dependent-child",
        "Gina 1979-12-06 parent", "Ian 2004-06-17 dependent-child",
        "Reece 1998-05-05 non-resident-child", "Wayne 1976-10-24 parent",
      ], children: ["Ed", "Fiona", "Ian", "Reece"]),
  ]

  /// Checks a run of the sample.
  static func check(_ run: String, _ council: Path) throws {
    let truth = try CouncilTruth(council)
    var file = try RunFile.open(at: run)
    let figures = try FamilyComparison(truth, &file, asOf: day("2013-07-22")).figures
    #expect(figures.passes, "\(figures)")
    #expect(figures.composition >= 0.95, "\(figures)")
    #expect(figures.protection.pairs > 0)
    let address = try #require(figures.recipes.first)
    #expect(figures.pairs.f1 > address.pairs.f1 + 0.05)
    try checkNorwich(run, council)
    try checkTables(run)
  }

  /// The eight families, by the true person of each member, as the report has them.
  private static func checkNorwich(_ run: String, _ council: Path) throws {
    let truth = try SampleTruth(council.joining("truth"), run)
    var known: [String: String] = [:]
    for line in try readTruth(council, "people.csv") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      known[cells[0]] = "\(cells[2]) \(cells[3])"
    }
    var named: [String: String] = [:]
    for line in try readTruth(council, "families.csv") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if !cells[7].isEmpty { named[cells[1]] = cells[7] }
    }
    let trueOf = truth.trueOf(try SampleTruth.people(in: run))
    var found: [String: [String: Set<String>]] = [:]
    var left: [String: Set<String>] = [:]
    let members = try rows(
      """
      SELECT family_id, person_id, role, coalesce(until, '9999') FROM family_member
      WHERE coalesce(since, '') <= '2010-12-31'
      """, in: run)
    for row in members {
      let cells = row.split(separator: "|").map(String.init)
      guard let id = Int64(cells[1]), let person = trueOf[id], let who = known[person] else {
        continue
      }
      if cells[3] >= "2010-12-31" {
        found[cells[0], default: [:]][named[person] ?? "", default: []].insert("\(who) \(cells[2])")
      } else {
        left[cells[0], default: []].insert("\(who) \(cells[2])")
      }
    }
    var (children, singleParents) = (0, 0)
    for expected in norwich {
      let best = found.max { one, other in
        (one.value[expected.family]?.count ?? 0, one.key)
          < (other.value[expected.family]?.count ?? 0, other.key)
      }
      let (id, family) = try #require(best)
      let present = family[expected.family] ?? []
      #expect(present.sorted() == expected.members, "\(expected.family)")
      #expect(family.count == 1, "nobody else is of the family \(expected.family)")
      #expect((left[id] ?? []).isSuperset(of: expected.left), "\(expected.family)")
      let names = Set((present.union(expected.left)).map { String($0.prefix { $0 != " " }) })
      #expect(names.isSuperset(of: expected.children), "\(expected.family)")
      children += names.intersection(expected.children).count
      singleParents += present.count { $0.hasSuffix(" parent") } == 1 ? 1 : 0
    }
    #expect(children == 33)
    #expect(singleParents == 6)
  }

  private static func readTruth(_ council: Path, _ name: String) throws -> [Substring] {
    Array(
      try readText(council.joining("truth").joining(name).text).split(separator: "\n").dropFirst())
  }

  /// Every membership leads back to evidence with a row, and everything is in the order of ids.
  private static func checkTables(_ run: String) throws {
    #expect(
      try rows(
        """
        SELECT count(*) FROM family_member m WHERE (SELECT count(*) FROM family_evidence e
          WHERE e.family_id = m.family_id AND m.person_id IN (e.person_id, e.other_id)) = 0
        """, in: run) == ["0"])
    #expect(
      try rows(
        """
        SELECT count(*) FROM family_evidence LEFT JOIN extract ON extract.id = extract_id
        WHERE kind NOT IN ('another', 'surname', 'same-arrival', 'child-with-adult', 'only-two',
          'ruling') AND extract.id IS NULL
        """, in: run) == ["0"])
    #expect(
      try rows("SELECT id FROM family ORDER BY rowid", in: run)
        == rows("SELECT id FROM family ORDER BY id", in: run))
    #expect(
      try rows("SELECT count(*) FROM family WHERE residents > 16", in: run) == ["0"])
  }
}
