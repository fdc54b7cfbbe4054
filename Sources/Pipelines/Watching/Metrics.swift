import Disk
import Store

/// What monitoring reads: a file for the textfile collector of Prometheus, replaced by one rename.
struct Metrics {
  let results: RunResults
  let found: RunFindings
  let finishedAt: Instant
  /// What monitoring read until now, from which the time of the last success is taken when this run is none.
  let before: [UInt8]

  /// The file's text.
  var text: String {
    var lines: [String] = []
    func family(_ name: String, _ help: String, _ values: [(labels: String, value: String)]) {
      guard !values.isEmpty else { return }
      lines.append("# HELP \(name) \(help)")
      lines.append("# TYPE \(name) gauge")
      for value in values { lines.append("\(name)\(value.labels) \(value.value)") }
    }
    let isPublished = results.status == .published
    family(
      Self.success, "When a run was last published.",
      (isPublished ? "\(finishedAt.milliseconds / 1000)" : lastSuccess).map { [("", $0)] } ?? [])
    family(
      Self.status, Self.statusHelp,
      [("", isPublished ? "1" : "0")])
    family(
      "kindred_run_duration_seconds", "How long each stage took.",
      results.results.map {
        ("{stage=\"\($0.uniqueID)\"}", Self.seconds($0.elapsedMilliseconds))
      })
    family(
      "kindred_rows", "Rows of each source's extracts by what became of them.",
      found.rows.flatMap(Self.rows))
    family(
      "kindred_source_age_seconds", "The age of each source's newest extract.",
      found.states.compactMap { state in
        state.ageDays.map { ("{source=\(Self.label(state.source))}", "\($0 * 86_400)") }
      })
    family(
      "kindred_quarantine_ratio", "The share of rows that were quarantined.",
      quarantineRatio.map { [("", $0)] } ?? [])
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rows(_ rows: SourceRowCounts) -> [(labels: String, value: String)] {
    let counts = [
      ("read", rows.read), ("accepted", rows.accepted), ("quarantined", rows.quarantined),
      ("skipped", rows.skipped),
    ]
    return counts.map { state, count in
      ("{source=\(label(rows.source)),state=\"\(state)\"}", "\(count)")
    }
  }

  /// A label's value between quotation marks.
  private static func label(_ text: String) -> String { JSONValue.text(text).line }

  /// What monitoring read until now, with the word that the last run was not published: it came to no stage of which there
  /// would be more to tell.
  static func failed(_ before: [UInt8]) -> String {
    let lines = String(decoding: before, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let place = lines.firstIndex(where: { $0.hasPrefix(status + " ") }) else {
      let head = ["# HELP \(status) \(statusHelp)", "# TYPE \(status) gauge", "\(status) 0", ""]
      return head.joined(separator: "\n")
    }
    var failed = lines
    failed[place] = "\(status) 0"
    return failed.joined(separator: "\n")
  }

  private static let status = "kindred_last_run_status"
  private static let statusHelp = "1 if the last run was published, else 0."
  private static let success = "kindred_last_success_timestamp_seconds"

  /// The time of the last success as it was told before: a run that fails must not make it unknown.
  private var lastSuccess: String? {
    String(decoding: before, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix(Self.success + " ") }
      .map { String($0.dropFirst(Self.success.utf8.count + 1)) }
  }

  private var intakeCounts: [String: Int] {
    results.results.first { $0.uniqueID == Stage.intake.name }?.counts ?? [:]
  }

  private var quarantineRatio: String? {
    guard let quarantined = intakeCounts["rows_quarantined"],
      let accepted = intakeCounts["rows_accepted"], accepted + quarantined > 0
    else { return nil }
    let millionths = quarantined * 1_000_000 / (accepted + quarantined)
    let digits = String(millionths)
    return millionths == 1_000_000
      ? "1" : "0." + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
