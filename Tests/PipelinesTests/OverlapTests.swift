import Disk
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// The same thing told several times is one thing, and the newest telling holds.
@Suite struct OverlapTests {
  /// Three deliveries that overlap: the sessions of one exclusion grow, one comes later, one is there twice.
  private static let deliveries = [
    "exclusions_2013-05-06.csv": ["Archer,Amy,,FIXD,06/03/2013,1", "Baker,Ben,,FIXD,07/03/2013,1"],
    "exclusions_2013-06-03.csv": [
      "Archer,Amy,,FIXD,06/03/2013,2", "Baker,Ben,,FIXD,07/03/2013,1",
      "Cooper,Cat,,FIXD,14/05/2013,2",
    ],
    "exclusions_2013-07-01.csv": [
      "Archer,Amy,,FIXD,06/03/2013,3", "Cooper,Cat,,FIXD,14/05/2013,2",
      "Cooper,Cat,,FIXD,14/05/2013,2",
    ],
  ]

  private static func text(_ rows: [String]) -> String {
    TinyTexts.exclusionsHeader + rows.map { $0 + "\n" }.joined()
      + "Total records: \(rows.count)\n"
  }

  private static let facts = """
    SELECT starts, attributes, file_name, line FROM fact JOIN extract ON extract.id = extract_id
    WHERE file_name LIKE 'exclusions%' ORDER BY starts
    """

