import FoundationEssentials
import TestSupport

/// A workspace in which yesterday's run is live, and what today's run makes of it when left alone.
struct TortureStand: Sendable {
  static let yesterday = "2013-07-21"
  static let today = "2013-07-22"

  let folder: String
  let faults: FaultLibrary
  let pipeline: String
  let old: PublishedSet
  let new: PublishedSet
  /// The ways in which today's run is interrupted.
  let legs: [TortureLeg]

  init(for fault: Fault, in folder: String) throws {
    let tool = TorturePlan.tool
    self.folder = folder
    faults = try FaultLibrary(in: folder)
    pipeline = try SamplePipeline.path(in: folder)
    let base = "\(folder)/base"
    try Self.must(run(tool, ["run", pipeline, "--as-of", Self.yesterday, "--workspace", base]))
    old = try PublishedSet(in: base)

    let alone = "\(folder)/alone"
    try FileManager.default.copyItem(atPath: base, toPath: alone)
    let log = try faults.log(of: fault.calls, in: folder) { [pipeline] environment in
      try Self.must(
        run(tool, Self.runToday(pipeline, alone), environment: environment, timeout: 300))
    }
    new = try PublishedSet(in: alone)
    guard old.target != nil, new.target != nil, old.target != new.target else {
      throw TortureFailure("the runs of two days are one")
    }
    let whole = TortureLeg(
      kind: .run, base: base, calls: log.calls,
      points: TorturePlan.points(of: log, fault))
    legs =
      TorturePlan.extent == .slice
      ? [whole] : [whole, try Self.rest(fault, faults, pipeline, base, in: folder)]
  }

  /// The command that builds today's run.
  static func runToday(_ pipeline: String, _ workspace: String) -> [String] {
    ["run", pipeline, "--as-of", today, "--workspace", workspace]
  }

  /// What is left after a run was killed when it had read and checked the extracts.
  private static func rest(
    _ fault: Fault, _ faults: FaultLibrary, _ pipeline: String, _ base: String, in folder: String
  ) throws -> TortureLeg {
    let (counted, killed, finished) = (
      "\(folder)/counted", "\(folder)/killed", "\(folder)/finished"
    )
    try FileManager.default.copyItem(atPath: base, toPath: counted)
    let log = try faults.log(of: Fault.kill.calls, in: folder) { environment in
      try must(
        run(
          TorturePlan.tool, runToday(pipeline, counted), environment: environment, timeout: 300))
    }
    try FileManager.default.removeItem(atPath: counted)
    // The call after the one that waits for the checkpoint's name to be on the disk.
    guard let checked = log.callsUntil(TorturePlan.lastShared) else {
      throw TortureFailure("no call puts \(TorturePlan.lastShared) into its place")
    }
    try FileManager.default.copyItem(atPath: base, toPath: killed)
    let answer = try run(
      TorturePlan.tool, runToday(pipeline, killed),
      environment: faults.environment(.kill, at: checked + 2), timeout: 300)
    guard answer.ending == .signal(9) else {
      throw TortureFailure("not killed after \(checked) calls: \(answer.ending)")
    }
    try FileManager.default.copyItem(atPath: killed, toPath: finished)
    let rest = try faults.log(of: fault.calls, in: folder) { environment in
      try must(
        run(
          TorturePlan.tool, ["retry", "--workspace", finished], environment: environment,
          timeout: 300))
    }
    try FileManager.default.removeItem(atPath: finished)
    return TortureLeg(
      kind: .retry, base: killed, calls: rest.calls,
      points: TorturePlan.points(ofRest: rest.calls, fault))
  }

  private static func must(_ answer: ToolAnswer) throws {
    guard answer.ending == .exit(0) else {
      throw TortureFailure("\(answer.ending): \(answer.errors)")
    }
  }
}
