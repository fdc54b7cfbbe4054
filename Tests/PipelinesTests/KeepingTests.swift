import Disk
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// What a workspace is spared: forgotten runs, lost keys, half folders, backups that are none.
@Suite struct KeepingTests {
  // MARK: What retry goes on with

  @Test func `retry leaves alone what was not all asked for, and what was overtaken`() async throws
  {
    try await withTiny { tiny in
      try tiny.edit("council/extracts/exclusions_2013-07-01.csv", "records: 8", "records: 9")
      let refused = try await tiny.run("2013-07-20")
      #expect(refused.ending == .refused)
      let partial = try await tiny.run("2013-07-20") { $0.selection.excluded = ["exclusions"] }
      #expect(partial.ending == .keptApart)
      #expect(try tiny.keeper().latestUnfinished() == refused.run)
      try tiny.edit("council/extracts/exclusions_2013-07-01.csv", "records: 9", "records: 8")
      let published = try await tiny.run("2013-07-20")
      #expect(published.ending == .published)
      #expect(try tiny.keeper().latestUnfinished() == nil)
      // The one of the same extracts as before is overtaken for good; one that is begun now is not.
      try tiny.edit("council/extracts/exclusions_2013-07-01.csv", "records: 8", "records: 7")
      let later = try await tiny.run("2013-07-21")
      #expect(try tiny.keeper().latestUnfinished() == later.run)
    }
  }

  @Test func `after going back, what failed before that is of no use any more`() async throws {
    try await withTiny { tiny in
      let first = try await tiny.run("2013-07-19").run
      try await tiny.run("2013-07-20")
      try tiny.edit("council/extracts/exclusions_2013-07-01.csv", "records: 8", "records: 9")
      let refused = try await tiny.run("2013-07-21").run
      #expect(try tiny.keeper().latestUnfinished() == refused)
      try await Task.sleep(for: .milliseconds(30))
      #expect(try tiny.keeper().rollBack(to: nil) == first)
      #expect(try tiny.keeper().latestUnfinished() == nil)
    }
  }

