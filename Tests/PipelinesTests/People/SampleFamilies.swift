import Disk
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// The families of the sample council, against the truth and the report on the eight of Norwich.
enum SampleFamilies {
  /// Somebody of the eight families in December 2010: forename, birth, part.
  struct Expected {
    var family: String
    var members: [String]
  }

  /// Who is named in rows at all: four children whom the report counts and does not name are in none.
  static let norwich: [Expected] = [
    Expected(
      family: "Brown",
      members: [
        "Ella 2006-07-30 dependent-child", "Kieran 2004-09-11 dependent-child",
        "Mel 1982-12-06 parent", "Ruby 2002-10-24 dependent-child",
      ]),
    Expected(
      family: "Ford",
      members: [
        "Becca 2001-07-30 dependent-child", "Ben 2008-12-06 looked-after-child",
        "Jack 1993-10-24 non-resident-child", "Jess 1975-12-06 parent",
        "Josh 2001-07-30 dependent-child", "Marie 2002-05-05 looked-after-child",
        "Sara 1996-09-11 dependent-child",
      ]),
    Expected(
      family: "Heath",
      members: [
        "Carol 1968-12-06 parent", "Kelly 1995-09-11 dependent-child",
        "Liam 1994-10-24 dependent-child", "Miah 2001-07-30 dependent-child",
      ]),
    Expected(family: "Jones", members: ["David 1992-10-24 adult-child", "Viv 1966-12-06 parent"]),
    Expected(
      family: "Park",
      members: [
        "Alfie 2009-12-06 dependent-child", "Angela 1958-12-06 grandparent",
        "Darren 1983-10-24 parent", "Jayden 2004-05-05 dependent-child",
        "Kacey 2005-03-23 dependent-child", "Lee 1986-09-11 adult-child",
        "Shane 1989-07-30 adult-child",
        "Tia 2006-02-08 looked-after-child",
      ]),
    Expected(
      family: "Sharp",
      members: [
        "Dean 2005-07-30 dependent-child", "Jo 1982-12-06 parent",
        "Kayleigh 2004-09-11 dependent-child", "Trisha 1999-10-24 dependent-child",
      ]),
    Expected(
      family: "Smith",
      members: [
        "Charlotte 2008-06-06 dependent-child", "Finn 2009-06-06 dependent-child",
        "Gary 1987-12-06 parent", "Mary 1988-10-24 parent",
      ]),
    Expected(
      family: "White",
      members: [
        "Ed 2001-09-11 dependent-child", "Fiona 2003-07-30 dependent-child",
        "Gina 1979-12-06 parent", "Ian 2004-06-17 dependent-child", "Wayne 1976-10-24 parent",
      ]),
  ]

  /// Checks a run of the sample.
  static func check(_ run: String, _ council: Path) throws {
    let truth = try CouncilTruth(council)
    var file = try RunFile.open(at: run)
    let figures = try FamilyComparison(truth, &file, asOf: day("2013-07-22")).figures
    #expect(figures.passes, "\(figures)")
    #expect(figures.composition >= 0.95, "\(figures)")
    #expect(figures.protectedPairs > 0)
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
    let members = try rows(
      """
      SELECT family_id, person_id, role FROM family_member
      WHERE coalesce(since, '') <= '2010-12-31' AND coalesce(until, '9999') >= '2010-12-31'
      """, in: run)
    for row in members {
      let cells = row.split(separator: "|").map(String.init)
      guard let id = Int64(cells[1]), let person = trueOf[id], let who = known[person] else {
        continue
      }
      found[cells[0], default: [:]][named[person] ?? "", default: []].insert("\(who) \(cells[2])")
    }
    for expected in norwich {
      let best = found.values.compactMap { $0[expected.family] }.max { $0.count < $1.count }
      #expect(best?.sorted() == expected.members, "\(expected.family)")
      let family = found.values.first { $0[expected.family] == best }
      #expect(family?.count == 1, "nobody else is of the family \(expected.family)")
    }
    let single = norwich.count { family in
      !family.members.contains { $0.hasPrefix("Gary") || $0.hasPrefix("Wayne") }
    }
    #expect(single == 6)
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
