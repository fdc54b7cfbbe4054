import Disk
import Glibc
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// The same inputs give the same bytes.
@Suite struct DeterminismTests {
  @Test func `however many threads read, the bytes are the same`() async throws {
    let one = try await withTiny { try $0.files(of: try await $0.run { $0.threads = 1 }.run) }
    for threads in [2, 3, 8] {
      let many = try await withTiny { tiny in
        try tiny.files(of: try await tiny.run { $0.threads = threads }.run)
      }
      #expect(differences(one, many) == [], "\(threads) threads")
    }
  }

  /// So many rows that a reader of the file has more blocks than one.
  @Test func `however many blocks of one file are read at a time, the bytes are the same`()
    async throws
  {
    let rows = (0..<11_000).map { row in
      let home = "\(1 + row % 700) Mill Lane;SO14 \(row % 9)AA"
      return "\(row % 97 == 5 ? "" : "T\(row)");\(home);Mr Bob Ba\(row % 13)ker;;2011-05-09;\n"
    }
    func build(_ threads: Int) async throws -> ([String: [UInt8]], [String]) {
      try await withTiny { tiny in
        try tiny.deliver("tenancies_2013-06.csv", TinyTexts.tenanciesHeader + rows.joined())
        let run = try await tiny.run { $0.threads = threads }.run
        let counts = try tiny.query(
          """
          SELECT count(*) || ' ' || count(DISTINCT attributes) FROM fact
            WHERE extract_id = (SELECT id FROM extract WHERE file_name = 'tenancies_2013-06.csv')
          UNION ALL SELECT count(*) || ' ' || count(DISTINCT key) FROM place
          """, in: run)
        return (try tiny.files(of: run), counts)
      }
    }
    let (one, counts) = try await build(1)
    let accepted = (0..<11_000).filter { $0 % 97 != 5 }
    let homes = Set(accepted.map { [$0 % 700, $0 % 9] }).count
    #expect(counts == ["\(accepted.count) \(accepted.count)", "\(homes) \(homes)"])
    for threads in [2, 8] {
      let (many, sameCounts) = try await build(threads)
      #expect(sameCounts == counts)
      #expect(differences(one, many) == [], "\(threads) threads")
    }
  }

  @Test func `a run built twice, in two workspaces, has the same bytes`() async throws {
    try await withTiny { tiny in
      let first = try await tiny.run()
      let again = try await tiny.run { $0.rebuilds = true }
      let other = Workspace(tiny.root.joining("some other workspace"))
      let pipeline = try tiny.load()
      let keeper = RunKeeper(other)
      let plan = try await keeper.plan(pipeline, asOf: day(TinyTexts.asOf), RunOptions())
      let elsewhere = try await keeper.run(plan, of: pipeline, RunOptions())
      #expect(first.run == again.run && first.run == elsewhere.run)
      #expect(
        differences(
          try tiny.files(of: first.run), try TinyPipeline.files(in: elsewhere.folder)) == [])
    }
  }

  @Test(arguments: [
    ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"],
    ["TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8", "LANG": "ja_JP.UTF-8"],
  ])
  func `language and time zone of the machine change nothing`(
    _ environment: [String: String]
  ) async throws {
    try await withTiny { tiny in
      let here = try tiny.files(of: try await tiny.run().run)
      let workspace = tiny.root.joining("abroad")
      let answer = try TestSupport.run(
        builtTool("kindred"),
        ["run", tiny.council.text, "--as-of", TinyTexts.asOf, "--workspace", workspace.text],
        environment: environment)
      #expect(answer.status == 0, "\(answer.errors)")
      let run = try #require(try Workspace(workspace).liveRun())
      #expect(
        differences(here, try TinyPipeline.files(in: Workspace(workspace).folder(of: run))) == [])
    }
  }

  @Test func `of several processes at once one builds, and the others exit with 75`() async throws {
    try await withTiny { tiny in
      let arguments = [
        "run", tiny.council.text, "--as-of", TinyTexts.asOf, "--workspace",
        tiny.workspace.folder.text,
      ]
      let statuses = try await withThrowingTaskGroup(of: Int32?.self) { group in
        for _ in 0..<6 {
          group.addTask { try TestSupport.run(builtTool("kindred"), arguments).status }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.allSatisfy { $0 == 0 || $0 == 75 }, "\(statuses)")
      #expect(statuses.contains(0))
      #expect(try tiny.ledger().count == 1)
      #expect(try await tiny.run().ending == .alreadyLive)
    }
  }
}
