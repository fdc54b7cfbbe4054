import FoundationEssentials
import TestSupport

/// The sample council's pipeline, or only some of its smaller sources.
enum SamplePipeline {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// Those sources, with the beginning of their extracts' names.
  private static let few = ["exclusions": "exclusions_", "probation": "Delius_", "fire": "fire_"]

  /// The folder of the pipeline to torture.
  static func path(in folder: String) throws -> String {
    guard TorturePlan.extent != .all else { return "\(root)/pipelines/solentshire" }
    let files = FileManager.default
    try files.copyItem(atPath: "\(root)/pipelines", toPath: "\(folder)/pipelines")
    let sources = "\(folder)/pipelines/solentshire/sources"
    for contract in try files.contentsOfDirectory(atPath: sources)
    where few[String(contract.dropLast(5))] == nil {
      try files.removeItem(atPath: "\(sources)/\(contract)")
    }
    let extracts = "\(folder)/sample-data/extracts"
    try files.createDirectory(atPath: extracts, withIntermediateDirectories: true)
    for extract in try files.contentsOfDirectory(atPath: "\(root)/sample-data/extracts")
    where few.values.contains(where: extract.hasPrefix) {
      try files.copyItem(
        atPath: "\(root)/sample-data/extracts/\(extract)", toPath: "\(extracts)/\(extract)")
    }
    return "\(folder)/pipelines/solentshire"
  }
}
