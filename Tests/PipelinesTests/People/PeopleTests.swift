import Disk
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// Who is who, in a few rows in which somebody could be mistaken for somebody else.
@Suite struct PeopleTests {
  @Test(arguments: [
    (
      "one child, spelt twice",
      "Smith,Jonathan,01/02/2003,1 High Street,SO14 3AA",
      "Smith,Jonathon,01/02/2003,1 High Street,SO14 3AA", true
    ),
    (
      "twins", "Smith,Ella,01/02/2003,1 High Street,SO14 3AA",
      "Smith,Ellie,01/02/2003,1 High Street,SO14 3AA", false
    ),
    (
      "father and son", "Smith,John,01/02/1973,1 High Street,SO14 3AA",
      "Smith,John,01/02/2003,1 High Street,SO14 3AA", false
    ),
    (
      "strangers", "Smith,John,01/02/2003,1 High Street,SO14 3AA",
      "Baker,Mary,06/11/2001,7 Low Road,SO16 9ZZ", false
    ),
  ])
  func `two records are one person or two`(
    _ name: String, _ one: String, _ other: String, _ isOne: Bool
  ) async throws {
    try await withTiny { tiny in
      try tiny.addPeople(",\(one),\n,\(other),\n")
      let run = try await tiny.run().run
      #expect(try tiny.people(of: run) == (isOne ? ["2pupil 3pupil"] : []), "\(name)")
    }
  }

  @Test func `two valid numbers are two people, also where a third record is like both`()
    async throws
  {
    try await withTiny { tiny in
      let details = "Smith,John,01/02/2003,1 High Street,SO14 3AA,"
      try tiny.addPeople(
        "V851200012001,\(details)\nR310299912345,\(details)\n,Smith,Jon,01/02/2003,1 High Street,SO14 3AA,\n"
      )
      let run = try await tiny.run().run
      let people = try tiny.people(of: run)
      #expect(people.count == 1)
      #expect(!people.contains { $0.contains("2pupil") && $0.contains("3pupil") })
      #expect(
        try tiny.query("SELECT kind, why, detail FROM cluster_note", in: run)
          .contains("split|identifier|upn"))
    }
  }

  @Test func `a third record does not bring twins together`() async throws {
    try await withTiny { tiny in
      let home = "01/02/2003,1 High Street,SO14 3AA,"
      try tiny.addPeople(",Smith,Ella,\(home)\n,Smith,Grace,\(home)\n,Smith,,\(home)\n")
      let people = try tiny.people(of: try await tiny.run().run)
      #expect(people.count == 1 && people[0].contains("4pupil"))
      #expect(!people.contains("2pupil 3pupil 4pupil"))
    }
  }

  @Test func `two people in one row are two, whatever they have in common`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(",Smith,John,,1 High Street,SO14 3AA,Jon Smith\n")
      let run = try await tiny.run().run
      #expect(try tiny.people(of: run) == [])
      #expect(
        try tiny.query("SELECT kind, why FROM cluster_note", in: run).contains("split|one-row"))
    }
  }

  @Test func `every record is one person's, and the counts say so`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(
        ",Smith,John,01/02/2003,1 High Street,SO14 3AA,\n,Smith,Jon,01/02/2003,1 High Street,SO14 3AA,\n"
      )
      let outcome = try await tiny.run()
      let counts = try #require(outcome.results.results.first { $0.uniqueID == "linkage" }).counts
      #expect(
        try tiny.query(
          """
          SELECT count(*), count(DISTINCT person_id), (SELECT count(*) FROM person),
            (SELECT sum(records) FROM person) FROM person_member
            JOIN person_record ON person_record.key = person_member.record_key
          """, in: outcome.run)
          == [
            "\(counts["records"] ?? -1)|\(counts["people"] ?? -1)|\(counts["people"] ?? -1)|"
              + "\(counts["records"] ?? -1)"
          ])
      #expect(
        try tiny.query("SELECT count(*) FROM person_record", in: outcome.run)
          == ["\(counts["records"] ?? -1)"])
      let report = outcome.folder.joining("reports/people.html")
      #expect(try readText(report.text).contains("version 3"))
    }
  }

  @Test func `a pair's words are its weight, but for rarity`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(
        ",Smith,John,01/02/2003,1 High Street,SO14 3AA,\n,Smith,Jon,01/02/2003,1 High Street,SO14 3AA,\n"
      )
      let run = try await tiny.run().run
      #expect(
        try tiny.query(
          """
          SELECT max(abs(log2(0.01 / 0.99) + words - pair_weight)) < 1e-9 FROM (
            SELECT pair_weight, sum(weight) AS words FROM pair_in_words
            GROUP BY left_key, right_key)
          """, in: run) == ["1"])
    }
  }

  @Test func `the threads change nothing, and the run verifies`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(
        ",Smith,John,01/02/2003,1 High Street,SO14 3AA,Ann Smith\n,Smith,Jon,01/02/2003,1 High Street,SO14 3AA,Ann Smith\n"
      )
      let one = try await tiny.run { $0.threads = 1 }
      let files = try tiny.files(of: one.run)
      let many = try await tiny.run {
        $0.threads = 4
        $0.rebuilds = true
      }
      #expect(differences(files, try tiny.files(of: many.run)) == [])
      #expect(try await tiny.keeper().verify(one.run, threads: 3).isSame)
    }
  }

  @Test func `without a linkage there are records and no people`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      #expect(try tiny.query("SELECT count(*) FROM person", in: run) == ["0"])
      #expect(try tiny.query("SELECT count(*) > 0 FROM person_record", in: run) == ["1"])
    }
  }
}
