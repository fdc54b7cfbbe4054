import Disk
import Store
import TestSupport
import Testing

@testable import Pipelines

/// What is foreseen of a run is what the run then does.
@Suite struct ForecastTests {
  private func forecast(_ tiny: TinyPipeline) async throws -> RunForecast {
    try await tiny.keeper().forecast(
      try tiny.load(), asOf: day(TinyTexts.asOf), RunOptions())
  }

  /// The stages that a forecast takes from an earlier attempt, and those that the next run does.
  private func expectReuse(
    _ tiny: TinyPipeline, _ expected: [String], because reason: String? = nil
  ) async throws {
    let forecast = try await forecast(tiny)
    #expect(forecast.stages.filter(\.isReused).map(\.name) == expected)
    if let reason {
      #expect(forecast.stages.first { !$0.isReused }?.reason == reason)
    }
    let outcome = try await tiny.run()
    #expect(outcome.run == forecast.plan.name)
    #expect(
      outcome.results.results.filter { $0.status == .reused }.map(\.uniqueID) == expected)
  }

  /// A run that is refused, so that its folder is there and it is not live.
  private func refused(in folder: String) async throws -> (TinyPipeline, Path) {
    let tiny = try TinyPipeline(in: folder)
    try tiny.deliver("exclusions_2013-07-15.csv", "no,header\n1,2\n")
    let outcome = try await tiny.run()
    #expect(outcome.ending == .refused)
    return (tiny, outcome.folder)
  }

  @Test func `nothing is done yet`() async throws {
    try await withTemporaryFolder { folder in
      let tiny = try TinyPipeline(in: folder)
      let forecast = try await forecast(tiny)
      #expect(forecast.live == nil && !forecast.isLive && forecast.verdict == .sound)
      #expect(forecast.stages.map(\.name) == Stage.all.map(\.name))
      #expect(try Files.kind(of: tiny.workspace.folder) == nil)
      try await expectReuse(tiny, [], because: "no earlier attempt at this run has done it")
    }
  }

  @Test func `the live run, and what has changed since`() async throws {
    try await withTemporaryFolder { folder in
      let tiny = try TinyPipeline(in: folder)
      let outcome = try await tiny.run()
      let same = try await forecast(tiny)
      #expect(same.isLive && same.changedSinceLive == [])
      #expect(same.stages.filter { !$0.isReused } == [])
      try tiny.edit("council/extracts/reports 01-04-2013.csv", "R2", "R3")
      let other = try await forecast(tiny)
      #expect(other.live == outcome.run && !other.isLive)
      #expect(other.changedSinceLive == ["reports 01-04-2013.csv"])
    }
  }

  @Test func `everything holds`() async throws {
    try await withTemporaryFolder { folder in
      let (tiny, _) = try await refused(in: folder)
      try await expectReuse(tiny, Stage.all.map(\.name))
    }
  }

  @Test func `a report is gone`() async throws {
    try await withTemporaryFolder { folder in
      let (tiny, run) = try await refused(in: folder)
      try Files.remove(run.joining("reports/index.html"))
      try await expectReuse(
        tiny, Stage.all.dropLast().map(\.name),
        because: "a file that it wrote has changed or is gone")
    }
  }

  @Test func `the run file is another`() async throws {
    try await withTemporaryFolder { folder in
      let (tiny, run) = try await refused(in: folder)
      let file = run.joining("run.db")
      try write(try readBytes(file.text) + [0], to: file.text)
      try await expectReuse(tiny, [], because: "the run file is not as it left it")
    }
  }

  @Test func `sources that are late, missing and not due`() async throws {
    try await withTemporaryFolder { folder in
      let tiny = try TinyPipeline(in: folder)
      try tiny.withdraw("reports 01-04-2013.csv")
      let sources = try await forecast(tiny).sources
      #expect(sources.map(\.name) == ["exclusions", "reports", "tenancies"])
      #expect(sources.map(\.freshness) == ["fresh", "not-due", "fresh"])
      #expect(sources.map(\.due) == ["2013-08-01", nil, "2013-07-31"])
      #expect(sources.map(\.isLate) == [false, false, false])
      let later = try await tiny.keeper().forecast(
        try tiny.load(), asOf: day("2013-11-01"), RunOptions())
      #expect(later.sources.map(\.freshness) == ["stale", "not-due", "fresh"])
      #expect(later.sources.map(\.isLate) == [true, false, true])
      #expect(later.verdict == .extractMissing)
    }
  }
}
