public import Disk
public import Linkage

/// The output folder of a linkage, opened again: the same records, blocks, model and people.
public struct LinkedFolder: Sendable {
  /// What the folder says of itself.
  public let record: LinkageRecord
  /// The settings.
  public let definition: LinkageDefinition
  /// The model that scored.
  public let model: LinkageModel
  /// The records, prepared anew.
  public let linker: Linker

  /// Opens a folder; refuses when the settings or a data file is not what it was.
  public static func open(_ folder: Path, threads: Int) async throws -> LinkedFolder {
    let path = folder.joining(LinkageRecord.fileName)
    guard try Files.kind(of: path) != nil else {
      throw LinkageProblem.noLinkage(folder: folder.text)
    }
    let record = try LinkageRecord.read(try Files.read(path), name: path.text)
    for input in [record.settings] + record.files {
      guard try Files.kind(of: Path(input.path)) != nil else {
        throw LinkageProblem.missingInput(file: input.path)
      }
      guard try input.isUnchanged else { throw LinkageProblem.changed(file: input.path) }
    }
    let definition = try LinkageDefinition.read(Path(record.settings.path))
    let model = try definition.model(folder.joining("model.json"))
    let files = try await RecordFiles.read(
      record.files.map { Path($0.path) }, definition.settings, threads: threads)
    let sources = files.sources
    let linker = await Linker(
      definition.settings, chunks: files.chunks, sources: sources, threads: threads)
    return LinkedFolder(record: record, definition: definition, model: model, linker: linker)
  }
}
