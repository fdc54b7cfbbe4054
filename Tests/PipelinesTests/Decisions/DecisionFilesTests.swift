import Disk
import Store
import Synchronization
import TestSupport
import Testing
import Vocabulary
import YAMLFiles

@testable import Pipelines

/// Decisions go out to files and come back, and every mistake of a file is told at once.
@Suite struct DecisionFilesTests {
  private static let keys = (0..<4).map { RecordKey(0xABCD_0000_0000_0000 + UInt64($0)) }
  private static let importer = DecisionFiles.Importer(by: "bob", at: "2013-07-23T10:00:00.000Z")

  private static func noted(
    _ number: Int, _ subject: DecisionSubject, comment: String? = nil
  ) -> NotedDecision {
    NotedDecision(
      number: number,
      Decision(
        subject, by: "ann", role: .reviewer, at: "2013-07-22T09:00:00.000Z", reason: .twins,
        comment: comment,
        seen: SeenEvidence(
          run: "2013-07-22/0123456789ab", weight: -1_500, seconds: 3,
          records: subject.records.map {
            SeenRecord(
              key: $0, source: "pupils", values: [SeenValue("surname", "O'Neill; \"Née\"")])
          })))
  }

  private static func fold() throws -> DecisionFold {
    let pair = try #require(RecordPair(keys[0], keys[1]))
    return DecisionFold([
      noted(3, .match(pair), comment: "=1+1, they said"), noted(4, .notMatch(pair)),
      noted(6, .split(keys[2], from: [keys[0], keys[1]]), comment: "'quoted'"),
      noted(7, .joinFamily(FamilyTie(person: keys[0], family: keys[3], role: .parent))),
      noted(8, .localDiscretion(LocalDiscretion(family: keys[0], pack: "tf1-2012", isIn: true))),
      noted(9, .undo(6)),
    ])
  }

  @Test(arguments: DecisionFiles.Form.allCases)
  func `what goes out comes back`(_ form: DecisionFiles.Form) throws {
    let fold = try Self.fold()
    let bytes = DecisionFiles.write(fold, form)
    let read = try DecisionFiles.read(bytes, form, named: "x", by: Self.importer)
    #expect(read.map(\.decision) == fold.all.map(\.decision))
    #expect(read.map(\.number) == fold.all.map(\.number))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("superseded by 4") && text.contains("undone by 9"))
  }

  private func mistakes(_ text: String, _ form: DecisionFiles.Form) -> [String] {
    do {
      _ = try DecisionFiles.read(Array(text.utf8), form, named: "x", by: Self.importer)
      return []
    } catch {
      return error.mistakes.map(\.description)
    }
  }

