import Glibc
public import Testing

/// Compares a text with the one kept in `Snapshots/<name>` beside the test's file.
///
/// `RECORD_SNAPSHOTS=1` writes the texts anew; such a run fails, so that it is never taken for a
/// run that compared.
public func expectSnapshot(
  of text: String, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = (filePath.lastIndex(of: "/").map { String(filePath[..<$0]) } ?? ".") + "/Snapshots"
  let isRecording = unsafe getenv("RECORD_SNAPSHOTS").map { unsafe String(cString: $0) } == "1"
  if let problem = try snapshotProblem(
    of: text, named: name, in: folder, isRecording: isRecording)
  {
    Issue.record("\(problem)", sourceLocation: sourceLocation)
  }
}

/// What keeps a text from being the one kept, or nil.
func snapshotProblem(
  of text: String, named name: String, in folder: String, isRecording: Bool
) throws -> String? {
  let path = "\(folder)/\(name)"
  if isRecording {
    _ = unsafe mkdir(folder, 0o755)
    try write(text, to: path)
    return "recorded \(name); run again without RECORD_SNAPSHOTS to compare"
  }
  guard unsafe access(path, R_OK) == 0 else {
    return "there is no snapshot \(name); RECORD_SNAPSHOTS=1 makes it"
  }
  let kept = try readText(path)
  return kept == text ? nil : "\(name) differs:\n" + lineDifference(from: kept, to: text)
}

/// The lines that went (`-`) and came (`+`), each with its number.
public func lineDifference(from old: String, to new: String) -> String {
  let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
  let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = newLines.difference(from: oldLines).map { change in
    switch change {
    case .remove(let offset, let line, _): (offset, 0, "-\(offset + 1): \(line)")
    case .insert(let offset, let line, _): (offset, 1, "+\(offset + 1): \(line)")
    }
  }
  return changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2).joined(separator: "\n")
}
