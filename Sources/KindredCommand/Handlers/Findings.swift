import Pipelines
import Store

/// Findings about extracts, as lines of a result.
enum Findings {
  /// Each finding on a line, with what to do about it on the next.
  static func lines(_ findings: [FindingRow], _ styling: Styling) -> [String] {
    findings.flatMap { finding in
      let role: TextRole = finding.severity == "error" ? .error : .warning
      let severity = styling.apply(role, to: finding.severity)
      let words = Printable.line("\(place(of: finding)): \(finding.code): \(finding.message)")
      return ["  \(severity): \(words)", "    \(Printable.line(finding.remedy))"]
    }
  }

  static func json(_ finding: FindingRow) -> JSONValue {
    .members([
      ("type", .text("finding")), ("severity", .text(finding.severity)),
      ("code", .text(finding.code)),
      ("source", finding.source.isEmpty ? nil : .text(finding.source)),
      ("file", finding.fileName.map { .text($0) }), ("column", finding.column.map { .text($0) }),
      ("message", .text(finding.message)), ("remedy", .text(finding.remedy)),
    ])
  }

  /// The file and the column, or the source where no one file is meant.
  private static func place(of finding: FindingRow) -> String {
    let file = finding.fileName ?? finding.source
    return finding.column.map { "\(file), column \($0)" } ?? file
  }
}

extension Verdict {
  /// The exit code of a command that foresees a run.
  var exitCode: ExitCode {
    switch self {
    case .sound: .done
    case .refused: .dataRefused
    case .extractMissing: .extractMissing
    }
  }

  /// The verdict in a sentence.
  var sentence: String {
    switch self {
    case .sound: "Nothing would stop a run from publishing."
    case .refused: "A run would not publish: a contract is broken beyond what it tolerates."
    case .extractMissing: "A run would not publish: a required extract is missing or too old."
    }
  }

  /// The verdict in a word, for programs.
  var word: String {
    switch self {
    case .sound: "sound"
    case .refused: "refused"
    case .extractMissing: "extract-missing"
    }
  }
}
