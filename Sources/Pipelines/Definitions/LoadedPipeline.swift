public import Disk
public import YAMLFiles

/// A pipeline with the files that make it up, read and checked as a whole.
public struct LoadedPipeline: Sendable {
  /// The folder of `pipeline.yaml`.
  public let folder: Path
  /// What the files say.
  public let definition: PipelineDefinition
  /// The folder in which extracts arrive.
  public let extracts: Path
  /// Whether that is the folder that `pipeline.yaml` names.
  public let hasOwnExtracts: Bool
  /// Every file that configures the run, for the manifest.
  public let files: [Path]

  /// Reads the pipeline in a folder, or with extracts from another folder than it says.
  ///
  /// Throws `PipelineMistakes` with every mistake at once, or `RunProblem.noPipeline`.
  public static func load(_ folder: Path, extracts: Path? = nil) throws -> LoadedPipeline {
    guard try Files.target(of: folder.joining("pipeline.yaml")) == .file else {
      throw RunProblem.noPipeline(folder)
    }
    return try PipelineLoader.load(folder, extracts: extracts)
  }

  /// A file's name as the pipeline writes it, such as `../vocabulary.yaml`.
  ///
  /// It is the same wherever the pipeline lies, and however the way to it is written.
  func name(of file: Path) -> String {
    let beginning = folder.text + "/"
    return file.text.hasPrefix(beginning)
      ? String(file.text.dropFirst(beginning.count)) : file.text
  }
}

/// Why a pipeline can't be run: every mistake in its files, at once.
public struct PipelineMistakes: Error, Equatable, Sendable {
  /// The mistakes, file by file, in the order of their lines.
  public let mistakes: [YAMLMistake]

  /// Gathers mistakes.
  public init(mistakes: [YAMLMistake]) {
    self.mistakes = mistakes
  }
}
