import Disk
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// Finding runs, going on with them, building them again, taking them back.
@Suite struct ReturningTests {
  // MARK: Retry

  @Test func `retry does not go on with what has changed, unless that is accepted`() async throws {
    try await withTiny { tiny in
      try tiny.edit("council/extracts/exclusions_2013-07-01.csv", "records: 8", "records: 9")
      let refused = try await tiny.run()
      #expect(refused.ending == .refused)
      #expect(try tiny.keeper().latestUnfinished() == refused.run)
      try tiny.edit("council/extracts/exclusions_2013-07-01.csv", "records: 9", "records: 8")
      try tiny.edit("vocabulary.yaml", "level: 2", "level: 3")
      let changed = ["../vocabulary.yaml", "exclusions_2013-07-01.csv"]
      await #expect(throws: RunProblem.changed(refused.run, changed)) {
        try await tiny.keeper().retry(refused.run, acceptingChange: false, threads: 2)
      }
      let accepted = try await tiny.keeper().retry(refused.run, acceptingChange: true, threads: 2)
      #expect(accepted.ending == .published)
      #expect(accepted.run != refused.run)
    }
  }

  @Test func `retry goes on with a log whose last line was cut short`() async throws {
    try await withTiny { tiny in
      try tiny.edit("council/extracts/exclusions_2013-07-01.csv", "records: 8", "records: 9")
      let refused = try await tiny.run()
      let log = refused.folder.joining("log.jsonl")
      let whole = try Files.read(log)
      let lastLine = (whole.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? 0) + 1
      for end in [lastLine + 1, lastLine + 20, whole.count - 1, 7] {
        try Files.writeAtomically(Array(whole[..<end]), to: log)
        let again = try await tiny.keeper().retry(refused.run, acceptingChange: false, threads: 1)
        #expect(again.ending == .refused)
        let kept = whole[..<end].lastIndex(of: UInt8(ascii: "\n")).map { whole[...$0] } ?? []
        let lines = try Files.read(log)
        #expect(lines.starts(with: kept) && lines.count > kept.count)
        for line in lines.split(separator: UInt8(ascii: "\n")) {
          _ = try JSONNode.parse(Array(line))
        }
      }
    }
  }

  @Test func `retry asks for what was asked for`() async throws {
    try await withTiny { tiny in
      let elsewhere = tiny.root.joining("elsewhere")
      try Files.move(tiny.extracts, to: elsewhere)
      let pipeline = try LoadedPipeline.load(tiny.council, extracts: elsewhere)
      var options = RunOptions()
      options.isStrict = true
      options.selection.sources = ["exclusions"]
      options.selection.stages = ["intake", "checks"]
      let plan = try await tiny.keeper().plan(pipeline, asOf: day("2013-08-16"), options)
      let refused = try await tiny.keeper().run(plan, of: pipeline, options)
      #expect(refused.ending == .refused)
      let again = try await tiny.keeper().retry(refused.run, acceptingChange: false, threads: 1)
      #expect(again.run == refused.run)
      #expect(again.ending == .refused)
      #expect(again.results.results.map(\.uniqueID) == ["intake", "checks"])
      let request = try #require(try RequestRecord.read(in: tiny.workspace.folder(of: refused.run)))
      #expect(request.extracts == elsewhere.text)
      #expect(request.pipeline == tiny.council.text)
    }
  }

  @Test func `what can't be read is told, and not taken for what is not there`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.run("2013-07-20").run
      let folder = tiny.workspace.folder(of: run)
      let readings: [(name: String, read: () throws -> Void)] = [
        (Manifest.fileName, { _ = try Manifest.read(in: folder) }),
        (Manifest.fileName, { _ = try tiny.keeper().rollBack(to: run.id) }),
        (RequestRecord.fileName, { _ = try RequestRecord.read(in: folder) }),
        (RunResults.fileName, { _ = try tiny.keeper().list() }),
        ("stages/intake.json", { _ = try Checkpoint.read("intake", in: folder) }),
        ("run.db", { _ = try Manifest.holds(in: folder) }),
      ]
      for reading in readings {
        let error = try unread(folder.joining(reading.name)) {
          #expect(throws: DiskError.self, "\(reading.name)") { try reading.read() }
        }
        #expect(error?.path == folder.joining(reading.name))
      }
    }
  }

  @Test func `a night before that can't be read is not said to be gone`() async throws {
    try await withTiny { tiny in
      let first = try await tiny.run("2013-07-20").run
      let second = try await tiny.run("2013-07-21").run
      let file = tiny.workspace.folder(of: first).joining(RunBuilder.runFileName)
      let aside = Path(file.text + ".aside")
      try Files.move(file, to: aside)
      try Files.createFolder(file)
      await #expect(throws: DiskError.self) { try await tiny.keeper().verify(second, threads: 1) }
      try Files.removeTree(file)
      await #expect(throws: RunProblem.previousGone(first)) {
        try await tiny.keeper().verify(second, threads: 1)
      }
      try Files.move(aside, to: file)
      #expect(try await tiny.keeper().verify(second, threads: 1).isSame)
    }
  }

  /// Does something while a file fails to be read, as on a damaged disk: a folder stands in its place.
  @Test func `a run does not start from nothing where there was a run, or a ledger, before`()
    async throws
  {
    try await withTiny { tiny in
      let first = try await tiny.run("2013-07-20").run
      let manifest = tiny.workspace.folder(of: first).joining(Manifest.fileName)
      let whole = try Files.read(manifest)
      try Files.remove(manifest)
      await #expect(throws: RunProblem.previousGone(first)) { try await tiny.plan("2013-07-21") }
      try Files.writeAtomically(whole, to: manifest)
      _ = try await tiny.plan("2013-07-21")
      let second = try await tiny.run("2013-07-21").run
      try Files.removeTree(tiny.workspace.folder(of: first))
      _ = try await tiny.plan("2013-07-22")
      // The day before it has to be known to make it again.
      await #expect(throws: RunProblem.self) { try await tiny.plan("2013-07-20") }
      #expect(try tiny.keeper().find(second.description) == second)
      #expect(throws: RunProblem.noRun("2013-07-19/\(second.id)")) {
        try tiny.keeper().find("2013-07-19/\(second.id)")
      }
      for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] {
        let file = tiny.workspace.folder.joining(name)
        if try Files.kind(of: file) != nil { try Files.remove(file) }
      }
      await #expect(throws: RunProblem.ledgerDamaged(.cutShort(to: 0, of: 2))) {
        try await tiny.plan("2013-07-22")
      }
    }
  }

  private func unread<Value>(_ file: Path, _ body: () throws -> Value) throws -> Value {
    let bytes = try Files.read(file)
    try Files.remove(file)
    try Files.createFolder(file)
    let value = try body()
    try Files.removeTree(file)
    try Files.writeAtomically(bytes, to: file)
    return value
  }

  @Test func `paths in the request do not depend on where the program was called from`() throws {
    #expect(RequestRecord.absolute(Path("/a/b")) == "/a/b")
    let path = RequestRecord.absolute(Path("pipelines/x"))
    #expect(path.hasPrefix("/") && path.hasSuffix("/pipelines/x"))
  }

  // MARK: Finding

  @Test func `a run is found by its first letters, its day, or by being live`() async throws {
    try await withTiny { tiny in
      let keeper = tiny.keeper()
      #expect(throws: RunProblem.nothingLive) { try keeper.find(nil) }
      let one = try await tiny.run("2013-07-20").run
      let other = try await tiny.run("2013-07-21").run
      #expect(try keeper.find(nil) == other)
      #expect(try keeper.find(one.id) == one)
      #expect(try keeper.find(one.description) == one)
      #expect(try keeper.find("2013-07-20") == one)
      #expect(throws: RunProblem.noRun("zzz")) { try keeper.find("zzz") }
      #expect(throws: RunProblem.severalRuns("")) { try keeper.find("") }
      #expect(try keeper.list().map(\.run) == [other, one])
    }
  }

  // MARK: Verify

  @Test func `verify finds a flipped byte in every file, and is content otherwise`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      let folder = tiny.workspace.folder(of: run)
      let sound = try await tiny.keeper().verify(run, threads: 2)
      #expect(sound.isSame)
      let files = try tiny.files(of: run)
      #expect(sound.files == files.count)
      #expect(try Files.list(tiny.workspace.folder.joining("verify")) == ["lock"])
      for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
        var flipped = bytes
        flipped[flipped.count / 3] ^= 0x04
        try Files.writeAtomically(flipped, to: folder.joining(path))
        let found = try await tiny.keeper().verify(run, threads: 1)
        #expect(found.damaged.contains(path), "\(path)")
        #expect(found.different == [path])
        try Files.writeAtomically(bytes, to: folder.joining(path))
      }
      try Files.writeAtomically([0x78], to: folder.joining("reports/new.html"))
      #expect(try await tiny.keeper().verify(run, threads: 2).different == ["reports/new.html"])
    }
  }

  @Test func `verify names what has changed, and knows what was never built`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      try tiny.edit("council/extracts/reports 01-04-2013.csv", "R2", "R3")
      await #expect(throws: RunProblem.changed(run, ["reports 01-04-2013.csv"])) {
        try await tiny.keeper().verify(run, threads: 2)
      }
      let never = try await tiny.plan().name
      await #expect(throws: RunProblem.notBuilt(never)) {
        try await tiny.keeper().verify(never, threads: 2)
      }
    }
  }

  // MARK: Rollback

  @Test func `rollback goes to the run before, or to the one named, and the ledger says so`()
    async throws
  {
    try await withTiny { tiny in
      let keeper = tiny.keeper()
      #expect(throws: RunProblem.nothingLive) { try keeper.rollBack(to: nil) }
      let first = try await tiny.run("2013-07-20").run
      #expect(throws: RunProblem.nothingBefore(first)) { try keeper.rollBack(to: nil) }
      let second = try await tiny.run("2013-07-21").run
      let third = try await tiny.run("2013-07-22").run
      #expect(try keeper.rollBack(to: nil) == second)
      #expect(try tiny.workspace.liveRun() == second)
      #expect(try keeper.rollBack(to: first.id) == first)
      #expect(try tiny.workspace.liveRun() == first)
      #expect(try keeper.rollBack(to: third.id) == third)
      let entries = try tiny.ledger()
      #expect(
        entries.map(\.kind) == [
          "publish", "publish", "publish", "rollback", "rollback", "rollback",
        ])
      #expect(entries[3].content.contains(second.description))
      #expect(entries[4].content.contains(first.description))
      #expect(entries.allSatisfy { $0.by == Account.name && $0.at.hasSuffix("Z") })
      #expect(try keeper.latestUnfinished() == nil)
    }
  }

  @Test func `rollback takes only what was published and is whole`() async throws {
    try await withTiny { tiny in
      let keeper = tiny.keeper()
      let first = try await tiny.run("2013-07-20").run
      let live = try await tiny.run("2013-07-21").run
      let partial = try await tiny.run { $0.selection.sources = ["reports"] }.run
      #expect(throws: RunProblem.notBuilt(partial)) { try keeper.rollBack(to: partial.id) }
      try Files.remove(tiny.workspace.folder(of: first).joining("run.db"))
      #expect(throws: RunProblem.notBuilt(first)) { try keeper.rollBack(to: first.id) }
      #expect(throws: RunProblem.notBuilt(first)) { try keeper.rollBack(to: nil) }
      #expect(try tiny.workspace.liveRun() == live)
      #expect(try tiny.ledger().count == 2)
    }
  }

  @Test func `a run stopped between the ledger and the last rename is gone on with`() async throws {
    try await withTiny { tiny in
      let first = try await tiny.run("2013-07-20").run
      let second = try await tiny.run("2013-07-21").run
      try Files.replaceLink(tiny.workspace.current, to: first.link)
      #expect(try tiny.keeper().latestUnfinished() == second)
      let outcome = try await tiny.keeper().retry(second, acceptingChange: false, threads: 2)
      #expect(outcome.ending == .published)
      #expect(outcome.results.results.map(\.status) == Stage.all.map { _ in .reused })
      #expect(try tiny.ledger().count == 2)
    }
  }
}
