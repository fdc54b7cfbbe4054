import Disk

extension RunBuilder {
  /// Whether each stage would run or be taken from an earlier attempt, and why; nothing is written.
  func forecast() throws -> [StageForecast] {
    let kept = try checkpointsToForesee()
    return stages.enumerated().map { place, stage in
      let isReused = place < kept.count
      return StageForecast(
        name: stage.name, title: stage.title, isReused: isReused,
        reason: isReused
          ? "an earlier attempt has done it, and it is unchanged"
          : place == kept.count
            ? reasonToRun(stage) : "it follows \(stages[place - 1].name), which runs")
    }
  }

  /// The checkpoints that a run would find to hold.
  ///
  /// Where a stage was cut short, a run undoes what it had begun, which brings the last checkpoint's file back.
  private func checkpointsToForesee() throws(DiskError) -> [Checkpoint] {
    guard try Files.kind(of: runFile) == .file else { return [] }
    let checkpoints = checkpointsWhoseFilesHold()
    let journal = folder.joining(Self.runFileName + "-journal")
    if try Files.kind(of: journal) == .file, try Files.size(of: journal) > 0 { return checkpoints }
    return upToRunFile(checkpoints)
  }

  private func reasonToRun(_ stage: Stage) -> String {
    guard let checkpoint = Checkpoint.read(stage.name, in: folder) else {
      return "no earlier attempt at this run has done it"
    }
    return checkpoint.filesHold(in: folder)
      ? "the run file is not as it left it" : "a file that it wrote has changed or is gone"
  }
}
