import SQLiteAccess
import Store
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// Families keep their ids, and stages are handed rulings with ids in place of keys.
@Suite struct FamilyIdentityTests {
  /// What the stage below was handed.
  private final class Handed: Sendable {
    let families = Mutex<[FamilyRuling]>([])
  }

  /// A stage that takes pupils of one postcode for a family, and notes what it is handed.
  private static func stage(_ handed: Handed = Handed()) -> Stage {
    Stage(name: "families", title: "Put people into families") { work in
      let rows = try work.file.connection.query(
        """
        SELECT DISTINCT person_id, postcode FROM person_in_words
        WHERE source = 'pupils' AND postcode IS NOT NULL ORDER BY postcode, person_id
        """
      ) { (row) throws(DatabaseError) in (PersonID(row.integer64(0)), row.text(1)) }
      let homes = Set(rows.map(\.1)).sorted().map { home in rows.filter { $0.1 == home }.map(\.0) }
      let identity = try FamilyIdentity(homes.map { (home: $0, head: $0[0]) }, &work)
      try identity.write(to: &work)
      let holders = try work.file.personHolders()
      let rulings = try StageRulings(work.plan, &work.file)
      let personOf: (RecordKey) throws(DatabaseError) -> PersonID? = { key in
        holders.first { $0.key == key.stored }.map { PersonID($0.id) }
      }
      let families = try rulings.families(personOf)
      handed.families.withLock { $0 = families }
      for (id, home) in zip(identity.ids, homes) {
        try work.file.addFamilyMembers(
          home.map { person in
            FamilyMemberRow(
              family: id.value, person: person.value, role: FamilyRole.parent.rawValue,
              since: nil, until: nil, strength: 0)
          })
      }
      try rulings.note(in: &work.file, asOf: work.plan.asOf)
    }
  }

  private static let rows = """
    ,Smith,Ann,01/02/2003,1 High Street,SO14 3AA,
    ,Jones,Ben,02/03/2005,1 High Street,SO14 3AA,
    ,Quill,Nora,05/05/2000,3 Mill Lane,SO15 2AA,
    ,Reed,Zoe,06/06/2001,3 Mill Lane,SO15 2AA,

    """

  private static let file = "council/extracts/pupils_2013-07-01.csv"

  private func run(_ tiny: TinyPipeline, _ asOf: String, _ handed: Handed = Handed()) async throws
    -> RunName
  {
    try await tiny.run(
      asOf, stages: [.intake, .checks, .linkage, Self.stage(handed), .reports]
    ).run
  }

  private func ids(_ tiny: TinyPipeline, _ run: RunName) throws -> [String] {
    try tiny.query(
      """
      SELECT DISTINCT forenames || ' ' || family_id FROM family_holder
        JOIN person_record ON key = record_key JOIN source ON source.id = source_id
      WHERE source.name = 'pupils' ORDER BY 1
      """, in: run)
  }

  private func lineage(_ tiny: TinyPipeline, _ run: RunName) throws -> [String] {
    try tiny.query(
      "SELECT event FROM lineage WHERE subject = 'family' ORDER BY number", in: run)
  }

  @Test func `a family stays who it is while people join, move and are corrected`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(Self.rows)
      let first = try await run(tiny, "2013-07-22")
      let ids = try ids(tiny, first)
      #expect(Set(ids.map { $0.split(separator: " ").last }).count == 2)
      #expect(try lineage(tiny, first) == ["born", "born"])
      // One moves in, and the record of another is corrected.
      try tiny.edit(Self.file, ",Smith,Ann,01/02/2003", ",Smith,Anne,01/02/2003")
      try tiny.edit(
        Self.file, TinyPeople.header,
        TinyPeople.header + ",Frost,Cyril,07/07/1999,1 High Street,SO14 3AA,\n")
      let second = try await run(tiny, "2013-07-23")
      let smiths = try self.ids(tiny, second).filter { !$0.hasPrefix("N") && !$0.hasPrefix("Z") }
      #expect(
        Set(smiths.map { $0.split(separator: " ").last }) == [ids[0].split(separator: " ").last])
      #expect(try lineage(tiny, second) == [])
      // All of a family moves: nothing of its records is left, and its people are who they were.
      try tiny.edit(Self.file, "3 Mill Lane,SO15 2AA", "8 Long Lane,SO16 7BB")
      let third = try await run(tiny, "2013-07-24")
      #expect(
        try self.ids(tiny, third).filter { $0.hasPrefix("N") } == ids.filter { $0.hasPrefix("N") })
      #expect(try lineage(tiny, third) == [])
      // One of two moves out for good.
      try tiny.edit(
        Self.file, "Zoe,06/06/2001,8 Long Lane,SO16 7BB", "Zoe,06/06/2001,9 Elm Row,SO17 1BB")
      let fourth = try await run(tiny, "2013-07-25")
      #expect(
        try self.ids(tiny, fourth).filter { $0.hasPrefix("N") } == ids.filter { $0.hasPrefix("N") })
      #expect(try lineage(tiny, fourth) == ["split"])
    }
  }

  @Test func `rulings are handed on with ids, and the newest about two people counts`() async throws
  {
    try await withTiny { tiny in
      try tiny.addPeople(Self.rows)
      _ = try await run(tiny, "2013-07-22")
      let days = try #require(DayInterval(first: day("2013-01-01"), last: day("2013-06-30")))
      try tiny.decide { keys in
        .joinFamily(FamilyTie(person: try keys.key(2), family: try keys.key(4), role: .grandparent))
      }
      let second = try tiny.decide { keys in
        .leaveFamily(FamilyTie(person: try keys.key(2), family: try keys.key(4), days: days))
      }
      let third = try tiny.decide { keys in
        .override(
          FindingOverride(
            family: try keys.key(4), pack: "tf1-2012", criterion: "education", finding: .notMet))
      }
      let fourth = try tiny.decide { keys in
        .localDiscretion(LocalDiscretion(family: try keys.key(5), pack: "tf1-2012", isIn: true))
      }
      let handed = Handed()
      let run = try await run(tiny, "2013-07-22", handed)
      let ids = try ids(tiny, run)
      let quill = try #require(ids.first { $0.hasPrefix("Nora") }?.split(separator: " ").last)
      let families = handed.families.withLock { $0 }
      #expect(families.map(\.number) == [second])
      #expect(families.first?.ruling == .apart && families.first?.days == days)
      let noted =
        "SELECT entry, family_id, pack, coalesce(criterion, '-'), finding, since FROM family_ruling"
      #expect(
        try tiny.query(noted, in: run) == [
          "\(third)|\(quill)|tf1-2012|education|not-met|2013-07-22",
          "\(fourth)|\(quill)|tf1-2012|-|met|2013-07-22",
        ])
      // Undone, nothing is handed on.
      for number in [second, third, fourth] { try tiny.decide { _ in .undo(number) } }
      let undone = try await self.run(tiny, "2013-07-22", handed)
      #expect(try tiny.query(noted, in: undone) == [])
      #expect(handed.families.withLock { $0 }.map(\.ruling) == [.together])
    }
  }
}

extension PupilKeys {
  func key(_ line: Int) throws -> RecordKey { try #require(keys[line]) }
}
