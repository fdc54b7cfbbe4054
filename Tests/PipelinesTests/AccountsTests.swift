import Disk
import Glibc
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// Every row went somewhere, and what was rejected is kept as it came.
@Suite struct AccountsTests {
  @Test func `read is accepted and quarantined and skipped, for every extract`() async throws {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      #expect(
        try tiny.query(
          """
          SELECT file_name, records_read, accepted, quarantined, skipped,
            records_read - accepted - quarantined - skipped FROM extract ORDER BY id
          """, in: run) == [
            "exclusions_2013-07-01.csv|10|6|2|2|0", "exclusions_2013-06-03.csv|7|5|0|2|0",
            "reports 01-04-2013.csv|3|2|0|1|0", "tenancies_2013-06.csv|5|3|1|1|0",
          ])
      let skipped = """
        SELECT id FROM extract
        WHERE skipped <> (SELECT sum(records) FROM extract_skip WHERE extract_id = id)
        """
      #expect(try tiny.query(skipped, in: run) == [])
    }
  }

  @Test func `the quarantine holds exactly the rejected rows, and says where they were`()
    async throws
  {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      let folder = tiny.workspace.folder(of: run).joining("quarantine")
      #expect(
        try Files.list(folder) == [
          "exclusions_2013-07-01.csv", "rejections.csv", "tenancies_2013-06.csv",
        ])
      let rejections = try tiny.query(
        """
        SELECT file_name, line, lines, first_byte, rejection.bytes, code, column_name
        FROM rejection JOIN extract ON extract.id = extract_id
        """, in: run)
      #expect(
        rejections.map { $0.split(separator: "|").dropFirst().joined(separator: "|") } == [
          "5|1|167|40|unknown-code|Category", "6|1|207|42|unreadable-date|Start",
          "4|1|162|52|required-value|Ref",
        ])
      // The bytes at those places are what the quarantine holds, in their order.
      var held: [String: [UInt8]] = [:]
      for rejection in rejections {
        let parts = rejection.split(separator: "|").map(String.init)
        let bytes = try Files.read(tiny.extracts.joining(parts[0]))
        let (first, count) = (try #require(Int(parts[3])), try #require(Int(parts[4])))
        held[parts[0], default: []] += bytes[first..<first + count]
      }
      for (name, bytes) in held {
        #expect(try Files.read(folder.joining(name)) == bytes, "\(name)")
      }
      let list = try readText(folder.joining("rejections.csv").text)
      let lines = list.split(whereSeparator: \.isNewline)
      #expect(lines.count == 1 + rejections.count)
      #expect(lines[1].hasPrefix("exclusions,exclusions_2013-07-01.csv,"))
      #expect(lines[1].contains(",5,1,167,40,Category,unknown-code,"))
      #expect(!list.contains("Fisher") && !list.contains("31/02"))
    }
  }

  @Test func `nothing lies in a run's folder but what is named, and nobody else may read it`()
    async throws
  {
    try await withTiny { tiny in
      let run = try await tiny.run().run
      let folder = tiny.workspace.folder(of: run)
      let manifest = try #require(try Manifest.read(in: folder))
      let named = Set(manifest.outputs.map(\.path)).union(RunFolder.volatile)
        .union([Manifest.fileName])
      #expect(try Set(RunFolder.files(in: folder)) == named)
      #expect(
        try Files.list(tiny.workspace.folder) == [
          "current", "kindred.prom", "ledger.db", "ledger.head", "lock", "runs",
        ])
      for path in try RunFolder.files(in: tiny.workspace.folder) where !path.hasPrefix("current") {
        let mode = try fileMode(of: tiny.workspace.folder.joining(path))
        #expect(mode == (path == "kindred.prom" ? 0o644 : 0o600), "\(path) \(mode)")
      }
      #expect(try fileMode(of: folder) == 0o700)
    }
  }

  @Test func `a plain and a packed extract of one name are quarantined apart`() async throws {
    try await withTiny { tiny in
      // Both names are of one series: the pattern lets anything follow the date.
      try tiny.edit(
        "council/sources/tenancies.yaml", "tenancies_{yyyy-MM}.csv", "tenancies_{yyyy-MM}*")
      let gzip = "/bin/gzip"
      let source = tiny.extracts.joining("tenancies_2013-06.csv").text
      let answer = try TestSupport.run(gzip, ["-nk", source])
      #expect(answer.status == 0)
      try tiny.edit("council/extracts/tenancies_2013-06.csv", ";3 High", ";4 High")
      let run = try await tiny.run().run
      #expect(
        try Files.list(tiny.workspace.folder(of: run).joining("quarantine")) == [
          "exclusions_2013-07-01.csv", "rejections.csv", "tenancies_2013-06.csv",
          "tenancies_2013-06.csv.csv",
        ])
    }
  }
}

/// The rights on a file.
func fileMode(of path: Path) throws -> UInt32 {
  var status = stat()
  guard unsafe lstat(path.text, &status) == 0 else { throw POSIXFailure("lstat", errno) }
  return status.st_mode & 0o777
}
