import Disk

extension RunKeeper {
  /// Tells monitoring that a night failed before its run began: a pipeline with mistakes, a folder that is not there.
  ///
  /// Where there is no workspace yet, nobody watches it; and that it can't be told must not hide why the night failed.
  public func tellFailure() {
    guard (try? Files.target(of: workspace.folder)) == .folder else { return }
    let before = (try? Files.read(workspace.metrics)) ?? []
    try? Files.writeAtomically(
      Array(Metrics.failed(before).utf8), to: workspace.metrics, mode: 0o644)
  }
}