  @Test func `all mistakes of a table are told at once, each with line and column`() {
    let found = mistakes(
      """
      Left,Right,RuleDecision,role,reason,entry,in
      abcd000000000000,abcd000000000001,macth,lead,twins,,
      abcd000000000000,Quillfeather,not match,leed,twins,,
      abcd000000000000,abcd000000000000,not-match,lead,,,
      ,,undo,lead,mistake,seven,
      abcd000000000000,abcd000000000001,match,lead,twins,4,

      """, .csv)
    #expect(
      found == [
        "x:2:3: 'macth' is no value of 'decision'; did you mean 'match'?",
        "x:3:3: 'not match' is no value of 'decision'; did you mean 'not-match'?",
        "x:4:1: the document lacks the key 'reason'",
        "x:4:2: 'left' and 'right' are the same record",
        "x:5:6: 'entry' has to be a whole number, not 'seven'",
        "x:6:6: unknown key 'entry'",
      ])
  }

  @Test func `a heading that is none is not repeated`() {
    let found = mistakes("Quillfeather,left\nx,y\n", .csv)
    #expect(found.count == 1 && found[0].hasPrefix("x:1:1: the heading of column 1 is none"))
    #expect(!found[0].contains("Quillfeather"))
  }

  @Test func `all mistakes of a list are told at once`() {
    let found = mistakes(
      """
      [
      {"decision":"undo","entry":3,"role":"lead","reason":"mistake","number":5},
      {"decision":"match","left":"1","right":"abcd000000000001","role":"lead","reason":"twins"},
      {"decision":"note","record":"abcd000000000001","role":"lead","reason":"twins","at":"noon"}
      ]
      """, .json)
    #expect(
      found == [
        "x:2:1: no earlier decision of the file has the number 3",
        "x:3:28: 'left' has to be the sixteen digits of a record's key",
        "x:4:84: 'at' has to be a time in UTC, as 2013-07-22T09:00:00Z",
      ])
  }

  @Test func `an import is whole or nothing, and the same again adds nothing`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(DecidedRunTests.rows)
      try await tiny.run()
      let first = try tiny.decide { .match(try $0.pair(2, 3)) }
      try tiny.decide { .notMatch(try $0.pair(2, 4)) }
      try tiny.decide { _ in .undo(first) }
      var ledger = try Ledger(tiny.workspace)
      let exported = DecisionFiles.write(DecisionFold(try ledger.decisions()), .csv)
      let read = try DecisionFiles.read(exported, .csv, named: "x", by: Self.importer)
      var desk = try ReviewDesk(tiny.keeper())
      #expect(try desk.note(read, named: "x") == .init(numbers: [], known: 3))
      // In another workspace the numbers are others, and what refers to them follows.
      let other = try TinyPipeline(in: tiny.root.text, workspace: "other")
      try other.addPeople(DecidedRunTests.rows)
      try await other.run()
      try await other.run("2013-07-23")
      var otherDesk = try ReviewDesk(other.keeper())
      #expect(try otherDesk.note(read, named: "x").numbers == [3, 4, 5])
      var otherLedger = try Ledger(other.workspace)
      let there = DecisionFold(try otherLedger.decisions())
      #expect(there.holding.map(\.decision.subject.kind) == [.notMatch])
      #expect(there.state(of: 3) == .undone(by: 5))
    }
  }

  @Test func `entries of others that come meanwhile do not move what an import undoes`()
    async throws
  {
    try await withTiny { tiny in
      try tiny.addPeople(DecidedRunTests.rows)
      try await tiny.run()
      let keys = try tiny.query(
        """
        SELECT printf('%016x', key) FROM person_record JOIN source ON source.id = source_id
        WHERE source.name = 'pupils' LIMIT 2
        """, in: try #require(try tiny.workspace.liveRun()))
      let isOver = Atomic(false)
      // Somebody opens pages all the time.
      let viewing = Task {
        var ledger = try tiny.workspace.openLedger()
        while !isOver.load(ordering: .acquiring) {
          try ledger.note(kind: "view", at: "", by: "ben", content: "{}")
          await Task.yield()
        }
      }
      for number in 0..<20 {
        let text = """
          number,decision,left,right,role,reason,comment,entry
          7,match,\(keys[0]),\(keys[1]),lead,other,take \(number),
          8,undo,,,lead,other,take \(number),7

          """
        let read = try DecisionFiles.read(
          Array(text.utf8), .csv, named: "x", by: Self.importer)
        var desk = try ReviewDesk(tiny.keeper())
        let numbers = try desk.note(read, named: "x").numbers
        var ledger = try Ledger(tiny.workspace)
        let fold = DecisionFold(try ledger.decisions())
        #expect(numbers.count == 2 && fold.state(of: numbers[0]) == .undone(by: numbers[1]))
      }
      isOver.store(true, ordering: .releasing)
      try await viewing.value
    }
  }

  @Test func `a decision about a record that the run does not have is a mistake`() async throws {
    try await withTiny { tiny in
      try tiny.addPeople(DecidedRunTests.rows)
      try await tiny.run()
      let text = "decision,record,role,reason\nnote,abcd000000000000,lead,other\n"
      let read = try DecisionFiles.read(
        Array(text.utf8), .csv, named: "x", by: Self.importer)
      var desk = try ReviewDesk(tiny.keeper())
      #expect(throws: PipelineMistakes.self) { try desk.note(read, named: "x") }
      var ledger = try Ledger(tiny.workspace)
      #expect(try ledger.decisions() == [])
    }
  }
}