  @Test func `retry says what has changed of a run that never came to a manifest`() async throws {
    try await withTiny { tiny in
      let broken = Stage(name: "broken", title: "Break off") { _ in throw RunProblem.nothingLive }
      await #expect(throws: RunProblem.nothingLive) {
        try await tiny.run(stages: [.intake, broken])
      }
      let run = try #require(try tiny.keeper().latestUnfinished())
      #expect(try Manifest.read(in: tiny.workspace.folder(of: run)) == nil)
      try tiny.edit("vocabulary.yaml", "level: 2", "level: 3")
      try tiny.deliver("holiday.csv", "a,b\n1,2\n")
      try tiny.withdraw("tenancies_2013-06.csv")
      await #expect(
        throws: RunProblem.changed(
          run, ["../vocabulary.yaml", "holiday.csv", "tenancies_2013-06.csv"])
      ) {
        try await tiny.keeper().retry(run, acceptingChange: false, threads: 1)
      }
    }
  }

  // MARK: What was live before

  @Test(
    "what was live before a run, by what the ledger says",
    arguments: [
      ("p1", "1", []),
      ("p1 p2 p3", "3", ["1", "2"]),
      ("p1 p2 p3 r2", "2", ["1"]),
      ("p1 p2 p3 r2 r1", "1", []),
      ("p1 p2 p3 r2 p4", "4", ["1", "2"]),
      ("p1 p2 p3 r1 r3", "3", ["1"]),
      // Published once more, as by --rebuild, it has the same run before it.
      ("p1 p2 p2", "2", ["1"]),
      // Noted, and killed before it was live.
      ("p1 p2 p3", "2", ["1"]),
      ("p1 p2 p3 r2", "3", ["1", "2"]),
      // Of an older day, published with --replace-later: what was live is before it, also where it was live twice.
      ("p1 p2 p1", "1", ["2"]),
      ("", "1", []),
    ])
  func before(_ ledger: String, _ live: String, _ expected: [String]) throws {
    let noted = try ledger.split(separator: " ").map { word in
      let kind: NotedRun.Kind = try #require(["p": .publish, "r": .rollback][word.prefix(1)])
      return NotedRun(kind: kind, run: String(word.dropFirst()), at: "")
    }
    #expect(RunKeeper.before(live, noted) == expected)
  }

  @Test func `who goes back twice goes back two runs`() async throws {
    try await withTiny { tiny in
      let first = try await tiny.run("2013-07-20").run
      let second = try await tiny.run("2013-07-21").run
      try await tiny.run("2013-07-22")
      #expect(try tiny.keeper().rollBack(to: nil) == second)
      #expect(try tiny.keeper().rollBack(to: nil) == first)
      #expect(throws: RunProblem.nothingBefore(first)) { try tiny.keeper().rollBack(to: nil) }
    }
  }

  // MARK: Waiting

  @Test func `a run that had to wait starts from the one it waited for`() async throws {
    try await withTiny { tiny in
      try Files.createFolder(tiny.workspace.folder)
      let pipeline = try tiny.load()
      do {
        let lock = try LockFile(tiny.workspace.lock)
        await #expect(throws: RunProblem.self) {
          try await tiny.keeper().run(pipeline, asOf: day("2013-07-21"), RunOptions())
        }
        extendLifetime(lock)
      }
      #expect(try Files.list(tiny.workspace.folder) == ["lock"])
      let first = try await tiny.run("2013-07-20").run
      let second = try await tiny.keeper().run(pipeline, asOf: day("2013-07-21"), RunOptions())
      let request = try RequestRecord.read(in: second.folder)
      #expect(request?.basis?.previous?.run == first.description)
    }
  }

  // MARK: Keys

  @Test func `a lost key of public references is told, and replaced only when that is wanted`()
    async throws
  {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      let key = tiny.workspace.referenceKey
      let old = try PublicReferences(tiny.workspace)
      let kept = try Files.read(key)
      // A manifest as a run with families in the programme writes it.
      let folder = tiny.workspace.folder(of: run)
      var manifest = try #require(try Manifest.read(in: folder))
      manifest.references = old.fingerprint
      try Files.writeAtomically(try JSON.bytes(manifest), to: folder.joining(Manifest.fileName))
      #expect(try PublicReferences(tiny.workspace).fingerprint == old.fingerprint)
      try Files.remove(key)
      #expect(throws: RunProblem.referenceKeyLost(key)) { try PublicReferences(tiny.workspace) }
      #expect(try Files.kind(of: key) == nil)
      let new = try PublicReferences(tiny.workspace, isRenewed: true)
      #expect(new.fingerprint != old.fingerprint)
      // Until a run with the new one is live, nobody else uses it by accident.
      #expect(throws: RunProblem.referenceKeyLost(key)) { try PublicReferences(tiny.workspace) }
      try Files.writeAtomically(kept, to: key)
      #expect(try PublicReferences(tiny.workspace).fingerprint == old.fingerprint)
    }
  }

  @Test func `of many that make the key at once all have the same`() async throws {
    try await withTemporaryFolder { folder in
      let workspace = Workspace(Path(folder).joining("w"))
      let found = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<16 { group.addTask { try PublicReferences(workspace).fingerprint } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(found.count == 1)
      #expect(try Files.list(workspace.folder) == ["reference.key"])
    }
  }

  // MARK: What was left

  @Test func `what a stopped command left half built goes when the next one begins`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      for folder in [tiny.workspace.verifications, tiny.workspace.rebuilds] {
        let left = folder.joining("0123456789ab")
        try Files.createFolder(left)
        try Files.writeAtomically([1], to: left.joining("run.db"))
      }
      #expect(try tiny.workspace.countUnderWay() == 2)
      #expect(try await tiny.keeper().verify(run, threads: 1).isSame)
      #expect(try tiny.workspace.countUnderWay() == 1)
      #expect(try Files.list(tiny.workspace.verifications) == ["lock"])
      try await tiny.run("2013-07-23")
      #expect(try Files.list(tiny.workspace.rebuilds) == [])
    }
  }

  // MARK: Monitoring

  @Test func `a trial says nothing to monitoring, and a night that did not begin says so`()
    async throws
  {
    try await withTiny { tiny in
      tiny.keeper().tellFailure()
      #expect(try Files.kind(of: tiny.workspace.folder) == nil)
      try await tiny.run()
      let metrics = { String(decoding: try Files.read(tiny.workspace.metrics), as: UTF8.self) }
      let before = try metrics()
      #expect(before.contains("\nkindred_last_run_status 1\n"))
      try await tiny.run { $0.selection.sources = ["reports"] }
      #expect(try metrics() == before)
      tiny.keeper().tellFailure()
      let after = before.split(separator: "\nkindred_last_run_status 1\n").joined(
        separator: "\nkindred_last_run_status 0\n")
      #expect(try metrics() == after && after != before)
      try Files.remove(tiny.workspace.metrics)
      tiny.keeper().tellFailure()
      #expect(
        try metrics() == """
          # HELP kindred_last_run_status 1 if the last run was published, else 0.
          # TYPE kindred_last_run_status gauge
          kindred_last_run_status 0

          """)
    }
  }

  // MARK: Backups

  @Test func `a backup has every entry, also those that lie beside the file yet`() async throws {
    try await withTiny { tiny in
      try await tiny.run()
      _ = try PublicReferences(tiny.workspace)
      // Held open, as a server does, so that what is added stays beside the file.
      var held = try tiny.workspace.openLedger()
      for number in 0..<50 {
        try held.note(kind: "view", at: "", by: "ann", content: "{\"n\":\(number)}")
      }
      let copied = try Files.read(tiny.workspace.ledger)
      let backup = Workspace(tiny.root.joining("backup/2013-07-22"))
      let head = try held.backUp(to: backup.folder)
      #expect(head.entries == 51)
      #expect(try head == held.head())
      #expect(try Files.list(backup.folder) == ["ledger.db", "ledger.head", "reference.key"])
      #expect(try Files.list(backup.folder.parent) == ["2013-07-22"])
      for name in try Files.list(backup.folder) {
        #expect(try fileMode(of: backup.folder.joining(name)) == 0o600, "\(name)")
      }
      #expect(try Files.read(backup.referenceKey) == Files.read(tiny.workspace.referenceKey))
      var restored = try Ledger(backup)
      #expect(try restored.entries() == held.entries())
      #expect(try restored.fault() == nil)
      // The file by itself has less: that is what the command is for.
      let alone = Workspace(tiny.root.joining("alone"))
      try Files.createFolder(alone.folder)
      try Files.writeAtomically(copied, to: alone.ledger)
      var short = try Ledger(alone)
      #expect(try short.head().entries < 51)
      extendLifetime(held)
    }
  }

  @Test func `when many have added at once, the note beside the ledger is of the last`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let workspace = Workspace(Path(folder))
      for round in 1...20 {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for writer in 0..<4 {
            group.addTask {
              var ledger = try workspace.openLedger()
              try ledger.append(kind: "view", at: "", by: "\(writer)", content: "{}")
            }
          }
          try await group.waitForAll()
        }
        var ledger = try workspace.openLedger()
        #expect(try ledger.head().entries == round * 4)
        #expect(try Ledger.notedHead(of: workspace) == ledger.head())
      }
    }
  }

  @Test func `there is no backup of a damaged ledger, nor over something else`() async throws {
    try await withTiny { tiny in
      try await tiny.run()
      let folder = tiny.root.joining("backup")
      try Files.createFolder(folder)
      try Files.writeAtomically([1], to: folder.joining("mine"))
      var ledger = try tiny.workspace.openLedger()
      #expect(throws: RunProblem.backupThere(folder)) { try ledger.backUp(to: folder) }
      #expect(try Files.list(folder) == ["mine"])
      try Files.remove(folder.joining("mine"))
      try Files.writeAtomically(
        Array(LedgerHead(entries: 9, digest: String(repeating: "a", count: 64)).text.utf8),
        to: tiny.workspace.ledgerHead)
      #expect(throws: RunProblem.ledgerDamaged(.cutShort(to: 1, of: 9))) {
        try ledger.backUp(to: folder)
      }
      #expect(try Files.list(folder) == [])
      #expect(try Files.kind(of: tiny.root.joining("backup.part")) == nil)
    }
  }
}
