import Disk

extension RunKeeper {
  /// The pipeline that the live run was built from, as it is now.
  public func livePipeline() throws -> LoadedPipeline {
    let run = try find(nil)
    guard let request = RequestRecord.read(in: workspace.folder(of: run)) else {
      throw RunProblem.notBuilt(run)
    }
    return try LoadedPipeline.load(
      Path(request.pipeline), extracts: request.extracts.map { Path($0) })
  }
}
