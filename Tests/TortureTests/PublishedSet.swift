import FoundationEssentials

/// Everything that readers see through `current`, byte for byte.
struct PublishedSet: Equatable, Sendable {
  /// Where the link points, or nil when there is none.
  var target: String?
  /// Each file by its path, but for those that tell how long things took.
  var files: [String: Data] = [:]

  static let timed: Set<String> = ["log.jsonl", "run_results.json", "kindred.prom"]

  /// Reads what is live in a workspace.
  init(in workspace: String) throws {
    let current = "\(workspace)/current"
    target = try? FileManager.default.destinationOfSymbolicLink(atPath: current)
    guard target != nil else { return }
    for path in try FileManager.default.subpathsOfDirectory(atPath: "\(current)/.") {
      let file = "\(current)/\(path)"
      var isFolder = false
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder,
        !Self.timed.contains(path)
      else { continue }
      files[path] = try Data(contentsOf: URL(filePath: file))
    }
  }

  /// The set without files whose writing was cut short, which no reader looks for.
  var whole: PublishedSet {
    var set = self
    set.files = files.filter { !$0.key.hasSuffix(".part") }
    return set
  }

  /// What is different in another set, file by file.
  func differences(from other: PublishedSet) -> [String] {
    let paths = Set(files.keys).union(other.files.keys).sorted()
    let differing = paths.filter { files[$0] != other.files[$0] }
    return (target == other.target ? [] : ["current"]) + differing
  }
}
