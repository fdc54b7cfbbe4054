import Disk

extension RunBuilder {
  /// Whether each stage would run or be taken from an earlier attempt, and why; nothing is written.
  func forecast() throws -> [StageForecast] {
    let kept = try checkpointsToForesee()
    return try stages.enumerated().map { place, stage in
      let isReused = place < kept.count
      return StageForecast(
        name: stage.name, title: stage.title, isReused: isReused,
        reason: isReused
          ? "an earlier attempt has done it, and it is unchanged"
          : place == kept.count
            ? try reasonToRun(stage) : "it follows \(stages[place - 1].name), which runs")
    }
  }

  /// The checkpoints that a run would find to hold.
  ///
  /// Where a stage was cut short, a run undoes what it had begun, which brings the last checkpoint's file back.
  private func checkpointsToForesee() throws(DiskError) -> [Checkpoint] {
    guard try Files.kind(of: runFile) == .file else { return [] }
    let checkpoints = try checkpointsWhoseFilesHold()
    let journal = folder.joining(Self.runFileName + "-journal")
    if try Files.kind(of: journal) == .file, try Files.size(of: journal) > 0 { return checkpoints }
    return try upToRunFile(checkpoints)
  }

  private func reasonToRun(_ stage: Stage) throws(DiskError) -> String {
    guard let checkpoint = try Checkpoint.read(stage.name, in: folder) else {
      return "no earlier attempt at this run has done it"
    }
    return try checkpoint.filesHold(in: folder)
      ? "the run file is not as it left it" : "a file that it wrote has changed or is gone"
  }
}
