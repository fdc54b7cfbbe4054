public import Linkage

/// All that the report of a linkage shows.
public struct LinkagePicture: Sendable {
  /// A file that was read.
  public struct Source: Sendable {
    /// The source's name.
    public var name: String
    /// How many records it has.
    public var records: Int
  }

  /// The version of the program.
  public var program: String
  /// The settings as they stand in their file.
  public var settingsText: String
  /// What was linked, by source.
  public var sources: [Source]
  /// The prepared records.
  public var linker: Linker
  /// The model that scored.
  public var model: LinkageModel
  /// What should be looked at about the model, in sentences.
  public var modelWarnings: [String]
  /// What should be looked at about the files, in sentences.
  public var fileWarnings: [String]
  /// The pairs.
  public var scored: ScoredPairs
  /// The people.
  public var clustering: Clustering

  /// The picture of a linkage.
  public init(
    program: String, settingsText: String, linker: Linker, model: LinkageModel,
    modelWarnings: [String], fileWarnings: [String], scored: ScoredPairs, clustering: Clustering
  ) {
    self.program = program
    self.settingsText = settingsText
    self.linker = linker
    self.model = model
    self.modelWarnings = modelWarnings
    self.fileWarnings = fileWarnings
    self.scored = scored
    self.clustering = clustering
    var counts = [Int](repeating: 0, count: linker.table.sources.count)
    for source in linker.table.sourceOf { counts[Int(source)] += 1 }
    sources = zip(linker.table.sources, counts).map { Source(name: $0, records: $1) }
  }

  /// The report: one page that needs nothing else.
  public var page: [UInt8] { LinkagePage(picture: self).markup.bytes }
}