  @Test func `a fact is stored once, as the newest delivery tells it`() async throws {
    try await withTiny { tiny in
      for (name, rows) in Self.deliveries { try tiny.deliver(name, Self.text(rows)) }
      let run = try await tiny.run().run
      #expect(
        try tiny.query(Self.facts, in: run) == [
          "2013-03-06|{\"sessions\":\"3\"}|exclusions_2013-07-01.csv|2",
          "2013-03-07|{\"sessions\":\"1\"}|exclusions_2013-06-03.csv|3",
          "2013-05-14|{\"sessions\":\"2\"}|exclusions_2013-07-01.csv|3",
        ])
      let repeated = try tiny.query(
        "SELECT facts_repeated FROM extract WHERE source_id = 0 ORDER BY id", in: run)
      #expect(repeated == ["1", "2", "2"])
      // Three people with eight appearances; the first is where the newest delivery has it.
      let people = """
        SELECT surname, count(*) FROM mention JOIN person_record ON key = record_key
        WHERE source_id = 0 GROUP BY surname ORDER BY surname
        """
      #expect(try tiny.query(people, in: run) == ["Archer|3", "Baker|2", "Cooper|3"])
      #expect(try tiny.query("SELECT count(*), count(DISTINCT key) FROM place", in: run) == ["2|2"])
    }
  }

  @Test func `of the answers to one matter the newest holds, and the others are gone`() async throws
  {
    try await withTiny { tiny in
      let fixed = "key: [Surname, Forename, Start]\n"
      try tiny.edit(
        "council/sources/exclusions.yaml", fixed, fixed + "    matter: exclusion\n")
      try tiny.edit(
        "council/sources/exclusions.yaml", "    when: {Category: fixed}\n",
        """
            when: {Category: fixed}
          - kind: education.exclusion.permanent
            of: pupil
            on: Start
            key: [Surname, Forename, Start]
            matter: exclusion
            when: {Category: permanent}

        """)
      try tiny.edit(
        "vocabulary.yaml", "  education.exclusion.fixed:\n",
        """
          education.exclusion.permanent: {title: Permanent, agency: education, shape: event, level: 3,
            sensitivity: ordinary}
          education.exclusion.fixed:

        """)
      try tiny.deliver(
        "exclusions_2013-06-03.csv", Self.text(["Archer,Amy,,PERM,06/03/2013,"]))
      try tiny.deliver(
        "exclusions_2013-07-01.csv", Self.text(["Archer,Amy,,FIXD,06/03/2013,9"]))
      let run = try await tiny.run().run
      let kinds =
        "SELECT name FROM fact JOIN fact_kind ON fact_kind.id = kind_id WHERE source_id = 0"
      #expect(try tiny.query(kinds, in: run) == ["education.exclusion.fixed"])
    }
  }

  /// Tenancies as three lists tell of them, each list with what is still true; the newest that tells anything is of April.
  @Test(
    "an open episode that a newer list no longer has ended on the day of the last that had it",
    arguments: [
      // The lists of February, March and April: a tenancy's number, its start, and its end where it has one.
      (["A 2010-01-04", "A 2010-01-04", "A 2010-01-04"], ["A 2010-01-04|"], ["0", "0", "0"]),
      (
        ["A 2010-01-04", "B 2013-01-02", "B 2013-01-02"],
        ["A 2010-01-04|2013-02-28", "B 2013-01-02|"], ["0", "0", "1"]
      ),
      (
        ["A 2010-01-04", "A 2010-01-04, B 2013-01-02", "B 2013-01-02"],
        ["A 2010-01-04|2013-03-31", "B 2013-01-02|"], ["0", "1", "0"]
      ),
      // It came back: nothing is known to have ended.
      (
        ["A 2010-01-04", "B 2013-01-02", "A 2010-01-04"],
        ["A 2010-01-04|", "B 2013-01-02|2013-03-31"], ["0", "1", "0"]
      ),
      // What has an end keeps it; what was to begin after the list is not known to have been true on any day.
      (
        ["A 2010-01-04 2012-05-06, B 2013-03-09", "C 2013-03-01", "C 2013-03-01"],
        ["A 2010-01-04|2012-05-06", "B 2013-03-09|", "C 2013-03-01|"], ["0", "0", "0"]
      ),
      // A list without a row that can be read tells of nothing.
      (
        ["A 2010-01-04", "B 2013-01-02", ""],
        ["A 2010-01-04|2013-02-28", "B 2013-01-02|"], ["0", "0", "1"]
      ),
    ])
  func vanished(_ lists: [String], _ expected: [String], _ ended: [String]) async throws {
    try await withTiny { tiny in
      try tiny.withdraw("tenancies_2013-06.csv")
      for (month, list) in zip(["02", "03", "04"], lists) {
        let rows = list.split(separator: ", ").map { tenancy in
          let words = tenancy.split(separator: " ")
          let end = words.count > 2 ? String(words[2]) : ""
          return "\(words[0]);1 High Street;SO14 3AA;Ann Archer;;\(words[1]);\(end)\n"
        }
        try tiny.deliver("tenancies_2013-\(month).csv", TinyTexts.tenanciesHeader + rows.joined())
      }
      let run = try await tiny.run().run
      let tenancies = """
        SELECT json_extract(attributes, '$.group') || ' ' || starts, ends FROM fact
        JOIN extract ON extract.id = extract_id WHERE file_name LIKE 'tenancies%' ORDER BY 1
        """
      #expect(try tiny.query(tenancies, in: run) == expected)
      let counts = """
        SELECT facts_ended FROM extract WHERE file_name LIKE 'tenancies%' ORDER BY delivered DESC
        """
      #expect(try tiny.query(counts, in: run) == ended)
      #expect(try await tiny.keeper().verify(run, threads: 2).isSame)
    }
  }

  @Test func `episodes of increments stay open, and events never end`() async throws {
    try await withTiny { tiny in
      try tiny.edit("council/sources/tenancies.yaml", "contents: snapshot", "contents: increment")
      try tiny.deliver(
        "tenancies_2013-07.csv",
        TinyTexts.tenanciesHeader + "T9;9 High Street;SO14 3AA;Ann Archer;;2013-06-03;\n")
      let run = try await tiny.run("2013-08-02").run
      #expect(
        try tiny.query("SELECT count(*) FROM fact WHERE ends IS NOT NULL", in: run) == ["0"])
    }
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func `in whatever order deliveries arrive, the end is the same`(_ order: [Int]) async throws {
    let names = Self.deliveries.keys.sorted()
    try await withTiny { tiny in
      let whole = try await withTiny { other in
        for name in names { try other.deliver(name, Self.text(Self.deliveries[name] ?? [])) }
        return try other.files(of: try await other.run().run)
      }
      for name in ["exclusions_2013-06-03.csv", "exclusions_2013-07-01.csv"] {
        try tiny.withdraw(name)
      }
      var last: RunOutcome?
      for number in order {
        let name = names[number]
        try tiny.deliver(name, Self.text(Self.deliveries[name] ?? []))
        last = try await tiny.run()
      }
      let outcome = try #require(last)
      #expect(outcome.ending == .published)
      #expect(differences(whole, try tiny.files(of: outcome.run)) == [])
    }
  }
}
