import Disk
import Dispatch
import Pipelines
import Store
import Synchronization
import TestSupport
import Testing

@testable import ReviewSite

@Suite struct NoteQueueTests {
  private static func entry(_ number: Int) -> LedgerFile.NewEntry {
    LedgerFile.NewEntry(kind: "view", at: "", by: "ann", content: "\(number)")
  }

  @Test func everyEntryIsWrittenOnceAndBeforeItsWriterGoesOn() {
    let queue = NoteQueue()
    let written = Mutex<[String]>([])
    let writers = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 300) { number in
      #expect(throws: Never.self) {
        try queue.note(Self.entry(number)) { entries in
          #expect(writers.add(1, ordering: .sequentiallyConsistent).newValue == 1)
          written.withLock { $0 += entries.map(\.content) }
          writers.subtract(1, ordering: .sequentiallyConsistent)
        }
      }
      #expect(written.withLock { $0.contains("\(number)") })
    }
    let all = written.withLock { $0 }
    #expect(all.count == 300 && Set(all).count == 300)
  }

  @Test func whoIsWrittenWithAnotherFailsWithThem() throws {
    struct Full: Error {}
    let queue = NoteQueue()
    let group = DispatchGroup()
    let holds = DispatchSemaphore(value: 0)
    let mayEnd = DispatchSemaphore(value: 0)
    let failed = Atomic<Int>(0)
    func later(_ number: Int, _ write: @escaping @Sendable ([LedgerFile.NewEntry]) throws -> Void) {
      DispatchQueue(label: "note").async(group: group) {
        do {
          try queue.note(Self.entry(number), by: write)
        } catch {
          failed.add(1, ordering: .sequentiallyConsistent)
        }
      }
    }
    later(0) { _ in
      holds.signal()
      mayEnd.wait()
    }
    holds.wait()
    for number in 1...5 {
      later(number) { entries in
        #expect(entries.count == 5)
        throw Full()
      }
    }
    while queue.waiting < 5 {}
    mayEnd.signal()
    group.wait()
    #expect(failed.load(ordering: .sequentiallyConsistent) == 5)
    // And whoever comes next is not held up.
    let written = Mutex(0)
    try queue.note(Self.entry(6)) { entries in written.withLock { $0 = entries.count } }
    #expect(written.withLock { $0 } == 1)
  }

  @Test func theNoteOfTheLedgersLengthIsNeverAheadAndIsWholeInTheEnd() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let head = stand.council.workspace.folder.joining("ledger.head")
      func noted() throws -> Int {
        let text = String(decoding: try Files.read(head), as: UTF8.self)
        return try #require(text.split(separator: " ").first.flatMap { Int($0) })
      }
      let analyst = try stand.browser("analyst")
      let pair = try #require(stand.site.current.queue.first?.pair)
      for _ in 0..<5 {
        #expect(analyst.get(Links.pair(pair)).status == 200)
        var ledger = try stand.council.workspace.openLedger()
        #expect(try ledger.fault() == nil)
        #expect(try noted() <= stand.entries().count)
      }
      try stand.site.close()
      #expect(try noted() == stand.entries().count)
    }
  }

  @Test func whatWasDoneIsListedWithoutWhoLooked() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder)
      let analyst = try stand.browser("analyst")
      let pair = try #require(stand.site.current.queue.first?.pair)
      var ledger = try stand.council.workspace.openLedger()
      for round in 0..<6 {
        for _ in 0..<3 { _ = analyst.get(Links.pair(pair)) }
        // Another program writes, too.
        try ledger.note(kind: "rollback", at: "", by: "ops", content: "{\"round\":\(round)}")
        let all = Array(try stand.entries().reversed())
        let acts = all.filter { !DecisionBook.visits.contains($0.kind) }
        for most in [1, 3, 40] {
          for before in [Int.max, acts[0].number, acts[0].number - 1, 2, 1] {
            #expect(
              try stand.site.book.newest(most, before: before, withVisits: false)
                == Array(acts.filter { $0.number < before }.prefix(most)))
            #expect(
              try stand.site.book.newest(most, before: before, withVisits: true)
                == Array(all.filter { $0.number < before }.prefix(most)))
          }
        }
      }
    }
  }
}
