import Disk
import Store

/// One step of a run: it reads what the steps before it found and adds to the run file and the run's folder.
///
/// A new stage is one more value in `Stage.all`; everything else (order, checkpoints, publishing) follows from the list.
struct Stage: Sendable {
  /// The name in checkpoints, logs and on the command line.
  let name: String
  /// What it does, in a few words.
  let title: String
  /// Does the work in one transaction of the run file; the first stage, before which there is nothing to keep, in several.
  let run: @Sendable (inout StageWork) async throws -> Void

  /// The stages in their order.
  static let all: [Stage] = [
    .intake, .checks, .linkage, .families, .criteria, .journeys, .cohorts, .claims, .reports,
  ]
}

/// What a stage is handed, and where it puts what it found.
struct StageWork: ~Copyable {
  let pipeline: LoadedPipeline
  let plan: RunPlan
  /// The run's folder.
  let folder: Path
  let log: RunLog
  let threads: Int
  /// The file of the run from which ids are carried on, if there is one.
  let previous: Path?
  /// The run file, in the stage's transaction.
  var file: RunFile
  /// The files that the stage wrote, as seen from the run's folder.
  var outputs: [String] = []
  /// Counts of what the stage did.
  var counts: [String: Int] = [:]
  /// The families as a stage before read them, for those that come after; nil where none did.
  var gathered: GatheredCases?

  /// Writes a file of the run, whole or not at all.
  mutating func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
    let file = folder.joining(path)
    try Files.createFolder(file.parent)
    try Files.writeAtomically(bytes, to: file)
    outputs.append(path)
  }
}

extension StageWork {
  /// The families with their people and facts, read once, since several stages ask for all of them.
  ///
  /// Whoever asks first does so when families are formed; from then on no stage changes what they are read from.
  mutating func cases() throws -> GatheredCases {
    if let gathered { return gathered }
    let reader = CaseReader(common: try CaseCoverageReading(pipeline.definition).read(&file))
    let found = try reader.all(in: &file)
    gathered = found
    return found
  }
}

extension RunKeeper {
  /// The names of the stages in their order.
  public static var stageNames: [String] { Stage.all.map(\.name) }
}
