import Disk
import Intake
import Store
import TestSupport
import Testing

@testable import Pipelines

/// A check says what a run would, by every count and finding.
@Suite struct CheckingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var verdict: Verdict
    var change: @Sendable (TinyPipeline) throws -> Void

    init(
      _ name: String, _ verdict: Verdict,
      _ change: @escaping @Sendable (TinyPipeline) throws -> Void = { _ in }
    ) {
      (testDescription, self.verdict, self.change) = (name, verdict, change)
    }
  }

  @Test(arguments: [
    Case("as it is", .sound),
    Case("a second copy", .sound) { tiny in
      let text = try readText(tiny.extracts.joining("exclusions_2013-07-01.csv").text)
      try tiny.deliver("exclusions_2013-07-20.csv", text)
    },
    Case("quiet months that are alike", .sound) { tiny in
      try tiny.edit(
        "council/sources/reports.yaml", "every: quarter",
        "every: month\n  rows: {least: 0}\n  error_after: 60 days")
      for month in ["05", "06", "07"] {
        try tiny.deliver("reports 01-\(month)-2013.csv", "Ref,Name,Date\n")
      }
    },
    Case("nobody's file", .sound) { try $0.deliver("what.csv", "a\n") },
    Case("too many rejected", .refused) {
      try $0.edit("council/pipeline.yaml", "error_over: 60%", "error_over: 5%")
    },
    Case("another total", .refused) {
      try $0.edit("council/extracts/exclusions_2013-07-01.csv", "records: 8", "records: 9")
    },
    Case("no header", .refused) { try $0.deliver("exclusions_2013-07-15.csv", "x\n1\n") },
    Case("nothing of a required source", .extractMissing) {
      try $0.withdraw("exclusions_2013-06-03.csv")
      try $0.withdraw("exclusions_2013-07-01.csv")
    },
    Case("people change", .sound) { tiny in
      for (name, letter) in [("06-10", "A"), ("07-10", "B")] {
        let rows = (0..<60).map { number in
          "\(letter)\(String(repeating: "x", count: number + 1)),Amy,01/02/2003,FIXD,06/05/2013,4\n"
        }
        try tiny.deliver(
          "exclusions_2013-\(name).csv",
          TinyTexts.exclusionsHeader + rows.joined() + "Total records: 60\n")
      }
    },
  ])
  func `the same counts and findings as a run`(_ example: Case) async throws {
    try await withTemporaryFolder { folder in
      let tiny = try TinyPipeline(in: folder)
      try example.change(tiny)
      let checker = PipelineChecker(try tiny.load(), asOf: day(TinyTexts.asOf), threads: 2)
      let check = try await checker.check()
      #expect(check.verdict == example.verdict)
      #expect(try Files.kind(of: tiny.workspace.folder) == nil)
      let outcome = try await tiny.run()
      #expect(check.verdict == Verdict(outcome.findings))
      #expect(Set(check.findings) == Set(outcome.findings))
      #expect(check.findings.count == outcome.findings.count)
      let accounts = check.sources.flatMap { source in
        source.extracts.map { extract in
          let account = extract.account
          return
            "\(source.name) \(extract.fileName) \(account?.read ?? 0) \(account?.accepted ?? 0) "
            + "\(account?.quarantined ?? 0) \(account?.skippedInAll ?? 0)"
        }
      }
      let stored = try tiny.query(
        """
        SELECT name || ' ' || file_name || ' ' || records_read || ' ' || accepted || ' '
          || quarantined || ' ' || skipped
        FROM extract JOIN source ON source.id = source_id ORDER BY extract.id
        """, in: outcome.run)
      #expect(accounts == stored)
    }
  }
}
