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
  let stages: [Stage]
  private let begun = SystemClock.now()
  private let start = SystemClock.monotonicNanoseconds()

  init(
    workspace: Workspace, pipeline: LoadedPipeline, plan: RunPlan, options: RunOptions,
    folder: Path, log: RunLog, stages: [Stage]
  ) {
    self.workspace = workspace
    self.pipeline = pipeline
    self.plan = plan
    self.options = options
    self.folder = folder
    self.log = log
    self.stages = stages
  }

  /// Does it all, and tells how it ended.
  func carryOut() async throws -> RunOutcome {
    log.note(
      RunEvent(
        .info, RunEvent.started, "run \(plan.name): \(plan.extracts.count) extracts",
        [("as_of", .text(plan.asOf.iso)), ("extracts", .number(plan.extracts.count))]))
    var results: [RunResults.StageResult] = []
    do {
      return try await buildAndPublish(noting: &results)
    } catch {
      let failed = record(.failed, results, message: "the run broke off")
      noteMetrics(failed, RunFindings())
      log.note(RunEvent(.error, "run-failed", "run \(plan.name): broke off"))
      throw error
    }
  }

  private func buildAndPublish(
    noting results: inout [RunResults.StageResult]
  ) async throws -> RunOutcome {
    let builder = RunBuilder(
      workspace: workspace, pipeline: pipeline, plan: plan, folder: folder, log: log,
      threads: options.threads,
      allStages: stages)
    let known = try await builder.build(
      ignoringCheckpoints: options.rebuilds, noting: &results)
    let found = try builder.writeRecords(known)
    let ending = judge(found.findings)
    let record = record(
      Self.status(of: ending), results, message: Self.message(of: ending))
    if ending == .published { try publish() }
    let home = workspace.folder(of: plan.name)
    if folder != home { try settleBeside(home, ending) }
    noteMetrics(record, found)
    log.note(
      RunEvent(
        ending == .published || ending == .keptApart ? .info : .error, "run-finished",
        "run \(plan.name): \(Self.message(of: ending))",
        [("status", .text(Self.status(of: ending).rawValue))]))
    return RunOutcome(
      run: plan.name, folder: home, ending: ending, results: record,
      findings: found.findings)
  }

  // MARK: Judging

  private func judge(_ findings: [FindingRow]) -> RunOutcome.Ending {
    switch Verdict(findings) {
    case .refused: .refused
    case .extractMissing: .extractMissing
    case .sound where options.isStrict && !findings.isEmpty: .refused
    case .sound: plan.selection.isEverything ? .published : .keptApart
    }
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
    var ledger = try workspace.openLedger()
    let content = JSONValue.members([
      ("run", .text(plan.name.description)), ("manifest", .text(manifest)),
    ]).line
    // A run killed between these two steps is published again, and noted once.
    let last = try ledger.entries().last { $0.isOfRuns }
    if last?.content != content {
      try ledger.append(
        kind: NotedRun.Kind.publish.rawValue, at: SystemClock.now().text, by: Account.name,
        content: content)
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

  /// Puts a live run that was built again in its own place, or leaves the old one there.
  private func settleBeside(_ home: Path, _ ending: RunOutcome.Ending) throws {
    if ending == .published { try Files.exchange(folder, home) }
    try Files.removeTree(folder)
  }

  // MARK: Records

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
  ///
  /// A run of which not all was asked for is a trial: it says nothing about the night.
  private func noteMetrics(_ results: RunResults, _ found: RunFindings) {
    guard plan.selection.isEverything else { return }
    do throws(DiskError) {
      try writeMetrics(results, found)
    } catch {
      log.note(
        RunEvent(.warning, "no-metrics", "the metrics can't be written: \(error.operation) failed"))
    }
  }

  private func writeMetrics(_ results: RunResults, _ found: RunFindings) throws(DiskError) {
    let metrics = Metrics(
      results: results, found: found, finishedAt: SystemClock.now(),
      before: (try? Files.read(workspace.metrics)) ?? [])
    try Files.writeAtomically(Array(metrics.text.utf8), to: workspace.metrics, mode: 0o644)
  }
}
