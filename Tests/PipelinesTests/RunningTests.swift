import Disk
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// A run, from its plan to what readers see.
@Suite struct RunningTests {
  @Test func `a first run publishes, and the second finds it live`() async throws {
    try await withTemporaryFolder { folder in
      let tiny = try TinyPipeline(in: folder)
      let first = try await tiny.run()
      #expect(first.ending == .published)
      #expect(first.findings.map(\.code).sorted() == [])
      #expect(try tiny.workspace.liveRun() == first.run)
      let before = try tiny.files(of: first.run)
      let second = try await tiny.run()
      #expect(second.ending == .alreadyLive)
      #expect(second.run == first.run)
      #expect(differences(before, try tiny.files(of: first.run)) == [])
      #expect(try tiny.ledger().map(\.kind) == ["publish"])
    }
  }
}

extension TinyPipeline {
  func ledger() throws -> [LedgerFile.Entry] {
    var ledger = try workspace.openLedger()
    #expect(try ledger.firstBrokenEntry() == nil)
    return try ledger.entries()
  }
}
