import FoundationEssentials
import TestSupport

/// A workspace in which yesterday's run is live, and what today's run makes of it when left alone.
struct TortureStand: Sendable {
  static let yesterday = "2013-07-21"
  static let today = "2013-07-22"

  let folder: String
  let faults: FaultLibrary
  let pipeline: String
  /// The workspace that every attempt starts from a copy of.
  let base: String
  let old: PublishedSet
  let new: PublishedSet
  /// How many calls today's run makes at which the fault can happen.
  let calls: Int

  init(for fault: Fault, in folder: String) throws {
    let tool = TorturePlan.tool
    self.folder = folder
    faults = try FaultLibrary(in: folder)
    pipeline = try SamplePipeline.path(in: folder)
    base = "\(folder)/base"
    try Self.must(run(tool, ["run", pipeline, "--as-of", Self.yesterday, "--workspace", base]))
    old = try PublishedSet(in: base)

    let alone = "\(folder)/alone"
    try FileManager.default.copyItem(atPath: base, toPath: alone)
    let arguments = Self.runToday(pipeline, alone)
    calls = try faults.countCalls(for: fault, in: folder) { environment in
      try Self.must(run(tool, arguments, environment: environment, timeout: 300))
    }
    new = try PublishedSet(in: alone)
    guard old.target != nil, new.target != nil, old.target != new.target else {
      throw TortureFailure("the runs of two days are one")
    }
  }

  /// The command that the attempts interrupt.
  static func runToday(_ pipeline: String, _ workspace: String) -> [String] {
    ["run", pipeline, "--as-of", today, "--workspace", workspace]
  }

  private static func must(_ answer: ToolAnswer) throws {
    guard answer.ending == .exit(0) else {
      throw TortureFailure("\(answer.ending): \(answer.errors)")
    }
  }
}
