import Disk
import Store
import Vocabulary

/// What the stages of a run found, by source and in all.
struct RunFindings {
  var findings: [FindingRow] = []
  var states: [SourceStateRow] = []
  var rows: [SourceRowCounts] = []
}

/// The records that close a run's folder.
extension RunBuilder {
  /// Writes `sources.json` and the manifest, and tells what the stages found; the files that are known are not read again.
  func writeRecords(_ known: [String: FileRecord]) throws -> RunFindings {
    var file = try RunFile.open(at: folder.joining(Self.runFileName).text)
    let states = try file.sourceStates()
    let sources = SourcesFile(
      asOf: plan.asOf.iso,
      results: states.map { state in
        SourcesFile.SourceResult(
          uniqueID: state.source, status: state.state, maxLoadedAt: state.newest,
          ageDays: state.ageDays, due: state.due, rows: state.rows, usualRows: state.usualRows)
      })
    try Files.writeAtomically(try JSON.bytes(sources), to: folder.joining("sources.json"))
    let manifest = try Manifest(of: plan, pipeline, in: folder, known)
    try Files.writeAtomically(try JSON.bytes(manifest), to: folder.joining(Manifest.fileName))
    return RunFindings(
      findings: try file.findings(), states: states, rows: try file.sourceRowCounts())
  }
}
