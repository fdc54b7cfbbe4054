import Disk
import TestSupport
import Testing

/// A copy of three small sources of the sample council, to run the built program on and to spoil.
///
///     pipelines/vocabulary.yaml  pipelines/{calendars,linkage,families,criteria,costs,claims}/
///     pipelines/solentshire/     pipeline.yaml, what lies beside it, protect/, three sources
///     sample-data/extracts/      their extracts
///     workspace/
struct SampleCouncil {
  let root: Path

  var pipeline: Path { root.joining("pipelines/solentshire") }
  var extracts: Path { root.joining("sample-data/extracts") }
  var workspace: Path { root.joining("workspace") }

  static let asOf = "2013-07-22"
  private static let sources = ["exclusions", "nominations", "probation"]
  private static let extractNames = ["exclusions_", "nominations_", "Delius_extract_"]

  /// The folder of the package.
  static let package = Path(
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/"))

  /// Copies the sample into a folder; the workspace is not made yet.
  ///
  /// `more` are sources beside the three small ones, each with the beginning of its extracts' names.
  init(in folder: String, with more: [String: String] = [:]) throws {
    root = Path(folder)
    let council = "pipelines/solentshire"
    try copy("pipelines/vocabulary.yaml")
    let folders = [
      "pipelines/calendars", "pipelines/linkage", "pipelines/families", "pipelines/criteria",
      "pipelines/costs", "pipelines/profiles", "pipelines/claims", "pipelines/claims/layouts",
      council, "\(council)/protect",
    ]
    for folder in folders { try copyFiles(in: folder) }
    for source in Self.sources + more.keys.sorted() {
      try copy("\(council)/sources/\(source).yaml")
    }
    try copyFiles(in: "sample-data/extracts") { name in
      (Self.extractNames + more.values).contains { name.hasPrefix($0) }
    }
  }

  private func copy(_ path: String) throws {
    try Files.createFolder(root.joining(path).parent)
    try write(try Files.read(Self.package.joining(path)), to: root.joining(path).text)
  }

  private func copyFiles(in folder: String, _ isWanted: (String) -> Bool = { _ in true }) throws {
    for name in try Files.list(Self.package.joining(folder)) where isWanted(name) {
      let file = "\(folder)/\(name)"
      if try Files.kind(of: Self.package.joining(file)) == .file { try copy(file) }
    }
  }
}

// MARK: - Spoiling

extension SampleCouncil {
  /// Replaces a piece of a file's text, wherever it stands.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try readText(root.joining(path).text)
    try #require(text.contains(old), "\(path) has no '\(old)'")
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    try write(parts.joined(separator: new), to: root.joining(path).text)
  }

  func editSource(_ name: String, _ old: String, _ new: String) throws {
    try edit("pipelines/solentshire/sources/\(name).yaml", old, new)
  }

  /// Takes away the extracts whose names begin so.
  func withdraw(_ prefix: String) throws {
    for name in try Files.list(extracts) where name.hasPrefix(prefix) {
      try Files.remove(extracts.joining(name))
    }
  }

  /// The file of the run that is live.
  func liveRunFile() throws -> Path { workspace.joining("current/run.db") }
}

// MARK: - Running

extension SampleCouncil {
  /// Runs the built program; `PIPELINE` and `WORKSPACE` among the words stand for this council's.
  func kindred(
    _ words: String, environment: [String: String] = [:], shell prefix: String? = nil
  ) throws -> ToolAnswer {
    let arguments = words.split(separator: " ").map { word in
      switch word {
      case "PIPELINE": pipeline.text
      case "WORKSPACE": workspace.text
      case "EXTRACTS": extracts.text
      default: String(word)
      }
    }
    guard let prefix else {
      return try run(builtTool("kindred"), arguments, environment: environment)
    }
    return try run(
      "/bin/sh", ["-c", "\(prefix); exec \"$0\" \"$@\"", builtTool("kindred")] + arguments,
      environment: environment)
  }

  /// The nightly run, which has to publish.
  func publish() throws {
    let answer = try kindred(Self.nightly)
    try #require(answer.status == 0, "\(answer.errors)")
  }

  /// The words of the nightly run.
  static let nightly = "run PIPELINE --as-of \(asOf) --workspace WORKSPACE"
}
