import Disk
import SQLiteAccess
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// What an earlier attempt left is used as far as it holds, and the result is the same whatever was left.
@Suite struct CheckpointTests {
  struct Stop: Error {}

  /// Does nothing, or breaks off: a stage after all others, so that a run can be left whole and unpublished.
  static func last(_ breaksOff: Bool) -> Stage {
    Stage(name: "last", title: "End") { _ in if breaksOff { throw Stop() } }
  }

  @Test(arguments: Stage.all.indices)
  func `a stage that breaks off is done again, and those before it are not`(
    _ number: Int
  ) async throws {
    try await withTiny { tiny in
      let whole = try await withTiny { try $0.files(of: try await $0.run().run) }
      var stages = Stage.all
      let broken = stages[number]
      stages[number] = Stage(name: broken.name, title: broken.title) { work in
        try await broken.run(&work)
        throw Stop()
      }
      await #expect(throws: Stop.self) { try await tiny.run(stages: stages) }
      let run = try await tiny.plan().name
      let results = try #require(try RunResults.read(in: tiny.workspace.folder(of: run)))
      #expect(results.status == .failed)
      #expect(
        results.results.map(\.status)
          == Stage.all.indices.map { $0 < number ? .success : $0 == number ? .error : .skipped })
      #expect(try tiny.workspace.liveRun() == nil)
      #expect(try tiny.keeper().latestUnfinished() == run)

      let outcome = try await tiny.keeper().retry(run, acceptingChange: false, threads: 2)
      #expect(outcome.ending == .published)
      #expect(
        outcome.results.results.map(\.status)
          == Stage.all.indices.map { $0 < number ? .reused : .success })
      #expect(differences(whole, try tiny.files(of: run)) == [])
      #expect(try tiny.keeper().latestUnfinished() == nil)
    }
  }

  /// How a file is spoilt.
  enum Damage: String, CaseIterable {
    case removed, emptied, flipped, longer
  }

  @Test(arguments: Damage.allCases)
  func `exactly what still holds is reused, whichever file is spoilt`(
    _ damage: Damage
  ) async throws {
    try await withTiny { tiny in
      let stages = Stage.all + [Self.last(false)]
      let whole = try await withTiny { try $0.files(of: try await $0.run(stages: stages).run) }
      let run = try await tiny.plan().name
      let folder = tiny.workspace.folder(of: run)
      let broken = Stage.all + [Self.last(true)]
      await #expect(throws: Stop.self) { try await tiny.run(stages: broken) }
      let left = try tiny.files(of: run)
      for path in left.keys.sorted() {
        try Self.spoil(folder.joining(path), damage)
        await #expect(throws: Stop.self) { try await tiny.run(stages: broken) }
        let results = try #require(try RunResults.read(in: folder))
        let reused = results.results.count { $0.status == .reused }
        #expect(reused == Self.holding(without: path), "\(damage) \(path)")
        #expect(differences(left, try tiny.files(of: run)) == [], "\(damage) \(path)")
      }
      #expect(try await tiny.run(stages: stages).ending == .published)
      #expect(differences(whole, try tiny.files(of: run)) == [])
    }
  }

  /// How many stages hold when a file does not: each that was done before the first that wrote it.
  ///
  /// The run file is as the checks left it, since no linkage is named, so that without their checkpoint nobody vouches
  /// for it.
  private static func holding(without path: String) -> Int {
    let early = ["run.db", "stages/intake.json", "stages/checks.json"]
    if early.contains(path) || path.hasPrefix("quarantine/") { return 0 }
    // All others' own files are their checkpoints; the reports' are the pages, which come last.
    return Stage.all.firstIndex { path == "stages/\($0.name).json" } ?? Stage.all.count - 1
  }

  private static func spoil(_ path: Path, _ damage: Damage) throws {
    var bytes = try Files.read(path)
    switch damage {
    case .removed: return try Files.remove(path)
    case .emptied: bytes = []
    case .flipped: bytes[bytes.count / 2] ^= 0x40
    case .longer: bytes.append(0x20)
    }
    try Files.writeAtomically(bytes, to: path)
  }

  @Test func `what nobody vouches for is taken away`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.plan().name
      let folder = tiny.workspace.folder(of: run)
      let whole = try await withTiny { try $0.files(of: try await $0.run().run) }
      await #expect(throws: Stop.self) {
        try await tiny.run(stages: Array(Stage.all.prefix(2)) + [Self.last(true)])
      }
      for name in ["stray.csv", "quarantine/stray.csv", "empty/folder/.x.part", "run.db-wal"] {
        try Files.createFolder(folder.joining(name).parent)
        try Files.writeAtomically([0x78], to: folder.joining(name))
      }
      let outcome = try await tiny.run()
      #expect(
        outcome.results.results.map(\.status)
          == Stage.all.indices.map { $0 < 2 ? .reused : .success })
      #expect(differences(whole, try tiny.files(of: run)) == [])
      #expect(try Files.kind(of: folder.joining("empty")) == nil)
    }
  }

  @Test func `half a stage in the run file is rolled back`() async throws {
    try await withTiny { tiny in
      let whole = try await withTiny { try $0.files(of: try await $0.run().run) }
      let run = try await tiny.plan().name
      let folder = tiny.workspace.folder(of: run)
      let aside = tiny.root.joining("aside")
      try Files.createFolder(aside)
      // Writes more than it may keep in memory, so that the file itself holds half of it, as when a process is killed.
      let cutShort = Stage(name: "checks", title: "Break off") { work in
        try work.file.connection.execute("PRAGMA cache_size = 1")
        for number in 0..<4_000 {
          let text = String(repeating: "x", count: 400)
          try work.file.note("note \(number)", text)
        }
        for name in ["run.db", "run.db-journal"] {
          try Files.writeAtomically(
            try Files.read(work.folder.joining(name)), to: aside.joining(name))
        }
        throw Stop()
      }
      await #expect(throws: Stop.self) { try await tiny.run(stages: [.intake, cutShort]) }
      #expect(try Files.size(of: aside.joining("run.db-journal")) > 512)
      let before = try Files.read(folder.joining("run.db"))
      for name in ["run.db", "run.db-journal"] {
        try Files.move(aside.joining(name), to: folder.joining(name))
      }
      #expect(try Files.read(folder.joining("run.db")) != before)
      let outcome = try await tiny.run()
      #expect(
        outcome.results.results.map(\.status)
          == Stage.all.indices.map { $0 < 1 ? .reused : .success })
      #expect(differences(whole, try tiny.files(of: run)) == [])
    }
  }

  @Test func `a rebuild uses nothing that is there`() async throws {
    try await withTiny { tiny in
      await #expect(throws: Stop.self) {
        try await tiny.run(stages: Stage.all + [Self.last(true)])
      }
      let outcome = try await tiny.run { $0.rebuilds = true }
      #expect(outcome.results.results.map(\.status) == Stage.all.map { _ in .success })
    }
  }
}
