import Sealing
import Vocabulary
import Disk
import Store

/// One attempt at a run: build it, judge it, publish it.
struct RunAttempt {
  let workspace: Workspace
  let pipeline: LoadedPipeline
  let plan: RunPlan
  let options: RunOptions
  let folder: Path
  let log: RunLog
  private let begun = SystemClock.now()
  private let start = SystemClock.monotonicNanoseconds()

  init(
    workspace: Workspace, pipeline: LoadedPipeline, plan: RunPlan, options: RunOptions,
    folder: Path, log: RunLog
  ) {
    self.workspace = workspace
    self.pipeline = pipeline
    self.plan = plan
    self.options = options
    self.folder = folder
    self.log = log
  }

  /// Does it all, and tells how it ended.
  func carryOut() async throws -> RunOutcome {
    log.note(
      RunEvent(
        .info, "run-started", "run \(plan.name): \(plan.extracts.count) extracts",
        [("as_of", .text(plan.asOf.iso)), ("extracts", .number(plan.extracts.count))]))
    let builder = RunBuilder(
      pipeline: pipeline, plan: plan, folder: folder, log: log, threads: options.threads)
    let results: [RunResults.StageResult]
    do {
      results = try await builder.build(ignoringCheckpoints: options.rebuilds)
    } catch {
      record(.failed, [], message: "the run broke off")
      throw error
    }
    let (findings, states) = try readFindings()
    try writeRecords(states)
    let ending = judge(findings)
    if ending == .published { try publish() }
    let outcome = RunOutcome(
      run: plan.name, folder: folder, ending: ending,
      results: record(Self.status(of: ending), results, message: Self.message(of: ending)),
      findings: findings)
    noteMetrics(outcome, states)
    log.note(
      RunEvent(
        ending == .published || ending == .keptApart ? .info : .error, "run-finished",
        "run \(plan.name): \(Self.message(of: ending))",
        [("status", .text(Self.status(of: ending).rawValue))]))
    return outcome
  }

  // MARK: Judging

  private func readFindings() throws -> ([FindingRow], [SourceStateRow]) {
    var file = try RunFile.open(at: folder.joining(RunBuilder.runFileName).text)
    return (try file.findings(), try file.sourceStates())
  }

  private func judge(_ findings: [FindingRow]) -> RunOutcome.Ending {
    let errors = findings.filter { $0.severity == "error" }
    if errors.contains(where: { $0.code != "stale" && $0.code != "missing-extract" }) {
      return .refused
    }
    if !errors.isEmpty { return .extractMissing }
    if options.isStrict && !findings.isEmpty { return .refused }
    return plan.selection.isEverything ? .published : .keptApart
  }

  private static func status(of ending: RunOutcome.Ending) -> RunResults.Status {
    switch ending {
    case .published, .alreadyLive: .published
    case .keptApart: .built
    case .refused, .extractMissing: .refused
    }
  }

  private static func message(of ending: RunOutcome.Ending) -> String {
    switch ending {
    case .published: "published"
    case .alreadyLive: "already live"
    case .keptApart: "whole, and kept beside the live run because it was not all asked for"
    case .refused: "not published: a contract or a check was broken"
    case .extractMissing: "not published: a required extract is missing or too old"
    }
  }

  // MARK: Publishing

  /// The last steps: the ledger says what becomes live, and one rename makes it so.
  private func publish() throws {
    let manifest = try InputSurvey.digest(of: folder.joining(Manifest.fileName)).hex
    var ledger = try LedgerFile(path: workspace.ledger.text)
    let content = JSONValue.members([
      ("run", .text(plan.name.description)), ("manifest", .text(manifest)),
    ]).line
    // A run killed between these two steps is published again, and noted once.
    if try ledger.entries().last?.content != content {
      try ledger.append(
        kind: "publish", at: SystemClock.now().text, by: Account.name, content: content)
    }
    do {
      try workspace.makeLive(plan.name)
    } catch {
      // The disk may fail to confirm the rename after readers have seen it: then the run is live, and
      // what is left to do is to say so.
      guard try workspace.liveRun() == plan.name else { throw error }
      log.note(
        RunEvent(
          .warning, "not-confirmed",
          "the run is live, but the disk has not confirmed it: \(error.operation) failed"))
    }
  }

  // MARK: Records

  private func writeRecords(_ states: [SourceStateRow]) throws {
    let sources = SourcesFile(
      asOf: plan.asOf.iso,
      results: states.map { state in
        SourcesFile.SourceResult(
          uniqueID: state.source, status: state.state, maxLoadedAt: state.newest,
          ageDays: state.ageDays, due: state.due, rows: state.rows, usualRows: state.usualRows)
      })
    try Files.writeAtomically(try JSON.bytes(sources), to: folder.joining("sources.json"))
    let manifest = try Manifest(of: plan, pipeline, in: folder)
    try Files.writeAtomically(
      try JSON.bytes(manifest), to: folder.joining(Manifest.fileName))
  }

  @discardableResult
  private func record(
    _ status: RunResults.Status, _ stages: [RunResults.StageResult], message: String
  ) -> RunResults {
    let results = RunResults(
      run: plan.name.id, asOf: plan.asOf.iso, status: status, startedAt: begun.text,
      endedAt: SystemClock.now().text,
      elapsedMilliseconds: (SystemClock.monotonicNanoseconds() - start) / 1_000_000,
      results: stages, message: status == .published ? nil : message)
    // That the record can't be written must not hide how the run went; the disk has told already.
    if let bytes = try? JSON.bytes(results) {
      try? Files.writeAtomically(bytes, to: folder.joining(RunResults.fileName))
    }
    return results
  }

  /// Writes what monitoring reads; that it can't be written does not undo how the run ended.
  private func noteMetrics(_ outcome: RunOutcome, _ states: [SourceStateRow]) {
    do throws(DiskError) {
      try writeMetrics(outcome, states)
    } catch {
      log.note(
        RunEvent(.warning, "no-metrics", "the metrics can't be written: \(error.operation) failed"))
    }
  }

  private func writeMetrics(
    _ outcome: RunOutcome, _ states: [SourceStateRow]
  ) throws(DiskError) {
    let metrics = Metrics(
      outcome: outcome, states: states, asOf: plan.asOf, finishedAt: SystemClock.now())
    let bytes = Array(metrics.text.utf8)
    try Files.writeAtomically(bytes, to: folder.joining("kindred.prom"), mode: 0o644)
    try Files.writeAtomically(bytes, to: workspace.metrics, mode: 0o644)
  }
}
