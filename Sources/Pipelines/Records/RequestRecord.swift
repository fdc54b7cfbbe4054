import Disk
import FoundationEssentials
import Vocabulary

/// What was asked for when a run was begun: `request.json`, from which `retry` and `verify` ask for it again.
///
/// It holds paths, and so is no part of what the run is.
struct RequestRecord: Codable, Equatable {
  var pipeline: String
  var extracts: String?
  var asOf: String
  var sources: [String]
  var excluded: [String]
  var stages: [String]
  var isStrict: Bool
  /// Whether it may take the place of a run of a later day; not there where it may not.
  var replacesLater: Bool?
  /// Whether another key of public references than before may be used; not there where it may not.
  var renewsReferences: Bool?
  /// How far the decisions had come, and the run before; from then on they are what the run starts from.
  var basis: BasisRecord?
  /// What went in, each by its name, with a digest or a word; so a run that was cut short can say what has changed since.
  var inputs: [String: String]?

  /// The file's name in the run's folder.
  static let fileName = "request.json"

  init(_ pipeline: LoadedPipeline, _ plan: RunPlan, _ options: RunOptions) {
    self.pipeline = Self.absolute(pipeline.folder)
    extracts = pipeline.hasOwnExtracts ? nil : Self.absolute(pipeline.extracts)
    asOf = plan.asOf.iso
    sources = plan.selection.sources
    excluded = plan.selection.excluded
    stages = plan.selection.stages
    isStrict = options.isStrict
    replacesLater = options.replacesLater ? true : nil
    renewsReferences = options.renewsReferences ? true : nil
    basis = BasisRecord(plan.basis)
    inputs = plan.inputs
  }

  /// A path that means the same wherever `retry` and `verify` are called from.
  static func absolute(_ path: Path) -> String {
    Path(FileManager.default.currentDirectoryPath).joining(path.text).text
  }

  /// The record of a run, if there is a whole one.
  static func read(in folder: Path) throws(DiskError) -> RequestRecord? {
    try JSON.whole(RequestRecord.self, at: folder.joining(fileName))
  }

  var options: RunOptions {
    var options = RunOptions()
    options.selection.sources = sources
    options.selection.excluded = excluded
    options.selection.stages = stages
    options.isStrict = isStrict
    options.replacesLater = replacesLater ?? false
    options.renewsReferences = renewsReferences ?? false
    return options
  }
}
