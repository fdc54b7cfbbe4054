import Disk

/// A command on a pipeline.
protocol PipelineRequest {
  /// The pipeline as it was named: its folder, or its `pipeline.yaml`.
  var pipeline: String { get }
}

extension PipelineRequest {
  /// The folder of the pipeline.
  var pipelineFolder: Path {
    let path = Path(pipeline)
    return path.lastComponent == "pipeline.yaml" ? path.parent : path
  }
}
