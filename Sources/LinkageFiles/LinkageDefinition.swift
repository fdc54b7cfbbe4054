public import Disk
public import Linkage
import Sealing
import YAMLFiles

/// Settings as they stand in a file, with what names them in a model.
public struct LinkageDefinition: Sendable {
  /// What the file says.
  public let settings: LinkageSettings
  /// The file's text, which a model keeps.
  public let text: String
  /// The digest of the text.
  public let digest: String

  /// Reads settings; throws every mistake at once.
  public static func read(_ path: Path) throws -> LinkageDefinition {
    try read(try Files.read(path), name: path.text)
  }

  /// Reads settings from bytes that a file of this name had.
  public static func read(_ bytes: [UInt8], name: String) throws -> LinkageDefinition {
    var mistakes: [YAMLMistake] = []
    var settings: LinkageSettings?
    do {
      let document = try YAMLDocument.parse(bytes, name: name)
      settings = LinkageSettings.read(document, collecting: &mistakes)
    } catch {
      mistakes.append(error.asMistake)
    }
    guard let settings, mistakes.isEmpty else { throw LinkageProblem.mistakes(mistakes) }
    return LinkageDefinition(
      settings: settings, text: String(decoding: bytes, as: UTF8.self),
      digest: SHA256.digest(of: bytes.span).hex)
  }

  /// Reads a model and makes sure that it has the settings' comparisons and levels.
  public func model(_ path: Path) throws -> LinkageModel {
    let read = try Self.anyModel(path)
    let wanted = settings.comparisons
    guard read.comparisons.map(\.name) == wanted.map(\.name) else {
      throw LinkageProblem.otherModel(
        file: path.text, why: "it compares \(read.comparisons.map(\.name).joined(separator: ", "))")
    }
    for (own, comparison) in zip(read.comparisons, wanted)
    where own.levels.map(\.label) != comparison.levels.map(\.label) {
      throw LinkageProblem.otherModel(
        file: path.text, why: "its levels of '\(own.name)' are others")
    }
    return read
  }

  /// Reads a model of any settings.
  public static func anyModel(_ path: Path) throws -> LinkageModel {
    var mistakes: [YAMLMistake] = []
    let read = LinkageModel.read(try Files.read(path), name: path.text, mistakes: &mistakes)
    guard let read, mistakes.isEmpty else { throw LinkageProblem.mistakes(mistakes) }
    return read
  }
}
