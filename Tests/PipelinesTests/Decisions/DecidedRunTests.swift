import Disk
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// Decisions of the ledger in runs: heeded, named, kept through changes, and never lost.
@Suite struct DecidedRunTests {
  static let rows = """
    V851200012001,Smith,John,01/02/2003,1 High Street,SO14 3AA,
    ,Smith,Jon,01/02/2003,1 High Street,SO14 3AA,
    ,Baker,Mary,06/11/2001,7 Low Road,SO16 9ZZ,

    """

  @Test func `a decision makes a new run, which names the ledger, and verifies`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(Self.rows)
      let first = try await tiny.run()
      #expect(try tiny.people(of: first.run) == ["2pupil 3pupil"])
      let number = try tiny.decide { .notMatch(try $0.pair(2, 3)) }
      let second = try await tiny.run()
      #expect(second.run != first.run)
      #expect(try tiny.people(of: second.run) == [])
      let manifest = try #require(try Manifest.read(in: second.folder))
      #expect(manifest.ledger?.entries == number)
      #expect(
        try tiny.query("SELECT number, kind, state FROM decision_state", in: second.run)
          == ["\(number)|not-match|applied"])
      // Nothing has changed, and a publish is no decision.
      #expect(try await tiny.run().ending == .alreadyLive)
      try tiny.decide { .match(try $0.pair(3, 4)) }
      #expect(try await tiny.keeper().verify(second.run, threads: 2).isSame)
      #expect(try await tiny.keeper().verify(first.run, threads: 2).isSame)
      let third = try await tiny.run()
      #expect(try tiny.people(of: third.run) == ["3pupil 4pupil"])
      try tiny.decide { _ in .undo(number) }
      #expect(try tiny.people(of: try await tiny.run().run) == ["2pupil 3pupil 4pupil"])
    }
  }

  /// A change of one of the records, and what becomes of decisions about it.
  struct Change: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var old: String
    var new: String
    /// How a decision that they are two stands, and one that they are one.
    var parting: DecisionStanding
    var joining: DecisionStanding
    var changed: String
  }

  @Test(arguments: [
    Change(
      testDescription: "nothing", old: "Baker,Mary", new: "Baker,Mary", parting: .applied,
      joining: .applied, changed: ""),
    Change(
      testDescription: "the name", old: "Smith,John", new: "Smith,Johnny", parting: .kept,
      joining: .waiting, changed: "forenames"),
    Change(
      testDescription: "the address", old: "01/02/2003,1 High Street,SO14 3AA,\n,Smith",
      new: "01/02/2003,5 High Street,SO14 3AA,\n,Smith", parting: .kept, joining: .waiting,
      changed: "address"),
    Change(
      testDescription: "another number", old: "V851200012001", new: "R310299912345",
      parting: .kept, joining: .waiting, changed: "upn"),
    Change(
      testDescription: "withdrawn",
      old: "V851200012001,Smith,John,01/02/2003,1 High Street,SO14 3AA,\n", new: "",
      parting: .dormant, joining: .dormant, changed: ""),
  ])
  func `what becomes of a decision when a record changes`(_ change: Change) async throws {
    for isJoining in [true, false] {
      try await withTiny { tiny in
        try tiny.addPeople(Self.rows)
        try await tiny.run()
        let number = try tiny.decide { keys in
          isJoining ? .match(try keys.pair(2, 4)) : .notMatch(try keys.pair(2, 4))
        }
        try tiny.edit("council/extracts/pupils_2013-07-01.csv", change.old, change.new)
        let run = try await tiny.run().run
        let standing = isJoining ? change.joining : change.parting
        #expect(
          try tiny.query("SELECT number, state, changed FROM decision_state", in: run)
            == ["\(number)|\(standing.rawValue)|\(standing == .dormant ? "" : change.changed)"])
        let isAsked = standing == .kept || standing == .waiting
        #expect(
          try tiny.query(
            "SELECT count(*) FROM finding WHERE code = 'changed-since-decided'", in: run)
            == [isAsked ? "1" : "0"])
        // As it was again, the decision is heeded again.
        try tiny.edit(
          "council/extracts/pupils_2013-07-01.csv",
          change.new.isEmpty ? TinyPeople.header : change.new,
          change.new.isEmpty ? TinyPeople.header + change.old : change.old)
        let back = try await tiny.run().run
        #expect(
          try tiny.query("SELECT state FROM decision_state", in: back) == ["applied"])
      }
    }
  }

  @Test func `the policy says what becomes of decisions`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(Self.rows)
      try tiny.edit(
        "council/pipeline.yaml", "linkage:",
        "review: {when_changed: {joining: keep, parting: wait}}\nlinkage:")
      try await tiny.run()
      try tiny.decide { .match(try $0.pair(2, 4)) }
      try tiny.decide { .notMatch(try $0.pair(2, 3)) }
      try tiny.edit("council/extracts/pupils_2013-07-01.csv", "Smith,John", "Smith,Johnny")
      let run = try await tiny.run().run
      #expect(
        try tiny.query("SELECT state FROM decision_state ORDER BY number", in: run)
          == ["kept", "waiting"])
      try tiny.edit("council/pipeline.yaml", "parting: wait", "parting: wiat")
      #expect(throws: PipelineMistakes.self) { try tiny.load() }
    }
  }

  @Test func `ids are carried on, and the night before is named`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(Self.rows + ",Quill,Nora,05/05/1952,3 Mill Lane,SO15 2AA,\n")
      let first = try await tiny.run("2013-07-22").run
      let ids = try tiny.ids(of: first)
      // A record with a lower or higher key joins, and one goes: the person stays who it is.
      try tiny.edit(
        "council/extracts/pupils_2013-07-01.csv", "V851200012001,Smith,John,",
        "V851200012001,Smith,Jonn,")
      let second = try await tiny.run("2013-07-23")
      #expect(try Manifest.read(in: second.folder)?.previous?.run == first.description)
      #expect(try tiny.ids(of: second.run) == ids)
      #expect(try tiny.query("SELECT event FROM lineage", in: second.run) == [])
      // The only record of a person is corrected; nothing but the birth date and name say who it is.
      try tiny.edit("council/extracts/pupils_2013-07-01.csv", "3 Mill Lane", "4 Mill Lane")
      let third = try await tiny.run("2013-07-24")
      #expect(try tiny.ids(of: third.run) == ids)
      let events = try tiny.query("SELECT event FROM lineage", in: third.run)
      #expect(events == ["corrected"])
      try tiny.decide { .notMatch(try $0.pair(2, 3)) }
      let fourth = try await tiny.run("2013-07-25")
      #expect(try tiny.query("SELECT event FROM lineage", in: fourth.run) == ["split"])
      #expect(try await tiny.keeper().verify(fourth.run, threads: 2).isSame)
      // Made again for an earlier day, it starts from where it started then.
      #expect(try await tiny.plan("2013-07-23").basis.previous?.run == first)
      #expect(try await tiny.run("2013-07-25").ending == .alreadyLive)
    }
  }

  @Test func `without the night before a run cannot be made again`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(Self.rows)
      let first = try await tiny.run("2013-07-22").run
      let second = try await tiny.run("2013-07-23").run
      try Files.removeTree(tiny.workspace.folder(of: first))
      await #expect(throws: RunProblem.previousGone(first)) {
        try await tiny.keeper().verify(second, threads: 1)
      }
    }
  }

  @Test func `a ledger that somebody has been at is refused`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(Self.rows)
      try await tiny.run()
      let number = try tiny.decide { .notMatch(try $0.pair(2, 3)) }
      try tiny.write("9 \(String(repeating: "a", count: 64))\n", to: "workspace/ledger.head")
      await #expect(throws: RunProblem.ledgerDamaged(.cutShort(to: number, of: 9))) {
        try await tiny.run()
      }
      try Files.remove(tiny.workspace.ledgerHead)
      #expect(try await tiny.run().ending == .published)
    }
  }
}

