import Disk
import Glibc
import Store
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// A run, from its plan to what readers see.
@Suite struct RunningTests {
  @Test func `a first run publishes, and the second finds it live`() async throws {
    try await withTiny { tiny in
      let first = try await tiny.run()
      #expect(first.ending == .published)
      #expect(first.findings.map(\.code) == [])
      #expect(first.results.results.map(\.uniqueID) == Stage.all.map(\.name))
      #expect(try tiny.workspace.liveRun() == first.run)
      let before = try tiny.files(of: first.run)
      let second = try await tiny.run()
      #expect(second.ending == .alreadyLive)
      #expect(second.run == first.run)
      #expect(differences(before, try tiny.files(of: first.run)) == [])
      #expect(try tiny.ledger().map(\.kind) == ["publish"])
    }
  }

  @Test func `a day before the live run's takes its place only where that is asked for`()
    async throws
  {
    try await withTiny { tiny in
      let live = try await tiny.run("2013-07-22").run
      let earlier = try await tiny.plan("2013-07-20").name
      await #expect(throws: RunProblem.laterIsLive(live, than: earlier)) {
        try await tiny.run("2013-07-20")
      }
      #expect(try tiny.workspace.liveRun() == live)
      #expect(try tiny.workspace.allRuns() == [live])
      // A part of a run never takes its place.
      let part = try await tiny.run("2013-07-20") { $0.selection.sources = ["reports"] }
      #expect(part.ending == .keptApart)
      let asked = try await tiny.run("2013-07-20") { $0.replacesLater = true }
      #expect(asked.ending == .published)
      #expect(try tiny.workspace.liveRun() == earlier)
    }
  }

  @Test func `a changed extract makes a new run, and the old one stays`() async throws {
    try await withTiny { tiny in
      let first = try await tiny.run().run
      let before = try tiny.files(of: first)
      try tiny.edit("council/extracts/reports 01-04-2013.csv", "R2", "R3")
      let second = try await tiny.run()
      #expect(second.ending == .published)
      #expect(second.run != first)
      #expect(try tiny.workspace.liveRun() == second.run)
      #expect(differences(before, try tiny.files(of: first)) == [])
      #expect(try tiny.keeper().list().filter(\.isLive).map(\.run) == [second.run])
      #expect(try tiny.ledger().map(\.kind) == ["publish", "publish"])
    }
  }

  /// A change after a first run, and how the run after it ends.
  struct Ending: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var asOf = TinyTexts.asOf
    var ending: RunOutcome.Ending
    var codes: [String]
    var options: @Sendable (inout RunOptions) -> Void = { _ in }
    var change: @Sendable (TinyPipeline) throws -> Void = { _ in }
  }

  @Test(arguments: [
    Ending(
      testDescription: "a total that does not fit", ending: .refused, codes: ["count-mismatch"],
      change: {
        try $0.edit("council/extracts/exclusions_2013-07-01.csv", "records: 8", "records: 9")
      }),
    Ending(
      testDescription: "a missing heading", ending: .refused, codes: ["missing-label"],
      change: { try $0.edit("council/extracts/reports 01-04-2013.csv", "Date", "Day") }),
    Ending(
      testDescription: "too many rejected", ending: .refused, codes: ["too-many-rejected"],
      change: { try $0.edit("council/extracts/tenancies_2013-06.csv", "-0", "-4") }),
    Ending(
      testDescription: "a refused extract is refused, however much is missing too",
      asOf: "2013-12-24", ending: .refused, codes: ["missing-label", "stale"],
      change: { try $0.edit("council/extracts/reports 01-04-2013.csv", "Date", "Day") }),
    Ending(
      testDescription: "a required source without any extract", ending: .extractMissing,
      codes: ["missing-extract"],
      change: {
        try $0.withdraw("exclusions_2013-07-01.csv")
        try $0.withdraw("exclusions_2013-06-03.csv")
      }),
    Ending(
      testDescription: "an optional source without any extract", ending: .published, codes: [],
      change: { try $0.withdraw("tenancies_2013-06.csv") }),
    Ending(
      testDescription: "stale", asOf: "2013-10-10", ending: .extractMissing, codes: ["stale"]),
    Ending(
      testDescription: "old, with a warning", asOf: "2013-08-16", ending: .published,
      codes: ["stale-warning"]),
    Ending(
      testDescription: "a warning, strictly", asOf: "2013-08-16", ending: .refused,
      codes: ["stale-warning"], options: { $0.isStrict = true }),
    Ending(
      testDescription: "nothing to warn of, strictly", asOf: "2013-08-15", ending: .published,
      codes: [], options: { $0.isStrict = true }),
    Ending(
      testDescription: "a selection of sources", ending: .keptApart, codes: [],
      options: { $0.selection.sources = ["reports"] }),
    Ending(
      testDescription: "a selection of stages", ending: .keptApart, codes: [],
      options: { $0.selection.stages = ["intake"] }),
  ])
  func `only a whole, sound run becomes live`(_ example: Ending) async throws {
    try await withTiny { tiny in
      let first = try await tiny.run("2013-07-21").run
      let before = try tiny.files(of: first)
      try example.change(tiny)
      let outcome = try await tiny.run(example.asOf, example.options)
      #expect(outcome.ending == example.ending)
      #expect(outcome.findings.map(\.code) == example.codes)
      let isLive = try tiny.workspace.liveRun() == outcome.run
      #expect(isLive == (example.ending == .published))
      if !isLive { #expect(try tiny.workspace.liveRun() == first) }
      #expect(differences(before, try tiny.files(of: first)) == [])
      #expect(try tiny.ledger().count == (isLive ? 2 : 1))
      // What a run is once, it is again.
      let again = try await tiny.run(example.asOf, example.options)
      #expect(again.ending == (isLive ? .alreadyLive : example.ending))
      #expect(again.findings == outcome.findings)
    }
  }

  @Test func `strictness asked for later is held to, and what is live stays`() async throws {
    try await withTiny { tiny in
      let loose = try await tiny.run("2013-08-16")
      #expect(loose.ending == .published)
      let before = try tiny.files(of: loose.run)
      let strict = try await tiny.run("2013-08-16") { $0.isStrict = true }
      #expect(strict.ending == .refused)
      #expect(strict.run == loose.run)
      #expect(try tiny.workspace.liveRun() == loose.run)
      #expect(differences(before, try tiny.files(of: loose.run)) == [])
      #expect(try await tiny.run("2013-08-16").ending == .alreadyLive)
    }
  }

  @Test func `a rebuilt live run is whole for whoever reads it meanwhile`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      let before = try tiny.files(of: run)
      let seen = Mutex<[[String]]>([])
      let watching = Stage(name: "watching", title: "Look at what is live") { _ in
        let now = try TinyPipeline.files(in: tiny.workspace.folder.joining("current"))
        seen.withLock { $0.append(differences(before, now)) }
      }
      let stages = Stage.all.flatMap { [$0, watching] }
      // The stages that only look leave checkpoints, so another run than the program's own comes out.
      let outcome = try await tiny.run(stages: stages) { $0.rebuilds = true }
      #expect(outcome.ending == .published)
      #expect(seen.withLock { $0 } == Stage.all.map { _ in [] })
      let again = try await tiny.run { $0.rebuilds = true }
      #expect(again.results.results.map(\.status) == Stage.all.map { _ in .success })
      #expect(differences(before, try tiny.files(of: run)) == [])
      #expect(try Files.list(tiny.workspace.folder.joining("rebuild")) == [])
    }
  }

  @Test func `a damaged live run is mended in one step`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      let before = try tiny.files(of: run)
      for path in before.keys.sorted() {
        try Files.remove(tiny.workspace.folder(of: run).joining(path))
        #expect(try await tiny.run().ending == .published, "without \(path)")
        #expect(differences(before, try tiny.files(of: run)) == [], "without \(path)")
      }
    }
  }

  @Test func `an extract that changes while it is read stops the run`() async throws {
    try await withTiny { tiny in
      let pipeline = try tiny.load()
      let plan = try await tiny.plan()
      try tiny.edit("council/extracts/tenancies_2013-06.csv", "T1", "T9")
      await #expect(throws: RunProblem.changedWhileRead("tenancies_2013-06.csv")) {
        try await tiny.keeper().run(plan, of: pipeline, RunOptions())
      }
      #expect(try tiny.workspace.liveRun() == nil)
      #expect(try await tiny.run().ending == .published)
    }
  }

  // MARK: Many at once

  @Test func `of a hundred attempts at once one at a time builds, and the others are told who`()
    async throws
  {
    try await withTiny { tiny in
      let pipeline = try tiny.load()
      let plan = try await tiny.plan()
      let running = Atomic(0)
      let most = Atomic(0)
      let slow = Stage(name: "slow", title: "Take a while") { _ in
        let now = running.add(1, ordering: .sequentiallyConsistent).newValue
        _ = most.max(now, ordering: .sequentiallyConsistent)
        try await Task.sleep(for: .milliseconds(150))
        running.subtract(1, ordering: .sequentiallyConsistent)
      }
      let keeper = tiny.keeper([slow] + Stage.all)
      let endings = await withTaskGroup(of: String.self) { group in
        for _ in 0..<100 {
          group.addTask {
            do {
              return "\(try await keeper.run(plan, of: pipeline, RunOptions()).ending)"
            } catch RunProblem.locked(let holder) {
              return holder == nil || holder?.process == getpid() ? "locked" : "locked by another"
            } catch {
              return "\(error)"
            }
          }
        }
        return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }
      #expect(most.load(ordering: .sequentiallyConsistent) == 1)
      #expect(endings["published"] == 1)
      #expect(Set(endings.keys).isSubset(of: ["published", "locked", "alreadyLive"]), "\(endings)")
      #expect(endings["locked", default: 0] > 0)
      #expect(try tiny.ledger().count == 1)
    }
  }

  @Test func `a reader sees a whole set at every moment of twenty runs`() async throws {
    try await withTiny { tiny in
      try await tiny.run("2013-07-01")
      let isOver = Atomic(false)
      async let broken: [String] = Self.look(at: tiny.workspace.folder, until: isOver)
      for number in 2...21 {
        // Every fourth is built again while it is live.
        let asOf = "2013-07-\(number < 10 ? "0" : "")\(number)"
        try await tiny.run(asOf)
        if number % 4 == 0 { try await tiny.run(asOf) { $0.rebuilds = true } }
      }
      isOver.store(true, ordering: .sequentiallyConsistent)
      #expect(await broken == [])
      #expect(try tiny.workspace.allRuns().count == 21)
    }
  }

  /// Reads the live set over and over, as the manifest lists it.
  private static func look(at workspace: Path, until isOver: borrowing Atomic<Bool>) async
    -> [String]
  {
    var problems: [String] = []
    var looks = 0
    while !isOver.load(ordering: .sequentiallyConsistent) || looks < 20 {
      looks += 1
      let link = try? Files.linkTarget(workspace.joining("current"))
      guard let link else {
        problems.append("nothing is live")
        continue
      }
      let folder = workspace.joining(link)
      if (try? Manifest.read(in: folder)) == nil { problems.append("no manifest in \(link)") }
      let results = try? RunResults.read(in: folder)
      if results?.status != .published { problems.append("no end in \(link)") }
      if (try? Manifest.holds(in: folder)) != true { problems.append("not whole: \(link)") }
      try? await Task.sleep(for: .milliseconds(1))
    }
    return problems
  }
}

extension TinyPipeline {
  /// The entries of the ledger, whose chain has to hold.
  func ledger() throws -> [LedgerFile.Entry] {
    var ledger = try workspace.openLedger()
    #expect(try ledger.firstBrokenEntry() == nil)
    return try ledger.entries()
  }
}
