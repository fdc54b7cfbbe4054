import Disk
import Sealing

extension RunKeeper {
  /// The pipeline that a run was built from as its files are now, and whether one of them has changed since.
  public func pipeline(of run: RunName) throws -> (pipeline: LoadedPipeline, isChanged: Bool) {
    let folder = workspace.folder(of: run)
    guard let request = try RequestRecord.read(in: folder),
      let manifest = try Manifest.read(in: folder)
    else { throw RunProblem.notBuilt(run) }
    let pipeline = try LoadedPipeline.load(
      Path(request.pipeline), extracts: request.extracts.map { Path($0) })
    let isSame =
      try manifest.pipeline.count == pipeline.files.count
      && pipeline.files.allSatisfy { path in
        guard let noted = manifest.pipeline.first(where: { $0.path == pipeline.name(of: path) }),
          let bytes = try Files.unlessMissing({ () throws(DiskError) in try Files.read(path) })
        else { return false }
        return SHA256.digest(of: bytes).hex == noted.sha256
      }
    return (pipeline, !isSame)
  }

  /// The pipeline that the live run was built from, as it is now.
  public func livePipeline() throws -> LoadedPipeline {
    let run = try find(nil)
    guard let request = try RequestRecord.read(in: workspace.folder(of: run)) else {
      throw RunProblem.notBuilt(run)
    }
    return try LoadedPipeline.load(
      Path(request.pipeline), extracts: request.extracts.map { Path($0) })
  }
}