/// The keys of the pupils, by the lines of their file.
struct PupilKeys {
  let keys: [Int: RecordKey]

  func pair(_ one: Int, _ other: Int) throws -> RecordPair {
    let left = try #require(keys[one])
    let right = try #require(keys[other])
    return try #require(RecordPair(left, right))
  }
}

extension TinyPipeline {
  /// Notes a decision about pupils of the live run, who are named by their lines.
  @discardableResult
  func decide(_ subject: (PupilKeys) throws -> DecisionSubject) throws -> Int {
    var desk = try ReviewDesk(keeper())
    let keys = try query(
      """
      SELECT line || ' ' || key FROM person_record JOIN source ON source.id = source_id
      WHERE source.name = 'pupils'
      """, in: desk.opened.run
    ).map { $0.split(separator: " ").compactMap { Int64($0) } }
    let pupils = PupilKeys(
      keys: Dictionary(
        keys.map { (Int($0[0]), RecordKey(UInt64(bitPattern: $0[1]))) },
        uniquingKeysWith: { one, _ in one }))
    let said = try subject(pupils)
    let decision = Decision(
      said, by: "ann", role: .reviewer, at: "2013-07-22T09:00:00.000Z", reason: .other,
      seen: try desk.seen(said))
    return try #require(try desk.note([decision]).first)
  }

  /// The ids of a run's people, by the forename's first letters of any of their records.
  func ids(of run: RunName) throws -> [String] {
    try query(
      """
      SELECT DISTINCT substr(forenames, 1, 2) || person_id FROM person_member
        JOIN person_record ON key = record_key JOIN source ON source.id = source_id
      WHERE source.name = 'pupils' ORDER BY 1
      """, in: run)
  }
}
