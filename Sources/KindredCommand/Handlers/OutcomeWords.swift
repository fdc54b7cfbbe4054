import Pipelines
import Store

/// How a run ended, in words and as an exit code.
struct OutcomeWords {
  let outcome: RunOutcome

  init(_ outcome: RunOutcome) {
    self.outcome = outcome
  }

  /// The most findings that are told; the reports have them all.
  private static let most = 20

  /// Tells the outcome, and gives the exit code.
  func tell(_ console: Console) -> ExitCode {
    for finding in outcome.findings.prefix(Self.most) { tell(finding, console) }
    if outcome.findings.count > Self.most {
      console.say("… and \(outcome.findings.count - Self.most) more findings in the reports.")
    }
    let counts = outcome.results.results.first { $0.uniqueID == "intake" }?.counts ?? [:]
    if let read = counts["rows_read"] {
      console.say(
        "\(read) rows read: \(counts["rows_accepted"] ?? 0) accepted, "
          + "\(counts["rows_quarantined"] ?? 0) quarantined, \(counts["rows_skipped"] ?? 0) skipped."
      )
    }
    let linkage = outcome.results.results.first { $0.uniqueID == "linkage" }?.counts ?? [:]
    if let records = linkage["records"], let people = linkage["people"] {
      console.say("\(records) records are \(people) people.")
    }
    switch outcome.ending {
    case .published: console.print("Published \(outcome.run) in \(outcome.folder).")
    case .alreadyLive:
      console.print("\(outcome.run) is live already, and nothing has changed since.")
    case .keptApart:
      console.print(
        "Built \(outcome.run) in \(outcome.folder), which is not published: it is a part.")
    case .refused, .extractMissing:
      console.print("Not published. What was live stays live. See \(outcome.folder)/reports.")
    }
    return exitCode
  }

  private func tell(_ finding: FindingRow, _ console: Console) {
    let file = finding.fileName ?? (finding.source.isEmpty ? nil : finding.source)
    let column = finding.column.map { ", column \($0)" } ?? ""
    let problem = Problem(
      "\(finding.code): \(finding.message)",
      place: file.map { Place(file: $0 + column) }, advice: finding.remedy)
    if finding.severity == "error" { console.report(problem) } else { console.warn(problem) }
  }

  private var exitCode: ExitCode {
    switch outcome.ending {
    case .published, .alreadyLive, .keptApart: .done
    case .refused: .dataRefused
    case .extractMissing: .extractMissing
    }
  }
}
